internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds indicators without a footnote, footnotes without an indicator, and indicators before the mark
/// that they should follow.
struct FootnoteCheck: TextCheck {
  private let known: Set<TextSlice>
  private var used: Set<TextSlice> = []
  /// Keys that no footnote has, and where they stand.
  private var unresolved: [(key: TextSlice, place: Place)] = []

  init(_ context: CheckContext) {
    known = Set(context.report.footnotes.map(\.key.text))
  }

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    /// Where the indicators begin that stand in a row.
    var start = 0
    var end = 0
    for element in prose.elements {
      guard case .footnote(let range) = element.kind else { continue }
      if element.range.lowerBound != end { start = element.range.lowerBound }
      end = element.range.upperBound
      reportMark(after: start..<end, passage, prose, context, &findings)
      let key = passage.text.text[range]
      used.insert(key)
      if !known.contains(key) { unresolved.append((key, context.place(passage.text, range))) }
    }
  }

  /// Reports a mark of punctuation that stands after some indicators and not before them.
  private func reportMark(
    after indicators: Range<Int>, _ passage: Passage, _ prose: Prose, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let text = passage.text.text
    let end = indicators.upperBound
    guard passage.role != .quote, end < text.count, Self.marks.contains(text[end]),
      end + 1 == text.count || text.isBlank(at: end + 1),
      indicators.lowerBound > 0, text.isLetter(at: indicators.lowerBound - 1)
    else { return }
    var zones = ZoneMap(prose)
    guard !zones.isQuoted(at: end) else { return }
    let range = indicators.lowerBound..<end + 1
    let written = "\(text[end..<end + 1])\(text[indicators])"
    findings.append(
      Finding(
        "footnote-misplaced", at: context.place(passage.text, range),
        "the indicator of a footnote stands after the mark of punctuation", caption: written,
        fixes: context.rewriting(passage.text, range, as: written, isSafe: true)))
  }

  private static let marks = Array(",;.".utf8)

  mutating func join(_ next: FootnoteCheck, _ findings: inout [Finding]) {
    used.formUnion(next.used)
    unresolved += next.unresolved
  }

  func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    var suggestions = Suggestions()
    for (key, place) in unresolved {
      let meant = suggestions.nearest(
        to: key.string, among: context.report.footnotes.lazy.map(\.key.string))
      findings.append(
        Finding(
          unknown: "footnote-unresolved", at: place, "no footnote has the key `\(key.string)`",
          meant: meant))
    }
    for note in context.report.footnotes where !used.contains(note.key.text) {
      findings.append(
        Finding(
          "footnote-unused", at: context.place(note.key.range),
          "nothing in the text calls footnote `\(note.key.string)`; its indicator is "
            + "`[^\(note.key.string)]`"))
    }
  }
}
