internal import SourceText

/// The blocks of a report by the labels that they have as typed, for references typed as numbers.
public struct LabelIndex: Sendable {
  private struct Key: Hashable {
    let kind: BlockKind
    /// The annex that the block stands in; recommendations run through all of a report.
    let annex: BlockIndex?
    let label: TextSlice

    /// Labels of one kind mostly differ; to hash the rest as well would cost more than it saves.
    func hash(into hasher: inout Hasher) { hasher.combine(label) }
  }

  private var first: [Key: BlockIndex] = [:]
  /// Blocks whose label another had before them.
  private var later: [Key: [BlockIndex]] = [:]

  public init(_ report: Report) {
    var annex: BlockIndex?
    for index in report.blocks.indices {
      let kind = report.blocks[index].kind
      if kind == .annex { annex = index }
      guard let label = report.blocks[index].label, !label.isEmpty else { continue }
      switch kind {
      case .recommendation, .annex: add(index, Key(kind: kind, annex: nil, label: label.text))
      case .paragraph, .statements:
        add(index, Key(kind: .paragraph, annex: annex, label: label.text))
      case .section:
        let path = TextSlice(report.labelPath(of: index).joined(separator: "."))
        add(index, Key(kind: .section, annex: annex, label: path))
      default: break
      }
    }
  }

  private mutating func add(_ index: BlockIndex, _ key: Key) {
    if first[key] == nil { first[key] = index } else { later[key, default: []].append(index) }
  }

  /// The blocks that have a label.
  /// - Parameters:
  ///   - kind: `recommendation`, `paragraph` (statements too), `section` or `annex`.
  ///   - label: The label as typed; of a section the labels from the top, such as `II.A`.
  ///   - annex: The annex in which the label is read; nil in the body of the report.
  public func blocks(_ kind: BlockKind, _ label: String, in annex: BlockIndex?) -> [BlockIndex] {
    let place = kind == .paragraph || kind == .section ? annex : nil
    let key = Key(kind: kind, annex: place, label: TextSlice(label))
    guard let first = first[key] else { return [] }
    return [first] + (later[key] ?? [])
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
