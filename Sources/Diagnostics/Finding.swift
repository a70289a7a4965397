public import SourceText

/// The identifier of a rule, which names the fault: `number-out-of-sequence`.
public struct RuleID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let name: String

  public init(_ name: String) {
    self.name = name
  }

  public init(stringLiteral name: String) {
    self.name = name
  }

  public var description: String { name }

  public static func < (left: RuleID, right: RuleID) -> Bool { left.name < right.name }
}

/// A fault that a check has found, before the rule library has said how grave it is and why.
public struct Finding: Sendable {
  public var rule: RuleID
  public var place: Place
  /// The rule as it is broken here: leads with the specific, has no final full stop.
  public var message: String
  /// A few words printed beneath the marked place, such as "expected 13".
  public var caption: String?
  /// The gravest that this finding may be, whatever its rule says.
  public var ceiling: Severity?
  /// What the finding is about ("recommendation", "paragraph", …), for rules limited to a scope.
  public var scope: String?
  /// Another place that the message speaks of, such as the first of two that repeat.
  public var related: [RelatedPlace]
  public var fixes: [Fix]

  public init(
    _ rule: RuleID, at place: Place, _ message: String, caption: String? = nil,
    ceiling: Severity? = nil, scope: String? = nil, related: [RelatedPlace] = [],
    fixes: [Fix] = []
  ) {
    self.rule = rule
    self.place = place
    self.message = message
    self.caption = caption
    self.ceiling = ceiling
    self.scope = scope
    self.related = related
    self.fixes = fixes
  }
}

/// A second place that a finding speaks of.
public struct RelatedPlace: Hashable, Sendable {
  public let place: Place
  public let message: String

  public init(_ place: Place, _ message: String) {
    self.place = place
    self.message = message
  }
}

/// A finding with all that its rule says of it.
public struct Diagnostic: Sendable {
  public let finding: Finding
  public let severity: Severity
  public let explanation: String
  public let authority: String

  public init(_ finding: Finding, severity: Severity, explanation: String, authority: String) {
    self.finding = finding
    self.severity = severity
    self.explanation = explanation
    self.authority = authority
  }
}

/// A value, with the findings that were made on the way to it. Bad input is not an exception.
public struct Checked<Value> {
  public let value: Value
  public let findings: [Finding]

  public init(_ value: Value, _ findings: [Finding] = []) {
    self.value = value
    self.findings = findings
  }
}

extension Checked: Sendable where Value: Sendable {}
