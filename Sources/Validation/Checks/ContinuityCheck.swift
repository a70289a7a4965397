internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// Finds paragraphs that break off within a sentence: the lines of `|`, or a line of `>-` that is
/// indented by a space too many, are paragraphs of their own.
struct ContinuityCheck: TextCheck {
  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.role == .text, !prose.elements.isEmpty else { return }
    let paragraphs = prose.paragraphs
    let text = passage.text.text
    let breaks = zip(paragraphs, paragraphs.dropFirst()).filter {
      endsOpen($0, text) && goesOn(from: $1, text)
    }
    guard !breaks.isEmpty else { return }
    // Where another break is meant, those of lines are too.
    let isWhole = breaks.count == paragraphs.count - 1
    var edits: Set<[TextEdit]> = []
    for (before, after) in breaks {
      let joining = joining(before, after, passage.text, isWhole: isWhole, context)
      // One line that is indented too far breaks the text before it and after it.
      if let joining, !edits.insert(joining).inserted { continue }
      // Items of a list may begin and end so as well.
      if joining == nil, !text.beginsSentence(at: before.lowerBound) { continue }
      findings.append(
        Finding(
          "paragraph-broken", at: context.place(passage.text, text.firstWord(from: after)),
          "a new paragraph begins here within a sentence",
          fixes: joining.map { edits in
            [
              Fix(
                "Join the two", safety: passage.text.origin.style == .folded ? .safe : .needsReview,
                edits: edits.map { FileEdit(context.report.id, $0) })
            ]
          } ?? []))
    }
  }

  /// The fewest words of a paragraph that breaks off: what has fewer may be a line of a list.
  private static let fewestWords = 3

  /// Whether a paragraph ends with a word, and so long that it is more than a line by itself.
  private func endsOpen(_ paragraph: Range<Int>, _ text: TextSlice) -> Bool {
    // Most end with a mark.
    let end = text[paragraph.upperBound - 1]
    guard end >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(end) else { return false }
    let words = text[paragraph].string.split(separator: " ")
    guard words.count >= Self.fewestWords, let last = words.last?.unicodeScalars.last else {
      return false
    }
    return last.properties.isLowercase
  }

  /// Whether a paragraph begins with a word of small letters, and another word follows.
  private func goesOn(from paragraph: Range<Int>, _ text: TextSlice) -> Bool {
    let word = text.firstWord(from: paragraph)
    guard word.upperBound < paragraph.upperBound else { return false }
    return text[word].string.unicodeScalars.allSatisfy(\.properties.isLowercase)
  }

  /// The edits that make one paragraph of two, where the source shows that they were meant as one;
  /// nil where it does not.
  private func joining(
    _ before: Range<Int>, _ after: Range<Int>, _ text: SourcedText, isWhole: Bool,
    _ context: CheckContext
  ) -> [TextEdit]? {
    guard text.origin.style == .folded || text.origin.style == .literal && isWhole else {
      return nil
    }
    let file = context.report.file
    let map = context.map(of: text)
    let first = file.startOfLine(at: map.source(of: before.lowerBound))
    let last = file.startOfLine(at: map.source(of: before.upperBound))
    let next = file.startOfLine(at: map.source(of: after.lowerBound))
    guard file.endOfLine(at: last).utf8 < next.utf8, file.isNextLine(next, after: last) else {
      return nil
    }
    let (indentation, below) = (file.indentation(of: last), file.indentation(of: next))
    if text.origin.style == .literal {
      let header = text.range.start
      guard file.text.bytes[header.utf8] == UInt8(ascii: "|"),
        below == file.indentation(of: first)
      else { return nil }
      return [TextEdit(TextRange(header, header + 1), ">")]
    }
    guard indentation != below else { return nil }
    let (line, surplus) =
      indentation > below ? (last, indentation - below) : (next, below - indentation)
    return [TextEdit(TextRange(line, line + surplus), "")]
  }
}

extension TextSlice {
  /// Whether something other than a small letter stands at an offset.
  fileprivate func beginsSentence(at offset: Int) -> Bool {
    let first = self[offset..<Swift.min(offset + 4, count)].string.unicodeScalars.first
    return first?.properties.isLowercase == false
  }

  /// The first word of a stretch, up to a space.
  fileprivate func firstWord(from range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, self[end] != 0x20 { end += 1 }
    return range.lowerBound..<end
  }
}

extension SourceFile {
  /// The number of spaces that a line begins with.
  fileprivate func indentation(of line: TextOffset) -> Int {
    text.bytes[line.utf8...].prefix { $0 == 0x20 }.count
  }

  /// Whether a line follows another directly.
  fileprivate func isNextLine(_ next: TextOffset, after line: TextOffset) -> Bool {
    let end = endOfLine(at: line).utf8
    let lineBreak = text.bytes[end..<next.utf8]
    return lineBreak.count == 1 || lineBreak.elementsEqual([0x0D, 0x0A])
  }
}
