internal import Diagnostics
internal import SourceText

/// Reports a check for people: each finding with its line, the place marked, and what to do.
struct TextReporter: Reporter {
  let ink: Ink

  func report(_ record: CheckRecord, to output: TextOutput) {
    for diagnostic in record.diagnostics {
      output.write(text(of: diagnostic, record.lines))
    }
  }

  /// A finding, as a few lines.
  func text(of diagnostic: Diagnostic, _ lines: LineTables) -> String {
    let finding = diagnostic.finding
    let location = lines.location(of: finding.place)
    let severity = ink(diagnostic.severity.colour, "\(diagnostic.severity.rawValue):")
    let rule = ink(.faint, "[\(finding.rule)]")
    let place = ink(.bold, "\(location.start.shown):")
    var text = "\(place) \(severity) \(finding.message.shown) \(rule)\n"
    text += snippet(of: diagnostic, line: location.from.line, lines)
    for related in finding.related {
      text += "   \(note(related, lines))\n"
    }
    for fix in finding.fixes {
      text += "   \(ink(.green, "fix:")) \(advice(on: fix, for: location.file))\n"
    }
    return text
  }

  /// A second place that a finding speaks of, on a line.
  func note(_ related: RelatedPlace, _ lines: LineTables) -> String {
    let start = lines.location(of: related.place).start
    return "\(start.shown): \(ink(.blue, "note:")) \(related.message.shown)"
  }

  private func snippet(of diagnostic: Diagnostic, line: Int, _ lines: LineTables) -> String {
    let finding = diagnostic.finding
    let file = lines.files[finding.place.file.index]
    let range = lines.table(of: finding.place.file).range(ofLine: line)
    let snippet = Snippet(of: finding.place.range, inLine: range, of: file)
    let number = String(line)
    let gutter = String(repeating: " ", count: max(5 - number.count, 0)) + number
    let blank = String(repeating: " ", count: gutter.count)
    var marks = String(repeating: "^", count: snippet.width)
    if let caption = finding.caption { marks += " \(caption.shown)" }
    let indentation = String(repeating: " ", count: snippet.indentation)
    return """
      \(ink(.faint, "\(gutter) |"))\(snippet.text.isEmpty ? "" : " ")\(snippet.text)
      \(ink(.faint, "\(blank) |")) \(indentation)\(ink(diagnostic.severity.colour, marks))

      """
  }

  /// What the user does to make a fix: a command where one makes it.
  private func advice(on fix: Fix, for file: String) -> String {
    let argument = file == Registry.standardInputName ? "-" : file.asOperand
    let title = fix.title.shown
    switch fix.renumbering {
    case .afresh: return "rapporteur renumber \(argument)"
    case .since(let circulated?):
      return "rapporteur renumber --circulated \(circulated.quotedForShell) \(argument)"
    case .since(nil):
      return "rapporteur renumber --circulated OLD.yaml \(argument), where OLD.yaml is the version "
        + "that was circulated"
    case nil: break
    }
    return fix.safety == .safe ? "\(title) (rapporteur check --fix \(argument))" : title
  }
}

extension String {
  /// The text as an operand of a command line, even where it begins as options do.
  fileprivate var asOperand: String {
    hasPrefix("-") ? "-- \(quotedForShell)" : quotedForShell
  }

  /// The text as one word of a command line.
  var quotedForShell: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "+")...UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "_"), 0x80...:
          true
        default: false
        }
      }
    if isPlain { return self }
    let pieces = split(separator: "'", omittingEmptySubsequences: false)
    return "'\(pieces.joined(separator: "'\\''"))'"
  }
}
