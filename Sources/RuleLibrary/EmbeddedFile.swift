internal import Diagnostics
internal import SourceText

/// A file of `Rules`, as it was when the program was built.
struct EmbeddedFile: Sendable {
  /// The path in the folder of rules: `numbering/number-missing.yaml`.
  let path: StaticString
  let text: StaticString

  /// What the file is; files that are nothing that a library holds have no business in `Rules`.
  var item: LibraryItem? { LibraryItem(path: "\(path)") }

  /// The file, to be read like any other.
  var source: SourceFile { SourceFile(name: "\(path)", contents: "\(text)") }

  /// Whether the file is that of a rule of a kind, by its text alone.
  func says(_ kind: CheckKind) -> Bool {
    slice.firstRange(of: TextSlice("\nkind: \(kind.rawValue)\n")) != nil
  }

  /// The file down to its examples, which stand last in every rule file.
  var head: SourceFile {
    let whole = slice
    let end = whole.firstRange(of: TextSlice("\npasses:")).map { $0.lowerBound + 1 }
    return SourceFile(
      name: "\(path)", contents: whole[0..<(end ?? whole.count)].string)
  }

  private var slice: TextSlice { TextSlice("\(text)") }

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
