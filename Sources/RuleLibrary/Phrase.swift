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
  /// What `new` puts where text is to be written; in square brackets, so that it is pending.
  case pending
  /// `{id}`
  case unresolved

  // Comparisons of two versions.
  /// `{old}`, `{new}`: what the versions are called
  case changes
  /// `{symbol}`: what both versions are called
  case changesWithin = "changes-within"
  case changesNone = "changes-none"
  case moved
  /// `{reference}`: the section in which the block stood
  case movedFrom = "moved-from"

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

  /// The names of what is filled in. A wording has each of them, and no others.
  var placeholders: [String] {
    switch self {
    case .distribution: ["distribution"]
    case .original: ["language"]
    case .agendaItem: ["item"]
    case .date: ["day", "month", "year"]
    case .datesInMonth: ["day", "last-day", "month", "year"]
    case .datesInYear: ["day", "month", "last-day", "last-month", "year"]
    case .datesOverYears: ["day", "month", "year", "last-day", "last-month", "last-year"]
    case .continued: ["title"]
    case .recommendationHeading, .annexHeading: ["label"]
    case .unresolved: ["id"]
    case .changes: ["old", "new"]
    case .changesWithin: ["symbol"]
    case .see, .seeAbove, .seeBelow, .movedFrom: ["reference"]
    case .referenceInPart, .referenceInPartShort: ["reference", "symbol"]
    case .referenceInAnnex: ["annex", "reference"]
    case .range: ["first", "last"]
    case .underItem: ["item", "statement"]
    case .underItems: ["items", "statement"]
    case .statementsBy: ["by", "names"]
    case .statementBy: ["by", "name"]
    case .statements, .organizationsToo, .organizations: ["names"]
    case .statement, .organizationToo, .organization: ["name"]
    case .addendum, .annexAlone, .withdrawn, .unnumbered, .pending, .changesNone, .moved, .joiner,
      .lastJoinerComma, .lastJoinerAnd, .listSeparator:
      []
    }
  }
}
