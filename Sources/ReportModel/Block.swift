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

extension BlockKind {
  /// The kind in whose sequence a block is numbered: statements are paragraphs.
  public var sequence: BlockKind? {
    switch self {
    case .paragraph, .statements: .paragraph
    case .recommendation: .recommendation
    default: nil
    }
  }

  /// Whether blocks of the kind hold others under a title or number.
  var isDivision: Bool { self == .section || self == .heading || self == .annex }
}

/// The position of a block in reading order, from 0. It is the identity of a block in one report.
public typealias BlockIndex = Int

/// A block of a report. Blocks are stored flat, in reading order; what a block contains follows it.
///
/// A long report has very many, so a block is kept small: what few of them have stands apart.
public struct Block: Sendable {
  public let kind: BlockKind
  private let storedDepth: Int16
  private let storedParent: Int32
  private var storedEnd: Int32

  /// Where the whole block stands in the source.
  public let range: TextRange
  /// Where the key stands that makes the block what it is; of a point, the point itself.
  public let keyRange: TextRange

  /// The label as typed, of a kind that has one; empty where it is not numbered yet.
  public var label: SourcedText?
  public var identifier: SourcedText?
  /// The text of a paragraph, recommendation, quote, table, text or point.
  public var text: SourcedText?
  private var rarities: Stored<Rarities>?

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
    storedParent = Int32(parent ?? -1)
    storedEnd = Int32(end)
    storedDepth = Int16(depth)
    self.range = range
    self.keyRange = keyRange
  }

  /// The block that holds this one.
  public var parent: BlockIndex? { storedParent < 0 ? nil : Int(storedParent) }

  /// The index just after the last block that this one holds.
  public internal(set) var end: BlockIndex {
    get { Int(storedEnd) }
    set { storedEnd = Int32(newValue) }
  }

  /// Of a section, heading or annex: how many of them it stands in, from 0. A section directly in
  /// an annex has depth 0, as one directly in the report. Of a point: its level, from 0.
  public var depth: Int { Int(storedDepth) }

  /// The number that a decimal label stands for.
  public var number: Label? {
    guard kind.sequence != nil, let label, !label.isEmpty else { return nil }
    return Label(label.text)
  }

  public var isContinued: Bool { continued?.isSet ?? false }
  public var isWithdrawn: Bool { withdrawn?.isSet ?? false }
  /// Whether the block has a place for a label but none in it.
  public var isUnnumbered: Bool { label?.isEmpty ?? false }
}

// MARK: - What few blocks have

extension Block {
  fileprivate struct Rarities: Sendable {
    var title: SourcedText?
    var continued: Flag?
    var withdrawn: Flag?
    var contentsKeyRange: TextRange?
    var particulars: Particulars?
  }

  /// The title of a section, heading, table or annex.
  public var title: SourcedText? {
    get { rarities?.value.title }
    set { change { $0.title = newValue } }
  }

  /// Whether `continued: true` stands in the block, and where.
  public var continued: Flag? {
    get { rarities?.value.continued }
    set { change { $0.continued = newValue } }
  }

  /// Whether `withdrawn: true` stands in the block, and where.
  public var withdrawn: Flag? {
    get { rarities?.value.withdrawn }
    set { change { $0.withdrawn = newValue } }
  }

  /// Where the key `contents` stands, of a block that has it, be it empty.
  public var contentsKeyRange: TextRange? {
    get { rarities?.value.contentsKeyRange }
    set { change { $0.contentsKeyRange = newValue } }
  }

  /// The keys that only few kinds of blocks have.
  public var particulars: Particulars? {
    get { rarities?.value.particulars }
    set { change { $0.particulars = newValue } }
  }

  private mutating func change(_ change: (inout Rarities) -> Void) {
    var changed = rarities?.value ?? Rarities()
    change(&changed)
    rarities = Stored(changed)
  }
}

/// A value in memory of its own, so that a copy of it is one reference.
private final class Stored<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
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
