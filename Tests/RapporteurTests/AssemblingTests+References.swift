import Testing

extension AssemblingTests {
  @Test func `a range whose blocks no longer follow one another becomes a list`() {
    check(
      """
      contents:
        - section: I
          title: Introduction
          contents:
            - paragraph: 1
              text: One
        - section: II
          title: Summary
          contents:
            - paragraph: 2
              text: Two
            - paragraph: 3
              text: See paragraphs 1–3 above, paragraphs 2–3 and paragraphs 1–3 (a).

      """,
      """
      contents:
        - section: I
          title: Introduction
          continued: true
          contents:
            - paragraph: 1
              text: See paragraphs 1 to 3. See paragraphs 1, 2–4 and 5. See paragraphs 1–3 or 5.
            - paragraph: 2
              text: Four
        - section: II
          title: Summary
          continued: true
          contents:
            - paragraph: 3
              text: Five
            - paragraph: 4
              text: Six
            - paragraph: 5
              text: Seven
      """,
      become: """
        contents:
          - section: I
            title: Introduction
            contents:
              - paragraph: 1
                text: One
              - paragraph: 2
                text: See paragraphs 2, 3 and 6. See paragraphs 2, 3 and 6–8. See paragraphs 1–3 or 8.
              - paragraph: 3
                text: Four
          - section: II
            title: Summary
            contents:
              - paragraph: 4
                text: Two
              - paragraph: 5
                text: See paragraphs 1, 4 and 5 above, paragraphs 4–5 and paragraphs 1–3 (a).
              - paragraph: 6
                text: Five
              - paragraph: 7
                text: Six
              - paragraph: 8
                text: Seven

        """, uncertain: ["paragraphs 1–3", "1–3"])
  }

  @Test func `two sections that became one are named once`() {
    check(
      """
      contents:
        - section: I
          id: one
          title: Introduction
          contents:
            - paragraph: 1
              text: One {one, two}

      """,
      """
      contents:
        - section: I
          id: two
          title: Introduction
          continued: true
          contents:
            - paragraph: 1
              id: words
              text: Two {Two, one} and {#words, two, one}
      """,
      become: """
        contents:
          - section: I
            id: one
            title: Introduction
            contents:
              - paragraph: 1
                text: One {one}
              - paragraph: 2
                id: words
                text: Two {One} and {#words, one}

        """)
  }
}
