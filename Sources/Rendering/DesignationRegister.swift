internal import ReportModel
internal import SourceText

/// What the blocks of a part are called.
struct DesignationRegister: Sendable {
  private let report: Report
  private let part: Int
  /// What is printed in place of a number that is not there yet.
  private let unnumbered: String
  /// By block, the place of a point among its siblings, from 1; 0 for any other block.
  private let ordinals: ContiguousArray<Int32>
  private let annexCount: Int

  init(_ report: Report, part: Int, unnumbered: String) {
    self.report = report
    self.part = part
    self.unnumbered = unnumbered
    ordinals = Self.ordinals(of: report)
    annexCount = report.blocks.count { $0.kind == .annex }
  }

  private static func ordinals(of report: Report) -> ContiguousArray<Int32> {
    var ordinals = ContiguousArray<Int32>(repeating: 0, count: report.blocks.count)
    var counts = ordinals
    for (index, block) in report.blocks.enumerated() where block.kind == .point {
      guard let parent = block.parent else { continue }
      counts[parent] += 1
      ordinals[index] = counts[parent]
    }
    return ordinals
  }

  /// The index just after the last block that a block holds.
  func end(of index: BlockIndex) -> BlockIndex { report.blocks[index].end }

  /// What a block is called; nil where no number is printed for it.
  func designation(of index: BlockIndex) -> Designation? {
    let block = report.blocks[index]
    switch block.kind {
    case .section: return designation(index, .section, path(to: index))
    case .annex: return designation(index, .annex, annexNumber(of: block))
    case .paragraph, .statements, .recommendation:
      return designation(index, noun(of: block), number(of: block), label: block.number)
    case .point:
      guard let root = report.ancestor(of: index, where: { $0.kind != .point }) else { return nil }
      return designation(ofPoint: index, in: root)
    case .heading, .quote, .table, .text: return nil
    }
  }

  private func designation(
    _ index: BlockIndex, _ kind: BlockKind, _ number: String, label: Label? = nil,
    isWhole: Bool? = nil
  ) -> Designation {
    Designation(
      key: Designation.Key(part: part, annex: report.annex(of: index), kind: kind),
      location: BlockLocation(part: part, block: index), label: label, number: number,
      isWhole: isWhole ?? label?.isPlain ?? false)
  }

  /// "13 (b) (i)", and "(b) (i)" where the points are those of an unnumbered text.
  private func designation(ofPoint index: BlockIndex, in root: BlockIndex) -> Designation? {
    let block = report.blocks[root]
    let points = pointPath(to: index, below: root)
    if block.kind == .text { return designation(index, .point, points, isWhole: false) }
    let number = number(of: block) + " " + points
    return designation(index, noun(of: block), number, label: block.number, isWhole: false)
  }

  private func noun(of block: Block) -> BlockKind {
    block.kind == .statements ? .paragraph : block.kind
  }

  private func number(of block: Block) -> String {
    guard let label = block.label, !label.isEmpty else { return unnumbered }
    return block.number?.text ?? label.string.escapedForMarkdown
  }

  private func annexNumber(of annex: Block) -> String {
    annexCount == 1 && annex.label?.isEmpty ?? true ? "" : number(of: annex)
  }

  /// "II.A.1 (a)": the labels of the sections around a section, and its own.
  private func path(to section: BlockIndex) -> String {
    var path = number(of: report.blocks[section])
    var inner = section
    while let outer = report.ancestor(of: inner, where: { $0.kind == .section }) {
      path = number(of: report.blocks[outer]) + (path.hasPrefix("(") ? " " : ".") + path
      inner = outer
    }
    return path
  }

  /// "(b) (i) a": a full stop that belongs to a label is not cited.
  private func pointPath(to point: BlockIndex, below root: BlockIndex) -> String {
    var labels: [String] = []
    var next = point
    while next != root, let parent = report.blocks[next].parent {
      let label = NumberingStyle.pointLabel(
        Int(ordinals[next]), level: report.blocks[next].depth)
      labels.insert(label.hasSuffix(".") ? String(label.dropLast()) : label, at: 0)
      next = parent
    }
    return labels.joined(separator: " ")
  }
}
