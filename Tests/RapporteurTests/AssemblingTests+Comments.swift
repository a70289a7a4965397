import Testing

extension AssemblingTests {
  @Test func `comments at the end of a section or a part stay at its end`() {
    check(
      """
      contents:
        - section: I
          title: Introduction
          contents:
            - section: A
              title: First
              contents:
                - text: a
                # at the end of A
            # at the end of I
        # at the end of the contents

      # signed off
      """,
      """
      contents:
          - section: I
            title: Introduction
            continued: true
            contents:
                - section: A
                  title: First
                  continued: true
                  contents:
                    - text: |+
                        b

                  # below A
                - section: B
                  title: Second
          - section: II
            title: Recommendations
      # signed off too
      """,
      become: """
        contents:
          - section: I
            title: Introduction
            contents:
              - section: A
                title: First
                contents:
                  - text: a
                  # at the end of A
                  - text: |+
                      b

              # at the end of I
                # below A
              - section: B
                title: Second
          # at the end of the contents
          - section: II
            title: Recommendations

        # signed off
        # signed off too

        """)
  }

  @Test func `comments within the head of a continued section go above what it adds`() {
    check(
      "contents:\n  - section: I\n    title: Introduction\n    contents: [{text: a}]\n",
      """
      contents:
        # above
        - section: I # beside the label
          # agreed with the Bureau
          title: Introduction # beside the title
          # it goes on
          continued: true
          # before the contents
          contents: # of I
            # about b
            - text: b
      """,
      become: """
        contents:
          - section: I
            title: Introduction
            # before the contents
            contents: # of I
              - {text: a}
              # above
              # beside the label
              # agreed with the Bureau
              # beside the title
              # about b
              - text: b

        """)
  }

  @Test func `what a comment allows for a continued section is allowed for all that it adds`() {
    check(
      "contents:\n  - section: I\n    title: Introduction\n    contents: [{text: '[a]'}]\n",
      """
      contents:
        # rapporteur: allow bracket-pending because it is not decided
        - section: I
          title: Introduction
          continued: true
          contents:
            - text: "[b]"
            - text: "[c]"
      """,
      become: """
        contents:
          - section: I
            title: Introduction
            contents:
              - {text: '[a]'}
              # rapporteur: allow bracket-pending because it is not decided
              - text: "[b]"
              # rapporteur: allow bracket-pending because it is not decided
              - text: "[c]"

        """)
  }

  @Test func `comments on the agenda of a later part go with its items`() {
    check(
      """
      agenda: # as adopted
        # item two
        2: Two # two
      contents: [{text: a}]

      """,
      """
      # about the agenda
      agenda:
        # item three
        3: Three # three
        # the same
        2: Two # two in b
      contents: [{text: b}]
      """,
      become: """
        # about the agenda
        agenda: # as adopted
          # the same
          # two in b
          # item two
          2: Two # two
          # item three
          3: Three # three
        contents:
          - {text: a}
          - {text: b}

        """)
  }
}
