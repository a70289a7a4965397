internal import Diagnostics
internal import SourceText

/// Reports a check as JSON: an object a line for each finding, then one with their number.
struct JSONReporter: Reporter {
  func report(_ record: CheckRecord, to output: TextOutput) {
    for diagnostic in record.diagnostics {
      output.write(object(diagnostic, record.lines).text + "\n")
    }
  }

  func framed(_ reports: [String], _ tally: CheckTally) -> String {
    let summary: JSON = .object([
      "files": .integer(tally.files),
      "errors": .integer(tally.count(of: .error)),
      "warnings": .integer(tally.count(of: .warning)),
      "notes": .integer(tally.count(of: .note)),
      "unlisted": tally.unlisted > 0 ? .integer(tally.unlisted) : nil,
    ])
    return JSON.object(["summary": summary]).text + "\n"
  }

  private func object(_ diagnostic: Diagnostic, _ lines: LineTables) -> JSON {
    let location = lines.location(of: diagnostic.finding.place)
    return [
      "rule": .string(diagnostic.finding.rule.name),
      "severity": .string(diagnostic.severity.rawValue),
      "file": .string(location.file),
      "line": .integer(location.from.line),
      "column": .integer(location.from.column),
      "endLine": .integer(location.to.line),
      "endColumn": .integer(location.to.column),
      "message": .string(diagnostic.finding.message),
      "explanation": .string(diagnostic.explanation),
      "authority": .string(diagnostic.authority),
      "fixes": .array(diagnostic.finding.fixes.map { object($0, lines) }),
    ]
  }

  private func object(_ fix: Fix, _ lines: LineTables) -> JSON {
    let edits = fix.edits.map { edit -> JSON in
      [
        "file": .string(lines.files[edit.file.index].name),
        "start": .integer(edit.edit.range.start.utf8),
        "end": .integer(edit.edit.range.end.utf8),
        "text": .string(edit.edit.replacement),
      ]
    }
    return [
      "title": .string(fix.title),
      "safety": .string(fix.safety.rawValue),
      "edits": .array(edits),
    ]
  }
}
