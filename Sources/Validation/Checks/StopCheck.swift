internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds paragraphs and recommendations that end without a full stop, and points that end without
/// the semicolon of those around them.
///
/// What introduces points or a list is not looked at, nor what may be no sentence.
struct StopCheck: TextCheck {
  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    // Nearly every text ends with a mark.
    guard passage.role == .text, !passage.text.text.endsWithMark, let index = passage.block,
      let mark = mark(after: index, context.report),
      !passage.text.isFollowedByComment(in: context.report.file),
      let end = endOfLastWord(in: prose),
      context.report.blocks[index].kind == .point || isSentence(prose, upTo: end)
    else { return }
    let word = passage.text.text.lastWord(before: end)
    // "Train judges; and"
    if mark == .semicolon, passage.text.text.hasMark(before: word) { return }
    let typed = passage.text.text[word].string
    let part = mark == .semicolon ? "point" : "paragraph"
    findings.append(
      Finding(
        "stop-missing", at: context.place(passage.text, word),
        "the \(part) ends without a \(mark.name)", caption: typed + mark.rawValue,
        fixes: context.rewriting(
          passage.text, word, as: typed + mark.rawValue, isSafe: false,
          title: "Write a \(mark.name)")))
  }

  private enum Mark: String {
    case fullStop = "."
    case semicolon = ";"

    var name: String { self == .semicolon ? "semicolon" : "full stop" }
  }

  /// The mark that the text of a block should end with; nil where that is not certain.
  private func mark(after index: BlockIndex, _ report: Report) -> Mark? {
    if isLast(index, report) { return .fullStop }
    return isAmongSemicolons(index, report) ? .semicolon : nil
  }

  /// Whether a point without points of its own stands before another of its list, and the point
  /// beside it ends with a semicolon.
  private func isAmongSemicolons(_ index: BlockIndex, _ report: Report) -> Bool {
    let block = report.blocks[index]
    guard block.kind == .point, block.end == index + 1, let parent = block.parent,
      block.end < report.blocks[parent].end
    else { return false }
    let neighbour = parent + 1 < index ? index - 1 : block.end
    return report.blocks[neighbour].text?.text.last == UInt8(ascii: ";")
  }

  /// Whether the text of a block is all that stands under its number, or the last of its points.
  private func isLast(_ index: BlockIndex, _ report: Report) -> Bool {
    let block = report.blocks[index]
    switch block.kind {
    case .paragraph, .recommendation:
      let particulars = block.particulars
      return block.end == index + 1 && !block.isWithdrawn && particulars?.states == nil
        && particulars?.organizations == nil
    // The points before the last say whether the points of a list have marks.
    case .point:
      guard block.end == index + 1, let parent = block.parent,
        report.blocks[parent].end == block.end, parent + 1 < index,
        report.blocks[parent].kind != .point
      else { return false }
      return report.blocks[parent + 1].text?.text.last == UInt8(ascii: ";")
    default: return false
    }
  }

  /// The end of the last word of a text; nil where a mark follows it, or where the text ends in
  /// something else.
  private func endOfLastWord(in prose: Prose) -> Int? {
    var end = prose.paragraphs.last?.upperBound ?? 0
    // Indicators of footnotes and the ends of emphasis and quotations come after the full stop.
    for element in prose.elements.reversed() where element.range.upperBound == end {
      switch element.kind {
      case .footnote: end = element.range.lowerBound
      case .emphasis(let content), .strong(let content): end = content.upperBound
      case .reference: return element.range.upperBound
      default: return nil
      }
    }
    if let mark = QuotationMark.ending(at: end, in: prose.text), mark.mayClose {
      end = mark.range.lowerBound
    }
    guard end > 0, prose.text.isLetter(at: end - 1) || 0x30...0x39 ~= prose.text[end - 1] else {
      return nil
    }
    // Marks of other scripts are no letters, but their bytes are such.
    let scalar = prose.text[max(end - 4, 0)..<end].string.unicodeScalars.last
    return scalar.map { $0.properties.isAlphabetic || $0.value < 0x80 } == true ? end : nil
  }

  /// Whether a text begins as sentences do, and is long enough to be one.
  private func isSentence(_ prose: Prose, upTo end: Int) -> Bool {
    let words = prose.text[0..<end].string.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, words.count >= Self.fewestWords else { return false }
    return first.unicodeScalars.first.map { $0.properties.isUppercase || $0 == "{" || $0 == "*" }
      ?? false
  }

  private static let fewestWords = 4
}

extension SourcedText {
  /// Whether a comment follows the text on its line: the end of the text may be in it.
  fileprivate func isFollowedByComment(in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    var offset = range.end.utf8
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset > range.end.utf8 && offset < bytes.count && bytes[offset] == UInt8(ascii: "#")
      && origin.style == .plain
  }
}

extension TextSlice {
  var last: UInt8? { isEmpty ? nil : self[count - 1] }

  /// Whether the last character but line ends is a mark of punctuation.
  fileprivate var endsWithMark: Bool {
    var end = count
    while end > 0, self[end - 1] == 0x0A { end -= 1 }
    return end == 0 || ".;:,!?".utf8.contains(self[end - 1])
  }

  /// Whether a mark of punctuation stands before a word, and a space between them.
  fileprivate func hasMark(before word: Range<Int>) -> Bool {
    word.lowerBound > 1 && ";,".utf8.contains(self[word.lowerBound - 2])
  }

  /// The word that ends at an offset.
  fileprivate func lastWord(before end: Int) -> Range<Int> {
    var start = end
    while start > 0, !isBlank(at: start - 1) { start -= 1 }
    return start..<end
  }
}
