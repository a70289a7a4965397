internal import Diagnostics
internal import Rapporteur
internal import SourceText

/// Reports a check in the Static Analysis Results Interchange Format, version 2.1.0.
struct SARIFReporter: Reporter {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  var isFramed: Bool { true }

  func report(_ record: CheckRecord, to output: TextOutput) {
    let results = record.diagnostics.map { result($0, record.lines).text }
    output.write(results.joined(separator: ","))
  }

  func framed(_ reports: [String], _ tally: CheckTally) -> String {
    let rules = tally.rules.sorted { $0.key < $1.key }.map { rule($0.key, $0.value) }
    let driver: JSON = [
      "name": "Rapporteur",
      "version": .string(Secretariat.version),
      "semanticVersion": .string(Secretariat.version),
      "rules": .array(rules),
    ]
    let log: JSON = [
      "$schema": .string(Self.schema),
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": driver],
          "columnKind": "unicodeCodePoints",
          "results": .written("[\(reports.joined(separator: ","))]"),
        ]
      ],
    ]
    return log.text + "\n"
  }

  private func rule(_ id: RuleID, _ rule: CheckTally.BrokenRule) -> JSON {
    [
      "id": .string(id.name),
      "shortDescription": message(rule.summary),
      "fullDescription": message(rule.explanation),
      "help": message("\(rule.explanation)\n\nAuthority: \(rule.authority)"),
    ]
  }

  private func result(_ diagnostic: Diagnostic, _ lines: LineTables) -> JSON {
    let finding = diagnostic.finding
    let fixes = finding.fixes.filter { !$0.edits.isEmpty }.map { fix($0, lines) }
    let related = finding.related.map { location($0.place, lines, message: $0.message) }
    return .object([
      "ruleId": .string(finding.rule.name),
      "level": .string(diagnostic.severity.rawValue),
      "message": message(finding.message),
      "locations": [location(finding.place, lines, message: finding.caption)],
      "relatedLocations": related.isEmpty ? nil : .array(related),
      "fixes": fixes.isEmpty ? nil : .array(fixes),
    ])
  }

  private func location(_ place: Place, _ lines: LineTables, message text: String?) -> JSON {
    let location = lines.location(of: place)
    let physical: JSON = [
      "artifactLocation": artifact(location.file),
      "region": [
        "startLine": .integer(location.from.line),
        "startColumn": .integer(location.from.column),
        "endLine": .integer(location.to.line),
        "endColumn": .integer(location.to.column),
        "byteOffset": .integer(place.range.start.utf8),
        "byteLength": .integer(place.range.count),
      ],
    ]
    return .object(["physicalLocation": physical, "message": text.map { message($0) }])
  }

  private func fix(_ fix: Fix, _ lines: LineTables) -> JSON {
    var files: [FileID] = []
    for edit in fix.edits where !files.contains(edit.file) { files.append(edit.file) }
    let changes = files.map { file -> JSON in
      let replacements = fix.edits.filter { $0.file == file }.map { replacement($0.edit) }
      return [
        "artifactLocation": artifact(lines.files[file.index].name),
        "replacements": .array(replacements),
      ]
    }
    return ["description": message(fix.title), "artifactChanges": .array(changes)]
  }

  private func replacement(_ edit: TextEdit) -> JSON {
    [
      "deletedRegion": [
        "byteOffset": .integer(edit.range.start.utf8), "byteLength": .integer(edit.range.count),
      ],
      "insertedContent": ["text": .string(edit.replacement)],
    ]
  }

  private func message(_ text: String) -> JSON { ["text": .string(text)] }

  /// A file by its name as a URI reference (RFC 3986).
  private func artifact(_ name: String) -> JSON {
    var uri = name.hasPrefix("/") ? "file://" : ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return ["uri": .string(uri)]
  }
}
