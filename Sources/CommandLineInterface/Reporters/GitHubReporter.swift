internal import Diagnostics
internal import SourceText

/// Reports a check as workflow commands, which GitHub shows beside the lines of a change.
struct GitHubReporter: Reporter {
  func report(_ record: CheckRecord, to output: TextOutput) {
    for diagnostic in record.diagnostics {
      let location = record.lines.location(of: diagnostic.finding.place)
      let properties: KeyValuePairs = [
        "file": location.file,
        "line": "\(location.from.line)",
        "col": "\(location.from.column)",
        "endLine": "\(location.to.line)",
        "endColumn": "\(location.to.column)",
        "title": diagnostic.finding.rule.name,
      ]
      let list = properties.map { "\($0.key)=\(escaped($0.value, alsoIn: [":", ","]))" }
      output.write(
        "::\(diagnostic.severity.workflowCommand) \(list.joined(separator: ","))"
          + "::\(escaped(diagnostic.finding.message))\n")
    }
  }

  /// The text as the data of a command, or as the value of a property, which escapes more.
  private func escaped(_ text: String, alsoIn others: [Unicode.Scalar] = []) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if ["%", "\r", "\n"].contains(scalar) || others.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += (digits.count == 1 ? "%0" : "%") + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Severity {
  fileprivate var workflowCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
