internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

extension MarkdownCompositor {
  mutating func setMasthead() {
    setHeading("#", .organ)
    let distribution = phrase(.distribution, "distribution", .distribution)
    setLines([typed(.symbol, at: .paragraphStart), distribution, dateOfDocument()])
    setLines([phrase(.original, "language", .original)])
    let body = typed(.body, at: .emphasized).map { "**\($0)**" }
    setLines([body, typed(.session, at: .paragraphStart), placeAndDates()])
    setLines([phrase(.agendaItem, "item", .item)])
    setHeading("##", .title)
    setHeading("###", .subtitle)
  }

  private mutating func setHeading(_ marks: String, _ field: MastheadField) {
    guard let title = report.masthead[field] else { return }
    galley.startBlock()
    galley.append(marks + " ")
    setLine(title.text, at: .heading, isVerbatim: field == .organ)
  }

  /// Sets lines as one block, with a hard break after each but the last.
  private mutating func setLines(_ lines: [String?]) {
    let lines = lines.compactMap(\.self)
    guard !lines.isEmpty else { return }
    galley.startBlock()
    galley.append(lines.joined(separator: "  \n"))
  }

  private mutating func typed(_ field: MastheadField, at position: MarkdownPosition) -> String? {
    report.masthead[field].map { markdown(of: $0, at: position, isVerbatim: true) }
  }

  private mutating func phrase(_ phrase: Phrase, _ blank: String, _ field: MastheadField)
    -> String?
  {
    typed(field, at: .inline).map { language.phrase(phrase, [blank: $0]) }
  }

  private mutating func dateOfDocument() -> String? {
    report.masthead.date.map(language.words) ?? typed(.date, at: .paragraphStart)
  }

  /// "Vienna, 9–11 September 2019"
  private mutating func placeAndDates() -> String? {
    guard let meeting = report.masthead.meeting else { return nil }
    let place = meeting.place.map { markdown(of: $0, at: .paragraphStart, isVerbatim: true) }
    let dates = meeting.from.map { language.words(from: $0, to: meeting.to ?? $0) }
    let parts = [place, dates].compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: language.phrase(.joiner))
  }
}
