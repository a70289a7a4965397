public import Diagnostics
public import ReportModel
public import SourceText
public import YAMLSyntax

/// Reads a report from its YAML, with everything that can be read and a finding for the rest.
///
/// Reading never fails: what is malformed is reported and left out, and one bad block does not
/// hide the others.
public struct ReportReader {
  let id: FileID
  var report: Report
  var findings: [Finding] = []

  /// - Parameters:
  ///   - tree: The YAML of the file.
  ///   - id: What the file is called in findings.
  public static func read(_ tree: YAMLTree, id: FileID) -> Checked<Report> {
    var reader = ReportReader(file: tree.file, id: id)
    // A block has a kind, a text, and often an identifier.
    reader.report.reserve(tree.count / 6)
    reader.readRoot(of: tree)
    return Checked(reader.report, reader.findings)
  }

  init(file: SourceFile, id: FileID) {
    self.id = id
    report = Report(file: file, id: id)
  }

  private mutating func readRoot(of tree: YAMLTree) {
    let start = tree.file.byteOrderMarkCount
    guard let root = tree.root, !root.isEmpty else {
      report(
        "value-malformed", at: TextRange(start, start),
        "the file is empty; a report begins with its profile, such as `report: draft-report`")
      return
    }
    guard root.kind == .mapping else {
      report(
        "value-malformed", at: TextRange(root.range.start, root.range.start),
        "a report is made of keys with values, such as `report: draft-report`; this file has none")
      return
    }
    if let first = root.entries.first(where: { _ in true }) {
      report.masthead.firstKeyRange = first.key.range
    }
    var contents: YAMLCursor?
    var annexes: YAMLCursor?
    for entry in root.entries {
      switch rootKey(entry.key, of: root) {
      case .contents: contents = entry.value
      case .annexes: annexes = entry.value
      case .footnotes: readFootnotes(entry)
      case let key?: _ = readMasthead(key, entry)
      case nil: break
      }
    }
    if let contents { readBlocks(contents, in: nil, depth: 0, key: .contents) }
    if let annexes { readAnnexes(annexes) }
  }

  /// The key of a report that a key is. One that is misspelt is reported and taken as meant, unless
  /// the other is there too.
  private mutating func rootKey(_ key: YAMLCursor, of root: YAMLCursor) -> FormatKey? {
    if let known = FormatKey(key.text), Self.rootKeys.contains(known.rawValue) { return known }
    reportUnknownKey(key, of: "a report", known: Self.rootKeys)
    guard key.kind == .scalar,
      let meant = nearest(to: key.text.string, among: Self.rootKeys).flatMap({
        FormatKey(rawValue: $0)
      }),
      !root.entries.contains(where: { FormatKey($0.key.text) == meant })
    else { return nil }
    return meant
  }

  private static let rootKeys =
    MastheadField.allCases.map(\.rawValue)
    + [FormatKey.footnotes, .contents, .annexes].map(\.rawValue)

  /// Reads a field of the masthead that a series gives its merged report.
  mutating func readFinal(_ entry: YAMLEntry) {
    guard let key = FormatKey(entry.key.text), readMasthead(key, entry) else {
      reportUnknownKey(
        entry.key, of: "`final`", known: MastheadField.allCases.map(\.rawValue))
      return
    }
  }

  private mutating func readFootnotes(_ entry: YAMLEntry) {
    guard !entry.value.isEmpty else { return }
    guard entry.value.kind == .mapping else {
      report(
        "value-malformed", at: entry.value.range,
        "footnotes are keys with texts, such as `protocol: See the Protocol`")
      return
    }
    for note in entry.value.entries where note.key.kind == .scalar {
      guard let text = prose(note) else { continue }
      report.footnotes.append(Footnote(key: note.key.sourced, text: text))
    }
  }

  // MARK: Findings

  mutating func report(
    _ rule: RuleID, at range: TextRange, _ message: String, caption: String? = nil,
    ceiling: Severity? = nil, fixes: [Fix] = []
  ) {
    findings.append(
      Finding(
        rule, at: Place(id, range), message, caption: caption, ceiling: ceiling, fixes: fixes))
  }

  /// Reports a key that the format does not have at this place.
  /// - Parameters:
  ///   - owner: What the key was given to, with its article: "a section".
  ///   - known: The keys that could stand there.
  mutating func reportUnknownKey(_ key: YAMLCursor, of owner: String, known: [String]) {
    // A merge key has been reported as YAML that is not accepted.
    guard key.kind == .scalar, !(key.text == "<<") else { return }
    let name = key.text.string
    let range = key.range
    if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")), key.node.style == .plain,
      known.contains(String(name[..<colon]))
    {
      let end = range.start + name.utf8.distance(from: name.startIndex, to: colon) + 1
      return report(
        "key-unknown", at: range, "a space is missing after the colon of `\(name[..<colon])`",
        fixes: [
          Fix(
            "Put a space after the colon", safety: .safe,
            edits: [FileEdit(Place(id, TextRange(end, end)), " ")])
        ])
    }
    guard let meant = nearest(to: name, among: known) else {
      let list = known.map { "`\($0)`" }.joined(separator: ", ")
      report(
        "key-unknown", at: range, "`\(name)` is not a key of \(owner); its keys are \(list)")
      return
    }
    findings.append(
      Finding(
        unknown: "key-unknown", at: Place(id, range), "`\(name)` is not a key of \(owner)",
        meant: meant))
  }
}
