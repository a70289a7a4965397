internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

extension MarkdownCompositor {
  /// Sets the number of a paragraph, so that a reader shows it as it is.
  /// - Returns: The margin of what belongs to the paragraph: the width of its number where it is
  ///   an item of a list, else none.
  mutating func setNumber(of block: Block) -> Margin {
    guard let label = block.label?.text, !label.isEmpty else {
      list.close()
      galley.append(language.phrase(.unnumbered))
      return Margin(indentation: 0)
    }
    if let number = block.number, number.isPlain, list.add(number.number) {
      galley.append(label)
      galley.append(".")
      return Margin(indentation: label.count + 2)
    }
    list.close()
    set(TextSlice(label.string.withFullStop), at: .paragraphStart, isVerbatim: true)
    return Margin(indentation: 0)
  }

  /// The label of a block as Markdown.
  func markdownLabel(of block: Block) -> String {
    guard let label = block.label, !label.isEmpty else { return language.phrase(.unnumbered) }
    return block.number == nil ? label.string.escapedForMarkdown : label.string
  }
}

extension String {
  /// A label with the full stop after it, which one in parentheses or brackets does not take.
  var withFullStop: String {
    guard let last = utf8.last else { return "" }
    return last == .closingParenthesis || last == .closingBracket ? self : self + "."
  }
}
