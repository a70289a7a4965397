import Testing

extension AssemblingTests {
  @Test func `references that were typed as numbers go on meaning the same blocks`() {
    check(
      """
      contents:
        - paragraph: 1
          text: a
        - paragraph: 2
          text: See paragraph 1, and recommendation 2.
        - recommendation: 1
          text: b
      """,
      """
      contents:
        - paragraph: 1
          text: See paragraphs 1 and 2 and recommendation 1, not paragraph 7.
        - recommendation: 2
          text: c
        - paragraph: 2
          text: "Paragraph 1 of the Convention"
      """,
      become: """
        contents:
          - paragraph: 1
            text: a
          - paragraph: 2
            text: See paragraph 1, and recommendation 2.
          - recommendation: 1
            text: b
          - paragraph: 3
            text: See paragraphs 3 and 4 and recommendation 1, not paragraph 7.
          - recommendation: 2
            text: c
          - paragraph: 4
            text: "Paragraph 1 of the Convention"

        """, uncertain: ["paragraph 7", "Paragraph 1"])
  }

  @Test func `labels are written where there were none, and suffixes go`() {
    check(
      "contents:\n  - recommendation:\n    text: a\n  - recommendation: 1 bis\n    text: b\n",
      "starts: {recommendation: 9}\ncontents:\n  - {recommendation: 9, text: c}\n",
      become: """
        contents:
          - recommendation: 1
            text: a
          - recommendation: 2
            text: b
          - {recommendation: 3, text: c}

        """)
  }
}
