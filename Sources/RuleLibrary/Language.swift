public import ReportModel
internal import YAMLSyntax

/// Every fixed word that is printed in a language: `Rules/languages/<code>.yaml`.
///
/// Phrases and nouns are inline text, as the text of a report is: `*continued*` is in italics.
public struct Language: Sendable {
  /// The code that `language:` has, such as `en`.
  public let code: String
  public let name: String
  /// The names of the months, from January.
  public let months: [String]
  /// The names of the days of the week, from Monday; empty where they are not known.
  public let weekdays: [String]
  /// How the kinds of blocks are called in references.
  public let nouns: [BlockKind: Noun]
  /// The words that say that a typed number belongs to another document, or to this one.
  public let typedReferences: TypedReferenceWords
  /// What stands directly before the date of a meeting: "meeting, on".
  public let meetingLeads: [String]
  /// How bodies are called in running text: "Committee".
  public let bodyNames: [String]
  /// Words that stand in square brackets without being pending: "sic".
  public let bracketedWords: [String]
  /// Words after which a full stop ends no sentence: "Ms", "No", "vol".
  public let stoppedWords: [String]
  /// How documents say things that were not printed from a report file.
  public let manuscripts: Manuscripts
  /// Nil where the file has none.
  private let phrases: Fields<Phrase>?

  init(
    code: String, name: String, months: [String], weekdays: [String], nouns: [BlockKind: Noun],
    typedReferences: TypedReferenceWords, meetingLeads: [String], bodyNames: [String],
    bracketedWords: [String], stoppedWords: [String], manuscripts: Manuscripts,
    phrases: Fields<Phrase>?
  ) {
    self.code = code
    self.name = name
    self.months = months
    self.weekdays = weekdays
    self.nouns = nouns
    self.typedReferences = typedReferences
    self.meetingLeads = meetingLeads
    self.bodyNames = bodyNames
    self.bracketedWords = bracketedWords
    self.stoppedWords = stoppedWords
    self.manuscripts = manuscripts
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
    /// Words between the last two numbers: "and", "or".
    public let conjunctions: [String]
    /// Words between the first and last number of a range: "to".
    public let ranges: [String]
    /// Words after a number that give it to another document: "of", "to".
    public let ownership: [String]
    /// What may follow those words and still mean this document: "the present report".
    public let selves: [String]
    /// What only other documents have: "operative paragraph".
    public let others: [String]
    /// Further words for a kind of block before its number: "rec.", "chapter".
    public let words: [BlockKind: [String]]

    public init(
      conjunctions: [String], ranges: [String], ownership: [String], selves: [String],
      others: [String], words: [BlockKind: [String]] = [:]
    ) {
      self.words = words
      self.conjunctions = conjunctions
      self.ranges = ranges
      self.ownership = ownership
      self.selves = selves
      self.others = others
    }
  }

  /// The words of documents that were not printed from a report file, by what they stand for.
  public struct Manuscripts: Sendable {
    public enum Role: String, CaseIterable, Sendable {
      /// Before the number of a recommendation, or of an annex.
      case recommendations, annexes
      /// Before the number that a program counts for a paragraph, or for a section.
      case paragraphs, chapters
      /// After the title of a section that an earlier part opened.
      case continuations
      /// Before fields of the masthead.
      case distributions, originals, items
      /// After the number of the agenda item.
      case agendas
      /// At the end of the line that names the session.
      case sessions
      /// Before and between the days of a meeting.
      case dateLeads = "date-leads"
      case dateJoiners = "date-joiners"
      /// At the beginning of the title of a report.
      case titles
      /// In the title of a report that is not yet adopted.
      case drafts
      /// Before the number of a page, and before the number of all pages.
      case pages
      case pageJoiners = "page-joiners"
      /// A line of the masthead that says in what language the document is.
      case versions
      /// Above the table of contents.
      case contents
      /// At the head or foot of a page.
      case runningHeads = "running-heads"
    }

    private let words: [Role: [String]]

    public init(_ words: [Role: [String]] = [:]) {
      self.words = words
    }

    /// The words, the longest first.
    public subscript(role: Role) -> [String] { words[role] ?? [] }
  }

  private func template(_ phrase: Phrase) -> PhraseTemplate? {
    phrases?[phrase].map { PhraseTemplate($0.text) }
  }

  /// The pieces of a phrase: words, and the names of what is filled in.
  public func pieces(of phrase: Phrase) -> [PhrasePiece] { template(phrase)?.pieces ?? [] }

  /// A phrase with its placeholders filled: `{label}` by the value for "label".
  public func phrase(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    template(phrase)?.filled(with: values) ?? ""
  }
}
