internal import Diagnostics
internal import Rapporteur
internal import SourceText

/// Tells a comparison as JSON: an object a line for each change, then one with their number.
struct ChangeRecord {
  let lines: LineTables

  func report(_ outcome: ComparisonOutcome, to output: TextOutput) {
    for change in outcome.changes { output.write(object(change).text + "\n") }
    let counts = ReportChange.Deed.allCases.map { deed in
      (key: deed.rawValue, value: JSON.integer(outcome.count(of: deed)))
    }
    output.write(JSON.object(["summary": .object(counts)]).text + "\n")
  }

  private func object(_ change: ReportChange) -> JSON {
    [
      "change": .string(change.deed.rawValue),
      "kind": .string(change.kind),
      "id": change.identifier.map { .string($0) } ?? .null,
      "old": change.old.map(object) ?? .null,
      "new": change.new.map(object) ?? .null,
      "passages": .array(change.passages.map(object)),
    ]
  }

  private func object(_ standing: ReportChange.Standing) -> JSON {
    let location = lines.location(of: standing.place)
    return [
      "name": .string(standing.name),
      "label": .string(standing.label),
      "file": .string(location.file),
      "line": .integer(location.from.line),
      "column": .integer(location.from.column),
    ]
  }

  private func object(_ passage: ReportChange.Passage) -> JSON {
    [
      "key": .string(passage.key),
      "point": .string(passage.point),
      "words": .array(
        passage.words.map { ["fate": .string($0.fate.rawValue), "text": .string($0.text)] }),
    ]
  }
}
