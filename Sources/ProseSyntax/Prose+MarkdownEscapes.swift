internal import SourceText

extension Prose {
  /// Where a backslash must stand in a Markdown document, so that its reader shows the text as it
  /// is read here: backticks, tags and bracket links are markup there, and are characters here.
  ///
  /// - Parameter position: Where the text, which must be of one paragraph, is put.
  /// - Returns: UTF-8 offsets in the text of the characters to be escaped, in order.
  public func markdownEscapes(at position: MarkdownPosition) -> [Int] {
    text.withBytes { bytes in
      var escapes = MarkdownEscapes(bytes, elements)
      switch position {
      case .paragraphStart: escapes.findBlockStart()
      case .inline: break
      case .heading: escapes.findClosingSequence()
      case .emphasized: escapes.findLoneDelimiters()
      }
      escapes.findInlineMarkup()
      return escapes.sorted()
    }
  }
}
