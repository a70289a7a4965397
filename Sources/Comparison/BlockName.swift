internal import Collation
public import ReportModel
internal import SourceText

extension Comparison {
  /// How a block is called: "recommendation 12", "section II.A", "recommendation 13 (b)".
  /// - Parameters:
  ///   - location: The block, of the old or of the new version.
  ///   - isOld: Whether it is of the old version.
  ///   - noun: What blocks of a kind are called.
  public func name(
    of location: BlockLocation, isOld: Bool, noun: (BlockKind) -> String
  ) -> String {
    let version = isOld ? old : new
    let report = version.series.parts[location.part]
    let block = report.blocks[location.block]
    let owner = block.kind == .point ? report.owner(of: location.block) : location.block
    let kind = report.blocks[owner].kind
    let name = [noun(kind), number(of: location, in: report)].compactMap { $0 }
      .joined(separator: " ")
    guard block.kind != .section, block.kind != .annex,
      let annex = report.annex(of: location.block)
    else { return name }
    let holder = [noun(.annex), report.blocks[annex].label?.string ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return "\(holder), \(name)"
  }

  /// The label of a point, with those of the points around it; nil where a block is none.
  public func pointLabel(of location: BlockLocation, isOld: Bool) -> String? {
    let report = (isOld ? old : new).series.parts[location.part]
    guard report.blocks[location.block].kind == .point else { return nil }
    return report.pointLabels(of: location.block).joined(separator: " ")
  }

  private func number(of location: BlockLocation, in report: Report) -> String? {
    let block = report.blocks[location.block]
    switch block.kind {
    case .section:
      return report.labelPath(of: location.block).joined(separator: ".")
    case .point:
      let path = report.pointLabels(of: location.block).joined(separator: " ")
      guard let label = report.blocks[report.owner(of: location.block)].label, !label.isEmpty
      else { return path }
      return "\(label.string) \(path)"
    case .heading, .table: return (block.title?.string).map { "“\($0)”" }
    default: return block.label.flatMap { $0.isEmpty ? nil : $0.string }
    }
  }
}

extension Report {
  /// The block whose point, or whose point's point, a block is; of any other block itself.
  func owner(of index: BlockIndex) -> BlockIndex {
    guard blocks[index].kind == .point else { return index }
    return ancestor(of: index) { $0.kind != .point } ?? index
  }

  /// The labels of a point and of those around it, from the outermost: `(b)`, `(i)`.
  func pointLabels(of index: BlockIndex) -> [String] {
    var labels: [String] = []
    var next = index
    while blocks[next].kind == .point, let parent = blocks[next].parent {
      var ordinal = 0
      for sibling in children(of: parent) where blocks[sibling].kind == .point {
        ordinal += 1
        if sibling == next { break }
      }
      labels.insert(NumberingStyle.pointLabel(ordinal, level: blocks[next].depth), at: 0)
      next = parent
    }
    return labels
  }
}
