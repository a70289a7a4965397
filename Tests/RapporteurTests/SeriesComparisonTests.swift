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

  @Test func `delegations are told from which part a block has moved`() {
    var documents = Documents()
    let old = documents.add(
      series: [
        part(1, ["Plant oaks.", "Fell beeches."], []), part(2, ["Water the willows."], []),
      ],
      isRequested: true)
    let new = documents.add(
      series: [
        part(1, ["Plant oaks."], []), part(2, ["Fell beeches.", "Water the willows."], []),
      ],
      isRequested: true)
    let sheet = Secretariat.prepared.compare(documents, old: old, new: new).document
    #expect(sheet.contains("*[Moved from CTOC/COP/WG.9/2024/L.1]*"))
  }

  // MARK: A series and the report that it became

  private func becomes(_ parts: [String], _ merged: String, tells expected: [String]) {
    var documents = Documents()
    let before = documents.add(series: parts, isRequested: true)
    let after = documents.add(
      SourceFile(name: "merged.yaml", contents: merged), isRequested: true)
    let found = Secretariat.prepared.compare(documents, old: before, new: after).changes
    #expect(found.map(\.line) == expected)
  }

  private func head(_ symbol: String) -> String {
    "report: draft-report\nsymbol: CTOC/COP/WG.9/2024/\(symbol)\n"
  }

  @Test func `sections that later parts continue or open are where they were`() {
    let first = """
      contents:
        - section: II
          title: Recommendations
          contents:
            - {recommendation: 1, text: "Do the following:", points: [{text: Plant oaks.}]}
        - section: IV
          title: Organization of the meeting
          contents: [{paragraph: 1, text: The Chair spoke.}]

      """
    let second = """
      contents:
        - section: II
          title: Recommendations
          continued: true
          contents: [{recommendation: 2, text: Water the willows.}]
        - section: III
          title: Summary of deliberations
          contents: [{paragraph: 1, text: Speakers deplored it.}]
      annexes:
        - {annex: I, title: Documents, contents: [{paragraph: 1, text: One paper.}]}

      """
    let third = """
      contents:
        - section: V
          title: Adoption of the report
          contents: [{paragraph: 1, text: The report was adopted.}]

      """
    let merged = """
      contents:
        - section: II
          title: Recommendations
          contents:
            - {recommendation: 1, text: "Do the following:", points: [{text: Plant oaks.}]}
            - {recommendation: 2, text: Water the willows.}
        - section: III
          title: Summary of deliberations
          contents: [{paragraph: 1, text: Speakers deplored it.}]
        - section: IV
          title: Organization of the meeting
          contents: [{paragraph: 2, text: The Chair spoke.}]
        - section: V
          title: Adoption of the report
          contents: [{paragraph: 3, text: The report was adopted.}]
      annexes:
        - {annex: I, title: Documents, contents: [{paragraph: 1, text: One paper.}]}

      """
    becomes(
      [head("L.1") + first, head("L.1/Add.1") + second, head("L.1/Add.2") + third],
      head("6") + merged,
      tells: [
        "reworded symbol: -CTOC/COP/WG.9/2024/L.1 +CTOC/COP/WG.9/2024/6",
        "renumbered paragraph 1 → paragraph 2", "renumbered paragraph 1 → paragraph 3",
      ])
  }

  @Test func `footnotes that have another key in the merged report are the same`() {
    let note = "footnotes: {guide: The Guide of 2015.}\n"
    let other = "footnotes: {guide: The Guide of 2016.}\n"
    becomes(
      [
        head("L.1") + note + "contents: [{paragraph: 1, text: 'Oaks.[^guide]'}]\n",
        head("L.1/Add.1") + other + "contents: [{paragraph: 1, text: 'Elms.[^guide]'}]\n",
      ],
      head("L.1") + "footnotes: {guide: The Guide of 2015., guide-2: The Guide of 2016.}\n"
        + "contents: [{paragraph: 1, text: 'Oaks.[^guide]'}, {paragraph: 2, text: 'Elms.[^guide-2]'}]\n",
      tells: ["renumbered paragraph 1 → paragraph 2"])
  }

  @Test func `a document of changes names the symbols of all parts, and dates in words`() {
    func part(_ symbol: String, _ date: String) -> String {
      head(symbol) + "date: \(date)\ndistribution: Limited\ncontents: []\n"
    }
    var documents = Documents()
    let old = documents.add(
      series: [part("L.1", "2024-05-14"), part("L.1/Add.1", "2024-05-14")], isRequested: true)
    let new = documents.add(
      series: [part("L.1", "2024-06-02"), part("L.1/Add.1", "2024-05-14")], isRequested: true)
    let sheet = Secretariat.prepared.compare(documents, old: old, new: new).document
    #expect(
      sheet == """
        # Changes to CTOC/COP/WG.9/2024/L.1 and CTOC/COP/WG.9/2024/L.1/Add.1

        ~~14 May~~ **2 June** 2024

        """)
  }
}
