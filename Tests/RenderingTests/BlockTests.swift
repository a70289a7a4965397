import ReportModel
import Testing

@Suite struct BlockTests {
  @Test func `every paragraph of a quote is marked, and its source stands beneath`() {
    check(
      report(
        "- quote: \"One\\n\\n> Two\"\n  source: Resolution 55/25, {p}\n- {paragraph: 1, id: p, text: P}"
      ),
      prints: "> One\n>\n> \\> Two\n>\n> — Resolution 55/25, paragraph 1\n\n1. P")
  }

  @Test func `an unnumbered text may have points, at the left edge`() {
    check(
      report(
        """
        - text: "Do:"
          points:
            - This
            - text: "That:"
              points: [Now]
        """),
      prints: "Do:\n\n(a) This\n\n(b) That:\n\n\u{2003}\u{2003}(i) Now")
  }

  @Test func `a recommendation may have points and go on in paragraphs`() {
    check(
      report("- {recommendation: 2, text: \"One:\\nTwo:\", points: [Three, Four]}"),
      prints: "#### *Recommendation 2*\n\nOne:\n\nTwo:\n\n(a) Three\n\n(b) Four")
  }

  @Test func `an empty report has no line at all`() {
    #expect(printed(["report: draft-report\n"]) == "")
  }

  @Test func `points have letters as long as anybody can count them, then figures`() {
    let labels = [1, 26, 27, 234, 235, 120_000].map { NumberingStyle.pointLabel($0, level: 0) }
    #expect(labels == ["(a)", "(z)", "(aa)", "(zzzzzzzzz)", "(235)", "(120000)"])
    #expect([234, 235].map { NumberingStyle.pointLabel($0, level: 1) } == ["(ccxxxiv)", "(235)"])
    #expect(NumberingStyle.pointLabel(235, level: 2) == "235.")
  }
}
