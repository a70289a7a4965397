internal import Diagnostics
package import SourceText
internal import YAMLSyntax

/// A file of `Rules`, as it was when the program was built.
package struct EmbeddedFile: Sendable {
  /// The folder in the folder of rules, and the name of the file without its ending: `numbering` and
  /// `number-missing`.
  let folder: StaticString
  let name: StaticString
  /// The kind of check that a rule names; empty for another file.
  let kind: StaticString
  let text: StaticString
  // The tree of the file, so that it need not be parsed; of a rule, that of what stands before its
  // examples.
  let nodes: StaticString
  let scalars: StaticString
  /// What words or names of States are found by, so that it need not be made; empty for another
  /// file.
  let table: StaticString

  package init(
    folder: StaticString, name: StaticString, kind: StaticString, text: StaticString,
    nodes: StaticString,
    scalars: StaticString, table: StaticString
  ) {
    self.folder = folder
    self.name = name
    self.kind = kind
    self.text = text
    self.nodes = nodes
    self.scalars = scalars
    self.table = table
  }

  var isRule: Bool { kind.utf8CodeUnitCount > 0 }

  var item: LibraryItem { LibraryItem(folder: folder, name: name) }

  /// The file, named by its path in the folder of rules: `numbering/number-missing.yaml`.
  package var source: SourceFile {
    SourceFile(name: "\(folder)/\(name).yaml", text: TextStorage(text))
  }

  var tree: YAMLTree {
    let file = SourceFile(name: "", text: TextStorage(text))
    return YAMLTree(of: file, nodes: StoredNumbers(nodes), text: TextStorage(scalars))
  }

  /// Whether the file is that of a rule of a kind.
  func says(_ kind: CheckKind) -> Bool { self.kind == kind.rawValue }
}

/// All that was in `Rules` when the program was built.
package struct EmbeddedRules: Sendable {
  /// In the order of their paths.
  package let files: [EmbeddedFile]
  /// What the phrases of all rules of the kind `terms` are found by; empty where it is still to be
  /// made.
  let terms: StaticString
  let termLetters: StaticString

  package init(files: [EmbeddedFile], terms: StaticString, termLetters: StaticString) {
    self.files = files
    self.terms = terms
    self.termLetters = termLetters
  }

  /// The files of the rules of a kind.
  func files(of kind: CheckKind) -> some Sequence<EmbeddedFile> {
    let name = kind.rawValue
    return files.indices.lazy.filter { files[$0].kind == name }.map { files[$0] }
  }

  /// The file with a name in a folder of rules.
  func file(_ folder: StaticString, _ name: String) -> EmbeddedFile? {
    files.first { $0.folder == folder && $0.name == name }
  }

  /// The file of a rule, whatever folder it is in.
  func file(of rule: RuleID) -> EmbeddedFile? {
    files.first { $0.isRule && $0.name == rule.description }
  }
}

extension StaticString {
  static func == (left: StaticString, right: String) -> Bool {
    left.utf8CodeUnitCount == right.utf8.count
      && left.withUTF8Buffer { $0.elementsEqual(right.utf8) }
  }

  static func == (left: StaticString, right: StaticString) -> Bool {
    left.utf8CodeUnitCount == right.utf8CodeUnitCount
      && left.withUTF8Buffer { left in right.withUTF8Buffer { left.elementsEqual($0) } }
  }
}

extension TextStorage {
  /// Shares a text that is part of the program.
  fileprivate convenience init(_ text: StaticString) {
    self.init(permanent: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}

extension StoredNumbers {
  init(_ text: StaticString) { self.init(TextStorage(text).all) }
}

extension TextSlice {
  init(_ text: StaticString) { self = TextStorage(text).all }
}
