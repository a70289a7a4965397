import ProseSyntax
import SourceText
import Testing

@Suite struct MarkdownEscapesTests {
  /// The text as it is printed: references as words, and backslashes where they are asked for.
  private func printed(_ prose: Prose, escaping escapes: [Int]) -> String {
    var printed = ""
    var copied = 0
    var rest = escapes[...]
    func copy(upTo end: Int) {
      while let escape = rest.first, escape < end {
        printed += prose.quoted(copied..<escape) + "\\"
        copied = escape
        rest.removeFirst()
      }
      printed += prose.quoted(copied..<end)
      copied = end
    }
    for element in prose.elements {
      let words: String
      switch element.kind {
      case .reference(let reference): words = DisplayedProse.words(for: reference)
      case .literalBrace: words = "{"
      case .footnote: words = "[^1]"
      default: continue
      }
      copy(upTo: element.range.lowerBound)
      printed += words
      copied = element.range.upperBound
    }
    copy(upTo: prose.text.count)
    return printed
  }

  private func printed(_ text: String, at position: MarkdownPosition) -> String {
    let prose = Prose(TextSlice(text))
    return printed(prose, escaping: prose.markdownEscapes(at: position))
  }

  /// Checks that of some texts, put at a place in a document, a reader shows the author's text.
  private func checkRandomTexts(
    at position: MarkdownPosition, between beginning: String = "", and end: String = "",
    in containers: [String] = ["paragraph"], after words: String = ""
  ) {
    var texts = RandomTexts(for: "escapes at \(position)")
    for _ in 0..<20_000 {
      let whole = TextSlice(texts.next(paragraphs: false))
      let prose = Prose(whole[whole.trimmed])
      if prose.text.isEmpty { continue }
      let document = beginning + printed(prose, escaping: prose.markdownEscapes(at: position)) + end
      let shown = CommonMarkReader.reading(document + "\n\n[^1]: note\n")
      let expected = DisplayedProse(prose).reading(after: words, in: containers)
      guard shown == expected else {
        Issue.record("\(prose.text.string.debugDescription):\n\(document)\n\(expected)\n\(shown)")
        return
      }
    }
  }

  @Test func `a reader of a paragraph sees the author's text`() {
    checkRandomTexts(at: .paragraphStart)
  }

  @Test func `a reader of a list item sees the author's text`() {
    checkRandomTexts(at: .paragraphStart, between: "4. ", in: ["list", "item", "paragraph"])
  }

  @Test func `a reader of a heading sees the author's text`() {
    checkRandomTexts(at: .heading, between: "## II. ", in: ["heading"], after: "II. ")
    checkRandomTexts(at: .heading, between: "## ", in: ["heading"])
  }

  @Test func `a reader sees the author's text after other words`() {
    checkRandomTexts(at: .inline, between: "(a) ", after: "(a) ")
  }

  @Test func `in an emphasized text no delimiter may pair with those around it`() {
    for (text, expected) in [
      ("a * b ** c", #"a \* b \*\* c"#), ("snake_case *b* c", #"snake\_case *b* c"#),
      (#"\* <https://a.b/_c> {a}"#, #"\* <https://a.b/_c> section II"#),
    ] {
      #expect(printed(text, at: .emphasized) == expected)
    }
  }

  @Test func `only what would be markup is escaped`() {
    func check(
      _ text: String, at position: MarkdownPosition = .paragraphStart, is expected: String,
      line: SourceLocation = #_sourceLocation
    ) {
      #expect(printed(text, at: position) == expected, sourceLocation: line)
    }
    for text in [
      "2nd, 3rd [and 4th] meetings", "[and 4th]", "[a] (b)", "States' – “x” 'y' \"z\"", "#3 ###a",
      "-5 to +5", "1.5 12)a 2019", "a < b > c", "<1 and >2", "a `b", "~5 per cent", "3 * 4 _ 5",
      "*a* **b**", "&amp; & \\*", "<https://a.b>", "== a", "*-* a", "wow! [a]", "[^1] a", "a | b",
      "__", "1234567890. a", "a\\ b", "_ - -",
    ] {
      check(text, is: text)
    }
    check("# a", is: "\\# a")
    check("# a", at: .inline, is: "# a")
    check("> a", is: "\\> a")
    check("- a", is: "\\- a")
    check("+", is: "\\+")
    check("* * *", is: "\\* * *")
    check("___", is: "\\___")
    check("===", is: "\\===")
    check("2019. A", is: "2019\\. A")
    check("2019. A", at: .inline, is: "2019. A")
    check("{#a}) b", is: "12\\) b")
    check("[a]: b", is: "\\[a]: b")
    check("[^a]: b", is: "[^1]\\: b")
    check("[a](b)", is: "[a]\\(b)")
    check("[^a](b)", is: "[^1]\\(b)")
    check("[^a b]", is: "\\[^a b]")
    check("a `b` c", is: "a \\`b` c")
    check("```a", is: "\\```a")
    check("~~~", is: "\\~~~")
    check("a ~~b~~", is: "a \\~\\~b\\~\\~")
    check("a <b> c", is: "a \\<b> c")
    check("<div", is: "\\<div")
    check("a ##", at: .heading, is: "a \\##")
    check("a ##", is: "a ##")
  }

  @Test(
    arguments: [
      "`", "`a", "``a`", "\\`a", "<", "<a", "~a ", "[^", "](", "{a}", "[", "*", "* ", "1", "{#a}",
    ])
  func `escapes are found in one pass, whatever is repeated in a text`(piece: String) {
    expectOnePass {
      let prose = Prose(TextSlice(String(repeating: piece, count: 100_000)))
      for position in [MarkdownPosition.paragraphStart, .heading, .emphasized] {
        #expect(prose.markdownEscapes(at: position).count <= prose.text.count)
      }
    }
  }
}
