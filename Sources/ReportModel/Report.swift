public import SourceText

/// A footnote of a report: `key: text`.
public struct Footnote: Sendable {
  public let key: SourcedText
  public let text: SourcedText

  public init(key: SourcedText, text: SourcedText) {
    self.key = key
    self.text = text
  }
}

/// A report as its file says it, with the place of everything.
public struct Report: Sendable {
  public let file: SourceFile
  public let id: FileID
  public var masthead = Masthead()
  /// All blocks in reading order: first those of the body, then the annexes with theirs.
  public private(set) var blocks: ContiguousArray<Block> = []
  /// The sections, headings and annexes among the blocks, in reading order.
  public private(set) var divisions: [BlockIndex] = []
  public var footnotes: [Footnote] = []

  public init(file: SourceFile, id: FileID) {
    self.file = file
    self.id = id
  }

  /// Makes room for blocks, so that they need not be moved as more are added.
  public mutating func reserve(_ count: Int) { blocks.reserveCapacity(count) }

  /// Adds a block and returns its index. Blocks that it holds are to be added next, then
  /// ``close(_:)`` called.
  public mutating func open(
    _ kind: BlockKind, in parent: BlockIndex?, depth: Int, range: TextRange, keyRange: TextRange
  ) -> BlockIndex {
    let index = blocks.count
    blocks.append(
      Block(
        kind: kind, parent: parent, end: index + 1, depth: depth, range: range,
        keyRange: keyRange))
    if kind.isDivision { divisions.append(index) }
    return index
  }

  /// Says that all blocks within a block have been added.
  public mutating func close(_ index: BlockIndex) {
    blocks[index].end = blocks.count
  }

  /// Changes a block in its place.
  public mutating func update(_ index: BlockIndex, _ change: (inout Block) -> Void) {
    change(&blocks[index])
  }

  /// The blocks directly in a block, or those at the top level.
  public func children(of parent: BlockIndex?) -> BlockChildren {
    BlockChildren(self, of: parent)
  }

  /// The innermost block around a block for which something holds.
  public func ancestor(of index: BlockIndex, where matches: (Block) -> Bool) -> BlockIndex? {
    var next = blocks[index].parent
    while let current = next {
      if matches(blocks[current]) { return current }
      next = blocks[current].parent
    }
    return nil
  }

  /// The annex that a block is or stands in; nil in the body of the report.
  public func annex(of index: BlockIndex) -> BlockIndex? {
    blocks[index].kind == .annex ? index : ancestor(of: index) { $0.kind == .annex }
  }

  /// A place in this report's file.
  public func place(_ range: TextRange) -> Place { Place(id, range) }

  /// Whether this is an addendum: its symbol says so, or its subtitle is the word for it.
  /// - Parameter word: "Addendum" in the language of the report.
  public func isAddendum(word: String) -> Bool {
    if let symbol = masthead[.symbol]?.string,
      symbol.split(separator: "/").contains(where: { $0.hasPrefix("Add.") })
    {
      return true
    }
    return masthead[.subtitle].map { $0.string.lowercased().hasPrefix(word.lowercased()) } ?? false
  }
}

/// The blocks directly in a block, in order.
public struct BlockChildren: Sequence, IteratorProtocol {
  private let blocks: ContiguousArray<Block>
  private var index: BlockIndex
  private let end: BlockIndex

  init(_ report: Report, of parent: BlockIndex?) {
    blocks = report.blocks
    index = parent.map { $0 + 1 } ?? 0
    end = parent.map { report.blocks[$0].end } ?? report.blocks.count
  }

  public mutating func next() -> BlockIndex? {
    guard index < end else { return nil }
    defer { index = blocks[index].end }
    return index
  }
}
