import Diagnostics
import Rapporteur
import SourceText

/// Parts of a series in memory, the first of which is called `p1.yaml`.
struct SeriesInMemory {
  var documents = Documents()

  init(_ parts: [String], final: String = "final: {report: report}") {
    documents.add(series: parts, final: final, isRequested: true)
  }

  /// What stands in the way of merging, as lines such as `p2.yaml:3 title-mismatch (p1.yaml:4)`.
  static func lines(_ diagnostics: [Diagnostic], in documents: Documents) -> [String] {
    func line(_ place: Place) -> String {
      let file = documents[place.file]
      return "\(file.name):\(LineTable(file).position(of: place.range.start).line)"
    }
    return diagnostics.map { diagnostic in
      let related = diagnostic.finding.related.map { " (\(line($0.place)))" }.joined()
      return "\(line(diagnostic.finding.place)) \(diagnostic.finding.rule)\(related)"
    }
  }
}

extension Documents {
  /// Adds a series with its parts, the first of which is called `p1.yaml`.
  @discardableResult
  mutating func add(
    series parts: [String], final: String = "final: {report: report}", isRequested: Bool
  ) -> FileID {
    let names = parts.indices.map { "p\($0 + 1).yaml" }
    let series = "series: draft-report\nparts: [\(names.joined(separator: ", "))]\n\(final)\n"
    let id = add(SourceFile(name: "series.yaml", contents: series), isRequested: isRequested)
    for (name, text) in zip(names, parts) {
      let part = add(SourceFile(name: name, contents: text), isRequested: false)
      relate(id, path: name, to: part)
      relate(part, path: "series.yaml", to: id)
    }
    return id
  }
}
