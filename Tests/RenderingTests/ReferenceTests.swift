import Testing

/// Blocks to refer to, in the body and in an annex.
private let blocks = """
  contents:
    - section: II
      id: chapter
      title: Recommendations
      contents:
        - section: A
          id: general
          title: General
          contents:
            - {section: (a), id: staff, title: Staff}
            - {section: (b), id: judges, title: Judges}
        - {recommendation: 12, id: r12, text: R}
        - recommendation: 13
          id: r13
          points:
            - One
            - text: Two
              id: r13-b
              points:
                - text: Three
                  id: r13-b-i
                  points: [{text: Four, id: r13-b-i-a}]
        - {recommendation: 14, id: r14, text: R}
        - {recommendation: 16, id: r16, text: R}
        - {recommendation: 16 bis, id: r16-bis, text: R}
        - {recommendation: 17, id: r17, text: R}
        - {recommendation: , id: new, text: R}
        - {paragraph: 3, id: p3, text: P}
        - {paragraph: 4, id: p4, text: P}
        - {statements: 5, id: speakers, states: [Chad]}
        - {heading: Introduction, id: introduction, contents: []}
        - {text: "Do:", points: [{text: This, id: loose}]}

  """

private let annexes = """
  annexes:
    - annex: I
      id: documents
      title: Documents
      contents:
        - {paragraph: 3, id: a3, text: P}
        - {paragraph: 4, id: a4, text: P}
        - {section: A, id: list, title: List}

  """

/// Prints a text that follows all of the blocks, or precedes them.
private func check(
  text: String, isFirst: Bool = false, prints expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let block = "  - {text: \"\(text)\"}\n"
  let body =
    isFirst
    ? "contents:\n" + block + blocks.dropFirst("contents:\n".count) : blocks + block
  let document = printed([body + annexes])
  let paragraphs = document.split(separator: "\n\n").map(String.init)
  let place = isFirst ? 0 : paragraphs.count - 5
  #expect(paragraphs[place] == expected, sourceLocation: sourceLocation)
}

@Suite struct ReferenceTests {
  @Test func `a reference names the kind and the number of its target`() {
    check(text: "{r12}, {p4}, {speakers}", prints: "recommendation 12, paragraph 4, paragraph 5")
    check(text: "{r16-bis} {documents}", prints: "recommendation 16 bis annex I")
    check(text: "{R12} {#r12} {#chapter}", prints: "Recommendation 12 12 II")
  }

  @Test func `a section is cited by its path`() {
    check(text: "{chapter} {general}", prints: "section II section II.A")
    check(
      text: "{staff} {staff, judges}", prints: "section II.A (a) sections II.A (a) and II.A (b)")
  }

  @Test func `a point is cited by its recommendation and its labels`() {
    check(text: "{r13-b} {r13-b-i}", prints: "recommendation 13 (b) recommendation 13 (b) (i)")
    check(text: "{r13-b-i-a} {#r13-b}", prints: "recommendation 13 (b) (i) a 13 (b)")
    check(text: "{r12, r13-b, r13}", prints: "recommendations 12, 13 and 13 (b)")
    check(text: "{loose}", prints: "subparagraph (a)")
  }

  @Test func `numbers are sorted, named once, and folded from three on`() {
    check(text: "{r13, r12}", prints: "recommendations 12 and 13")
    check(text: "{r14, r12, r13}", prints: "recommendations 12–14")
    check(text: "{r16, r12, r13, r14}", prints: "recommendations 12–14 and 16")
    check(text: "{r16, r16-bis, r17}", prints: "recommendations 16, 16 bis and 17")
    check(text: "{r12, r12}", prints: "recommendation 12")
    check(text: "{#r12, r13, r14}", prints: "12–14")
  }

  @Test func `kinds are grouped in the order of their first mention`() {
    check(text: "{p4, r12, p3}", prints: "paragraphs 3 and 4 and recommendation 12")
    check(text: "{r12, p4, chapter}", prints: "recommendation 12, paragraph 4 and section II")
    check(text: "{#p4, r12}", prints: "4 and 12")
  }

  @Test func `what stands in an annex is cited with the annex`() {
    check(text: "{a3} {A3}", prints: "annex I, paragraph 3 Annex I, paragraph 3")
    check(text: "{a3, a4, p3}", prints: "annex I, paragraphs 3 and 4 and paragraph 3")
    check(text: "{list} {#a3}", prints: "annex I, section A 3")
    check(
      "annexes:\n  - {annex: , id: only, contents: [{paragraph: 1, id: a1, text: \"{only}, {a1}\"}]}",
      prints: "## Annex\n\n1. annex, annex, paragraph 1")
  }

  @Test func `an author's note says on which side the target stands`() {
    check(
      text: "{see r12}; {See r12}",
      prints: "see recommendation 12 above; See recommendation 12 above")
    check(text: "{see p3, p4}", isFirst: true, prints: "see paragraphs 3 and 4 below")
    check(text: "{see a3}", prints: "see annex I, paragraph 3 below")
    check(text: "{see p3, a3}", prints: "see paragraph 3 and annex I, paragraph 3")
  }

  @Test func `no side is named for what holds the reference itself`() {
    check(
      report(
        """
        - section: I
          id: here
          contents:
            - paragraph: 1
              id: self
              text: "{see self}, {see here}, {see below}"
              points: [{text: "{see self}", id: below}]
        """),
      prints: """
        ## I.

        1. see paragraph 1, see section I, see paragraph 1 (a) below

           (a) see paragraph 1
        """)
  }

  @Test func `in parentheses paragraphs are shortened`() {
    check(text: "({p4}; {p3, p4})", prints: "(para. 4; paras. 3 and 4)")
    check(text: "({see p4}) {p4}", prints: "(see para. 4 above) paragraph 4")
    check(text: "({P4}, {#p4}, {a3})", prints: "(Para. 4, 4, annex I, para. 3)")
  }

  @Test func `another part of the series is named by its symbol`() {
    let first = "symbol: A/AC.1/L.1\n" + blocks + annexes
    check(
      first,
      "symbol: A/AC.1/L.1/Add.1\n"
        + report(
          """
          - {recommendation: 18, id: own, text: "{r12}, {see r12, r13}, {#r12} ({p3}) ({see a3})"}
          - {recommendation: 19, text: "{own, r12}"}
          """),
      part: 1,
      prints: """
        A/AC.1/L.1/Add.1

        #### *Recommendation 18*

        recommendation 12 (A/AC.1/L.1), see recommendations 12 and 13 (A/AC.1/L.1), 12 \
        (A/AC.1/L.1, para. 3) (see A/AC.1/L.1, annex I, para. 3)

        #### *Recommendation 19*

        recommendation 18 and recommendation 12 (A/AC.1/L.1)
        """)
  }

  @Test func `what has no number is printed as what it is`() {
    check(text: "{nowhere} {see nowhere}", prints: "[unresolved: nowhere] [unresolved: nowhere]")
    check(text: "{introduction}: x", prints: "[unresolved: introduction]\\: x")
    check(text: "{r12, no_where}", prints: "recommendation 12 and [unresolved: no\\_where]")
    check(text: "{new} {nowhere}(x)", prints: "recommendation […] [unresolved: nowhere]\\(x)")
    check(text: "{} {r12,}", prints: "[unresolved: ] recommendation 12 and [unresolved: ]")
  }

  @Test func `braces that are no references are printed`() {
    check(text: "{{r12} {r12", prints: "{r12} {r12")
  }
}
