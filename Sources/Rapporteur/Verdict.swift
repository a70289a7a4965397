internal import Diagnostics
internal import RuleLibrary

/// Says of findings how grave they are and why, by the rules of the house and what the user asked.
struct Verdict {
  private let library: RuleLibrary
  private let options: CheckOptions
  /// What the rules say that were asked for: most runs need few of them, and each only once.
  private var rulings: [RuleID: Ruling] = [:]

  /// What a rule says of its findings.
  private struct Ruling {
    let scope: [String]
    let severity: Severity?
    let explanation: String
    let authority: String
  }

  init(_ library: RuleLibrary, _ options: CheckOptions) {
    self.library = library
    self.options = options
  }

  /// What keeps a file from being read as it is. Whoever asks for some rules only must hear why these
  /// could not judge all of it.
  private static let obstacles: Set<RuleID> = [
    "yaml-syntax", "yaml-duplicate-key", "yaml-unsupported", "encoding-invalid", "limit-exceeded",
    "merge-conflict",
  ]

  /// The diagnostic of a finding, or nil where nobody wants to hear of it.
  mutating func diagnostic(_ finding: Finding) -> Diagnostic? {
    let isObstacle = Self.obstacles.contains(finding.rule)
    guard
      isObstacle
        || options.selected?.contains(finding.rule) ?? true
          && !options.ignored.contains(finding.rule)
    else { return nil }
    let ruling = ruling(by: finding.rule)
    if let scope = finding.scope, !ruling.scope.isEmpty, !ruling.scope.contains(scope) {
      return nil
    }
    let declared = (isObstacle ? nil : options.severities[finding.rule]) ?? ruling.severity
    guard let severity = declared else { return nil }
    return Diagnostic(
      finding, severity: min(severity, finding.ceiling ?? severity),
      explanation: ruling.explanation, authority: ruling.authority)
  }

  private mutating func ruling(by id: RuleID) -> Ruling {
    if let ruling = rulings[id] { return ruling }
    guard let rule = library.ruleWithoutExamples(id) else {
      preconditionFailure("a check reports \(id), which is no rule")
    }
    let ruling = Ruling(
      scope: rule.parameters.scope, severity: rule.severity[options.mode],
      explanation: rule.explanation, authority: rule.authority)
    rulings[id] = ruling
    return ruling
  }
}
