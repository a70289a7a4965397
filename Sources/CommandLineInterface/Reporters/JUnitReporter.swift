internal import Diagnostics
internal import SourceText

/// Reports a check as JUnit XML: a suite for each file and a case for each finding. A case fails
/// where the check does; other findings pass, with their words.
struct JUnitReporter: Reporter {
  var isFramed: Bool { true }

  func framed(_ reports: [String], _ tally: CheckTally) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="rapporteur" tests="\(tally.findings + tally.passes)" \
    failures="\(tally.failures)">
    \(reports.joined())</testsuites>

    """
  }

  func report(_ record: CheckRecord, to output: TextOutput) {
    let findings = Dictionary(grouping: record.diagnostics) { $0.finding.place.file }
    let others = findings.keys.filter { !record.judged.contains($0) }.sorted()
    for file in record.judged + others {
      report(findings[file] ?? [], in: file, record, to: output)
    }
  }

  private func report(
    _ diagnostics: [Diagnostic], in file: FileID, _ record: CheckRecord, to output: TextOutput
  ) {
    let name = escaped(record.lines.files[file.index].name)
    let failures = diagnostics.count { $0.severity >= record.failing }
    output.write(
      "  <testsuite name=\"\(name)\" tests=\"\(max(diagnostics.count, 1))\" "
        + "failures=\"\(failures)\" errors=\"0\" skipped=\"0\">\n")
    if diagnostics.isEmpty {
      output.write("    <testcase name=\"check\" classname=\"\(name)\"/>\n")
    }
    for diagnostic in diagnostics {
      output.write(testCase(diagnostic, named: name, record))
    }
    output.write("  </testsuite>\n")
  }

  private func testCase(_ diagnostic: Diagnostic, named file: String, _ record: CheckRecord)
    -> String
  {
    let finding = diagnostic.finding
    let start = record.lines.location(of: finding.place).from
    let severity = diagnostic.severity.rawValue
    let message = escaped(finding.message)
    let words = escaped(diagnostic.explanation)
    let body =
      diagnostic.severity >= record.failing
      ? "<failure type=\"\(severity)\" message=\"\(message)\">\(words)</failure>"
      : "<system-out>\(severity): \(message)</system-out>"
    return """
          <testcase name="\(escaped(finding.rule.name)) at \(start.line):\(start.column)" \
      classname="\(file)" file="\(file)" line="\(start.line)">\(body)</testcase>

      """
  }

  /// The text as the content of an element or the value of an attribute; what XML 1.0 cannot hold
  /// becomes U+FFFD.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
