import Rapporteur
import SourceText
import Testing

@Suite struct SeriesComparisonTests {
  /// A part with two sections, of which recommendations and paragraphs are given by their words.
  private func part(_ number: Int, _ recommendations: [String], _ paragraphs: [String]) -> String {
    func blocks(_ kind: String, _ texts: [String]) -> String {
      texts.map { "      - {\(kind): 1, text: \($0)}\n" }.joined()
    }
    let continued = number > 1 ? "    continued: true\n" : ""
    return "report: draft-report\nseries: series.yaml\nsymbol: CTOC/COP/WG.9/2024/L.\(number)\n"
      + "contents:\n  - section: II\n    title: Recommendations\n\(continued)    contents:\n"
      + blocks("recommendation", recommendations)
      + "  - section: III\n    title: Summary of deliberations\n\(continued)    contents:\n"
      + blocks("paragraph", paragraphs)
  }

  private func check(
    _ old: [String], _ new: [String], tells expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var documents = Documents()
    let before = documents.add(series: old, isRequested: true)
    let after = documents.add(series: new, isRequested: true)
    let outcome = Secretariat.prepared.compare(documents, old: before, new: after)
    #expect(
      outcome.changes.map { change in
        let file = (change.new ?? change.old).map { documents[$0.place.file].name } ?? ""
        return "\(change.line) \(file)"
      } == expected, sourceLocation: sourceLocation)
  }

  @Test func `a block that went to another part has moved, and nothing else`() {
    check(
      [
        part(1, ["Plant oaks.", "Fell beeches."], ["The Chair spoke.", "Speakers deplored it."]),
        part(2, ["Water the willows."], ["One observer sang."]),
      ],
      [
        part(1, ["Plant oaks."], ["The Chair spoke."]),
        part(
          2, ["Water the willows.", "Fell beeches."],
          ["One observer sang.", "Speakers deplored it."]),
      ],
      tells: ["moved recommendation 1 p2.yaml", "moved paragraph 1 p2.yaml"])
  }

  @Test func `a block that went to another part is told of where the order stayed`() {
    check(
      [part(1, ["Plant oaks.", "Fell beeches."], []), part(2, ["Water the willows."], [])],
      [part(1, ["Plant oaks."], []), part(2, ["Fell beeches.", "Water the willows."], [])],
      tells: ["moved recommendation 1 p2.yaml"])
  }
}
