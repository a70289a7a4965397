import Diagnostics
import Rapporteur
import SourceText
import Testing

@Suite struct RenumberingTests {
  /// Renumbers a block as it may be written, and again: the second time nothing changes.
  private func check(
    _ block: String, becomes expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    func document(_ block: String) -> String {
      masthead + "contents:\n  - {recommendation: 12, text: Words.}\n\(block)\n"
    }
    let once = renumbered(document(block))
    #expect(once == document(expected), sourceLocation: sourceLocation)
    #expect(renumbered(once) == once, sourceLocation: sourceLocation)
  }

  private func renumbered(_ source: String) -> String {
    let file = SourceFile(name: "report.yaml", contents: source)
    let outcome = Secretariat().renumber(Documents([file]))
    return outcome.edits[FileID(0), default: EditScript()].applied(to: file.text).all.string
  }

  @Test func `a label is written wherever a key may leave room for it`() {
    check("  - recommendation:\n    text: A", becomes: "  - recommendation: 13\n    text: A")
    check(
      "  - recommendation: # c\n    text: A", becomes: "  - recommendation: 13 # c\n    text: A")
    check(
      "  - \"recommendation\":\n    text: A", becomes: "  - \"recommendation\": 13\n    text: A")
    check("  - recommendation: \"\"\n    text: A", becomes: "  - recommendation: 13\n    text: A")
    check("  - {recommendation, text: A}", becomes: "  - {recommendation: 13, text: A}")
    check("  - { text: A, recommendation }", becomes: "  - { text: A, recommendation: 13 }")
    check(
      "  - ? recommendation\n    text: A", becomes: "  - ? recommendation\n    : 13\n    text: A")
  }

  @Test func `a label in a block scalar keeps its line end`() {
    check(
      "  - recommendation: |\n      17\n    text: A",
      becomes: "  - recommendation: |\n      13\n    text: A")
    check(
      "  - recommendation: |+\n      17\n\n    text: A",
      becomes: "  - recommendation: |+\n      13\n\n    text: A")
  }

  @Test func `a section does not continue another of its part that has its label`() {
    check(
      """
        - section: I
          title: One
          contents:
            - {section: A, title: Two}
            - {section: B, title: Three}
        - section: I
          title: Four
          contents:
            - {section: D, title: Five}
            - {section: B, title: Six}
      """,
      becomes: """
          - section: I
            title: One
            contents:
              - {section: A, title: Two}
              - {section: B, title: Three}
          - section: II
            title: Four
            contents:
              - {section: A, title: Five}
              - {section: B, title: Six}
        """)
  }

  @Test func `a chapter keeps the label that the outline gives it`() {
    let source =
      masthead.split(separator: "\n").filter { !$0.hasPrefix("subtitle") }.joined(separator: "\n")
      .split(separator: "/Add.1").joined()
      + "\ncontents:\n  - {section: II, title: Recommendations, contents: [{paragraph: 1, text: A}]}\n"
    #expect(renumbered(source) == source)
    #expect(findings(in: source, only: ["number-out-of-sequence"]) == [])
  }

  @Test func `a file with a mistake of syntax is renumbered as far as it is read`() {
    check(
      "  - recommendation: 17\n    text: A: b", becomes: "  - recommendation: 13\n    text: A: b")
  }

  @Test(arguments: [
    "recommendation: States should act.", "recommendation: 9 Act at once.",
    "recommendation: \"States should act.\"", "recommendation: 各国应采取行动", "section: Recommendations",
    "statements: 4 The following spoke",
  ])
  func `a text in place of a number is never replaced`(block: String) {
    let source = masthead + "contents:\n  - recommendation: 3\n    text: A\n  - \(block)\n"
    let outcome = Secretariat().renumber(
      Documents([SourceFile(name: "report.yaml", contents: source)]))
    #expect(outcome.edits.isEmpty)
    #expect(outcome.changes.isEmpty)
    #expect(outcome.obstacles.map(\.finding.rule) == ["number-malformed"])
  }

  @Test(arguments: ["12a", "12.", "XII", "12 (bis)", "No. 12", "XXX", "TBC"])
  func `a label in a form of its own is renumbered`(label: String) {
    check(
      "  - recommendation: \(label)\n    text: A", becomes: "  - recommendation: 13\n    text: A")
  }

  @Test func `a text in place of a number can be put in its place`() {
    func check(
      _ block: String, becomes expected: String?, at location: SourceLocation = #_sourceLocation
    ) {
      let source = masthead + "contents:\n\(block)\n"
      let file = SourceFile(name: "report.yaml", contents: source)
      let fixes = Secretariat().check(Documents([file])).diagnostics.flatMap(\.finding.fixes)
        .filter { $0.title.hasPrefix("Put the text under") }
      let mended = fixes.map {
        EditScript(of: $0.edits.map(\.edit)).applied(to: file.text).all.string
      }
      let wanted = expected.map { [masthead + "contents:\n\($0)\n"] } ?? []
      #expect(mended == wanted, sourceLocation: location)
    }
    check(
      "  - recommendation: States should act. # agreed",
      becomes: "  - recommendation:\n    text: >- # agreed\n      States should act.")
    check(
      "  - id: a\n    paragraph: 9 The Chair\n      spoke.\n    points: [A]",
      becomes:
        "  - id: a\n    paragraph: 9\n    text: >-\n      The Chair\n      spoke.\n    points: [A]")
    check(
      "  - paragraph: 9 bis The Chair spoke.",
      becomes: "  - paragraph: 9 bis\n    text: >-\n      The Chair spoke.")
    check(
      "  - section: List of documents\n    contents: []",
      becomes: "  - section:\n    title: >-\n      List of documents\n    contents: []")
    check("  - {paragraph: The Chair spoke.}", becomes: nil)
    check("  - paragraph: The Chair spoke.\n    text: A", becomes: nil)
  }
}
