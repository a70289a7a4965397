/// Where in a Markdown document a text is put: it decides what in the text would be markup there.
public enum MarkdownPosition: Sendable {
  /// At the beginning of a paragraph, where a `#` or `12.` would begin another kind of block.
  case paragraphStart
  /// After other words of a paragraph.
  case inline
  /// At the end of a heading, of which `#` at its end would be no part.
  case heading
  /// Between the delimiters of an emphasis, with which its own could make pairs.
  case emphasized
}
