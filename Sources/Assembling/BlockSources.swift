internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// Where the blocks stand that are moved by themselves: those directly in the contents of a part,
/// in a section that several parts have between them, or among the annexes.
struct BlockSources {
  struct Item {
    let cursor: YAMLCursor
    let file: FileID
    /// Its lines; nil in a list that is written in brackets.
    let lines: YAMLLines?
    /// Whether it is the first in its list.
    let isFirst: Bool

    var mapping: MappingSource { MappingSource(cursor, in: file, opening: lines?.body.start) }
  }

  private var items: [BlockLocation: Item] = [:]
  private let series: Series
  private let roots: [YAMLCursor]

  init(_ consolidation: Consolidation, of series: Series, roots: [YAMLCursor]) {
    self.series = series
    self.roots = roots
    for part in series.parts.indices {
      addList(roots[part].entry("contents"), in: nil, of: part) { $0 != .annex }
      addList(roots[part].entry("annexes"), in: nil, of: part) { $0 == .annex }
    }
    for block in consolidation.contents { addContents(of: block) }
  }

  subscript(location: BlockLocation) -> Item {
    guard let item = items[location] else { preconditionFailure("a block is moved with another") }
    return item
  }

  private mutating func addContents(of block: MergedBlock) {
    guard case .joined(let origins, let contents) = block else { return }
    for origin in origins {
      addList(self[origin].cursor.entry("contents"), in: origin.block, of: origin.part) { _ in true
      }
    }
    for inner in contents { addContents(of: inner) }
  }

  private mutating func addList(
    _ list: YAMLEntry?, in parent: BlockIndex?, of part: Int, where matches: (BlockKind) -> Bool
  ) {
    guard let list else { return }
    let report = series.parts[part]
    let blocks = report.children(of: parent).filter { matches(report.blocks[$0].kind) }
    let lines = list.value.itemLines(after: list.key.range.start)
    for (index, (block, cursor)) in zip(blocks, list.value.items).enumerated() {
      items[BlockLocation(part: part, block: block)] = Item(
        cursor: cursor, file: report.id, lines: lines.isEmpty ? nil : lines[index],
        isFirst: index == 0)
    }
  }
}
