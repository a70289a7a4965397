internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

extension MarkdownCompositor {
  /// Sets the heading of a section or annex.
  mutating func setHeading(of block: Block) {
    startBlockAtEdge()
    let isAnnex = block.kind == .annex
    let level = isAnnex ? 2 : 2 + block.depth + sectionShift
    galley.append(String(repeating: "#", count: min(level, 6)) + " ")
    let label = label(beforeTitleOf: block)
    var title = markdown(of: block.title, at: .heading)
    if block.isContinued { title = language.phrase(.continued, ["title": title]) }
    galley.append(isAnnex && title.isEmpty ? label : label.withFullStop)
    if !label.isEmpty, !title.isEmpty { galley.append(" ") }
    galley.append(title)
  }

  private func label(beforeTitleOf block: Block) -> String {
    switch block.kind {
    case .heading: ""
    case .annex where block.label?.isEmpty ?? true: language.phrase(.annexAlone)
    case .annex: language.phrase(.annexHeading, ["label": markdownLabel(of: block)])
    default: markdownLabel(of: block)
    }
  }
}
