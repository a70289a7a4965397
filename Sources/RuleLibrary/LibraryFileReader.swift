internal import Diagnostics
internal import SourceText
internal import YAMLSyntax

/// A file of a library as YAML: one of a house, or one that is compiled in.
struct LibraryFile: Sendable {
  let id: FileID
  let tree: YAMLTree?
  let findings: [Finding]
  /// Whether the file is compiled in, so that no fault was found in it when the program was built.
  let isBuiltIn: Bool
  /// What was made of a file that is compiled in; empty for most.
  let table: StoredNumbers

  init(_ file: SourceFile, id: FileID) {
    let reading = YAMLReader(file, id: id).read()
    self.id = id
    tree = reading.tree
    findings = reading.findings
    isBuiltIn = false
    table = StoredNumbers("")
  }

  /// - Parameter isWhole: Whether a rule's examples are asked for too.
  init(_ file: EmbeddedFile, isWhole: Bool = false) {
    id = FileID(0)
    tree = isWhole ? YAMLReader(file.source, id: id).read().tree : file.tree
    findings = []
    isBuiltIn = true
    table = StoredNumbers(file.table)
  }
}

/// Takes the values out of a library file, and notes all that is wrong with them.
struct LibraryFileReader {
  private let file: LibraryFile
  private let fault: RuleID
  private(set) var findings: [Finding]

  /// - Parameter fault: The rule that a badly written file breaks, such as `profile-malformed`.
  init(_ file: LibraryFile, fault: RuleID) {
    self.file = file
    self.fault = fault
    findings = file.findings
  }

  /// Whether what takes long to try was tried when the program was built.
  var isProven: Bool { file.isBuiltIn }

  /// The top of the file as a mapping; nil where it is none.
  mutating func read<Key>(as what: String, by keys: Key.Type) -> Fields<Key>? {
    guard let root = file.tree?.root else {
      if findings.isEmpty { report("the file is empty; \(what) is a mapping", at: TextRange(0, 0)) }
      return nil
    }
    return fields(root, of: what, by: keys)
  }

  mutating func report(_ message: String, at range: TextRange) {
    findings.append(Finding(fault, at: Place(file.id, range), message))
  }

  /// A mapping by its keys; nil where the node is none.
  /// - Parameter what: What the mapping is, for messages: "a rule".
  mutating func fields<Key>(_ node: YAMLCursor, of what: String, by keys: Key.Type) -> Fields<Key>?
  {
    guard node.kind == .mapping else {
      report("\(what) is a mapping", at: node.range)
      return nil
    }
    if !isProven { reportUnknownKeys(of: node, of: what, by: keys) }
    return Fields(node)
  }

  private mutating func reportUnknownKeys<Key: FieldKey>(
    of node: YAMLCursor, of what: String, by keys: Key.Type
  ) {
    for entry in node.entries {
      let name = entry.key.text.string
      guard Key(rawValue: name) == nil else { continue }
      let known = Key.allCases.map(\.rawValue)
      report(
        "`\(name)` is not a key of \(what)\(suggestion(for: name, among: known))",
        at: entry.key.range)
    }
  }

  /// The value that a mapping must have for a key; nil, and a finding, where it has none.
  mutating func required<Key>(_ key: Key, in fields: Fields<Key>) -> YAMLCursor? {
    guard let value = fields[key], !value.isEmpty else {
      report("`\(key.rawValue)` is missing", at: fields[key]?.range ?? fields.start)
      return nil
    }
    return value
  }

  /// The text that a mapping must have for a key; nil, and a finding, where it has none.
  mutating func text<Key>(_ key: Key, in fields: Fields<Key>) -> String? {
    slice(key, in: fields)?.string
  }

  /// A scalar as text; nil, and a finding, for a collection.
  mutating func text(_ value: YAMLCursor, of name: String) -> String? {
    slice(value, of: name)?.string
  }

  /// The text that a mapping must have for a key, as it stands in the file; nil, and a finding, where
  /// it has none.
  mutating func slice<Key>(_ key: Key, in fields: Fields<Key>) -> TextSlice? {
    guard let value = required(key, in: fields) else { return nil }
    return slice(value, of: key.rawValue)
  }

  /// A scalar as it stands in the file; nil, and a finding, for a collection.
  mutating func slice(_ value: YAMLCursor, of name: String) -> TextSlice? {
    guard value.kind == .scalar else {
      report("`\(name)` is a text", at: value.range)
      return nil
    }
    return value.text
  }

  /// The items of a list; none, and a finding, for anything else.
  mutating func items(_ value: YAMLCursor, of name: String) -> [YAMLCursor] {
    guard value.kind == .sequence else {
      report("`\(name)` is a list", at: value.range)
      return []
    }
    return Array(value.items)
  }

  /// A list of texts.
  mutating func texts(_ value: YAMLCursor, of name: String) -> [String] {
    items(value, of: name).compactMap { text($0, of: name) }
  }

  /// A list of texts, as they stand in the file.
  mutating func slices(_ value: YAMLCursor, of name: String) -> [TextSlice] {
    Array(list(value, of: name))
  }

  /// A list of texts, each taken out of the file when it is asked for; none where there is no value.
  mutating func list(_ value: YAMLCursor?, of name: String) -> TextList {
    guard let value, !isProven else { return TextList(value) }
    for item in items(value, of: name) where item.kind != .scalar {
      report("`\(name)` is a list of texts", at: item.range)
    }
    return TextList(value)
  }

  /// A mapping of texts to texts, each taken out of the file when it is asked for; none, and a
  /// finding, for anything else.
  mutating func pairs(_ value: YAMLCursor, of name: String) -> TextPairs {
    if isProven { return TextPairs(value) }
    guard value.kind == .mapping else {
      report("`\(name)` is a mapping", at: value.range)
      return TextPairs(nil)
    }
    for entry in value.entries where entry.value.kind != .scalar {
      report("what `\(name)` has for `\(entry.key.text)` is a text", at: entry.value.range)
    }
    return TextPairs(value)
  }

  /// A value that is one of a few words; nil, and a finding, where it is not.
  mutating func choice<Choice>(_ value: YAMLCursor, of name: String, as: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    let text = value.text
    if let choice = Choice.allCases.first(where: { text.reads($0.rawValue) }) { return choice }
    return word(value, of: name, among: Choice.allCases.map(\.rawValue)).flatMap(Choice.init)
  }

  /// A value that is one of a few words; nil, and a finding, where it is not.
  mutating func word(_ value: YAMLCursor, of name: String, among known: [String]) -> String? {
    guard let word = text(value, of: name) else { return nil }
    if known.contains(word) { return word }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    report(
      "`\(word)` is no value of `\(name)`\(suggestion(for: word, among: known, or: list))",
      at: value.range)
    return nil
  }

  /// `true` or `false`; false where the key is absent.
  mutating func flag<Key>(_ key: Key, in fields: Fields<Key>) -> Bool {
    guard let value = fields[key] else { return false }
    return choice(value, of: key.rawValue, as: Flag.self) == .true
  }

  private enum Flag: String, CaseIterable {
    case `true`
    case `false`
  }

  private func suggestion(for word: String, among known: [String], or list: String? = nil)
    -> String
  {
    if let near = nearest(to: word, among: known) { return "; did you mean `\(near)`?" }
    return list.map { "; it is one of \($0)" } ?? ""
  }
}
