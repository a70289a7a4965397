import ProseSyntax
import SourceText
import Testing

@Suite struct ProseTests {
  private func check(_ text: String, _ outline: String..., at: SourceLocation = #_sourceLocation) {
    let prose = Prose(TextSlice(text))
    #expect(prose.outline == outline.joined(separator: "\n"), sourceLocation: at)
  }

  @Test func `plain words have no elements`() {
    check("")
    check("Member States should consult survivors, as “set out” (in part) — 12 per cent; a } b.")
    check("`code` ![", #"unclosed bracket "[""#)
  }

  @Test func `emphasis and strong are those of CommonMark`() {
    check("the *Treaty Series*, vol. 2", #"emphasis "*Treaty Series*""#)
    check("_a_ __b__", #"emphasis "_a_""#, #"strong "__b__""#)
    check("snake_case_word and 2 * 3 * 4")
    check("***a***", #"emphasis "***a***""#, #"strong "**a**""#)
    check("***a** b*", #"emphasis "***a** b*""#, #"strong "**a**""#)
    check("***a* b**", #"strong "***a* b**""#, #"emphasis "*a*""#)
    check("é*é*“ *x*”", #"emphasis "*é*""#, #"emphasis "*x*""#)
    check("*(*continued*)*", #"emphasis "*(*continued*)*""#, #"emphasis "*continued*""#)
  }

  @Test func `the content of an emphasis leaves out its delimiters`() {
    let prose = Prose(TextSlice("a **b *c***"))
    let contents = prose.elements.compactMap { element in
      switch element.kind {
      case .emphasis(let content), .strong(let content): prose.quoted(content)
      default: nil
      }
    }
    #expect(contents == ["b *c*", "c"])
  }

  @Test func `nothing but emphasis is special within a paragraph`() {
    check("- *a*", #"emphasis "*a*""#)
    check("    *a*", #"emphasis "*a*""#)
    check("# `*a*`", #"emphasis "*a*""#)
    check("<b title=\"*a*\">", #"emphasis "*a*""#)
    check("***", "")
    check("*a\tb*", #"emphasis "*a\tb*""#)
    check("[*a*](b)", #"brackets "[*a*]""#, #"emphasis "*a*""#)
    check("\0*a*\0", #"emphasis "*a*""#)
  }

  @Test func `emphasis never spans a paragraph break`() {
    check("*a\nb*", #"break "\n""#)
    check(
      "*a* b\n\n_c_", #"emphasis "*a*""#, #"break "\n\n""#, #"emphasis "_c_""#)
  }

  @Test func `references are read in every form`() {
    check("{training}", "full <training> \"{training}\"")
    check("{Training}", "capitalized <Training> \"{Training}\"")
    check("{#training}", "numberOnly <training> \"{#training}\"")
    check("{see training}", "see <training> \"{see training}\"")
    check("{See training}", "see capitalized <training> \"{See training}\"")
    check("{see}", "full <see> \"{see}\"")
    check("{ a , b-2,c }", "full <a> <b-2> <c> \"{ a , b-2,c }\"")
    check("{#a, b}", "numberOnly <a> <b> \"{#a, b}\"")
    check("{see a, b}", "see <a> <b> \"{see a, b}\"")
  }

  @Test func `each identifier of a reference has its exact place`() {
    let prose = Prose(TextSlice("see {training} and {Speakers, judges}"))
    let identifiers = prose.elements.flatMap { element -> [Range<Int>] in
      guard case .reference(let reference) = element.kind else { return [] }
      return reference.identifiers
    }
    #expect(identifiers == [5..<13, 20..<28, 30..<36])
  }

  @Test func `a reference with an identifier that cannot be one is malformed`() {
    for text in ["{}", "{a,}", "{a b}", "{a_b}", "{-a}", "{a-}", "{a--b}", "{AB}", "{a, B}", "{é}"]
    {
      let prose = Prose(TextSlice(text))
      guard case .reference(let reference)? = prose.elements.first?.kind else {
        Issue.record("\(text) is no reference")
        continue
      }
      #expect(!reference.isWellFormed, "\(text)")
    }
  }

  @Test func `a reference knows whether it stands in parentheses`() {
    check("(as in {a}) {b}", "full in parentheses <a> \"{a}\"", "full <b> \"{b}\"")
    check("a) {a}", "full <a> \"{a}\"")
    check("((x) {a})", "full in parentheses <a> \"{a}\"")
    check("(\n{a}", #"break "\n""#, "full <a> \"{a}\"")
  }

  @Test func `a brace that is not closed in its paragraph opens nothing`() {
    check("{training and *x*", #"unclosed reference "{""#, #"emphasis "*x*""#)
    check("{a\nb}", #"unclosed reference "{""#, #"break "\n""#)
    check("{a {b}", #"unclosed reference "{""#, "full <b> \"{b}\"")
  }

  @Test func `two braces are one literal brace`() {
    check("{{a}}", #"brace "{{""#)
    check("{{{a}", #"brace "{{""#, "full <a> \"{a}\"")
    check(#"\{a}"#, #"escape "\\{""#)
  }

  @Test func `references count as letters, and are found in emphasis and brackets`() {
    check("*{a}*b", #"emphasis "*{a}*""#, "full <a> \"{a}\"")
    check("_{a}_b", "full <a> \"{a}\"")
    check("{*a*}", "full malformed <*a*> \"{*a*}\"")
    check(
      "[*{a}[^n]*]", #"brackets "[*{a}[^n]*]""#, #"emphasis "*{a}[^n]*""#,
      "full <a> \"{a}\"", "footnote n \"[^n]\"")
  }

  @Test func `a footnote indicator has a key without white space`() {
    check("a.[^key]", "footnote key \"[^key]\"")
    check("[^a_b*]*c*", "footnote a_b* \"[^a_b*]\"", #"emphasis "*c*""#)
    check("[^]", #"brackets "[^]""#)
    check("[^a b]", #"brackets "[^a b]""#)
    check("[^a", #"unclosed bracket "[""#)
  }

  @Test func `brackets nest, and those left over are single`() {
    check("2nd, 3rd [and 4th]", #"brackets "[and 4th]""#)
    check("[a [b] c]", #"brackets "[a [b] c]""#, #"brackets "[b]""#)
    check("[a [b]", #"unclosed bracket "[""#, #"brackets "[b]""#)
    check("a] b", #"unopened bracket "]""#)
    check("[a\n\nb]", #"brackets "[a\n\nb]""#, #"break "\n\n""#)
    check(#"\[a]"#, #"escape "\\[""#, #"unopened bracket "]""#)
  }

  @Test func `a pair of brackets is never half in an emphasis`() {
    check("[*a] b*", #"unclosed bracket "[""#, #"emphasis "*a] b*""#, #"unopened bracket "]""#)
    check("[*[a] b*]", #"brackets "[*[a] b*]""#, #"emphasis "*[a] b*""#, #"brackets "[a]""#)
  }

  @Test func `autolinks are characters throughout`() {
    check("<https://a.b/_c_*{d}[e]>", "autolink \"<https://a.b/_c_*{d}[e]>\"")
    check("see <a.b@c-d.org>.", "autolink \"<a.b@c-d.org>\"")
    check("<a> <b c:d> <a@b-> <1:2> <a@b..c>")
    check("{<https://a>}", "full malformed <<https://a>> \"{<https://a>}\"")
  }

  @Test func `escapes and entities are those of CommonMark`() {
    check(#"\* \a \"#, #"escape "\\*""#)
    check(
      "&amp; &#8211; &#x2D; &nosuch; & &amp", #"entity "&amp;""#, #"entity "&#8211;""#,
      #"entity "&#x2D;""#)
  }

  @Test func `an element is found wherever it stands in a text`() {
    for place in 0..<50 {
      let before = String(repeating: "|} \t", count: place)
      for element in ["*x*", "_x_", "{x}", "[^x]", "[", "]", "\\*", "&amp;", "<ab:c>", "\n", "\r"] {
        for after in ["", String(repeating: " x", count: 20)] {
          let prose = Prose(TextSlice(before + element + after))
          let found = prose.elements.map { prose.quoted($0.range) }
          #expect(found == [element], "\(prose.text)")
        }
      }
    }
  }

  @Test func `paragraphs lie between the runs of line feeds`() {
    func paragraphs(_ text: String) -> [String] {
      let prose = Prose(TextSlice(text))
      return prose.paragraphs.map(prose.quoted)
    }
    #expect(paragraphs("a") == ["a"])
    #expect(paragraphs("\na b\n\n  c \n \nd\n") == ["a b", "c", "d"])
    #expect(paragraphs(" \n") == [])
    #expect(paragraphs("\u{a0}a") == ["\u{a0}a"])
  }
}
