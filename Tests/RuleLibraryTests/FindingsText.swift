import BuiltInRules
import Diagnostics
import RuleLibrary
import SourceText
import Testing

/// What the library says of a house's files: a line for each finding, with the place, the words
/// that are marked, and the message.
func findings(in files: [(path: String, source: String)]) -> [String] {
  let sources = files.map { SourceFile(name: $0.path, contents: $0.source) }
  return RuleLibrary.builtIn.extended(by: sources).findings.map { finding in
    let file = sources[finding.place.file.index]
    let position = LineTable(file).position(of: finding.place.range.start)
    let marked = file.slice(finding.place.range).string.split(separator: "\n").first ?? ""
    return "\(position.line):\(position.column) <\(marked)> \(finding.message)"
  }
}

/// The text of a built-in file, by its path.
func builtInText(of path: String) -> String? {
  RuleLibrary.builtInFiles.first { $0.name == path }?.text.all.string
}

/// What the library says of a file in which a part, which stands there once, becomes another.
func findings(
  in path: String, _ source: String, where part: String, becomes other: String,
  line: SourceLocation
) -> [String] {
  let rest = source.split(separator: part, omittingEmptySubsequences: false)
  #expect(rest.count == 2, "the part stands once in the file", sourceLocation: line)
  return findings(in: [(path, rest.joined(separator: other))])
}
