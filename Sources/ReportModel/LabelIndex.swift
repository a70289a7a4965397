internal import SourceText

/// The blocks of a report by the labels that they have as typed, for references typed as numbers.
public struct LabelIndex: Sendable {
  private var recommendations = LabelledBlocks()
  private var paragraphs = LabelledBlocks()
  private var sections = LabelledBlocks()
  private var annexes = LabelledBlocks()

  public init(_ report: Report) {
    var annex: BlockIndex?
    for index in report.blocks.indices {
      let kind = report.blocks[index].kind
      if kind == .annex { annex = index }
      guard let label = report.blocks[index].label, !label.isEmpty else { continue }
      switch kind {
      // Recommendations run through all of a report, annexes and all.
      case .recommendation: recommendations.add(index, label.text, in: nil)
      case .paragraph, .statements: paragraphs.add(index, label.text, in: annex)
      case .annex: annexes.add(index, label.text, in: nil)
      case .section:
        let path = report.labelPath(of: index).joined(separator: ".")
        sections.add(index, TextSlice(path), in: annex)
      default: break
      }
    }
    recommendations.sort()
    paragraphs.sort()
    sections.sort()
    annexes.sort()
  }

  /// The blocks that have a label, in reading order.
  /// - Parameters:
  ///   - kind: `recommendation`, `paragraph` (statements too), `section` or `annex`.
  ///   - label: The label as typed; of a section the labels from the top, such as `II.A`.
  ///   - annex: The annex in which the label is read; nil in the body of the report. What an annex
  ///     does not have is looked for in the body.
  public func blocks(_ kind: BlockKind, _ label: String, in annex: BlockIndex?)
    -> [BlockIndex]
  {
    let isInAnnex = kind == .paragraph || kind == .section
    let found = self[kind]?.blocks(TextSlice(label), in: isInAnnex ? annex : nil) ?? []
    return found.isEmpty && isInAnnex && annex != nil ? blocks(kind, label, in: nil) : found
  }

  /// The first block in reading order that has a label.
  public func first(_ kind: BlockKind, _ label: String, in annex: BlockIndex?) -> BlockIndex? {
    let isInAnnex = kind == .paragraph || kind == .section
    return self[kind]?.first(TextSlice(label), in: isInAnnex ? annex : nil)
  }

  private subscript(kind: BlockKind) -> LabelledBlocks? {
    switch kind {
    case .recommendation: recommendations
    case .paragraph: paragraphs
    case .section: sections
    case .annex: annexes
    default: nil
    }
  }
}

/// Blocks of one kind in the order of their labels, the shorter before the longer, as 9 comes before
/// 10. Most reports have them in that order already, so that to sort them is to look through them.
private struct LabelledBlocks: Sendable {
  private struct Entry {
    /// The annex that the block stands in; −1 in the body of the report.
    let annex: Int
    let label: TextSlice
    let block: BlockIndex

    func precedes(_ other: Entry) -> Bool {
      if annex != other.annex { return annex < other.annex }
      if label.count != other.label.count { return label.count < other.label.count }
      if label != other.label {
        return label.withBytes { left in
          other.label.withBytes { left.lexicographicallyPrecedes($0) }
        }
      }
      return block < other.block
    }
  }

  private var entries: [Entry] = []

  mutating func add(_ block: BlockIndex, _ label: TextSlice, in annex: BlockIndex?) {
    entries.append(Entry(annex: annex ?? -1, label: label, block: block))
  }

  mutating func sort() {
    entries.sort { $0.precedes($1) }
  }

  func first(_ label: TextSlice, in annex: BlockIndex?) -> BlockIndex? {
    entries(label, in: annex).first { _ in true }?.block
  }

  func blocks(_ label: TextSlice, in annex: BlockIndex?) -> [BlockIndex] {
    entries(label, in: annex).map(\.block)
  }

  private func entries(_ label: TextSlice, in annex: BlockIndex?) -> some Sequence<Entry> {
    let target = Entry(annex: annex ?? -1, label: label, block: -1)
    let first = entries.partitioningIndex { !$0.precedes(target) }
    return entries[first...].lazy.prefix { $0.annex == target.annex && $0.label == label }
  }
}

extension Report {
  /// The labels of a section and of the sections around it, from the top, as typed.
  public func labelPath(of index: BlockIndex) -> [String] {
    var path: [String] = []
    var next: BlockIndex? = index
    while let current = next, blocks[current].kind != .annex {
      if blocks[current].kind == .section { path.append(blocks[current].label?.string ?? "") }
      next = blocks[current].parent
    }
    return path.reversed()
  }
}
