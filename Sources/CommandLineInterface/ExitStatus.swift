/// What the program tells the one that started it.
enum ExitStatus: Int32 {
  /// Nothing is wrong at or above the failing level.
  case clean = 0
  /// There are findings.
  case findings = 1
  /// The command could not be carried out.
  case failed = 2
}
