#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import Diagnostics
internal import SourceText
internal import YAMLSyntax

/// Writes the YAML files of a folder into a Swift file, as literals named by their paths, each with
/// the tree that it is parsed to.
///
/// Runs while the package is built: `RuleEmbedder FOLDER OUTPUT STAMP`. The stamp is written in
/// every run, the output only where it changes, so that nothing is compiled in vain.
@main struct RuleEmbedder {
  /// A file that is no YAML that the program accepts.
  private struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  static func main() throws {
    let folder = CommandLine.arguments[1]
    let output = CommandLine.arguments[2]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    var source = """
      /// The files of `Rules`, in the order of their paths.
      let embeddedFiles: [EmbeddedFile] = [

      """
    for path in paths { source += try entry(of: path, in: folder) }
    source += "]\n"
    if source != (try? String(contentsOfFile: output, encoding: .utf8)) {
      try source.write(toFile: output, atomically: true, encoding: .utf8)
    }
    try "".write(toFile: CommandLine.arguments[3], atomically: true, encoding: .utf8)
  }

  private static func entry(of path: String, in folder: String) throws -> String {
    let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    let file = SourceFile(name: folder + "/" + path, contents: text)
    let reading = YAMLReader(file, id: FileID(0)).read()
    if let finding = reading.findings.first {
      let line = LineTable(file).position(of: finding.place.range.start).line
      throw Fault(description: "\(file.name):\(line): \(finding.message)")
    }
    guard let tree = reading.tree else { throw Fault(description: "\(file.name) is empty") }
    return """
        EmbeddedFile(
          path: \(literal(path)), kind: \(literal(tree.root?["kind"]?.text.string ?? "")),
          text: \(literal(text)), nodes: \(literal(tree.storedNodes)),
          scalars: \(literal(tree.storedText))),

      """
  }

  /// A text as a Swift string literal.
  private static func literal(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { $0 += $1.escaped(asASCII: false) } + "\""
  }
}
