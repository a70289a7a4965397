import Diagnostics
import Seeding
import SourceText
import Testing
import YAMLSyntax

@Suite struct FoldedBlockTests {
  /// Checks a file after the value that begins with some words has been put under `>-`.
  private func check(
    _ source: String, _ value: String, becomes expected: String?,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try folded(value, in: source) == expected, sourceLocation: location)
  }

  private func folded(_ value: String, in source: String) throws -> String? {
    let file = SourceFile(name: "x", contents: source)
    let start = try #require(source.utf8.firstRange(of: value.utf8)).lowerBound
    let offset = source.utf8.distance(from: source.startIndex, to: start)
    let range = TextRange(offset, offset + value.utf8.count)
    guard let edit = foldedBlock(for: range, in: file) else { return nil }
    var script = EditScript()
    script.insert(edit)
    return script.applied(to: file.text).all.string
  }

  @Test func `the text goes under the key, two columns deeper`() throws {
    try check("text: [All], b\n", "[All], b", becomes: "text: >-\n  [All], b\n")
    try check("- text: {a} is\n", "{a} is", becomes: "- text: >-\n    {a} is\n")
    try check("- Train:\n- x\n", "Train:", becomes: "- >-\n  Train:\n- x\n")
    try check("  - - [a]", "[a]", becomes: "  - - >-\n      [a]")
    try check("\u{FEFF}k: [a]\r\n", "[a]", becomes: "\u{FEFF}k: >-\r\n  [a]\r\n")
  }

  @Test func `a value on the lines below its key keeps its lines`() throws {
    try check("k:\n    [a,\n   b]\nl: x", "[a,\n   b]", becomes: "k: >-\n  [a,\n  b]\nl: x")
    try check("k: # why\n  [a]\n", "[a]", becomes: "k: >- # why\n  [a]\n")
    try check("k: [a,\n\n b]\n", "[a,\n\n b]", becomes: "k: >-\n  [a,\n\n  b]\n")
  }

  @Test func `a comment after the value stays a comment`() throws {
    try check("k: [a] # why\nl: x\n", "[a]", becomes: "k: >- # why\n  [a]\nl: x\n")
    try check("k: [a,\n  # why\n  b]\n", "[a,\n  # why\n  b]", becomes: nil)
  }

  @Test func `within brackets the text is quoted`() throws {
    try check("k: [a, {b} \"c\", d]\n", "{b} \"c\"", becomes: "k: [a, \"{b} \\\"c\\\"\", d]\n")
  }

  @Test func `random prose decodes to what was typed`() throws {
    var random = SeededGenerator(for: "folded block")
    for _ in 0..<2_000 {
      let words = [
        "[All]", "{see a}", "*x*", "a: b", "\"q\"", "# 3", "é→😀", "it's", "- x", "@y", "%", "c:",
      ]
      let lineBreak = random.one(of: ["\n", "\r\n"])
      let lines = (0..<Int.random(in: 1...3, using: &random)).map { number in
        // A line that begins with a number sign is a comment.
        (0..<Int.random(in: 1...4, using: &random)).map { place in
          random.one(of: place == 0 ? words.filter { $0 != "# 3" } : words)
        }.joined(separator: random.one(of: [" ", "  "])) + (number > 0 ? "" : ",")
      }
      let (before, after, path) = random.one(of: [
        ("k: ", "", [RandomScalar.Step.value]),
        ("é:\(lineBreak)  - k: ", "# b", [.value, .firstItem, .value]),
        ("- ", "\(lineBreak)- z", [.firstItem]),
        ("k:\(lineBreak)    ", "\(lineBreak)l: x", [.value]),
      ])
      let value = lines.joined(separator: lineBreak + random.one(of: ["  ", "     "]))
      let source = before + value + (after.hasPrefix("#") ? " " : "") + after + lineBreak
      let result = try #require(try folded(value, in: source))
      let file = SourceFile(name: "x", contents: result)
      let decoded = scalar(in: file, at: path)?.text.string
      #expect(decoded == lines.joined(separator: " "), "\(source.debugDescription)")
      if decoded != lines.joined(separator: " ") { return }
    }
  }
}
