import ProseSyntax
import Seeding
import SourceText
import Testing

@Suite struct TypedReferenceTests {
  private static let words = ReferenceWords(
    words: [
      ("recommendation", "recommendation"), ("recommendations", "recommendation"),
      ("paragraph", "paragraph"), ("paragraphs", "paragraph"), ("para.", "paragraph"),
      ("paras.", "paragraph"), ("section", "section"), ("sections", "section"), ("annex", "annex"),
      ("annexes", "annex"),
    ],
    conjunctions: ["and", "or"], ownershipWords: ["of", "to", "in", "from", "thereof"],
    selfWords: ["present report", "this report"], directionWords: ["above", "below"],
    rangeWords: ["to"])

  /// A line for each reference: its words, the kind and the numbers, and `?` where it is uncertain.
  private func outline(_ text: String) -> [String] {
    let prose = Prose(TextSlice(text))
    return prose.typedReferences(Self.words).map { reference in
      let numbers = reference.numbers.map { $0.text + ($0.throughNext ? "–" : "") }
      return "\(prose.quoted(reference.range)): \(reference.kind) \(numbers.joined(separator: " "))"
        + (reference.isCertain ? "" : "?")
    }
  }

  private func check(_ text: String, _ expected: String..., at: SourceLocation = #_sourceLocation) {
    #expect(outline(text) == expected, sourceLocation: at)
  }

  /// Checks how a reference that is certain reads when it stands alone.
  private func check(
    numbers text: String, _ expected: String, at: SourceLocation = #_sourceLocation
  ) {
    #expect(outline("see \(text).") == ["\(text): \(expected)"], sourceLocation: at)
    #expect(outline("As “x” (\(text)) says") == ["\(text): \(expected)"], sourceLocation: at)
    #expect(outline("Ünder \(text)") == ["\(text): \(expected)"], sourceLocation: at)
  }

  @Test func `single numbers are found with every word for a kind`() {
    check(numbers: "recommendation 14", "recommendation 14")
    check(numbers: "Recommendation 14", "recommendation 14")
    check(numbers: "para. 5", "paragraph 5")
    check(numbers: "paragraph\u{a0}5", "paragraph 5")
    check(numbers: "section II.A", "section II.A")
    check(numbers: "section II.A.12", "section II.A.12")
    check(numbers: "section A", "section A")
    check(numbers: "annex IV", "annex IV")
    check(numbers: "recommendation 104.12", "recommendation 104.12")
  }

  @Test func `a Latin suffix belongs to the number, in italics too`() {
    check(numbers: "paragraph 12 bis", "paragraph 12 bis")
    check(numbers: "paragraph 12 *ter*", "paragraph 12 ter")
    check(numbers: "paragraphs 12 bis and 13", "paragraph 12 bis 13")
    check("paragraph 12 biscuits", "paragraph 12: paragraph 12")
  }

  @Test func `lists and ranges are read to their end`() {
    check(numbers: "recommendations 12, 14 and 15", "recommendation 12 14 15")
    check(numbers: "paragraphs 3–7", "paragraph 3– 7")
    check(numbers: "paragraphs 3-7", "paragraph 3– 7")
    check(numbers: "paragraphs 3 to 7 and 9", "paragraph 3– 7 9")
    check(numbers: "paragraphs 3, 5–7, and 9", "paragraph 3 5– 7 9")
    check(numbers: "sections II.A and III", "section II.A III")
    check("paras. 4 and 5 above", "paras. 4 and 5: paragraph 4 5")
    check(
      "paragraphs 3 (a) and (b), 4 (c) and 5 (a)–(c) apply",
      "paragraphs 3 (a) and (b), 4 (c) and 5: paragraph 3 4 5")
    check("paragraphs 3 and others", "paragraphs 3: paragraph 3")
    check("paragraph 12 – as amended", "paragraph 12: paragraph 12")
  }

  @Test func `the points after the last number belong to the whole of a reference`() {
    let prose = Prose(TextSlice("In recommendations 3 (a) and 4 (b) (i), and in paragraph 5, see"))
    let found = prose.typedReferences(Self.words)
    #expect(
      found.map { prose.quoted($0.fullRange) } == [
        "recommendations 3 (a) and 4 (b) (i)", "paragraph 5",
      ])
    #expect(
      found.flatMap(\.numbers).map { prose.quoted($0.range.upperBound..<$0.pointsEnd) }
        == [" (a)", " (b) (i)", ""])
  }

  @Test func `several references in a sentence are each found`() {
    check(
      "In paragraphs 3 and 4 and recommendation 12, and in section II.A",
      "paragraphs 3 and 4: paragraph 3 4", "recommendation 12: recommendation 12",
      "section II.A: section II.A")
  }

  @Test func `nothing else that looks like a reference is one`() {
    check("subparagraph 3, sub-paragraph 4, Überparagraph 5")
    check("paragraph five, paragraph, 5 paragraphs, paragraph  x")
    check("paragraph 5/1, paragraph 12-year, paragraph 1,000, paragraph 3rd, paragraph 5%")
    check("recommendation A, paragraph II, section About, section XYZ")
    check("{paragraph 5} <https://a/paragraph> [^paragraph5]")
    check("paragraph\n5")
    check("Paragraph")
  }

  @Test func `a number that another instrument may own is uncertain`() {
    for text in [
      "paragraph 15 of the annex to resolution 5/1",
      "Annex I to the Convention", "paragraphs 3 and 4 of the Convention",
      "paragraph 2 (a) of the Protocol", "paragraph 2, of the Convention",
      "paragraph 15 in decision 4", "paragraph 5 thereof", "paragraph 5 (A/RES/55/25)",
      "decision 18/CMA.1, paragraph 15", "(CTOC/COP/2019/5, para. 4)", "resolution 5/1 (para. 4)",
      "article 3, paragraph 2", "article 3 (b), paragraph 2", "article 3 paragraph 2",
      "the Convention, paragraph 2", "the Convention's paragraph 2", "the States’ annex I",
      "In paragraph 12, 14 States spoke", "resolution 55/25, annex, paragraph 2",
      "resolution 55/25 of 15 November 2000, annex I", "resolution 1325 (2000), paragraph 5",
      "(ibid., para. 5)", "op. cit., paragraph 3", "paragraphs 2 (a) and (b) and 3 of the Protocol",
      "document CTOC/COP/2018/13, paras. 4–6", "chapter II, section A", "rule 12, paragraph 3",
    ] {
      let found = outline(text)
      #expect(!found.isEmpty && found.allSatisfy { $0.hasSuffix("?") }, "\(text): \(found)")
    }
  }

  @Test func `a number of this document is certain`() {
    for text in [
      "paragraph 15 of the present report", "paragraph 15 of this report", "Moreover, paragraph 5",
      "It met in 2019. Paragraph 5",
      "It agreed. Furthermore, paragraph 5 applies", "paragraph 5, which",
      "as in paragraph 5 often",
      "(see paragraph 5)", "the recommendations, paragraph 5", "paragraph 5 to\u{a0}7",
      "paragraph 5 (a) of the present report", "paragraph 5 (a) and (b) of this report",
      "recommendations 12, 14 and 15", "paras. 4–6 above", "annexes I and II to the present report",
    ] {
      let found = outline(text)
      #expect(found.count == 1 && found.allSatisfy { !$0.hasSuffix("?") }, "\(text): \(found)")
    }
  }

  @Test func `quotations and titles own their numbers`() {
    check(
      "“as in paragraph 5”; paragraph 6", "paragraph 5: paragraph 5?", "paragraph 6: paragraph 6")
    check("“paragraph 5", "paragraph 5: paragraph 5?")
    check("“open\nparagraph 5", "paragraph 5: paragraph 5")
    check("\"paragraph 5\"; paragraph 6", "paragraph 5: paragraph 5?", "paragraph 6: paragraph 6")
    check(
      "*On paragraph 5* **paragraph 6**", "paragraph 5: paragraph 5?", "paragraph 6: paragraph 6")
    check("«paragraph 5» [paragraph 6]", "paragraph 5: paragraph 5?", "paragraph 6: paragraph 6")
  }

  @Test func `what an annex or section before it may own is uncertain, and so are both`() {
    check("annex IV, paragraph 2", "annex IV: annex IV?", "paragraph 2: paragraph 2?")
    check("section II, paragraph 2", "section II: section II?", "paragraph 2: paragraph 2?")
  }

  @Test func `what follows another document's number in a sentence may be of that document too`() {
    check(
      "Paragraph 1 of the draft was adopted; paragraph 2 was not. Paragraph 3 was.",
      "Paragraph 1: paragraph 1?", "paragraph 2: paragraph 2?", "Paragraph 3: paragraph 3")
    check(
      "Paragraph 1 of the draft was like paragraph 2 above and recommendation 3.",
      "Paragraph 1: paragraph 1?", "paragraph 2: paragraph 2", "recommendation 3: recommendation 3")
    check(
      "Paragraph 5 was read with paragraph 6.", "Paragraph 5: paragraph 5",
      "paragraph 6: paragraph 6")
  }

  @Test func `what stands in parentheses parts a number from its owner`() {
    check("paragraphs 7 (tax law) and 9 (health) of its report", "paragraphs 7: paragraph 7?")
    check("paragraph 7 (on tax) of the Convention", "paragraph 7: paragraph 7?")
    check("paragraph 7 (on tax) was adopted", "paragraph 7: paragraph 7")
  }

  @Test func `a list that goes on in an unknown way is uncertain`() {
    check("recommendation 13 and/or 14", "recommendation 13: recommendation 13?")
    check("recommendation 13 & 14", "recommendation 13: recommendation 13?")
    check("recommendation 13 the 3 States", "recommendation 13: recommendation 13")
  }

  @Test func `a name before the word owns the number`() {
    check("the FATF recommendation 13", "recommendation 13: recommendation 13?")
    check("that General recommendation 13", "recommendation 13: recommendation 13?")
    check("Under recommendation 13", "recommendation 13: recommendation 13")
  }

  @Test func `what is joined by a conjunction shares its doubts`() {
    check(
      "paragraph 2 and annex I of the Convention", "paragraph 2: paragraph 2?",
      "annex I: annex I?")
    check(
      "article 3, paragraph 2, and paragraph 4", "paragraph 2: paragraph 2?",
      "paragraph 4: paragraph 4?")
  }

  @Test func `a reference is found wherever it stands in a text`() {
    for place in 0..<50 {
      let before = String(repeating: "a", count: place) + " "
      for reference in ["paragraph 5", "section\u{a0}II", "annex\u{202f}B"] {
        for after in ["", String(repeating: " b", count: 20)] {
          let prose = Prose(TextSlice(before + reference + after))
          let found = prose.typedReferences(Self.words).map { prose.quoted($0.range) }
          #expect(found == [reference], "\(prose.text)")
        }
      }
    }
  }

  @Test func `random lists are found whole`() {
    var generator = SeededGenerator(for: "typed references")
    for _ in 0..<5_000 {
      let numbers = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        "\(Int.random(in: 1...300, using: &generator))" + (generator.once(in: 4) ? " bis" : "")
      }
      var list = numbers[0]
      for number in numbers.dropFirst() {
        list +=
          generator.one(of: [", ", " and ", ", and ", "–", " to ", "\u{a0}or\u{a0}"]) + number
      }
      let word = generator.one(of: ["paragraphs", "Recommendations", "paras.", "section"])
      let before = generator.one(of: ["", "in ", "Here – ", "été ", "(", "[and ", "\n"])
      let after = generator.one(of: ["", ".", ")", "; then", "]", "\nof it", "{x}"])
      let prose = Prose(TextSlice(before + word + " " + list + after))
      let found = prose.typedReferences(Self.words)
      #expect(found.map { prose.quoted($0.range) } == ["\(word) \(list)"])
      #expect(found.first?.numbers.map(\.text) == numbers, "\(prose.text)")
      #expect(found.first?.isCertain == true, "\(prose.text)")
    }
  }

  @Test(arguments: ["paragraph 1 ", "1 ", "paragraph 1, ", "“paragraph 2 and "])
  func `a text is searched in one pass, whatever is repeated in it`(piece: String) {
    expectOnePass {
      let prose = Prose(TextSlice(String(repeating: piece, count: 50_000)))
      #expect(prose.typedReferences(Self.words).count <= 50_000)
    }
  }
}
