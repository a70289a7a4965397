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
}
