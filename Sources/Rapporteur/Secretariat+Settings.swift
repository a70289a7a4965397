public import Diagnostics
internal import RuleLibrary
public import SourceText
internal import YAMLSyntax

extension Secretariat {
  /// Reads a settings file.
  /// - Returns: The settings, and what is wrong in the file, under the rule `settings-malformed`.
  public func settings(from file: SourceFile) -> Checked<Settings> {
    var reader = SettingsReader(known: Set(library.ruleIDs))
    let reading = YAMLReader(file, id: FileID(0)).read()
    if let root = reading.tree?.root, !root.isEmpty { reader.read(root) }
    return Checked(reader.settings, reading.findings + reader.findings)
  }
}

private struct SettingsReader {
  private let known: Set<RuleID>
  private(set) var settings = Settings()
  private(set) var findings: [Finding] = []

  init(known: Set<RuleID>) {
    self.known = known
  }

  mutating func read(_ root: YAMLCursor) {
    guard root.kind == .mapping else {
      return report("settings are keys with values, such as `ignore: [identifier-unused]`", root)
    }
    for entry in root.entries {
      switch entry.key.text.string {
      case "rules": settings.ruleFolders = names(entry)
      case "ignore": settings.ignored = Set(scalars(entry).compactMap { rule($0) })
      case "severity": readSeverities(entry)
      case "words": settings.words = names(entry)
      case let key:
        let meant = nearest(to: key, among: ["rules", "ignore", "severity", "words"])
        report(
          "`\(key)` is not a setting"
            + (meant.map { "; did you mean `\($0)`?" }
              ?? "; they are rules, ignore, severity and words"),
          entry.key)
      }
    }
  }

  private mutating func names(_ entry: YAMLEntry) -> [String] {
    scalars(entry).map(\.text.string)
  }

  /// The scalars of a list; one by itself is a list of one.
  private mutating func scalars(_ entry: YAMLEntry) -> [YAMLCursor] {
    switch entry.value.kind {
    case .scalar: return entry.value.isEmpty ? [] : [entry.value]
    case .sequence: return entry.value.items.filter { $0.kind == .scalar }
    case .mapping:
      report("`\(entry.key.text.string)` is a list", entry.value)
      return []
    }
  }

  private mutating func readSeverities(_ entry: YAMLEntry) {
    guard entry.value.kind == .mapping else {
      return report(
        "`severity` gives rules a severity, such as {quote-straight: note}", entry.value)
    }
    for item in entry.value.entries {
      guard let id = rule(item.key) else { continue }
      let word = item.value.text.string
      if let severity = Severity(rawValue: word) {
        settings.severities[id] = .some(severity)
      } else if word == "silent" {
        settings.severities[id] = .some(nil)
      } else {
        report("a severity is note, warning, error or silent, not `\(word)`", item.value)
      }
    }
  }

  private mutating func rule(_ node: YAMLCursor) -> RuleID? {
    let id = RuleID(node.text.string)
    if known.contains(id) { return id }
    let meant = nearest(to: id.name, among: known.map(\.name).sorted())
    report(
      "`\(id)` is not a rule" + (meant.map { "; did you mean `\($0)`?" } ?? ""), node)
    return nil
  }

  private mutating func report(_ message: String, _ node: YAMLCursor) {
    findings.append(
      Finding("settings-malformed", at: Place(FileID(0), node.range), message))
  }
}
