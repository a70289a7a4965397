import Diagnostics
import Rapporteur
import SourceText
import Testing

/// Parts of a series in memory, the first of which is called `p1.yaml`.
struct SeriesInMemory {
  var documents = Documents()

  init(_ parts: [String], final: String = "final: {report: report}") {
    documents.add(series: parts, final: final, isRequested: true)
  }

  /// What stands in the way of merging, as lines such as `p2.yaml:3 title-mismatch (p1.yaml:4)`.
  static func lines(_ diagnostics: [Diagnostic], in documents: Documents) -> [String] {
    func line(_ place: Place) -> String {
      let file = documents[place.file]
      return "\(file.name):\(LineTable(file).position(of: place.range.start).line)"
    }
    return diagnostics.map { diagnostic in
      let related = diagnostic.finding.related.map { " (\(line($0.place)))" }.joined()
      return "\(line(diagnostic.finding.place)) \(diagnostic.finding.rule)\(related)"
    }
  }
}

extension Documents {
  /// Adds a series with its parts, the first of which is called `p1.yaml`.
  @discardableResult
  mutating func add(
    series parts: [String], final: String = "final: {report: report}", isRequested: Bool
  ) -> FileID {
    let names = parts.indices.map { "p\($0 + 1).yaml" }
    let series = "series: draft-report\nparts: [\(names.joined(separator: ", "))]\n\(final)\n"
    let id = add(SourceFile(name: "series.yaml", contents: series), isRequested: isRequested)
    for (name, text) in zip(names, parts) {
      let part = add(SourceFile(name: name, contents: text), isRequested: false)
      relate(id, path: name, to: part)
      relate(part, path: "series.yaml", to: id)
    }
    return id
  }
}

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

  // MARK: Numbers and references

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

  // MARK: The head

  @Test func `the agendas are united, and footnotes with the same key and other texts renamed`() {
    check(
      """
      agenda: {1: Opening, 3: Closing}
      footnotes:
        a: One # the first
        b: Same
      contents: [{text: "x[^a][^b]"}]
      """,
      """
      agenda:
        2: Middle
        3: Closing
      footnotes: {a: Two, b: Same, "c": Three}
      contents: [{text: "y[^a][^b][^c]"}]
      """,
      """
      footnotes:
        # differs
        a: Three
        a-2: "Taken"
      contents:
        - table: |
            | z[^a][^a-2] |
            | --- |
      """,
      become: """
        agenda:
          1: Opening
          2: Middle
          3: Closing
        footnotes:
          a: One # the first
          b: Same
          a-3: Two
          "c": Three
          # differs
          a-4: Three
          a-2: "Taken"
        contents:
          - {text: "x[^a][^b]"}
          - {text: "y[^a-3][^b][^c]"}
          - table: |
              | z[^a-4][^a-2] |
              | --- |

        """)
  }

  @Test func `the masthead is that of the series, and for the rest that of the first part`() {
    let series = SeriesInMemory(
      [
        "report: draft-report\nseries: s\nsymbol: X\ntitle: Draft # c\nsubtitle: Addendum\n"
          + "organ: >-\n  Conference\ncontents: []\nannexes: []",
        "report: draft-report\nsymbol: Y\ntitle: Draft\nbody: Ignored\n",
      ],
      final: """
        final:
            # as adopted
            symbol: Z # at last
            subtitle:
            agenda: {2: Decided}
            report: report
        """)
    let outcome = Secretariat().assemble(series.documents)
    #expect(
      outcome.report?.text.all.string == """
        report: report
        # as adopted
        symbol: Z # at last
        organ: >-
          Conference
        title: Draft # c
        agenda: {2: Decided}

        """)
  }

  @Test func `annexes follow one another and are numbered`() {
    check(
      "contents: [{text: a}]\nannexes:\n  - annex:\n    title: One\n    contents: []\n",
      "contents: []\nannexes:\n  - annex:\n    title: Two\n    contents: [{paragraph: 1, text: x}]\n",
      become: """
        contents:
          - {text: a}
        annexes:
          - annex: I
            title: One
            contents: []
          - annex: II
            title: Two
            contents: [{paragraph: 1, text: x}]

        """)
  }

  // MARK: What cannot be merged

  @Test func `what the parts say differently is named with both places`() {
    check(
      "agenda: {2: One}\ncontents:\n  - section: I\n    title: A\n    id: x\n    item: 2\n",
      "agenda: {2: Two}\ncontents:\n  - section: I\n    title: B\n    item: 3\n",
      "contents:\n  - section: V\n    id: x\n    title: A\n    continued: true\n",
      areRefused: [
        "p2.yaml:6 title-mismatch (p1.yaml:6)", "p2.yaml:7 title-mismatch (p1.yaml:8)",
        "p3.yaml:4 title-mismatch (p1.yaml:5)", "p2.yaml:3 title-mismatch (p1.yaml:3)",
        "p3.yaml:5 identifier-repeated (p1.yaml:7)",
      ])
  }

  @Test func `what would print a wrong reference is refused at its place in the part`() {
    check(
      "contents:\n  - text: a\n",
      "contents:\n\n      - {text: b}\n      - text: >-\n          a\n          b {nowhere}\n",
      areRefused: ["p2.yaml:8 reference-unresolved"])
    check(
      "contents:\n  - text: a\n", "contents:\n  - text: '[^none]'\n",
      areRefused: ["p2.yaml:4 footnote-unresolved"])
  }

  @Test func `a part that cannot be read is not merged`() {
    check("contents:\n  - text: a\n", "contents: [\n", areRefused: ["p2.yaml:4 yaml-syntax"])
    check("contents:\n  - txt: a\n", areRefused: ["p1.yaml:4 value-malformed"])
    let series = SeriesInMemory(["report: draft-report\n"], final: "parts: []")
    #expect(Secretariat().assemble(series.documents).report == nil)
  }
}
