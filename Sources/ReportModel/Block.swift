public import SourceText

/// What a block is.
public enum BlockKind: String, CaseIterable, Sendable {
  case section
  case heading
  case paragraph
  case recommendation
  case statements
  case quote
  case table
  case text
  case annex
  /// An item of `points`: its label follows from its place.
  case point
}

/// The position of a block in reading order, from 0. It is the identity of a block in one report.
public typealias BlockIndex = Int

/// A block of a report. Blocks are stored flat, in reading order; what a block contains follows it.
public struct Block: Sendable {
  public let kind: BlockKind
  /// The block that holds this one.
  public let parent: BlockIndex?
  /// The index just after the last block that this one holds.
  public internal(set) var end: BlockIndex
  /// Of a section, heading or annex: how many of them it stands in, from 0. A section directly in
  /// an annex has depth 0, as one directly in the report. Of a point: its level, from 0.
  public let depth: Int

  /// Where the whole block stands in the source.
  public let range: TextRange
  /// Where the key stands that makes the block what it is; of a point, the point itself.
  public let keyRange: TextRange

  /// The label as typed, of a kind that has one; empty where it is not numbered yet.
  public var label: SourcedText?
  /// The number that a decimal label stands for.
  public var number: Label?
  public var identifier: SourcedText?
  /// The title of a section, heading, table or annex.
  public var title: SourcedText?
  /// The text of a paragraph, recommendation, quote, table, text or point.
  public var text: SourcedText?
  /// Whether `continued: true` stands in the block, and where.
  public var continued: Flag?
  /// Whether `withdrawn: true` stands in the block, and where.
  public var withdrawn: Flag?
  /// Where the key `contents` stands, of a block that has it, be it empty.
  public var contentsKeyRange: TextRange?
  /// What only few blocks have.
  public var particulars: Particulars?

  /// A `true` or `false` of the source, with the place of key and value.
  public struct Flag: Sendable {
    public let isSet: Bool
    public let keyRange: TextRange
    public let valueRange: TextRange

    public init(isSet: Bool, keyRange: TextRange, valueRange: TextRange) {
      self.isSet = isSet
      self.keyRange = keyRange
      self.valueRange = valueRange
    }
  }

  /// Keys of a block that only few blocks have.
  public struct Particulars: Sendable {
    /// The agenda item of a section.
    public var item: SourcedText?
    /// The agenda items of `statements`.
    public var items: [SourcedText] = []
    /// Those who made the statements: "parties to the Protocol".
    public var by: SourcedText?
    public var states: ListField?
    public var organizations: ListField?
    /// The source of a quote.
    public var source: SourcedText?

    public init() {}
  }

  public init(
    kind: BlockKind, parent: BlockIndex?, end: BlockIndex, depth: Int, range: TextRange,
    keyRange: TextRange
  ) {
    self.kind = kind
    self.parent = parent
    self.end = end
    self.depth = depth
    self.range = range
    self.keyRange = keyRange
  }

  public var isContinued: Bool { continued?.isSet ?? false }
  public var isWithdrawn: Bool { withdrawn?.isSet ?? false }
  /// Whether the block has a place for a label but none in it.
  public var isUnnumbered: Bool { label?.isEmpty ?? false }
}

/// A list of names, such as `states`, with the place of its key.
public struct ListField: Sendable {
  public let keyRange: TextRange
  public let entries: [SourcedText]

  public init(keyRange: TextRange, entries: [SourcedText]) {
    self.keyRange = keyRange
    self.entries = entries
  }
}
