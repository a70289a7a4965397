#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Writes the YAML files of a folder into a Swift file, as literals named by their paths.
///
/// Runs while the package is built: `RuleEmbedder FOLDER OUTPUT STAMP`. The stamp is written in
/// every run, the output only where it changes, so that nothing is compiled in vain.
@main struct RuleEmbedder {
  static func main() throws {
    let folder = CommandLine.arguments[1]
    let output = CommandLine.arguments[2]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    var source = """
      /// The files of `Rules`, in the order of their paths.
      let embeddedFiles: [EmbeddedFile] = [

      """
    for path in paths {
      let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
      source += """
          EmbeddedFile(
            path: \(literal(path)), kind: \(literal(kind(of: text))),
            headCount: \(headCount(of: text)), text: \(literal(text))),

        """
    }
    source += "]\n"
    if source != (try? String(contentsOfFile: output, encoding: .utf8)) {
      try source.write(toFile: output, atomically: true, encoding: .utf8)
    }
    try "".write(toFile: CommandLine.arguments[3], atomically: true, encoding: .utf8)
  }

  /// The kind of check that a rule file names; empty for another file.
  private static func kind(of text: String) -> String {
    let key = "kind: "
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
    return line.map { String($0.dropFirst(key.count)) } ?? ""
  }

  /// The number of UTF-8 bytes before the examples, which stand last in every rule file.
  private static func headCount(of text: String) -> Int {
    let head = text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.hasPrefix("passes:") }
    return min(head.reduce(0) { $0 + $1.utf8.count + 1 }, text.utf8.count)
  }

  /// A text as a Swift string literal.
  private static func literal(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { $0 += $1.escaped(asASCII: false) } + "\""
  }
}
