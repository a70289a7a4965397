internal import Diagnostics
internal import Rapporteur

/// Options that several commands have.
extension Option {
  static let mode = Option(
    name: "--for",
    help: """
      what the report is about to go through: drafting (what is unfinished is a note), \
      circulation (what may not go to delegations is an error) or adoption
      """,
    value: "MODE", choices: Mode.allCases.map(\.rawValue))

  static let circulated = Option(
    name: "--circulated",
    help: "the version that delegations have, a report or a series: its numbers stay",
    value: "OLD", candidates: .reports)

  static let rules = Option(
    name: "--rules", help: "a folder with rules of your own; may be given several times",
    value: "DIR", candidates: .folders)
}

extension Arguments {
  /// What the report is being checked for.
  var mode: Mode { choice(of: .mode) ?? .drafting }

  /// The version that delegations have, where one was named.
  func circulated() throws(Failure) -> String? {
    guard let old = value(of: .circulated) else { return nil }
    guard operands.count == 1 else {
      throw Failure("--circulated is for one report or one series at a time")
    }
    return old
  }

  /// The folders that were named with `--rules`.
  var ruleFolders: [String] { values(of: .rules) ?? [] }
}

extension Command {
  /// What there is to say in the help of commands that a house's settings change.
  static let settingsNote = """
    The file .rapporteur.yaml in the folder of a report or above it says which folders hold rules \
    of your own (rules:), which rules are silent (ignore:), how grave others are (severity:), \
    which words are right though no dictionary has them (words:), how large files may be \
    (limits:) and which folders other folders may name (shared:).
    """
}

extension Secretariat {
  /// The identifier of a rule that there is.
  func known(_ name: String) throws(Failure) -> RuleID {
    if rule(RuleID(name)) != nil { return RuleID(name) }
    throw Failure(
      "there is no rule \(name)", suggesting: name, among: rules.map(\.id.name),
      otherwise: "rapporteur rules lists them")
  }
}
