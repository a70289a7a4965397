import Diagnostics
import Rapporteur
import SourceText
import Testing

@Suite struct AssemblingTests {
  /// Merges parts of which the contents are given, and holds the contents of the merged report
  /// against what is expected.
  func check(
    _ parts: String..., become expected: String, uncertain: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let heads = parts.map { "report: draft-report\nseries: series.yaml\n" + $0 }
    for (form, lineBreak) in [("LF", "\n"), ("CRLF", "\r\n")] {
      let series = SeriesInMemory(
        heads.enumerated().map { index, part in
          // The first part says how lines end.
          index == 0 || form == "LF" ? part : part.replacing("\n", with: lineBreak)
        })
      let outcome = Secretariat().assemble(series.documents)
      let text = outcome.report?.text.all.string
      #expect(
        text == "report: report\n" + expected, "\(form)", sourceLocation: sourceLocation)
      #expect(
        SeriesInMemory.lines(outcome.obstacles, in: series.documents) == [],
        sourceLocation: sourceLocation)
      #expect(
        outcome.uncertain.map { String($0.message.prefix { $0 != "”" }.dropFirst()) } == uncertain,
        sourceLocation: sourceLocation)
    }
  }

  /// Merges parts that cannot be merged.
  func check(
    _ parts: String..., areRefused expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let series = SeriesInMemory(
      parts.map { "report: draft-report\nseries: series.yaml\n" + $0 })
    let outcome = Secretariat().assemble(series.documents)
    #expect(outcome.report == nil, sourceLocation: sourceLocation)
    #expect(
      SeriesInMemory.lines(outcome.obstacles, in: series.documents) == expected,
      sourceLocation: sourceLocation)
    let forced = Secretariat().render(series.documents, force: false)
    #expect(forced.document == nil, sourceLocation: sourceLocation)
  }

  // MARK: Sections

  @Test func `a continued section is one section, and what it holds is numbered through`() {
    check(
      """
      contents:
        - section: I
          title: Introduction
          contents:
            - paragraph: 1
              text: One
            - section: A
              title: First
              contents:
                - recommendation: 1
                  text: A

      """,
      """
      contents:
        - section: I
          title: Introduction
          continued: true
          contents:
            - paragraph: 1
              text: Two
            - section: A
              title: First
              continued: true
              contents:
                - recommendation: 2
                  text: B
            - section: B
              title: Second
              contents:
                - recommendation: 3
                  text: C
      """,
      become: """
        contents:
          - section: I
            title: Introduction
            contents:
              - paragraph: 1
                text: One
              - paragraph: 2
                text: Two
              - section: A
                title: First
                contents:
                  - recommendation: 1
                    text: A
                  - recommendation: 2
                    text: B
              - section: B
                title: Second
                contents:
                  - recommendation: 3
                    text: C

        """)
  }

  @Test func `sections stand in the order of their labels, with blank lines as the others have`() {
    check(
      """
      contents:
        - section: I
          title: Introduction

        - section: III
          title: Summary of deliberations
          contents: []
      """,
      """
      contents:
      - section: II
        continued: true
        title: Recommendations

      - section: V
        title: Adoption of the report
        contents:
        - heading: Closing
          continued: true
          contents:
          - text: >-
              Folded

                more
      """,
      become: """
        contents:
          - section: I
            title: Introduction

          - section: II
            title: Recommendations

          - section: III
            title: Summary of deliberations
            contents: []

          - section: V
            title: Adoption of the report
            contents:
            - heading: Closing
              contents:
              - text: >-
                  Folded

                    more

        """)
  }

  @Test func `parts may be indented in other ways, and texts stay what they are`() {
    check(
      """
      contents:
        - section: I
          title: Introduction
          contents:
            - text: |
                first
      """,
      """
      contents:
            -   section: I
                title: Introduction
                continued: true
                contents:
                      -   text: |2
                              second

                             third
                      -   text: 'in
                            quotes'
      """,
      """
      contents: [{section: I, title: Introduction, continued: true, contents: [{text: "in
        braces", points: [{text: a}]}, {quote: b}]}]
      """,
      become: """
        contents:
          - section: I
            title: Introduction
            contents:
              - text: |
                  first
              -   text: |2
                      second

                     third
              -   text: 'in
                    quotes'
              - {text: "in
                  braces", points: [{text: a}]}
              - {quote: b}

        """)
  }

  @Test func `a section in braces is opened up where another part adds to it`() {
    check(
      "contents: [{continued: false, section: I, title: \"Intro\nduction\", contents: [{text: a}]}]",
      """
      contents:
        - title: Intro duction
          section: I
          id: intro
          item: 3
          continued: true
          contents:
            - text: See {intro}
      """,
      become: """
        contents:
          - section: I
            title: "Intro
              duction"
            id: intro
            item: 3
            contents:
              - {text: a}
              - text: See {intro}

        """)
  }

  @Test func `a reference to a section that became one with another follows`() {
    check(
      "contents:\n  - section: I\n    title: A\n    id: one\n    contents: [{text: '{one}'}]\n",
      """
      contents:
        - section: I
          title: A
          id: two
          contents:
            - text: "{Two} and {see two}"
      """,
      become: """
        contents:
          - section: I
            title: A
            id: one
            contents:
              - {text: '{one}'}
              - text: "{One} and {see one}"

        """)
  }

  // MARK: Comments

  @Test func `comments go with their blocks`() {
    check(
      """

      # about the contents
      contents: # of the report
        # about I
        - section: I # the first
          title: Introduction
          contents:
            # about a
            - text: a # beside a
              # below a

            # about b
            - text: b
          # after the contents of I

        # about II
        - section: II
          title: Recommendations
      # at the end
      """,
      """
      contents:
        # goes on
        - section: I
          title: Introduction
          # is continued
          continued: true
          contents:
              # deep

            - text: c
        # about III
        - section: III
          title: Deliberations
      """,
      become: """

        # about the contents
        contents: # of the report
          # about I
          - section: I # the first
            title: Introduction
            contents:
              # about a
              - text: a # beside a
                # below a

              # about b
              - text: b

              # goes on
              # deep

              - text: c
            # after the contents of I

          # about II
          - section: II
            title: Recommendations
          # about III
          - section: III
            title: Deliberations
        # at the end

        """)
  }

  @Test func `blank lines that belong to a text stay with it, and none is added to it`() {
    check(
      "contents:\n  - section: I\n    title: A\n    contents:\n      - text: |+\n          a\n\n",
      """
      contents:
        - section: I
          title: A
          continued: true
          contents:
            - text: b

            - text: c
      """,
      become: """
        contents:
          - section: I
            title: A
            contents:
              - text: |+
                  a

              - text: b

              - text: c

        """)
  }
}
