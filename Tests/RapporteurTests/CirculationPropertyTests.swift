import Diagnostics
import Rapporteur
import Seeding
import SourceText
import Testing

/// Numbering random reports and series that are circulated again and again.
@Suite struct CirculationPropertyTests {
  private static let cases = 500
  private static let rounds = 4

  /// The files of a version, and which of them the user names.
  private func add(_ sources: [String], isSeries: Bool, isRequested: Bool, to all: inout Documents)
    -> FileID
  {
    isSeries
      ? all.add(series: sources, isRequested: isRequested)
      : all.add(SourceFile(name: "p1.yaml", contents: sources[0]), isRequested: isRequested)
  }

  private func documents(_ sources: [String], since circulated: [String]?, isSeries: Bool)
    -> (all: Documents, circulated: FileID?)
  {
    var all = Documents()
    _ = add(sources, isSeries: isSeries, isRequested: true, to: &all)
    let old = circulated.map { add($0, isSeries: isSeries, isRequested: false, to: &all) }
    return (all, old)
  }

  /// What the rules on numbers say.
  private func said(of sources: [String], since circulated: [String], isSeries: Bool) -> [String] {
    let (all, old) = documents(sources, since: circulated, isSeries: isSeries)
    var options = CheckOptions()
    options.mode = .circulation
    options.circulated = old
    options.selected = [
      "number-missing", "number-malformed", "number-repeated", "number-out-of-sequence",
      "number-circulated-changed", "yaml-syntax",
    ]
    return Secretariat.prepared.check(all, options).diagnostics.map(\.finding.message)
  }

  /// The label of each block.
  private func labels(in sources: [String]) -> [[String]] {
    sources.map { source in
      source.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { line in
        String(line.drop { $0 != ":" }.dropFirst().drop { $0 == " " })
      }
    }
  }

  @Test func `what renumber writes since a version was circulated, check accepts`() {
    var random = SeededGenerator(for: "circulating \(Self.cases) random series again and again")
    for number in 0..<Self.cases {
      var series = RandomCirculation(using: &random)
      var circulated: [String]?
      for round in 0..<Self.rounds {
        if circulated != nil { series.edit(using: &random) }
        let sources = series.sources
        let (all, old) = documents(sources, since: circulated, isSeries: series.isSeries)
        let outcome = Secretariat.prepared.renumber(all, since: old)
        let first = series.isSeries ? 1 : 0
        let written = sources.indices.map { part in
          outcome.edits[FileID(first + part), default: EditScript()]
            .applied(to: all.files[first + part].text).all.string
        }
        if let circulated {
          let told = Set(outcome.remaining.map(\.finding.message))
          let others = said(of: written, since: circulated, isSeries: series.isSeries)
            .filter { !told.contains($0) }
          guard others.isEmpty else {
            Issue.record(
              """
              series \(number), round \(round): \(others)
              --- circulated
              \(circulated.joined(separator: "---\n"))
              --- edited
              \(sources.joined(separator: "---\n"))
              --- renumbered
              \(written.joined(separator: "---\n"))
              """)
            return
          }
        }
        series.take(labels: labels(in: written))
        circulated = written
      }
    }
  }
}
