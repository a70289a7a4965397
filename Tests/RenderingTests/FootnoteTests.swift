import Testing

@Suite struct FootnoteTests {
  private let notes = """
    footnotes:
      treaty: "Vol. 2237.\\nNo. 39574."
      other: "See {first} and {see first}.[^treaty]"

    """

  @Test func `footnotes are numbered as they are first cited, and stand at the end`() {
    check(
      notes
        + report(
          """
          - {paragraph: 1, id: first, text: "One.[^other] Two.[^other]"}
          - {text: "Three.[^treaty]"}
          """),
      prints: """
        1. One.[^1] Two.[^1]

        Three.[^2]

        [^1]: See para. 1 and see para. 1.[^2]

        [^2]: Vol. 2237.

            No. 39574.
        """)
  }

  @Test func `in an annex footnotes have letters, and stand beneath it`() {
    check(
      notes
        + """
        contents: [{paragraph: 1, id: first, text: "One.[^treaty]"}]
        annexes:
          - annex: I
            title: Documents[^other]
            contents: [{paragraph: 1, text: Three.}]
          - annex: II
            contents: [{paragraph: 1, text: "Four.[^treaty]"}]
        """,
      prints: """
        1. One.[^1]

        ## Annex I. Documents<sup>a</sup>

        1. Three.

        <sup>a</sup> See para. 1 and see para. 1 above.<sup>b</sup>

        <sup>b</sup> Vol. 2237.

        No. 39574.

        ## Annex II

        1. Four.<sup>a</sup>

        <sup>a</sup> Vol. 2237.

        No. 39574.

        [^1]: Vol. 2237.

            No. 39574.
        """)
  }

  @Test func `an indicator without a footnote is printed as it is typed`() {
    check(report("- text: \"One.[^none] Two.\""), prints: "One.\\[^none] Two.")
  }

  @Test func `an indicator never becomes a definition or a link`() {
    check(
      "footnotes: {n: Note}\n" + report("- text: \"[^n]: one[^n](two)\""),
      prints: "[^1]\\: one[^1]\\(two)\n\n[^1]: Note")
  }
}
