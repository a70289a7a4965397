internal import ProseSyntax
internal import ReportModel
internal import SourceText

extension MarkdownCompositor {
  /// Sets the notes that were cited, and those that they cite.
  mutating func setNotes() {
    let outer = standpoint
    standpoint.isInFootnote = true
    var next = 0
    while next < notes.cited.count {
      let note = notes.cited[next]
      next += 1
      standpoint.block = note.citation
      startBlockAtEdge()
      galley.append(notes.indicator(next))
      if notes.indicators == .numbers { galley.append(":") }
      let isContainer = notes.indicators == .numbers
      for (index, paragraph) in report.footnotes[note.footnote].text.text.paragraphs.enumerated() {
        if index == 0 {
          galley.append(" ")
        } else {
          galley.startBlock(indentation: isContainer ? 4 : 0)
        }
        set(paragraph, at: isContainer || index > 0 ? .paragraphStart : .inline)
      }
    }
    standpoint = outer
  }
}
