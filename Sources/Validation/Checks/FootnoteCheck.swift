internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds indicators without a footnote, and footnotes without an indicator.
struct FootnoteCheck: TextCheck {
  private let known: Set<TextSlice>
  private var used: Set<TextSlice> = []
  private var suggestions = Suggestions()

  init(_ context: CheckContext) {
    known = Set(context.report.footnotes.map(\.key.text))
  }

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    for element in prose.elements {
      guard case .footnote(let range) = element.kind else { continue }
      let key = passage.text.text[range]
      used.insert(key)
      guard !known.contains(key) else { continue }
      let meant = suggestions.nearest(
        to: key.string, among: context.report.footnotes.lazy.map(\.key.string))
      findings.append(
        Finding(
          unknown: "footnote-unresolved", at: context.place(passage.text, range),
          "no footnote has the key `\(key.string)`", meant: meant))
    }
  }

  mutating func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    for note in context.report.footnotes where !used.contains(note.key.text) {
      findings.append(
        Finding(
          "footnote-unused", at: context.place(note.key.range),
          "nothing in the text calls footnote `\(note.key.string)`; its indicator is "
            + "`[^\(note.key.string)]`"))
    }
  }
}
