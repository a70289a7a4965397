#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import Diagnostics
internal import RuleLibrary
internal import RunningText
internal import SourceText
internal import YAMLSyntax

/// Writes the YAML files of a folder into a Swift file, as literals named by their paths, each with
/// what it was read to: its tree, and what its words or names are found by.
///
/// Runs while the package is built: `RuleEmbedder FOLDER OUTPUT STAMP`. The stamp is written in
/// every run, the output only where it changes, so that nothing is compiled in vain.
@main struct RuleEmbedder {
  /// A file that no library would take.
  private struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  private let folder: String
  private let files: [SourceFile]
  private let library: RuleLibrary

  static func main() throws {
    let output = CommandLine.arguments[2]
    let source = try RuleEmbedder(folder: CommandLine.arguments[1]).source()
    if source != (try? String(contentsOfFile: output, encoding: .utf8)) {
      try source.write(toFile: output, atomically: true, encoding: .utf8)
    }
    try "".write(toFile: CommandLine.arguments[3], atomically: true, encoding: .utf8)
  }

  private init(folder: String) throws {
    self.folder = folder
    files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.sorted().map { path in
        SourceFile(
          name: path, contents: try String(contentsOfFile: folder + "/" + path, encoding: .utf8))
      }
    let nothing = RuleLibrary(EmbeddedRules(files: [], terms: "", termLetters: ""))
    let reading = nothing.extended(by: files)
    library = reading.value
    if let finding = reading.findings.first { throw fault(finding) }
  }

  private func fault(_ finding: Finding) -> Fault {
    let file = files[finding.place.file.index]
    let line = LineTable(file).position(of: finding.place.range.start).line
    return Fault(description: "\(folder)/\(file.name):\(line): \(finding.message)")
  }

  private func source() throws -> String {
    let trie = library.terms.trie
    return """
      import RuleLibrary

      /// The files of `Rules`, in the order of their paths.
      let embeddedRules = EmbeddedRules(
        files: [
      \(try files.indices.map(entry).joined(separator: ",\n"))
        ],
        terms: \(literal(trie.storedNumbers)), termLetters: \(literal(trie.storedLetters)))

      """
  }

  private func entry(_ index: Int) throws -> String {
    let file = files[index]
    let tree = try stored(try self.tree(of: file))
    let parts = file.name.dropLast(".yaml".count).split(separator: "/").map(String.init)
    guard parts.count == 2 else {
      throw Fault(description: "\(folder)/\(file.name) is in no folder of rules")
    }
    return """
          EmbeddedFile(
            folder: \(literal(parts[0])), name: \(literal(parts[1])), kind: \(literal(tree.root?["kind"]?.text.string ?? "")),
            text: \(literal(file.text.all.string)), nodes: \(literal(tree.storedNodes)),
            scalars: \(literal(tree.storedText)), table: \(literal(library.storedTable(of: file.name))))
      """
  }

  private func tree(of file: SourceFile) throws -> YAMLTree {
    guard let tree = YAMLReader(file, id: FileID(0)).read().tree else {
      throw Fault(description: "\(folder)/\(file.name) is empty")
    }
    return tree
  }

  /// The tree that is kept of a file. The examples of a rule, which are most of it, no check asks for:
  /// they stand last, and are left out.
  private func stored(_ whole: YAMLTree) throws -> YAMLTree {
    let file = whole.file
    guard whole.root?["kind"] != nil else { return whole }
    guard let entries = whole.root.map({ Array($0.entries) }),
      let first = entries.firstIndex(where: Self.isExample),
      entries[first...].allSatisfy(Self.isExample)
    else { throw Fault(description: "\(folder)/\(file.name): the examples do not stand last") }
    let rest = TextRange(0, entries[first].key.range.start.utf8)
    return try tree(of: SourceFile(name: file.name, contents: file.slice(rest).string))
  }

  private static func isExample(_ entry: YAMLEntry) -> Bool {
    entry.key.text == "passes" || entry.key.text == "fails"
  }

  /// A text as a Swift string literal.
  private func literal(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { $0 += $1.escaped(asASCII: false) } + "\""
  }
}
