internal import SourceText

/// The blocks of a report by the labels that they have as typed, for references typed as numbers.
public struct LabelIndex: Sendable {
  private struct Key: Hashable {
    let kind: BlockKind
    /// The annex that the block stands in; recommendations run through all of a report.
    let annex: BlockIndex?
    let label: String
  }

  private var blocks: [Key: [BlockIndex]] = [:]

  public init(_ report: Report) {
    var annex: BlockIndex?
    for (index, block) in report.blocks.enumerated() {
      if block.kind == .annex { annex = index }
      guard let label = block.label, !label.isEmpty else { continue }
      switch block.kind {
      case .recommendation:
        blocks[Key(kind: .recommendation, annex: nil, label: label.string), default: []]
          .append(index)
      case .paragraph, .statements:
        blocks[Key(kind: .paragraph, annex: annex, label: label.string), default: []]
          .append(index)
      case .annex:
        blocks[Key(kind: .annex, annex: nil, label: label.string), default: []].append(index)
      case .section:
        let path = report.labelPath(of: index).joined(separator: ".")
        blocks[Key(kind: .section, annex: annex, label: path), default: []].append(index)
      default: break
      }
    }
  }

  /// The blocks that have a label.
  /// - Parameters:
  ///   - kind: `recommendation`, `paragraph` (statements too), `section` or `annex`.
  ///   - label: The label as typed; of a section the labels from the top, such as `II.A`.
  ///   - annex: The annex in which the label is read; nil in the body of the report.
  public func blocks(_ kind: BlockKind, _ label: String, in annex: BlockIndex?) -> [BlockIndex] {
    let place = kind == .paragraph || kind == .section ? annex : nil
    return blocks[Key(kind: kind, annex: place, label: label)] ?? []
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
