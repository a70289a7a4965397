import Diagnostics
import Rapporteur
import SourceText
import Testing

extension AssemblingTests {
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
