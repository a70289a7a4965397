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
  /// - Parameters:
  ///   - beginning: What stands before the text in the document.
  ///   - end: What stands after it.
  ///   - characters: What the texts do not have. All parsers of cmark-gfm share what is markup to
  ///     one of them, so that where some test strikes text out, emphasis beside a `~` differs.
  ///   - strikesOut: Whether the reader takes `~` for markup.
  ///   - reading: What is shown of the document, given what is shown of the text.
  private func checkRandomTexts(
    at position: MarkdownPosition, between beginning: String = "", and end: String = "",
    without characters: String = "~", strikesOut: Bool = false, shows reading: (String) -> String
  ) {
    var texts = RandomTexts(for: "escapes at \(position) after \(beginning.debugDescription)")
    for _ in 0..<20_000 {
      let text = texts.next(paragraphs: false).filter { !characters.contains($0) }
      let whole = TextSlice(text)
      let prose = Prose(whole[whole.trimmed])
      if prose.text.isEmpty { continue }
      let document = beginning + printed(prose, escaping: prose.markdownEscapes(at: position)) + end
      let shown = CommonMarkReader.reading(
        document + "\n\n[^1]: note\n", strikesOut: strikesOut)
      let expected = CommonMarkReader.tag("document", reading(DisplayedProse(prose).content))
      guard shown == expected else {
        Issue.record("\(prose.text.string.debugDescription):\n\(document)\n\(expected)\n\(shown)")
        return
      }
    }
  }

  private func paragraph(_ content: String) -> String {
    CommonMarkReader.tag("paragraph", content)
  }

  private func heading(_ content: String) -> String { CommonMarkReader.tag("heading", content) }

  @Test func `a reader of a paragraph sees the author's text`() {
    checkRandomTexts(at: .paragraphStart, shows: paragraph)
  }

  @Test func `a reader of a list item sees the author's text`() {
    checkRandomTexts(at: .paragraphStart, between: "4. ") {
      CommonMarkReader.tag("list", CommonMarkReader.tag("item", paragraph($0)))
    }
  }

  @Test func `a reader of a quotation sees the author's text`() {
    checkRandomTexts(at: .paragraphStart, between: "> ") {
      CommonMarkReader.tag("block_quote", paragraph($0))
    }
  }

  @Test func `a reader of a heading sees the author's text`() {
    checkRandomTexts(at: .heading, between: "## II. ") { heading("II. " + $0) }
    checkRandomTexts(at: .heading, between: "## ", shows: heading)
  }

  @Test func `a reader sees the author's text after other words`() {
    checkRandomTexts(at: .inline, between: "(a) ") { paragraph("(a) " + $0) }
  }

  @Test func `a reader of a table cell sees the author's text`() {
    let tag = CommonMarkReader.tag
    let header = tag("table_header", tag("table_cell", "a"))
    checkRandomTexts(at: .inline, between: "| a |\n|---|\n| ", and: " |", without: "|~") {
      tag("table", header + tag("table_row", tag("table_cell", $0)))
    }
  }

  @Test func `a reader to whom tildes are markup sees nothing struck out`() {
    checkRandomTexts(
      at: .paragraphStart, without: "*_", strikesOut: true, shows: paragraph)
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
      "-5 to +5", "1.5 12)a 2019", "a < b > c", "<1 and >2", "a `b", "~5 to ~10", "3 * 4 _ 5",
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
      "`", "`a", "``a`", "\\`a", "<", "<a", "~a ", "~a", "[^", "](", "{a}", "[", "*", "* ", "1",
      "{#a}",
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
