internal import CommandLineInterface
internal import Diagnostics
internal import Rapporteur

/// What can be typed after the name of the program, for shells to offer.
struct Vocabulary {
  let commands: [Command]
  /// The identifiers of all rules.
  let rules: [String]
  /// The names of all profiles.
  let profiles: [String]

  /// The vocabulary of the program as it is built.
  init() {
    let secretariat = Secretariat()
    commands = Command.all
    rules = secretariat.rules.map(\.id.name)
    profiles = secretariat.profileNames
  }
}

extension Option {
  /// What the option is for, without the particulars: there is one line for it.
  var purpose: String {
    let ends = [":", ";", " ("].compactMap { help.firstRange(of: $0)?.lowerBound }
    return String(help[..<(ends.min() ?? help.endIndex)])
  }
}

extension [String] {
  /// The words as elements of an array of a shell, one a line.
  var lines: String { map { "  \($0)\n" }.joined() }
}
