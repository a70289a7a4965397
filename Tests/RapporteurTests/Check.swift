import Diagnostics
import Rapporteur
import SourceText
import Testing

/// Checks a source and holds what is found against lines such as `3:7 value-malformed <perhaps>`.
///
/// The same is done with a byte order mark and with CRLF line ends: lines and columns must not move.
func check(
  _ source: String, for mode: Mode = .drafting, only rules: Set<RuleID>? = nil,
  finds expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let crlf = source.split(separator: "\n", omittingEmptySubsequences: false)
    .joined(separator: "\r\n")
  for (form, text) in [("plain", source), ("marked", "\u{FEFF}" + source), ("CRLF", crlf)] {
    let found = findings(in: text, for: mode, only: rules)
    #expect(found == expected, "\(form)", sourceLocation: sourceLocation)
  }
}

/// What is found in a source, as lines such as `3:7 value-malformed <perhaps>`.
func findings(in source: String, for mode: Mode = .drafting, only rules: Set<RuleID>? = nil)
  -> [String]
{
  var options = CheckOptions()
  options.mode = mode
  options.selected = rules
  let file = SourceFile(name: "report.yaml", contents: source)
  let table = LineTable(file)
  return Secretariat().check(Documents([file]), options).diagnostics.map { diagnostic in
    let range = diagnostic.finding.place.range
    let start = table.position(of: range.start)
    return "\(start.line):\(start.column) \(diagnostic.finding.rule) <\(file.slice(range))>"
  }
}

/// A masthead with nothing to find in it.
let masthead = """
  report: draft-report
  symbol: CTOC/COP/WG.9/2024/L.2/Add.1
  distribution: Limited
  date: 2024-05-14
  original: English
  organ: Conference of the Parties
  body: Working Group on Firearms
  meeting: {place: Vienna, from: 2024-05-13, to: 2024-05-15}
  title: Draft report
  subtitle: Addendum

  """
