public import Diagnostics
internal import RuleLibrary
public import SourceText
internal import YAMLSyntax

extension Secretariat {
  /// Reads a settings file.
  /// - Parameters:
  ///   - file: The settings.
  ///   - isOutside: Whether a folder of rules, as it is written, is one that the settings may not
  ///     name.
  /// - Returns: The settings, and what is wrong in the file, under the rule `settings-malformed`.
  public func settings(from file: SourceFile, isOutside: (String) -> Bool = { _ in false })
    -> Checked<Settings>
  {
    var reader = SettingsReader(known: Set(library.ruleIDs))
    let reading = YAMLReader(file, id: FileID(0)).read()
    if let root = reading.tree?.root, !root.isEmpty { reader.read(root, isOutside) }
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

  mutating func read(_ root: YAMLCursor, _ isOutside: (String) -> Bool) {
    guard root.kind == .mapping else {
      return report("settings are keys with values, such as `ignore: [identifier-unused]`", root)
    }
    for entry in root.entries {
      switch entry.key.text.string {
      case "rules": readRuleFolders(entry, isOutside)
      case "ignore": settings.ignored = Set(scalars(entry).compactMap { rule($0) })
      case "severity": readSeverities(entry)
      case "words": settings.words = names(entry)
      case "limits": readLimits(entry)
      case "shared": readSharedFolders(entry)
      default:
        reportUnknown(entry.key, "setting", known: Self.keys)
      }
    }
  }

  private static let keys = ["rules", "ignore", "severity", "words", "limits", "shared"]

  private mutating func reportUnknown(_ key: YAMLCursor, _ what: String, known: [String]) {
    let name = key.text.string
    report(
      "`\(name)` is not a \(what)"
        + (nearest(to: name, among: known).map { "; did you mean `\($0)`?" }
          ?? "; they are \(known.dropLast().joined(separator: ", ")) and \(known.last ?? "")"),
      key)
  }

  private mutating func readRuleFolders(_ entry: YAMLEntry, _ isOutside: (String) -> Bool) {
    for folder in scalars(entry) {
      if isOutside(folder.text.string) {
        report(
          "`\(folder.text)` is outside the folder of the settings; a .rapporteur.yaml in a folder "
            + "around both may allow that with `shared`",
          folder)
      } else {
        settings.ruleFolders.append(folder.text.string)
      }
    }
  }

  private mutating func readSharedFolders(_ entry: YAMLEntry) {
    for folder in scalars(entry) {
      let name = folder.text.string
      if name.hasPrefix("/") || name.split(separator: "/").contains("..") {
        report("`shared` names folders below the one of the settings, not `\(name)`", folder)
      } else {
        settings.sharedFolders.append(name)
      }
    }
  }

  private mutating func readLimits(_ entry: YAMLEntry) {
    guard entry.value.kind == .mapping else {
      return report("`limits` gives limits a number, such as {file: 128 MiB}", entry.value)
    }
    for item in entry.value.entries {
      switch item.key.text.string {
      case "file": read(item.value, to: \.fileBytes, Limits.fileBytes, isSize: true)
      case "text": read(item.value, to: \.textBytes, Limits.textBytes, isSize: true)
      case "nesting": read(item.value, to: \.nesting, Limits.nesting, isSize: false)
      case "findings": read(item.value, to: \.findings, Limits.findings, isSize: false)
      default:
        reportUnknown(item.key, "limit", known: ["file", "text", "nesting", "findings"])
      }
    }
  }

  /// Reads a number, or a size such as `128 MiB`.
  private mutating func read(
    _ value: YAMLCursor, to limit: WritableKeyPath<Limits, Int>, _ span: Limits.Span, isSize: Bool
  ) {
    var words = value.text.string.split(separator: " ")[...]
    var unit = 1
    if isSize, words.count == 2, let factor = ["KiB": 1 << 10, "MiB": 1 << 20][words[1]] {
      unit = factor
      words.removeLast()
    }
    let number = words.count == 1 ? words.first.flatMap { Int($0) } : nil
    if value.kind == .scalar, let number, (1...span.largest / unit).contains(number) {
      settings.limits[keyPath: limit] = number * unit
    } else {
      let largest = isSize ? span.largest.asSize : "\(span.largest)"
      let example = isSize ? ", such as \(span.usual.asSize)" : ""
      report("this limit is a number from 1 to \(largest)\(example)", value)
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
