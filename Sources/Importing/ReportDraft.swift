public import ReportModel

/// A report that is being made, before it is written as a file.
public struct ReportDraft: Sendable {
  /// The scalar fields of the masthead.
  public var fields: [MastheadField: String] = [:]
  public var place: String?
  public var from: CalendarDate?
  public var to: CalendarDate?
  public var agenda: [(number: String, title: String)] = []
  /// The first numbers that must be declared, as they are not 1.
  public var starts: [(kind: BlockKind, number: Int)] = []
  public var footnotes: [(key: String, text: String)] = []
  /// The blocks in reading order, each with what it stands in before it.
  public var blocks: [DraftBlock] = []

  public init() {}
}

/// A block of a draft.
public struct DraftBlock: Sendable {
  public let kind: BlockKind
  /// How many blocks it stands in. An annex stands in none.
  public let level: Int
  /// The line of the document that it begins on, from 1.
  public let line: Int
  /// Empty where it is not numbered; nil for a kind that is never numbered.
  public var label: String?
  public var identifier: String?
  public var title = ""
  public var isContinued = false
  public var isWithdrawn = false
  public var item: String?
  /// The paragraphs of the text, or the lines of a table.
  public var paragraphs: [String] = []
  public var points: [DraftPoint] = []
  public var items: [String] = []
  public var by: String?
  public var states: [String] = []
  public var organizations: [String] = []
  public var source: String?

  public init(_ kind: BlockKind, level: Int, line: Int, label: String? = nil) {
    self.kind = kind
    self.level = level
    self.line = line
    self.label = label
  }

  /// Whether blocks can stand in it.
  public var isDivision: Bool { kind == .section || kind == .heading || kind == .annex }
}

/// A point of a block, after those that it stands in.
public struct DraftPoint: Sendable {
  /// From 0.
  public let level: Int
  public var paragraphs: [String]
  public var identifier: String?

  public init(level: Int, paragraphs: [String]) {
    self.level = level
    self.paragraphs = paragraphs
  }
}
