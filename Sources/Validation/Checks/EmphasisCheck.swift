internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// Finds bold type in running text, and titles that are both quoted and in italics.
struct EmphasisCheck: TextCheck {
  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.role != .table else { return }
    for element in prose.elements {
      switch element.kind {
      case .strong where passage.role == .text || passage.role == .footnote:
        findings.append(
          Finding(
            "emphasis-unwarranted", at: context.place(passage.text, element.range),
            "bold type is for headings, and for conclusions where the body has asked for it"))
      case .emphasis(let content):
        reportQuotedTitle(element.range, content, passage, context, &findings)
      default: break
      }
    }
  }

  private func reportQuotedTitle(
    _ range: Range<Int>, _ content: Range<Int>, _ passage: Passage, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let text = passage.text.text
    // What begins with a small letter is no title, but words of another language.
    guard !beginsSmall(text[content]),
      let (opening, closing) = quotes(around: range, in: text) ?? quotes(within: content, text)
    else { return }
    let whole =
      min(range.lowerBound, opening.lowerBound)..<max(range.upperBound, closing.upperBound)
    let map = context.map(of: passage.text)
    let edits = [opening, closing].compactMap { map.edit(replacing: $0, with: "") }
    findings.append(
      Finding(
        "title-quoted-and-italic", at: context.place(passage.text, whole),
        "a title is in italics or between quotation marks, not both",
        fixes: edits.count == 2
          ? [
            Fix(
              "Take out the quotation marks", safety: .needsReview,
              edits: edits.map { FileEdit(context.report.id, $0) })
          ] : []))
  }

  private func beginsSmall(_ text: TextSlice) -> Bool {
    text.string.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase ?? false
  }

  /// The quotation marks directly around a stretch.
  private func quotes(around range: Range<Int>, in text: TextSlice) -> (Range<Int>, Range<Int>)? {
    guard let opening = QuotationMark.ending(at: range.lowerBound, in: text),
      let closing = QuotationMark.starting(at: range.upperBound, in: text),
      opening.mayOpen, closing.mayClose
    else { return nil }
    return (opening.range, closing.range)
  }

  /// The quotation marks at the ends of a stretch, where they are the only ones in it.
  private func quotes(within content: Range<Int>, _ text: TextSlice) -> (Range<Int>, Range<Int>)? {
    guard let opening = QuotationMark.starting(at: content.lowerBound, in: text),
      let closing = QuotationMark.ending(at: content.upperBound, in: text),
      opening.mayOpen, closing.mayClose, opening.range.upperBound < closing.range.lowerBound
    else { return nil }
    return (opening.range, closing.range)
  }
}
