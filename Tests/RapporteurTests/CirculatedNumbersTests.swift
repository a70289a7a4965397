import Diagnostics
import Rapporteur
import Seeding
import SourceText
import Testing

@Suite struct CirculatedNumbersTests {
  /// Recommendations by identifier and label, such as `a 12`; a label may be left out, and `-` after
  /// it says that the recommendation is withdrawn.
  private func report(_ blocks: [String], head: String = masthead) -> String {
    head + "contents:\n"
      + blocks.map { block in
        let words = block.split(separator: " ")
        let isWithdrawn = words.last == "-"
        let label = words.dropFirst().filter { $0 != "-" }.joined(separator: " ")
        return "  - recommendation:\(label.isEmpty ? "" : " " + label)\n    id: \(words[0])\n"
          + (isWithdrawn ? "    withdrawn: true\n" : "    text: Words of \(words[0]).\n")
      }.joined()
  }

  /// Numbers the blocks after others were circulated, and then again: the second time nothing
  /// changes, and the check has nothing to say but what is expected.
  private func check(
    _ circulated: [String], _ blocks: [String], becomes expected: [String],
    finds findings: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let old = report(circulated)
    let once = renumbered(report(blocks), since: old)
    #expect(once == report(expected), sourceLocation: sourceLocation)
    #expect(renumbered(once, since: old) == once, sourceLocation: sourceLocation)
    #expect(messages(in: once, since: old) == findings, sourceLocation: sourceLocation)
  }

  @Test func `what was circulated keeps its number, and what was inserted gets a suffix`() {
    check(
      ["a 12", "b 13", "c 14"], ["a 12", "x", "b 14", "y", "z", "c 17"],
      becomes: ["a 12", "x 12 bis", "b 13", "y 13 bis", "z 13 ter", "c 14"])
  }

  @Test func `after the last number whole numbers go on, also where the last is gone`() {
    check(["a 1", "b 2"], ["a 1", "b 2", "x", "y"], becomes: ["a 1", "b 2", "x 3", "y 4"])
    check(
      ["a 1", "b 2"], ["a 1", "x"], becomes: ["a 1", "x 3"],
      finds: [
        "recommendation 2 was circulated and is gone; a recommendation that is withdrawn stands "
          + "with `withdrawn: true`"
      ])
  }

  @Test func `a suffix that was circulated is not given again`() {
    check(
      ["a 1", "b 1 bis", "c 2"], ["a 1", "x", "b", "y", "c"],
      becomes: ["a 1", "x 1 ter", "b 1 bis", "y 1 quater", "c 2"])
  }

  @Test func `before the first number stands a suffix of the number in the part before`() {
    check(["a 6", "b 7"], ["x", "a 6", "b 7"], becomes: ["x 5 bis", "a 6", "b 7"])
  }

  @Test func `before number 1 none is free, so that a person is told`() {
    let told =
      "recommendation 9 was not circulated, and no number is free for it here; move it further down"
    check(["a 1", "b 2"], ["x 9", "a 1", "b 2"], becomes: ["x 9", "a 1", "b 2"], finds: [told])
  }

  @Test func `what is withdrawn keeps its place and its number`() {
    check(["a 1", "b 2", "c 3"], ["a 1", "b 2 -", "c 3"], becomes: ["a 1", "b 2 -", "c 3"])
  }

  @Test func `what has changed places keeps its number, and is told of`() {
    check(
      ["a 1", "b 2", "c 3"], ["b 1", "a 2", "c 3"], becomes: ["b 2", "a 1", "c 3"],
      finds: [
        "recommendation 1 follows 2; it keeps the number that was circulated, so put it back where "
          + "it stood"
      ])
  }

  @Test func `where all are gone their numbers are not given again`() {
    let told = ["1", "2"].map {
      "recommendation \($0) was circulated and is gone; a recommendation that is withdrawn stands "
        + "with `withdrawn: true`"
    }
    check(["a 1", "b 2"], ["x", "y"], becomes: ["x 3", "y 4"], finds: told)
    let paragraph =
      masthead + "contents: [{paragraph: 4, text: Words.}, {recommendation: 1, text: More.}]\n"
    let rest = masthead + "contents: [{recommendation: 1, text: More.}]\n"
    #expect(
      messages(in: rest, since: paragraph) == [
        "paragraph 4 was circulated and is gone; put it back"
      ])
  }

  @Test func `an adopted report has no suffixes all the same`() {
    let old = report(["a 1", "b 2"])
    let new = report(["a 1", "x 1 bis", "b 2"])
    #expect(
      messages(in: new, since: old, for: .adoption)
        == ["recommendation 1 bis may not stand in an adopted report"])
  }

  @Test func `numbers typed in the text follow`() {
    let old = report(["a 1", "b 2"])
    let new = report(["a 1", "x 2", "b 3"]).replacing("Words of a.", with: "See recommendation 3.")
    #expect(renumbered(new, since: old).contains("See recommendation 2."))
  }

  @Test func `a version that cannot be read stops the renumbering, and is told of by the check`() {
    let new = report(["a 7", "b 9"])
    let documents = Documents([SourceFile(name: "new.yaml", contents: new)])
    var all = documents
    let old = all.add(SourceFile(name: "old.yaml", contents: "report: ["), isRequested: false)
    let outcome = Secretariat.prepared.renumber(all, since: old)
    #expect(outcome.obstacles.map(\.finding.rule) == ["yaml-syntax"])
    #expect(outcome.edits.isEmpty)
    #expect(messages(in: new, since: "report: [").count == 2)
  }

  // MARK: Random reports

  private static let cases = 1_000

  @Test func `every number of a random report that was circulated stays, and none is given twice`()
    throws
  {
    var random = SeededGenerator(for: "renumbering \(Self.cases) random revisions")
    for number in 0..<Self.cases {
      let revision = RandomRevision(using: &random, hasIdentifiers: true)
      let once = renumbered(revision.new, since: revision.old)
      let labels = Self.labels(in: revision.old)
      let kept = Self.labels(in: once)
      for (identifier, label) in labels where kept[identifier] != nil {
        #expect(kept[identifier] == label, "report \(number): \(identifier)\n\(once)")
      }
      let said = messages(in: once, since: revision.old)
      // A block before number 1 keeps what was typed, and a person is told.
      let isNumbered = !said.contains { $0.contains("no number is free") }
      for kind in ["recommendation", "paragraph"] where isNumbered {
        let all = kept.values.filter { $0.hasPrefix(kind) }
        #expect(Set(all).count == all.count, "report \(number)\n\(once)")
        let new = kept.filter { labels[$0.key] == nil }.map(\.value)
        #expect(Set(new).isDisjoint(with: labels.values), "report \(number)\n\(once)")
      }
      #expect(renumbered(once, since: revision.old) == once, "report \(number)")
      let other = said.filter { !$0.contains("is gone") && !$0.contains("no number is free") }
      #expect(other == [], "report \(number)\n\(once)")
    }
  }

  /// The kind and label of each block by its identifier.
  private static func labels(in text: String) -> [String: String] {
    var labels: [String: String] = [:]
    let lines = text.split(separator: "\n")
    for (line, next) in zip(lines, lines.dropFirst()) where next.hasPrefix("        id: ") {
      labels[String(next.dropFirst(12))] = String(line.dropFirst(8))
    }
    return labels
  }
}

/// Renumbers a report after another version was circulated.
private func renumbered(_ source: String, since circulated: String) -> String {
  var documents = Documents([SourceFile(name: "new.yaml", contents: source)])
  let old = documents.add(
    SourceFile(name: "old.yaml", contents: circulated), isRequested: false)
  let outcome = Secretariat.prepared.renumber(documents, since: old)
  return outcome.edits[FileID(0), default: EditScript()]
    .applied(to: documents[FileID(0)].text).all.string
}

/// What the rules on numbers say of a report after another version was circulated.
private func messages(in source: String, since circulated: String, for mode: Mode = .circulation)
  -> [String]
{
  var documents = Documents([SourceFile(name: "new.yaml", contents: source)])
  var options = CheckOptions()
  options.mode = mode
  options.circulated = documents.add(
    SourceFile(name: "old.yaml", contents: circulated), isRequested: false)
  options.selected = [
    "number-missing", "number-malformed", "number-repeated", "number-out-of-sequence",
    "number-circulated-changed", "yaml-syntax",
  ]
  return Secretariat.prepared.check(documents, options).diagnostics.map(\.finding.message)
}
