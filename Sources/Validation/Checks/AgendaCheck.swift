internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds agenda items that are named but are not on the agenda, where an agenda is given.
struct AgendaCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    let masthead = context.report.masthead
    guard !masthead.agenda.isEmpty else { return }
    let known = Set(masthead.agenda.map(\.number.text))
    func check(_ item: SourcedText) {
      guard !item.isEmpty, !known.contains(item.text) else { return }
      let list = masthead.agenda.map(\.number.string).joined(separator: ", ")
      findings.append(
        Finding(
          "agenda-item-unknown", at: context.place(item.range),
          "agenda item \(item.string) is not on the agenda, which has \(list)"))
    }
    if let item = masthead[.item] { check(item) }
    for index in context.report.blocks.indices {
      guard let particulars = context.report.blocks[index].particulars else { continue }
      if let item = particulars.item { check(item) }
      particulars.items.forEach(check)
    }
  }
}
