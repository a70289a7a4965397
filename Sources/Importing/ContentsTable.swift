internal import ProseSyntax
internal import RuleLibrary
internal import SourceText

/// The table of contents of a document, with the numbers of pages that it had, which is dropped.
struct ContentsTable {
  private let language: Language
  private var isOpen = false

  init(_ language: Language) {
    self.language = language
  }

  /// Whether a block is part of the table.
  mutating func takes(_ block: MarkdownBlock, before next: MarkdownBlock?) -> Bool {
    isOpen =
      isOpen && isEntry(block) || hasLeaders(block)
      || isTitle(block) && next.map { isEntry($0) || hasLeaders($0) } ?? false
    return isOpen
  }

  /// Whether the heading of the table may be the first line of the entries themselves.
  private func hasLeaders(_ block: MarkdownBlock) -> Bool {
    block.lines.count > 1 && block.lines.contains(where: \.text.hasLeaders)
      && block.lines.allSatisfy { isEntry($0.text) || isTitle($0.text) }
  }

  private func isTitle(_ block: MarkdownBlock) -> Bool {
    guard block.lines.count == 1, block.markers.isEmpty, block.quotation == nil else {
      return false
    }
    return isTitle(block.lines[0].text)
  }

  private func isTitle(_ line: TextSlice) -> Bool {
    line.withoutEmphasis.isOne(of: language.manuscripts[.contents])
  }

  private func isEntry(_ block: MarkdownBlock) -> Bool {
    if case .heading = block.kind { return false }
    if block.kind == .rule || block.lines.isEmpty { return false }
    return block.lines.allSatisfy { isEntry($0.text) }
      || block.table.map { $0.dropFirst(2).allSatisfy { isEntry($0.text) } } ?? false
  }

  /// Whether a line ends with the number of a page, is a link to a place in the document, or stands
  /// above the numbers.
  private func isEntry(_ line: TextSlice) -> Bool {
    let text = line.withBytes { bytes in
      let end = bytes.lastIndex { !$0.isBlank && $0 != UInt8(ascii: "|") }
      return line[0..<(end.map { $0 + 1 } ?? 0)]
    }
    guard let last = text.words.last else { return true }
    if last.withBytes({ $0.last?.isDigit ?? false }), text.words.count > 1, !text.endsSentence {
      return true
    }
    if MarkupCleaning.navigation(in: text) != nil { return true }
    return last.isOne(of: language.manuscripts[.pages])
  }
}

extension TextSlice {
  /// Whether the line has dots that lead from a title to the number of its page.
  fileprivate var hasLeaders: Bool { firstRange(of: TextSlice(".....")) != nil }
}
