import ProseSyntax
import RunningText
import SourceText
import Testing

private func check(
  _ text: String, reads expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(Wording(of: text).shown == expected, sourceLocation: sourceLocation)
}

private func check(
  _ text: String, hasIn zone: Token.Zones, _ expected: String...,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = Wording(of: text).words { $0.zones.contains(zone) }
  #expect(found == expected, sourceLocation: sourceLocation)
}

private func kinds(_ text: String) -> [Token.Kind] { Wording(of: text).tokens.map(\.kind) }

@Suite struct WordingTests {
  @Test func `words and marks are told apart, and what joins them is known`() {
    check("The Chair, at once, rose.", reads: "The |Chair|, |at |once|, |rose|.")
    check("state-owned (re-use)", reads: "state|-|owned |(|re|-|use|)")
    check("", reads: "")
    check("  \u{A0}\u{202F} a\u{2009}b ", reads: "a |b")
  }

  @Test func `an apostrophe belongs to its word, a possessive does not`() {
    check("don't don’t o’clock", reads: "don't |don’t |o’clock")
    check("UNODC's Chair’s", reads: "UNODC|'s |Chair|’s")
    check("States’ 'quoted'", reads: "States|’ |'|quoted|'")
    #expect(kinds("UNODC's")[1] == .possessive)
  }

  @Test func `words of all scripts are words`() {
    check("Türkiye, naïveté", reads: "Türkiye|, |naïveté")
    check("Комитет по правам", reads: "Комитет |по |правам")
    check("العربية، نص", reads: "العربية|، |نص")
    check("CO₂ m² × 3", reads: "CO₂ |m|² |× |3")
    #expect(Wording(of: "Élan École état").words { $0.traits.contains(.capitalized) }.count == 2)
  }

  @Test func `numbers keep their separators`() {
    check("1,000 and 2.5, 8.30", reads: "1,000 |and |2.5|, |8.30")
    check("in 2019, 2020.", reads: "in |2019|, |2020|.")
    check("2nd 1990s 5,12", reads: "2nd |1990s |5|,|12")
    check("12–14", reads: "12|–|14")
    #expect(kinds("12 2nd") == [.number, .word])
  }

  @Test func `document symbols and addresses are one token`() {
    check("see CTOC/COP/WG.4/2019/L.1/Add.1.", reads: "see |CTOC/COP/WG.4/2019/L.1/Add.1|.")
    check("(A/RES/55/25)", reads: "(|A/RES/55/25|)")
    check("A/68/351/Add.1 (Part I)", reads: "A/68/351/Add.1 |(|Part |I|)")
    check("55/25, 18/CMA.1", reads: "55/25|, |18/CMA.1")
    check("HIV/AIDS and/or", reads: "HIV|/|AIDS |and|/|or")
    check("<https://un.org/a> www.un.org.", reads: "<https://un.org/a> |www.un.org|.")
    check("https://un.org/x?a=1, a@b.org;", reads: "https://un.org/x?a=1|, |a@b.org|;")
    #expect(kinds("A/RES/55/25 55/25 a@b.c") == [.symbol, .symbol, .address])
  }

  @Test func `elements of the text are one token, and emphasis is none`() {
    check("as in {training},[^note] and", reads: "as |in |{training}|,|[^note] |and")
    check("*word*s and **bold**", reads: "word|s |and |bold")
    check(#"A \* B &amp; C {{"#, reads: #"A |\* |B |&amp; |C |{{"#)
    check("one\n\ntwo", reads: "one|\n\n|two")
    #expect(kinds("{a}[^b]\\*")[...] == [.reference, .footnote, .element])
  }

  @Test func `quotations are known by curly, straight and inner marks`() {
    check("a “b c” d", hasIn: .quotation, "b", "c")
    check("a \"b\" c \"d\"", hasIn: .quotation, "b", "d")
    check("a “b “c” d” e", hasIn: .quotation, "b", "c", "d")
    check("the States’ and ‘b c’ d", hasIn: .quotation, "b", "c")
    check("5' 10\" high and “b”", hasIn: .quotation, "b")
    check("left “open\nnext", hasIn: .quotation, "open")
  }

  @Test func `italics, bold, brackets and parentheses are known`() {
    check("a *b **c*** d", hasIn: .italics, "b", "c")
    check("a *b **c*** d", hasIn: .bold, "c")
    check("a [b (c)] d", hasIn: .brackets, "b", "c")
    check("a [b (c)] d", hasIn: .parentheses, "c")
    check("[a *b* c] d", hasIn: .brackets, "a", "b", "c")
    check("a (b\nc) d", hasIn: .parentheses, "b")
  }

  @Test func `the first words of sentences are known`() {
    func starts(_ text: String) -> [String] {
      Wording(of: text).words { $0.traits.contains(.startsSentence) }
    }
    #expect(starts("One. Two, three! Four") == ["One", "Two", "Four"])
    #expect(starts("By Ms. Calhoun, vol. 22, No. 5. End") == ["By", "End"])
    #expect(starts("By J. Smith. “Then” all") == ["By", "Then"])
    #expect(starts("Noted etc. and so on. 12 spoke") == ["Noted", "12"])
    #expect(starts("Said.[^a] Then\nnew") == ["Said", "Then", "new"])
    #expect(starts("| Year | States parties |") == ["Year", "States"])
  }

  @Test func `words in capitals are known`() {
    let text = "UNODC NGOs The USA's McDonald A ÉU AIDS2 iOS"
    #expect(
      Wording(of: text).words { $0.traits.contains(.allCapitals) }
        == ["UNODC", "USA", "ÉU", "AIDS2"])
    #expect(Wording(of: text).words { $0.traits.contains(.pluralCapitals) } == ["NGOs"])
  }

  @Test func `parts of compounds are known to be parts`() {
    let wording = Wording(of: "a state-owned state, re-use - of")
    let whole = wording.tokens.indices.filter {
      wording.tokens[$0].isWord && wording.isWhole($0..<$0 + 1)
    }
    #expect(whole.map(wording.string) == ["a", "state", "of"])
    #expect(wording.string(of: wording.compound(around: 1)) == "state-owned")
    #expect(wording.string(of: wording.compound(around: 3)) == "state-owned")
    #expect(wording.string(of: wording.compound(around: 4)) == "state")
  }
}
