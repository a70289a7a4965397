public import Diagnostics
public import SourceText
internal import YAMLSyntax

/// A rule of the house, as its file says it. What it says to people is taken out of the file when it is
/// asked for: a check asks for that of broken rules only.
public struct Rule: Sendable {
  public let id: RuleID
  /// The folder of the rule's file: `source`, `masthead`, `structure`, …
  public let group: String
  public let kind: CheckKind
  public let parameters: CheckParameters
  public let severity: SeverityByMode
  public let passes: [RuleExample]
  public let fails: [RuleExample]
  private let fields: Fields<Key>

  init(
    id: RuleID, group: String, kind: CheckKind, parameters: CheckParameters,
    severity: SeverityByMode, passes: [RuleExample], fails: [RuleExample], fields: Fields<Key>
  ) {
    self.id = id
    self.group = group
    self.kind = kind
    self.parameters = parameters
    self.severity = severity
    self.passes = passes
    self.fails = fails
    self.fields = fields
  }

  /// The rule in one sentence: what is right, not what went wrong.
  public var summary: String { text(.summary) }
  /// Why the rule is there, and what an editor does about a finding.
  public var explanation: String { text(.explanation) }
  /// The published source that the rule is taken from, or "practice".
  public var authority: String { text(.authority) }

  private func text(_ key: Key) -> String { fields[key]?.text.string ?? "" }
}

/// How grave the findings of a rule are in each mode; nil where the rule is silent.
public struct SeverityByMode: Hashable, Sendable {
  public var drafting: Severity?
  public var circulation: Severity?
  public var adoption: Severity?

  public init(drafting: Severity?, circulation: Severity?, adoption: Severity?) {
    self.drafting = drafting
    self.circulation = circulation
    self.adoption = adoption
  }

  public subscript(mode: Mode) -> Severity? {
    switch mode {
    case .drafting: drafting
    case .circulation: circulation
    case .adoption: adoption
    }
  }
}

/// A short source on which a rule is silent, or on which it speaks.
public struct RuleExample: Sendable {
  /// A source in its two forms.
  public struct Source: Sendable {
    /// As it stands in the rule file.
    public let excerpt: String
    let framing: Framing
    /// How many times the last line stands in what is checked: of a long document a rule file has
    /// one line.
    var repetitions = 1

    /// As it is checked, within the masthead that frames it.
    public var whole: String {
      let lines = excerpt.split(separator: "\n")
      guard repetitions > 1, let last = lines.last else { return framing.around(excerpt) }
      return framing.around(excerpt + String(repeating: last + "\n", count: repetitions - 1))
    }
  }

  public let source: Source
  /// The part of the series before the source, where the example is a series.
  public let after: Source?
  /// The source as it was circulated before, where the example is held against it.
  public let circulated: Source?
  /// How the source is written in the file that is checked.
  public let encoding: Encoding
  /// Where the example stands in the rule file.
  public let place: TextRange
  /// The mode that it is checked in.
  public let mode: Mode
  /// Of a failing example: words that the message has.
  public let says: String?
  /// Of a failing example: the words of the source that the finding marks.
  public let marks: String?
  /// Of a failing example: the source after the rule's fix.
  public let fixed: Source?

  public enum Encoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    /// As an old editor saves a file: what no rule may take for text.
    case latin1 = "latin-1"

    /// The bytes of a text. In Latin-1 there are no characters beyond U+00FF.
    public func bytes(of text: String) -> [UInt8] {
      switch self {
      case .utf8: Array(text.utf8)
      case .latin1: text.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
      }
    }
  }

  public init(
    source: Source, after: Source? = nil, circulated: Source? = nil, encoding: Encoding = .utf8,
    place: TextRange,
    mode: Mode, says: String? = nil,
    marks: String? = nil, fixed: Source? = nil
  ) {
    self.source = source
    self.after = after
    self.circulated = circulated
    self.encoding = encoding
    self.place = place
    self.mode = mode
    self.says = says
    self.marks = marks
    self.fixed = fixed
  }
}
