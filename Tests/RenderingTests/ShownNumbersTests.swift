import Seeding
import Testing

@Suite struct ShownNumbersTests {
  @Test func `a reader shows the numbers and the words of any report`() {
    var numbers = SeededGenerator(for: "shown numbers")
    for _ in 0..<3_000 {
      let report = RandomReport(numbers)
      numbers = report.generator
      let document = printed([report.source])
      let shown = ShownDocument(document).lines
      guard shown.map(\.text) == report.lines.map(\.text) else {
        let pairs = zip(shown, report.lines).first { $0.text != $1.text }
        Issue.record("\(pairs.debugDescription)\n\(report.source)\n\(document)")
        return
      }
      guard belongTogether(shown, report.lines) else {
        Issue.record("a point left its paragraph:\n\(report.source)\n\(document)")
        return
      }
    }
  }

  /// Whether each item of a list has all lines of one numbered paragraph, and no others.
  private func belongTogether(_ shown: [ShownLine], _ lines: [RandomReport.Line]) -> Bool {
    var paragraphs: [Int: Int?] = [:]
    var items: [Int: Int?] = [:]
    for (shown, line) in zip(shown, lines) {
      if let item = shown.item {
        guard let paragraph = line.paragraph, paragraphs[item, default: paragraph] == paragraph
        else { return false }
        paragraphs[item] = paragraph
      }
      if let paragraph = line.paragraph {
        guard items[paragraph, default: shown.item] == shown.item else { return false }
        items[paragraph] = shown.item
      }
    }
    return true
  }
}
