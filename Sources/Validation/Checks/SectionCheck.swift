internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds reports and sections that hold nothing, and subsections that stand alone.
struct SectionCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    let report = context.report
    if context.series.parts.allSatisfy(\.blocks.isEmpty) {
      findings.append(
        Finding(
          "contents-missing", at: context.place(report.masthead.firstKeyRange),
          "the report has a masthead and nothing else; its blocks stand under `contents:`"))
    }
    for index in report.divisions where report.blocks[index].kind != .annex {
      let block = report.blocks[index]
      if block.end == index + 1, !sharesText(index, context) {
        findings.append(
          Finding(
            "section-empty", at: context.place(OutlineCheck.range(of: block)),
            "\(context.name(of: index)) holds nothing", ceiling: .warning))
      }
    }
    reportLone(context, &findings)
  }

  /// Whether a heading stands directly above another that has the text for both.
  ///
  /// A section that says `contents:` itself, and has none, is a gap and shares nothing.
  private func sharesText(_ index: BlockIndex, _ context: CheckContext) -> Bool {
    let blocks = context.report.blocks
    let next = blocks[index].end
    guard blocks[index].contentsKeyRange == nil, next < blocks.count,
      blocks[next].parent == blocks[index].parent
    else { return false }
    return blocks[next].kind == .section || blocks[next].kind == .heading
  }

  /// A subheading never stands alone: an A needs a B. An addendum may carry part of a section.
  private func reportLone(_ context: CheckContext, _ findings: inout [Finding]) {
    guard context.isWhole || !context.isAddendum else { return }
    let siblings = siblingLabels(context)
    for index in context.report.divisions {
      let block = context.report.blocks[index]
      guard block.kind == .section, let parent = block.parent,
        context.report.blocks[parent].kind != .annex,
        case let path = context.report.labelPath(of: index),
        siblings[Array(path.dropLast())]?.count == 1
      else { continue }
      findings.append(
        Finding(
          "section-lone", at: context.place(OutlineCheck.range(of: block)),
          "\(context.name(of: index)) is the only one in \(context.name(of: parent)); a subsection "
            + "never stands alone", ceiling: context.isWhole ? nil : .note))
    }
  }

  /// The labels of the sections below each section, over all parts.
  private func siblingLabels(_ context: CheckContext) -> [[String]: Set<String>] {
    var labels: [[String]: Set<String>] = [:]
    for (part, report) in context.series.parts.enumerated() {
      for index in report.divisions
      where report.blocks[index].kind == .section && report.annex(of: index) == nil {
        let path = report.labelPath(of: index)
        // A label that is not there yet counts by its place.
        let label = path.last.flatMap { $0.isEmpty ? nil : $0 } ?? "\(part):\(index)"
        labels[Array(path.dropLast()), default: []].insert(label)
      }
    }
    return labels
  }
}
