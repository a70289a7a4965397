public import Diagnostics

/// What reports the findings of a rule. The list is closed: each kind is one piece of Swift.
public enum CheckKind: String, CaseIterable, Sendable {
  /// The reader of the file, which knows of YAML and of the keys of the format.
  case source
  case masthead
  case symbol
  /// What the mastheads of the parts of a series say, held against one another.
  case parts
  case meetingDate = "meeting-date"
  case outline
  case section
  case continuation
  case sequence
  case identifier
  case reference
  case typedReference = "typed-reference"
  case footnote
  case agenda
  case documentSymbol = "document-symbol"
  case brackets
  /// Round brackets, of which every one has its other half.
  case parentheses
  /// The lists of States.
  case states
  case quotation
  case emphasis
  case suppression
  /// A pattern that the rule file has. A house may have rules of this kind under any name.
  case pattern
  /// Words that the rule file has, each with one that is preferred. A house may have rules of this
  /// kind under any name.
  case terms
  /// Forms that the rule file has, of which a document uses one. A house may have rules of this
  /// kind under any name.
  case consistency
  case abbreviations
  /// How recommendations begin.
  case opening
  case wordLimit = "word-limit"
  case numberStyle = "number-style"
  /// Lists of words within a sentence.
  case enumeration
  /// Words that are typed twice.
  case repetition
  /// The indefinite article, by the sound of the next word.
  case article
  /// Words that no list and no dictionary has.
  case spelling
  /// Days that no calendar has.
  case calendar
  /// Times of day.
  case clock
  /// Labels that are typed at the start of a text.
  case typedLabel = "typed-label"
  /// The spaces around marks.
  case spacing
  /// How paragraphs end.
  case stop
  /// How paragraphs begin.
  case continuity
  /// Names of States in running text that are not, or no longer, right.
  case formerName = "former-name"

  /// Whether rules of the kind may have any name, because all that they do is in their files.
  var hasAnyName: Bool { self == .pattern || self == .terms || self == .consistency }

  /// Whether rules of the kind have data of their own that every check asks for, so that a run decodes
  /// them once.
  public var hasData: Bool {
    switch self {
    case .pattern, .terms, .consistency, .abbreviations, .opening, .wordLimit, .numberStyle,
      .enumeration, .agenda, .repetition, .article, .spelling, .formerName:
      true
    default: false
    }
  }

  /// The rules whose findings this kind of check reports.
  public var faults: [RuleID] {
    switch self {
    case .source:
      [
        "yaml-syntax", "yaml-duplicate-key", "yaml-unsupported", "encoding-invalid",
        "limit-exceeded", "key-unknown", "value-malformed", "text-cut-short", "merge-conflict",
        "text-missing", "text-quoted", "space-unusual", "character-invisible",
      ]
    case .masthead: ["field-missing"]
    case .symbol: ["symbol-malformed", "symbol-distribution-mismatch", "symbol-subtitle-mismatch"]
    case .parts: ["symbol-repeated", "parts-out-of-order", "parts-mismatched"]
    case .meetingDate: ["date-outside-meeting"]
    case .outline:
      ["section-missing", "section-misplaced", "section-unexpected", "title-mismatch"]
    case .section: ["section-empty", "section-lone", "contents-missing"]
    case .continuation: ["continued-missing", "continued-unwarranted"]
    case .sequence:
      [
        "number-missing", "number-malformed", "number-repeated", "number-out-of-sequence",
        "number-circulated-changed", "recommendation-withdrawn",
      ]
    case .identifier: ["identifier-repeated", "identifier-malformed", "identifier-unused"]
    case .reference: ["reference-unresolved", "reference-capital"]
    case .typedReference: ["reference-typed", "reference-out-of-range"]
    case .footnote: ["footnote-unresolved", "footnote-unused", "footnote-misplaced"]
    case .agenda: ["agenda-item-unknown"]
    case .documentSymbol: ["document-symbol-malformed"]
    case .brackets: ["bracket-pending", "bracket-unbalanced"]
    case .parentheses: ["parenthesis-unbalanced"]
    case .pattern, .terms, .consistency: []
    case .abbreviations: ["abbreviation-not-introduced", "abbreviation-in-heading"]
    case .opening: ["recommendation-opening"]
    case .wordLimit: ["word-limit"]
    case .numberStyle: ["number-style"]
    case .enumeration: ["serial-comma"]
    case .repetition: ["word-repeated"]
    case .article: ["article-misformed"]
    case .spelling: ["word-misspelled"]
    case .calendar: ["date-impossible"]
    case .clock: ["time-style"]
    case .typedLabel: ["label-typed"]
    case .spacing: ["space-misplaced", "mark-repeated"]
    case .stop: ["stop-missing"]
    case .continuity: ["paragraph-broken"]
    case .formerName: ["state-name-former", "state-name-common"]
    case .states:
      ["state-unknown", "state-name-form", "state-repeated", "states-out-of-order"]
    case .quotation: ["quote-straight", "quote-unbalanced"]
    case .emphasis: ["emphasis-unwarranted", "title-quoted-and-italic"]
    case .suppression: ["suppression-unneeded", "suppression-unexplained"]
    }
  }
}
