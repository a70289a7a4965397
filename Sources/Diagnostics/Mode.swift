/// What a report is being checked for.
public enum Mode: String, CaseIterable, Sendable {
  /// The text is being written: what is unfinished is a note.
  case drafting
  /// The text is about to go to delegations: what may not go to them is an error.
  case circulation
  /// The text is about to be adopted: no brackets, no *bis*, nothing unnumbered.
  case adoption
}

/// How grave a finding is.
public enum Severity: String, Comparable, CaseIterable, Sendable {
  case note
  case warning
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
