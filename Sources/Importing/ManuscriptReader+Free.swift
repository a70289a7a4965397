internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// What a paragraph can be in a document that was not printed from a report file.
extension ManuscriptReader {
  mutating func readFreely(_ block: MarkdownBlock) -> Bool {
    guard block.markers.isEmpty, block.nesting == 0 else { return false }
    let text = block.text
    if let heading = recommendation(text) {
      remark(block.line, "recommendation \(heading.label): the line was read as its heading")
      openRecommendation(heading, line: block.line)
      return true
    }
    if block.lines.count == 1, let title = text.emphasized, title.isTitle {
      nextInList = nil
      let markup = text.strong == nil ? 8 : 7
      remark(block.line, "“\(title.withoutEmphasis)” was read as a heading")
      openSection(title.withoutEmphasis, markup: markup, line: block.line)
      return true
    }
    return joinBrokenParagraph(text, block)
  }

  /// Joins a paragraph to the one before, which a page break cut off in the middle of a sentence.
  private mutating func joinBrokenParagraph(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard let current, points.isEmpty, TypedLabel.section(text) == nil,
      let last = draft.blocks[current].paragraphs.indices.last,
      draft.blocks[current].paragraphs[last].isBrokenOff
    else { return false }
    let rest = transcribed(text, at: .inline, line: block.line)
    draft.blocks[current].paragraphs[last] += " " + rest
    remark(block.line, "the text was joined to the paragraph before, which breaks off")
    return true
  }
}

extension TextSlice {
  /// Whether a line in bold or italics may be a heading: it is short and ends no sentence.
  fileprivate var isTitle: Bool {
    guard count <= 400, let last = withoutEmphasis.lastByte else { return false }
    return !".;:,?!".utf8.contains(last)
  }

  private var lastByte: UInt8? { isEmpty ? nil : self[count - 1] }
}

extension String {
  /// Whether a text ends in the middle of a sentence.
  fileprivate var isBrokenOff: Bool {
    guard let last = utf8.last else { return false }
    return last.isLetter || last == UInt8(ascii: ",") || last == UInt8(ascii: "-") || last.isDigit
  }
}
