import Testing

@Suite struct NumberedParagraphTests {
  @Test func `paragraphs that follow one another are left to be counted`() {
    check(
      report("- {paragraph: 4, text: Four}\n- {paragraph: 5, text: Five}"),
      prints: "4. Four\n\n5. Five")
  }

  @Test
  func `after a gap a reader must not count, and what belongs to the paragraph is not indented`() {
    check(
      report(
        """
        - {paragraph: 12, text: Twelve}
        - paragraph: 14
          text: "Fourteen\\nAnd more"
          points: [One]
        - {paragraph: 15, text: Fifteen}
        - {paragraph: 15, text: Again}
        """),
      prints: """
        12. Twelve

        14\\. Fourteen

        And more

        (a) One

        15. Fifteen

        15\\. Again
        """)
  }

  @Test(arguments: [
    ("12 bis", "12 bis. Text"), ("104.1", "104.1. Text"), ("1234567890", "1234567890. Text"),
    ("012", "012\\. Text"), ("", "[…] Text"), ("+", "+. Text"), ("#", "#. Text"),
    (">", "\\>. Text"), ("(a)", "(a) Text"),
    ("1)", "1\\) Text"), ("12a", "12a. Text"),
  ])
  func `a label that is no whole number begins no list`(label: String, expected: String) {
    check(report("- {paragraph: \"\(label)\", text: Text}"), prints: expected)
  }

  @Test func `whatever stands at the left edge ends a list, so that the next may begin anywhere`() {
    check(
      report(
        """
        - {paragraph: 1, text: One}
        - text: Between
        - {paragraph: 3, text: Three}
        - quote: Said
        - {paragraph: 5, text: Five}
        - {paragraph: 5 bis, text: Inserted}
        - {paragraph: 7, text: Seven}
        - {heading: Title, contents: [{paragraph: 9, text: Nine}]}
        """),
      prints: """
        1. One

        Between

        3. Three

        > Said

        5. Five

        5 bis. Inserted

        7. Seven

        ## Title

        9. Nine
        """)
  }

  @Test func `points belong to the paragraph, by the width of its number`() {
    check(
      report(
        """
        - paragraph: 9
          text: "Train:"
          points:
            - Judges;
            - text: "Police:"
              points:
                - text: "Officers:"
                  points: [Some;, Others;]
                - "Others;\\nThat is all;"
        - paragraph: 10
          text: "Ten:"
          points: [One]
        """),
      prints: """
        9. Train:

           (a) Judges;

           (b) Police:

           \u{2003}\u{2003}(i) Officers:

           \u{2003}\u{2003}\u{2003}\u{2003}a. Some;

           \u{2003}\u{2003}\u{2003}\u{2003}b. Others;

           \u{2003}\u{2003}(ii) Others;

           \u{2003}\u{2003}That is all;

        10. Ten:

            (a) One
        """)
  }

  @Test func `a label without text shares its line with the first point`() {
    check(
      report(
        """
        - paragraph: 100
          points:
            - text: One
            - points: [Two]
        """),
      prints: """
        100. (a) One

             (b) (i) Two
        """)
  }

  @Test func `a paragraph may go on beneath its number`() {
    check(
      report("- paragraph: 7\n  text: >-\n    One\n    one\n\n    2. Two\n"),
      prints: "7. One one\n\n   2\\. Two")
  }

  @Test func `a paragraph may end in lists of names`() {
    let paragraph = "- paragraph: 7\n  text: \"Present were:\"\n"
    check(
      report(paragraph + "  states: [Algeria, State of Palestine]"),
      prints: "7. Present were: Algeria, State of Palestine.")
    check(
      report(paragraph + "  states: [Algeria, Chad]\n  organizations: [OSCE, Interpol]"),
      profile: "report", prints: "7. Present were: Algeria and Chad; OSCE and Interpol.")
  }

  @Test func `what is pending in square brackets is no box to tick`() {
    check(report("- {paragraph: 7, text: \"[x] times\"}"), prints: "7. \\[x] times")
  }

  @Test func `a profile may print recommendations in line`() {
    check(
      report(
        """
        - {paragraph: 104, text: "Recommended were:"}
        - {recommendation: 104.1, text: Ratify;}
        - {recommendation: 104.2, withdrawn: true}
        - {paragraph: 105, text: Accepted}
        """),
      profile: "review",
      prints: """
        104. Recommended were:

        104.1. Ratify;

        104.2. [Withdrawn]

        105. Accepted
        """)
  }
}
