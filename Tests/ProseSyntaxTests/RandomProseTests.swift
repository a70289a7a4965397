import ProseSyntax
import Seeding
import SourceText
import Testing

@Suite struct RandomProseTests {
  @Test func `elements nest, come in order, and are what they say`() {
    var texts = RandomTexts(for: "elements nest")
    for _ in 0..<20_000 {
      let text = texts.next(paragraphs: true)
      let prose = Prose(TextSlice(text))
      if let fault = fault(in: prose) {
        Issue.record("\(fault) in \(text.debugDescription):\n\(prose.outline)")
        return
      }
    }
  }

  /// What is wrong with the elements of a text, if anything is.
  private func fault(in prose: Prose) -> String? {
    var open: [ProseElement] = []
    var last = 0
    for element in prose.elements {
      let range = element.range
      guard !range.isEmpty, range.lowerBound >= last, range.upperBound <= prose.text.count else {
        return "an element is out of order"
      }
      while let container = open.last, container.range.upperBound <= range.lowerBound {
        open.removeLast()
      }
      if let container = open.last, range.upperBound > container.range.upperBound {
        return "elements cross"
      }
      if !isGenuine(element, in: prose) { return "\(element.kind) is not there" }
      last = holdsElements(element) ? range.lowerBound + 1 : range.upperBound
      open.append(element)
    }
    return nil
  }

  private func holdsElements(_ element: ProseElement) -> Bool {
    switch element.kind {
    case .emphasis, .strong, .brackets: true
    default: false
    }
  }

  private func isGenuine(_ element: ProseElement, in prose: Prose) -> Bool {
    let quoted = prose.quoted(element.range)
    func isBetween(_ opening: String, _ closing: String) -> Bool {
      quoted.utf8.count >= opening.utf8.count + closing.utf8.count
        && quoted.utf8.starts(with: opening.utf8)
        && quoted.utf8.reversed().starts(with: closing.utf8.reversed())
    }
    switch element.kind {
    case .emphasis(let content):
      let inside = prose.quoted(content)
      return !quoted.contains("\n") && (quoted == "*\(inside)*" || quoted == "_\(inside)_")
    case .strong(let content):
      let inside = prose.quoted(content)
      return !quoted.contains("\n") && (quoted == "**\(inside)**" || quoted == "__\(inside)__")
    case .autolink: return isBetween("<", ">")
    case .reference(let reference):
      let inside = reference.identifiers.allSatisfy {
        element.range.lowerBound < $0.lowerBound && $0.upperBound < element.range.upperBound
      }
      return isBetween("{", "}") && inside && !quoted.contains("\n")
    case .footnote(let key): return quoted == "[^\(prose.quoted(key))]" && !key.isEmpty
    case .brackets: return isBetween("[", "]")
    case .literalBrace: return quoted == "{{"
    case .escape: return quoted.count == 2 && quoted.first == "\\"
    case .entity: return isBetween("&", ";")
    case .paragraphBreak: return quoted.allSatisfy { $0 == "\n" }
    case .unclosedReference: return quoted == "{"
    case .unclosedBracket: return quoted == "["
    case .unopenedBracket: return quoted == "]"
    }
  }

  @Test func `emphasis, escapes, entities and autolinks are those that CommonMark finds`() {
    var texts = RandomTexts(for: "as CommonMark reads")
    for _ in 0..<40_000 {
      // What is a character here and markup there takes no part in this comparison.
      let text = texts.next(paragraphs: false).filter { !"`[]{}~\t".contains($0) }
      if text.utf8.contains(UInt8(ascii: "<")), mayHoldTag(text) { continue }
      let whole = TextSlice(text)
      let prose = Prose(whole[whole.trimmed])
      // U+00A0 keeps the beginning from making another kind of block.
      let expected = CommonMarkReader.reading("\u{a0}" + prose.text.string)
      let paragraph = CommonMarkReader.tag("paragraph", "\u{a0}" + DisplayedProse(prose).content)
      let shown = CommonMarkReader.tag("document", paragraph)
      guard shown == expected else {
        Issue.record("\(text.debugDescription):\n\(shown)\n\(expected)")
        return
      }
    }
  }

  private func mayHoldTag(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.dropLast().contains { index in
      bytes[index] == UInt8(ascii: "<") && "bB/!?aAxXwWos".utf8.contains(bytes[index + 1])
    }
  }

  @Test func `any bytes can be read`() {
    var generator = SeededGenerator(for: "any bytes")
    let alphabet = Array("*_{}[]^\\<>&;:@#a \n\r\t\0".utf8) + [0x80, 0xC3, 0xE2, 0xF0, 0xFF]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<count).map { _ in generator.one(of: alphabet) }
      let prose = Prose(TextStorage(copying: bytes).all)
      #expect(prose.elements.allSatisfy { $0.range.upperBound <= count }, "\(bytes)")
      #expect(prose.paragraphs.allSatisfy { !$0.isEmpty }, "\(bytes)")
    }
  }

  @Test(
    arguments: [
      "*", "_", "a*", "*a", "**a ", "*a_ ", "{", "{a", "{a} ", "[", "[^", "]", "[a](", "&", "&a",
      "<", "<a:", "<a@", "\\", "\n", "a\n", "`", "(", "({a}", "*{a}* ",
    ])
  func `a text is read in one pass, whatever is repeated in it`(piece: String) {
    expectOnePass {
      let prose = Prose(TextSlice(String(repeating: piece, count: 100_000)))
      #expect(prose.elements.allSatisfy { $0.range.upperBound <= prose.text.count })
    }
  }
}
