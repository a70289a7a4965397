public import ReportModel

/// Every fixed word that is printed in a language: `Rules/languages/<code>.yaml`.
public struct Language: Sendable {
  /// The code that `language:` has, such as `en`.
  public let code: String
  public let name: String
  /// The names of the months, from January.
  public let months: [String]
  /// How the kinds of blocks are called in references.
  public let nouns: [BlockKind: Noun]
  /// The words that say that a typed number belongs to another document, or to this one.
  public let typedReferences: TypedReferenceWords
  private let phrases: [Phrase: String]

  public init(
    code: String, name: String, months: [String], nouns: [BlockKind: Noun],
    typedReferences: TypedReferenceWords, phrases: [Phrase: String]
  ) {
    self.code = code
    self.name = name
    self.months = months
    self.nouns = nouns
    self.typedReferences = typedReferences
    self.phrases = phrases
  }

  /// How a kind of block is called in a reference to one or several of them.
  public struct Noun: Sendable {
    public let one: String
    public let many: String
    /// The forms in parentheses and footnotes: "para." and "paras."
    public let shortOne: String
    public let shortMany: String

    public init(one: String, many: String, shortOne: String, shortMany: String) {
      self.one = one
      self.many = many
      self.shortOne = shortOne
      self.shortMany = shortMany
    }
  }

  /// The words around references that were typed as numbers.
  public struct TypedReferenceWords: Sendable {
    /// Words between the last two numbers: "and", "or", "to".
    public let conjunctions: [String]
    /// Words after a number that give it to another document: "of", "to".
    public let ownership: [String]
    /// What may follow those words and still mean this document: "the present report".
    public let selves: [String]

    public init(conjunctions: [String], ownership: [String], selves: [String]) {
      self.conjunctions = conjunctions
      self.ownership = ownership
      self.selves = selves
    }
  }

  /// A phrase as it stands in the language file, placeholders and all.
  public func template(_ phrase: Phrase) -> String { phrases[phrase] ?? "" }

  /// A phrase with its placeholders filled: `{label}` by the value for "label".
  public func phrase(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var rest = template(phrase)[...]
    var filled = ""
    while let brace = rest.firstIndex(of: "{"), let end = rest[brace...].firstIndex(of: "}") {
      filled += rest[..<brace]
      let name = rest[rest.index(after: brace)..<end]
      filled += values.first { $0.key == name }?.value ?? ""
      rest = rest[rest.index(after: end)...]
    }
    return filled + rest
  }
}

/// A wording that a language file gives. The placeholders that each may have stand beside it.
public enum Phrase: String, CaseIterable, Sendable {
  // The masthead.
  /// `{distribution}`
  case distribution
  /// `{language}`
  case original
  /// `{item}`
  case agendaItem = "agenda-item"
  case addendum

  // Dates: `{day}`, `{month}`, `{year}`; of periods also `{last-day}` and so on.
  case date
  case datesInMonth = "dates-in-month"
  case datesInYear = "dates-in-year"
  case datesOverYears = "dates-over-years"

  // Headings.
  /// `{title}`: a title that is "(continued)"
  case continued
  /// `{label}`
  case recommendationHeading = "recommendation-heading"
  case annexAlone = "annex-alone"
  /// `{label}`
  case annexHeading = "annex-heading"

  // What stands in place of a number or text.
  case withdrawn
  case unnumbered
  /// `{id}`
  case unresolved

  // References.
  /// `{reference}`
  case see
  /// `{reference}`
  case seeAbove = "see-above"
  /// `{reference}`
  case seeBelow = "see-below"
  /// `{reference}`, `{symbol}`
  case referenceInPart = "reference-in-part"
  /// The same in parentheses: `{reference}`, `{symbol}`
  case referenceInPartShort = "reference-in-part-short"
  /// `{annex}`, `{reference}`
  case referenceInAnnex = "reference-in-annex"
  /// `{first}`, `{last}`
  case range

  // Lists.
  case joiner
  case lastJoinerComma = "last-joiner-comma"
  case lastJoinerAnd = "last-joiner-and"
  /// Between a list of States and one of organizations.
  case listSeparator = "list-separator"

  // The formula of statements; all fit together as sentences that end in a full stop.
  /// `{item}`, `{statement}`: the statement begins with a small letter.
  case underItem = "under-item"
  /// `{items}`, `{statement}`
  case underItems = "under-items"
  /// `{by}`, `{names}`
  case statementsBy = "statements-by"
  /// `{names}`
  case statements
  /// `{by}`, `{name}`
  case statementBy = "statement-by"
  /// `{name}`
  case statement
  /// A sentence after that of the States: `{names}`
  case organizationsToo = "organizations-too"
  /// `{name}`
  case organizationToo = "organization-too"
  /// Where no State spoke: `{names}`
  case organizations
  /// `{name}`
  case organization
}
