import ProseSyntax
import SourceText

extension Prose {
  /// The text of a range.
  func quoted(_ range: Range<Int>) -> String { text[range].string }

  /// A line for each element: what it is, and the text that it takes in.
  var outline: String {
    elements.map { "\(name(of: $0)) \(quoted($0.range).debugDescription)" }
      .joined(separator: "\n")
  }

  private func name(of element: ProseElement) -> String {
    switch element.kind {
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .autolink: "autolink"
    case .reference(let reference): name(of: reference)
    case .footnote(let key): "footnote \(quoted(key))"
    case .brackets: "brackets"
    case .literalBrace: "brace"
    case .escape: "escape"
    case .entity: "entity"
    case .paragraphBreak: "break"
    case .unclosedReference: "unclosed reference"
    case .unclosedBracket: "unclosed bracket"
    case .unopenedBracket: "unopened bracket"
    }
  }

  private func name(of reference: Reference) -> String {
    var words = ["\(reference.style)"]
    if reference.isCapitalized && reference.style == .see { words.append("capitalized") }
    if reference.isInParentheses { words.append("in parentheses") }
    if !reference.isWellFormed { words.append("malformed") }
    return (words + reference.identifiers.map { "<\(quoted($0))>" }).joined(separator: " ")
  }
}
