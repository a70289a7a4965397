import Testing

/// What looks like a label or the mark of a note, and is none.
@Suite struct PlainTextTests {
  private func report(_ contents: String) -> String {
    "report: report\ntitle: Report\n\ncontents:\n" + contents
  }

  @Test func `what stands in brackets is pending text, unless a paragraph after it explains it`() {
    check(
      "# Report\n\n## Wells\n\n1\\. Within [2] days of 30 m<sup>2</sup>.\n\n2\\. It ends.[1] [1]\n",
      imports: report(
        """
          - heading: Wells
            contents:
              - paragraph: 1
                text: >-
                  Within [2] days of 30 m².
              - paragraph: 2
                text: >-
                  It ends.[1] [1]

        """),
      notes: [
        "1: the document was taken for a report of the profile report",
        "5: the superscript “2” was written as “²”",
      ])
  }

  @Test func `the numbers of notes may begin anew on each page`() {
    check(
      "# Report\n\n\n## Wells\n\nDug.[1]\n\n[1] By hand.\n\nFilled.[1]\n\n[1] With sand.\n",
      imports: """
        report: report
        title: Report
        footnotes:
          hand: >-
            By hand.
          with-sand: >-
            With sand.

        contents:
          - heading: Wells
            contents:
              - text: >-
                  Dug.[^hand]
              - text: >-
                  Filled.[^with-sand]

        """,
      notes: [
        "1: the document was taken for a report of the profile report",
        "8: “[1]” was read as the mark of a footnote",
        "12: “[1]” was read as the mark of a footnote",
      ])
  }

  @Test func `two numbers at the beginnings of paragraphs make no numbering`() {
    check(
      "# Report\n\n\n## Wells\n\n1 Well was dug.\n\n2 Wells were filled.\n",
      imports: report(
        """
          - heading: Wells
            contents:
              - text: >-
                  1 Well was dug.
              - text: >-
                  2 Wells were filled.

        """),
      notes: ["1: the document was taken for a report of the profile report"])
  }

  @Test func `a number in brackets that follows on nothing stays in the text`() {
    check(
      "# Report\n\n## Wells\n\n1\\. They are deep.\n\n4) They are dark.\n",
      imports: report(
        """
          - heading: Wells
            contents:
              - paragraph: 1
                text: >-
                  They are deep.

                  4) They are dark.

        """),
      notes: [
        "1: the document was taken for a report of the profile report",
        "7: point 4) follows on no other point; it was kept as text",
      ])
  }

  @Test func `a hyphen at the end of a line stays where the document has the word so`() {
    check(
      "# Report\n\n## Wells\n\nOn long-\nterm and short-\nterm plans, and a long-term view.\n",
      imports: report(
        """
          - heading: Wells
            contents:
              - text: >-
                  On long-term and shortterm plans, and a long-term view.

        """),
      notes: [
        "1: the document was taken for a report of the profile report",
        "5: “long-” and “term” were joined to “long-term”",
        "6: “short-” and “term” were joined to “shortterm”",
      ])
  }

  @Test func `of three bodies in a masthead the one between has no place, and is told`() {
    check(
      """
      **Economic Council**

      **Committee on Roads**

      **Working Party on Signs**

      Bonn, 3–5 March 2026

      # Report

      Signs are read.

      """,
      imports: """
        report: report
        organ: Economic Council
        body: Working Party on Signs
        meeting: {place: Bonn, from: 2026-03-03, to: 2026-03-05}
        title: Report

        contents:
          - text: >-
              Signs are read.

        """,
      notes: [
        "1: the document was taken for a report of the profile report",
        "3: “Economic Council” was read as the organ, and “Committee on Roads” as the body",
        "5: “Working Party on Signs” was read as the body; a masthead has no place for "
          + "“Committee on Roads”, which was dropped",
      ])
  }
}
