internal import Diagnostics
internal import RuleLibrary

/// Says of findings how grave they are and why, by the rules of the house and what the user asked.
struct Verdict {
  private let library: RuleLibrary
  private let options: CheckOptions
  /// The rules that were asked for: most runs need few of them, and each only once.
  private var rules: [RuleID: Rule] = [:]

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
    guard let rule = rule(finding.rule) else {
      preconditionFailure("a check reports \(finding.rule), which is no rule")
    }
    if let scope = finding.scope, !rule.parameters.scope.isEmpty,
      !rule.parameters.scope.contains(scope)
    {
      return nil
    }
    let declared =
      (isObstacle ? nil : options.severities[finding.rule]) ?? rule.severity[options.mode]
    guard let severity = declared else { return nil }
    return Diagnostic(
      finding, severity: min(severity, finding.ceiling ?? severity),
      explanation: rule.explanation, authority: rule.authority)
  }

  private mutating func rule(_ id: RuleID) -> Rule? {
    if let rule = rules[id] { return rule }
    rules[id] = library.ruleWithoutExamples(id)
    return rules[id]
  }
}
