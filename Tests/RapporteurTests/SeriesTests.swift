import Diagnostics
import Rapporteur
import SourceText
import Testing

/// What is judged of a part because of the parts before it.
@Suite struct SeriesTests {
  private static let head = "report: draft-report\nseries: series.yaml\n"

  /// Checks a series of which the parts are given from line 3, and holds what is found against lines
  /// such as `p2.yaml:3 number-repeated (p2.yaml:4)`.
  private func check(
    _ parts: String..., only rules: Set<RuleID>, finds expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var options = CheckOptions()
    options.selected = rules
    let series = SeriesInMemory(parts.map { Self.head + $0 })
    let found = Secretariat().check(series.documents, options).diagnostics
    #expect(
      SeriesInMemory.lines(found, in: series.documents) == expected,
      sourceLocation: sourceLocation)
  }

  /// The second part with the edits of a renumbering, without its first lines.
  private func renumbered(_ parts: String...) -> String {
    let documents = SeriesInMemory(parts.map { Self.head + $0 }).documents
    let edits = Secretariat().renumber(documents).edits[FileID(2), default: EditScript()]
    return String(
      edits.applied(to: documents[FileID(2)].text).all.string.dropFirst(Self.head.count))
  }

  // MARK: Numbers

  @Test func `paragraphs start again in each part, whatever the part says`() {
    let first = "contents: [{paragraph: 1, text: One}, {paragraph: 2, text: Two}]\n"
    let second = "starts: {paragraph: 3}\ncontents: [{paragraph: 3, text: Three}]\n"
    check(
      first, second, only: ["number-out-of-sequence"],
      finds: ["p2.yaml:3 number-out-of-sequence", "p2.yaml:4 number-out-of-sequence"])
    #expect(renumbered(first, second) == second.replacing("3", with: "1"))
  }

  // MARK: Sections

  @Test func `a chapter may fill the gap that the parts before it left`() {
    let first = """
      contents:
        - {section: I, title: Introduction, contents: [{text: One}]}
        - {section: III, title: Summary of deliberations, contents: [{text: Two}]}

      """
    let second = """
      contents:
        - {section: II, title: Recommendations, contents: [{text: Three}]}
        - {section: III, title: Summary of deliberations, continued: true, contents: [{text: Four}]}
        - {section: IV, title: Organization of the meeting, contents: [{text: Five}]}

      """
    check(first, second, only: ["number-out-of-sequence"], finds: [])
    #expect(renumbered(first, second) == second)
  }

  @Test func `a chapter may not go back within a part`() {
    let first = """
      contents:
        - {section: I, title: Introduction, contents: [{text: One}]}
        - {section: III, title: Summary of deliberations, contents: [{text: Two}]}

      """
    let second = """
      contents:
        - {section: IV, title: Organization of the meeting, contents: [{text: Three}]}
        - {section: II, title: Recommendations, contents: [{text: Four}]}

      """
    check(
      first, second, only: ["number-out-of-sequence"], finds: ["p2.yaml:5 number-out-of-sequence"])
    #expect(renumbered(first, second) == second.replacing("II,", with: "V,"))
  }

  @Test func `the second section of a part with a label was not opened in an earlier part`() {
    let first = """
      contents:
        - section: II
          title: Recommendations
          contents:
            - {section: A, title: Training, contents: [{section: 1, title: Judges, contents: [{text: One}]}]}

      """
    check(
      first,
      """
      contents:
        - section: II
          title: Recommendations
          continued: true
          contents:
            - {section: A, title: Training, continued: true, contents: [{text: Two}]}
            - section: A
              title: Data
              contents:
                - {section: 1, title: Judges, contents: [{text: Three}]}

      """, only: ["number-repeated", "continued-missing"],
      finds: ["p2.yaml:9 number-repeated (p2.yaml:8)"])
  }

  @Test func `a section is continued by itself only where it has the title that it had`() {
    let first = "contents: [{section: II, title: Recommendations, contents: [{text: One}]}]\n"
    func fixed(title: String) -> String? {
      let second = "contents:\n  - section: II\n    title: \(title)\n    contents: [{text: Two}]\n"
      let series = SeriesInMemory([first, second].map { Self.head + $0 })
      var options = CheckOptions()
      options.selected = ["continued-missing"]
      #expect(Secretariat().check(series.documents, options).diagnostics.count == 1)
      return Secretariat().fix(series.documents, options).first?.text.all.string
    }
    #expect(fixed(title: "recommendations")?.contains("continued: true") == true)
    #expect(fixed(title: "Organization") == nil)
  }

  // MARK: Mastheads

  private static let partRules: Set<RuleID> = [
    "symbol-repeated", "parts-out-of-order", "parts-mismatched",
  ]

  @Test func `the symbols of the parts say their order`() {
    func check(_ symbols: String..., finds expected: [String]) {
      let documents = SeriesInMemory(symbols.map { Self.head + "symbol: \($0)\n" }).documents
      var options = CheckOptions()
      options.selected = Self.partRules
      let found = Secretariat().check(documents, options).diagnostics
      #expect(SeriesInMemory.lines(found, in: documents) == expected, "\(symbols)")
    }
    check("A/AC.9/L.1", "A/AC.9/L.1/Add.1", "A/AC.9/L.1/Add.2*", finds: [])
    check("A/AC.9/L.1", "A/AC.9/L.2", "A/AC.9/L.1/Rev.1", "A/AC.9/L.1/Rev.1/Add.1", finds: [])
    check(
      "A/AC.9/L.1/Add.1", "A/AC.9/L.1", finds: ["p2.yaml:3 parts-out-of-order (p1.yaml:3)"])
    check(
      "A/AC.9/L.1", "A/AC.9/L.1/Add.2", "A/AC.9/L.1/Add.1",
      finds: [
        "p2.yaml:3 parts-out-of-order (p1.yaml:3)", "p3.yaml:3 parts-out-of-order (p2.yaml:3)",
      ])
    check(
      "A/AC.9/L.1", "A/AC.9/L.1/Add.1", "A/AC.9/L.1/Add1",
      finds: ["p3.yaml:3 symbol-repeated (p2.yaml:3)"])
  }

  @Test func `an addendum is not dated before its document, and may come after other addenda`() {
    check(
      "symbol: A/AC.9/L.1\ndate: 2024-05-14\n", "symbol: A/AC.9/L.1/Add.1\ndate: 2024-05-16\n",
      "symbol: A/AC.9/L.1/Add.2\ndate: 2024-05-15\n", "symbol: A/AC.9/L.1/Add.3\n",
      only: Self.partRules, finds: [])
    check(
      "symbol: A/AC.9/L.1\ndate: 2024-05-14\n", "symbol: A/AC.9/L.1/Add.1\ndate: 2024-05-13\n",
      only: Self.partRules, finds: ["p2.yaml:4 parts-out-of-order (p1.yaml:4)"])
  }

  @Test func `a later part is of the meeting of the first`() {
    let first = "organ: The *Conference*\nbody: Group\nmeeting: {place: Vienna, to: 2024-05-15}\n"
    check(
      first, "organ: The conference\nmeeting: {place: Vienna}\n", "language: fr\nbody: Groupe\n",
      only: Self.partRules, finds: [])
    check(
      first, "organ: Assembly\nbody: Panel\nmeeting: {place: Geneva, to: 2024-05-16}\n",
      only: Self.partRules,
      finds: [
        "p2.yaml:3 parts-mismatched (p1.yaml:3)", "p2.yaml:4 parts-mismatched (p1.yaml:4)",
        "p2.yaml:5 parts-mismatched (p1.yaml:5)", "p2.yaml:5 parts-mismatched (p1.yaml:5)",
      ])
  }

  @Test func `a later part is of the kind of the first`() {
    let parts = ["draft-report", "report"].map { "report: \($0)\nseries: series.yaml\n" }
    let documents = SeriesInMemory(parts).documents
    var options = CheckOptions()
    options.selected = ["parts-mismatched"]
    let found = Secretariat().check(documents, options).diagnostics
    #expect(
      SeriesInMemory.lines(found, in: documents) == ["p2.yaml:1 parts-mismatched (p1.yaml:1)"])
  }

  // MARK: The file that lists the parts

  /// Checks a series file that lists a part `p1.yaml`, which names it, and holds what is found
  /// against words of the messages.
  private func check(
    seriesFile: String, also others: [String] = [], finds expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var documents = Documents()
    let series = documents.add(
      SourceFile(name: "series.yaml", contents: seriesFile), isRequested: true)
    let part = documents.add(
      SourceFile(name: "p1.yaml", contents: Self.head + "contents: []\n"), isRequested: false)
    let other = documents.add(
      SourceFile(name: "other.yaml", contents: "parts: [p1.yaml]\n"), isRequested: false)
    for (path, file) in [("series.yaml", series), ("p1.yaml", part), ("other.yaml", other)] {
      documents.relate(series, path: path, to: file)
    }
    documents.relate(part, path: "series.yaml", to: series)
    var options = CheckOptions()
    options.selected = ["value-malformed", "yaml-syntax"]
    let found = Secretariat().check(documents, options).diagnostics.map { diagnostic in
      let file = documents[diagnostic.finding.place.file]
      return "<\(file.slice(diagnostic.finding.place.range))> \(diagnostic.finding.message)"
    }
    #expect(found.count == expected.count, "\(found)", sourceLocation: sourceLocation)
    for (found, expected) in zip(found, expected) {
      #expect(found.hasPrefix(expected), sourceLocation: sourceLocation)
    }
  }

  @Test func `what a series file says of its report must be known`() {
    check(
      seriesFile:
        "series: draft-reprot\nparts: [p1.yaml]\nfinal: {report: unknown, language: xx}\n",
      finds: [
        "<draft-reprot> `draft-reprot` is not a kind of report that is known here",
        "<unknown> `unknown` is not a kind of report that is known here",
        "<xx> `xx` is not a language that is known here",
      ])
    check(
      seriesFile: "series: draft-report\nparts: [p1.yaml]\nfinal: {report: report}\n", finds: [])
  }

  @Test(arguments: ["series: draft-report\nparts: []\n", "parts: []\n", "series: draft-report\n"])
  func `a series has parts`(seriesFile: String) {
    check(
      seriesFile: seriesFile,
      finds: [
        (seriesFile.contains("parts") ? "<[]>" : "<series>") + " the series has no parts; list them"
      ])
  }

  @Test func `the parts of a series are reports, and not the series`() {
    check(
      seriesFile: "parts: [p1.yaml, series.yaml, other.yaml]\n",
      finds: [
        "<series.yaml> `series.yaml` is this file itself",
        "<other.yaml> `other.yaml` is a series itself",
      ])
  }

  @Test func `a report whose series has a mistake of YAML says so`() {
    var documents = Documents()
    let part = documents.add(
      SourceFile(name: "p1.yaml", contents: Self.head + "contents: []\n"), isRequested: true)
    for (text, reason) in [
      ("parts: [p1.yaml\n", "has a mistake of YAML"), ("contents: []\n", "is no series"),
      ("parts: [p2.yaml]\n", "does not list this file"),
    ] {
      let series = documents.add(
        SourceFile(name: "series.yaml", contents: text), isRequested: false)
      documents.relate(part, path: "series.yaml", to: series)
      var options = CheckOptions()
      options.selected = ["value-malformed"]
      let found = Secretariat().check(documents, options).diagnostics
      #expect(found.first?.finding.message.hasPrefix("`series.yaml` \(reason)") == true)
    }
  }

  @Test(arguments: [
    [["1", "2", "3"], ["", "", ""], ["", ""]],
    // Numbers that were typed before those blocks were put in, and after that.
    [["1", "", "2"], ["3", ""], ["4", "", "5"]],
    [["1", "", "3"], ["", "5"], ["6", ""]],
  ])
  func `what has no number yet is expected to have the one that renumbering gives it`(
    parts: [[String]]
  ) {
    let documents = SeriesInMemory(
      parts.map { labels in
        Self.head + "contents:\n"
          + labels.map { "  - {recommendation: \($0), text: Words.}\n" }.joined()
      }
    ).documents
    var options = CheckOptions()
    options.selected = ["number-missing", "number-out-of-sequence"]
    let messages = Secretariat().check(documents, options).diagnostics.map(\.finding.message)
    let given = Secretariat().renumber(documents).changes.filter(\.old.isEmpty).map(\.new)
    #expect(messages == given.map { "this recommendation is not numbered yet; expected \($0)" })
  }
}
