import Diagnostics
import Rapporteur
import SourceText
import Testing

@Suite struct CirculatedSeriesTests {
  /// A part with paragraphs by identifier and label, such as `a 1`; a label may be left out.
  private func part(_ number: Int, _ blocks: [String]) -> String {
    """
    report: draft-report
    series: series.yaml
    symbol: CTOC/COP/WG.9/2024/L.2/Add.\(number)
    contents:

    """
      + blocks.map { block in
        let words = block.split(separator: " ")
        let label = words.dropFirst().map { " \($0)" }.joined()
        return "  - paragraph:\(label)\n    id: \(words[0])\n    text: Words of \(words[0]).\n"
      }.joined()
  }

  private func parts(_ blocks: [[String]]) -> [String] {
    blocks.enumerated().map { part($0 + 1, $1) }
  }

  /// Numbers the paragraphs of a series after others were circulated.
  private func check(
    _ circulated: [[String]], _ blocks: [[String]], becomes expected: [[String]],
    lacks missing: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var documents = SeriesInMemory(parts(blocks)).documents
    let old = documents.add(series: parts(circulated), isRequested: false)
    let outcome = Secretariat.prepared.renumber(documents, since: old)
    let texts = documents.files.indices[1...blocks.count].map { index in
      outcome.edits[FileID(index), default: EditScript()]
        .applied(to: documents.files[index].text).all.string
    }
    #expect(texts == parts(expected), sourceLocation: sourceLocation)

    var options = CheckOptions()
    options.circulated = old
    options.selected = ["number-circulated-changed"]
    let found = Secretariat.prepared.check(documents, options).diagnostics
    #expect(
      found.map { String($0.finding.message.prefix { $0 != ";" }) } == missing,
      sourceLocation: sourceLocation)
  }

  @Test func `what moves to another part takes no number of that part from what stands there`() {
    check(
      [["a 1", "b 2"], ["c 1"]], [["a 1"], ["c 1", "b"]], becomes: [["a 1"], ["c 1", "b 2"]],
      lacks: ["paragraph 2 was circulated and is gone"])
  }

  @Test func `a part is known by its symbol, though most that stands in it comes from another`() {
    check(
      [["a 1", "b 2", "c 3"], ["d 1"]], [["a 1"], ["d 1", "b", "c"]],
      becomes: [["a 1"], ["d 1", "b 2", "c 3"]],
      lacks: [
        "paragraph 2 was circulated and is gone", "paragraph 3 was circulated and is gone",
      ])
  }
}
