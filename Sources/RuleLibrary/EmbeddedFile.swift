internal import Diagnostics
internal import SourceText
internal import YAMLSyntax

/// A file of `Rules`, as it was when the program was built.
struct EmbeddedFile: Sendable {
  /// The path in the folder of rules: `numbering/number-missing.yaml`.
  let path: StaticString
  /// The kind of check that a rule names; empty for another file.
  let kind: StaticString
  let text: StaticString
  // The tree of the file, so that it need not be parsed.
  let nodes: StaticString
  let scalars: StaticString

  /// What the file is; files that are nothing that a library holds have no business in `Rules`.
  var item: LibraryItem? { LibraryItem(path: "\(path)") }

  var source: SourceFile {
    SourceFile(name: "\(path)", text: Self.storage(text))
  }

  var tree: YAMLTree {
    nodes.withUTF8Buffer { YAMLTree(of: source, nodes: $0, text: Self.storage(scalars)) }
  }

  private static func storage(_ text: StaticString) -> TextStorage {
    TextStorage(permanent: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Whether the file is that of a rule of a kind.
  func says(_ kind: CheckKind) -> Bool {
    self.kind.withUTF8Buffer { $0.elementsEqual(kind.rawValue.utf8) }
  }

  /// The file at a path.
  static func at(_ path: String) -> EmbeddedFile? {
    embeddedFiles.first { $0.path.withUTF8Buffer { $0.elementsEqual(path.utf8) } }
  }

  /// The file of a rule, whatever folder it is in.
  static func ofRule(_ id: RuleID) -> EmbeddedFile? {
    let ending = "/\(id).yaml"
    return embeddedFiles.first { file in
      file.path.withUTF8Buffer { $0.suffix(ending.utf8.count).elementsEqual(ending.utf8) }
        && file.item?.isRule == true
    }
  }
}
