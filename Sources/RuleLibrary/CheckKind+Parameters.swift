internal import Diagnostics
internal import ReportModel
internal import YAMLSyntax

/// What a rule says to its kind of check beyond its name. A kind that takes more than a scope has
/// it read here.
public struct CheckParameters: Sendable {
  /// What the rule looks at; empty for everything that its kind of check looks at.
  public var scope: [String] = []
  /// Of a rule of the kind `pattern`.
  public var pattern: PatternParameters?
  /// Of a rule of the kind `terms`.
  public var terms: TermParameters?
  /// Of a rule of the kind `consistency`.
  public var consistency: ConsistencyParameters?
  /// Of a rule of the kind `abbreviations`.
  public var abbreviations: AbbreviationParameters?
  /// Of a rule of the kind `opening`.
  public var opening: OpeningParameters?
  /// Of a rule of the kind `word-limit`.
  public var wordLimit: WordLimitParameters?
  /// Of a rule of the kind `number-style`.
  public var numberStyle: NumberStyleParameters?
  /// Of a rule of the kind `enumeration`.
  public var enumeration: EnumerationParameters?
  /// Of a rule of the kind `agenda`.
  public var agenda: AgendaParameters?
  /// Of a rule of the kind `repetition`.
  public var repetition: RepetitionParameters?
  /// Of a rule of the kind `article`.
  public var article: ArticleParameters?
  /// Of a rule of the kind `spelling`.
  public var spelling: SpellingParameters?
  /// Of a rule of the kind `clock`.
  public var clock: ClockParameters?
  /// Of a rule of the kind `spacing`.
  public var spacing: SpacingParameters?
  /// Of a rule of the kind `former-name`.
  public var formerName: FormerNameParameters?
}

extension CheckKind {
  /// What a rule of this kind can be limited to; none where it cannot.
  private var scopes: [String] {
    switch self {
    case .sequence:
      [BlockKind.section, .annex, .paragraph, .recommendation].map(\.rawValue)
    default: []
    }
  }

  /// Reads the keys of a rule file that mean something to this kind of check.
  func parameters(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) -> CheckParameters
  {
    var parameters = CheckParameters()
    if let value = fields[.scope] {
      parameters.scope = scope(value, &reader)
    }
    readData(fields, into: &parameters, &reader)
    if !reader.isProven { reportKeys(of: fields, &reader) }
    return parameters
  }

  private func readData(
    _ fields: Fields<Rule.Key>, into parameters: inout CheckParameters,
    _ reader: inout LibraryFileReader
  ) {
    switch self {
    case .pattern: parameters.pattern = PatternParameters(fields, &reader)
    case .terms: parameters.terms = TermParameters(fields, &reader)
    case .consistency: parameters.consistency = ConsistencyParameters(fields, &reader)
    case .abbreviations: parameters.abbreviations = AbbreviationParameters(fields, &reader)
    case .opening: parameters.opening = OpeningParameters(fields, &reader)
    case .wordLimit: parameters.wordLimit = WordLimitParameters(fields, &reader)
    case .numberStyle: parameters.numberStyle = NumberStyleParameters(fields, &reader)
    case .enumeration: parameters.enumeration = EnumerationParameters(fields, &reader)
    case .agenda: parameters.agenda = AgendaParameters(fields, &reader)
    case .repetition: parameters.repetition = RepetitionParameters(fields, &reader)
    case .article: parameters.article = ArticleParameters(fields, &reader)
    case .spelling: parameters.spelling = SpellingParameters(fields, &reader)
    case .clock: parameters.clock = ClockParameters(fields, &reader)
    case .spacing: parameters.spacing = SpacingParameters(fields, &reader)
    case .formerName: parameters.formerName = FormerNameParameters(fields, &reader)
    default: break
    }
  }

  /// The keys that only rules of the kind have, or rules of few kinds.
  private var dataKeys: [Rule.Key] {
    switch self {
    case .pattern:
      [.pattern, .triggers, .message, .replacement, .ignoreCase, .unicode, .safe, .silentIn]
    case .terms:
      [
        .terms, .families, .before, .within, .except, .matchCase, .spareNames, .spareAfter, .parts,
        .safe,
        .silentIn,
      ]
    case .consistency: [.forms, .avoided, .safe, .silentIn]
    case .abbreviations: [.known, .names, .joiners]
    case .opening: [.addressees, .verbs]
    case .wordLimit: [.limits]
    case .numberStyle: [.words, .firstFigure, .labels, .followers, .counted]
    case .enumeration: [.joiners, .leads, .followers, .articles, .endings]
    case .agenda: [.item, .items, .owners]
    case .repetition: [.except, .silentIn]
    case .article: [.articles, .vowels, .consonants, .except, .silentIn]
    case .clock: [.halves, .twelves, .leads, .joiners, .hours, .silentIn]
    case .spacing: [.stopped, .labels, .leads, .units]
    case .formerName: [.names, .except, .owners]
    case .spelling: [.silentIn, .spareBeside, .prefixes, .institutions, .chemicalParts]
    default: []
    }
  }

  /// The keys that rules of every kind may have. One without a scope says so itself.
  private static let commonKeys: [Rule.Key] = [
    .summary, .explanation, .authority, .kind, .scope, .severity, .passes, .fails,
  ]

  /// Reports keys that mean something to another kind of check only.
  private func reportKeys(of fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    let known = Self.commonKeys + dataKeys
    for (key, value) in fields.all where !known.contains(key) {
      reader.report(
        "`\(key.rawValue)` is not a key of a rule of the kind `\(rawValue)`", at: value.range)
    }
  }

  private func scope(_ value: YAMLCursor, _ reader: inout LibraryFileReader) -> [String] {
    guard !scopes.isEmpty else {
      reader.report("a rule of the kind `\(rawValue)` has no scope", at: value.range)
      return []
    }
    let words = value.kind == .scalar ? [value] : reader.items(value, of: "scope")
    return words.compactMap { reader.word($0, of: "scope", among: scopes) }
  }
}
