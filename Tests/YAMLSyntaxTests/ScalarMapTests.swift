import Diagnostics
import Seeding
import SourceText
import Testing
import YAMLSyntax

@Suite struct ScalarMapTests {
  /// Checks the source of some decoded text of the value in a file with one key.
  private func check(
    _ source: String, _ decoded: Range<Int>, is expected: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let file = SourceFile(name: "x", contents: source)
    let root = try #require(YAMLReader(file, id: FileID(0)).read().tree?.root)
    let value = try #require(root.entries.first { _ in true }?.value)
    let map = ScalarMap(value.sourced, in: file)
    #expect(file.slice(map.source(of: decoded)).string == expected, sourceLocation: location)
  }

  @Test func `text on one line is its own source`() throws {
    try check("k: one two", 4..<7, is: "two")
    try check("k: 'one two'", 4..<7, is: "two")
    try check("\u{FEFF}k: é two", 3..<6, is: "two")
  }

  @Test func `an escape is covered whole`() throws {
    try check("k: 'don''t'", 3..<4, is: "''")
    try check(#"k: "a\u00e9b""#, 1..<2, is: #"\u00e9"#)
    try check(#"k: "a\u00e9b""#, 3..<4, is: "b")
    try check("k: \"a\\\n   b\"", 1..<2, is: "b")
  }

  @Test func `a range over a fold covers the fold`() throws {
    try check("k: one \n   two", 3..<4, is: " \n   ")
    try check("k: >-\n  one\n  two", 2..<5, is: "e\n  t")
    try check("k: >-\r\n  one\r\n\r\n  two", 3..<4, is: "\r\n\r\n  ")
    try check("k: |\n  one\n  two\n", 3..<4, is: "\n  ")
    try check("k: |\n  one\n  two\n", 7..<8, is: "\n")
    try check("k: >\n  one\n    two\n  three\n", 3..<4, is: "\n  ")
    try check("k: >2\n    one\n  two\n", 0..<3, is: "  o")
  }

  @Test func `an empty range is a place to insert at`() throws {
    let file = SourceFile(name: "x", contents: "k: >-\n  one\n  two\n")
    let root = try #require(YAMLReader(file, id: FileID(0)).read().tree?.root)
    let map = ScalarMap(try #require(root["k"]).sourced, in: file)
    #expect(map.source(of: 0..<0) == TextRange(8, 8))
    #expect(map.source(of: 4..<4) == TextRange(14, 14))
    #expect(map.source(of: 7..<7) == TextRange(17, 17))
  }

  @Test(arguments: [
    ("k: plain", " #", false), ("k: plain", "a: b", false), ("k: plain", "two\nlines", false),
    ("k: plain", "don’t", true), ("k: [plain]", "a, b", false), ("k: plain", "x, y", true),
    ("k: plain", "[x", false), ("k: 'quoted'", "a: b # c", true),
    ("k: 'quoted'", "a\nb", false), ("k: \"quoted\"", "a\nb\u{7}", true),
    ("k: >-\n  folded", "a: b # c", true), ("k: >-\n  folded", " indented", false),
  ])
  func `text is encoded only where the style can say it`(
    source: String, text: String, isPossible: Bool
  ) throws {
    let file = SourceFile(name: "x", contents: source)
    let root = try #require(YAMLReader(file, id: FileID(0)).read().tree?.root)
    let value = try #require(root["k"])
    let scalar = value.kind == .scalar ? value : try #require(value.items.first { _ in true })
    #expect((ScalarMap(scalar.sourced, in: file).encoded(text) != nil) == isPossible)
  }

  @Test func `every decoded byte of random scalars has the source that libyaml read it from`()
    throws
  {
    var random = SeededGenerator(for: "scalar map")
    var seen: [ScalarStyle: Int] = [:]
    var count = 0
    while count < 20_000 {
      let sample = RandomScalar(using: &random)
      guard let scalar = scalar(in: sample) else { continue }
      count += 1
      seen[scalar.node.style, default: 0] += 1
      let fault = faultOfMap(for: scalar) ?? faultOfEdit(of: scalar, in: sample, using: &random)
      if let fault {
        Issue.record("\(fault) in \(sample.source.debugDescription)")
        return
      }
    }
    #expect(seen.count == 5 && seen.values.allSatisfy { $0 > 1_000 })
  }

  private func scalar(in sample: RandomScalar) -> YAMLCursor? {
    YAMLSyntaxTests.scalar(in: SourceFile(name: "x", contents: sample.source), at: sample.path)
  }

  /// What is wrong with the map of a scalar, if anything is.
  private func faultOfMap(for scalar: YAMLCursor) -> String? {
    let file = scalar.tree.file
    let map = ScalarMap(scalar.sourced, in: file)
    let text = scalar.text
    var last = TextRange(scalar.range.start, scalar.range.start)
    var first = 0
    for index in 0..<text.count {
      let range = map.source(of: index..<index + 1)
      if range == last, !map.isVerbatim(index..<index + 1) { continue }
      if first < index, last.count > 0, let fault = faultOfUnit(first..<index, last, map) {
        return fault
      }
      guard range.start >= last.end else { return "byte \(index) has its source before the last" }
      first = index
      last = range
    }
    return text.isEmpty ? nil : faultOfUnit(first..<text.count, last, map)
  }

  /// What is wrong with the source of one byte, escape or fold, if anything is.
  private func faultOfUnit(_ decoded: Range<Int>, _ range: TextRange, _ map: ScalarMap) -> String? {
    let source = map.sourceText(range)
    let text = map.decodedText(decoded)
    let isRight =
      if map.isVerbatim(decoded) {
        source == text
      } else if source.first == "\\", let second = source.dropFirst().first, second.isEscape {
        text == unescaped(source)
      } else if source == "''" {
        text == "'"
      } else {
        source.unicodeScalars.allSatisfy(" \t\r\n\u{85}\u{2028}\u{2029}\\".unicodeScalars.contains)
          && [" ", "\n", "\u{2028}", "\u{2029}"].contains(text)
      }
    return isRight ? nil : "\(text.debugDescription) is not from \(source.debugDescription)"
  }

  /// What an edit of some random bytes does besides replacing these bytes, if it does anything.
  private func faultOfEdit(
    of scalar: YAMLCursor, in sample: RandomScalar, using random: inout SeededGenerator
  ) -> String? {
    let text = scalar.text.string
    let scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return nil }
    let start = Int.random(in: 0..<scalars.count, using: &random)
    let end = Int.random(in: start...min(start + 5, scalars.count), using: &random)
    let replacement = random.one(of: ["X", "é", "a b", "'", "\"", ": ", " #", ",", "", " ", "-"])
    let before = String.UnicodeScalarView(scalars[..<start])
    let replaced = String.UnicodeScalarView(scalars[start..<end])
    let after = String.UnicodeScalarView(scalars[end...])
    let lower = String(before).utf8.count
    let file = scalar.tree.file
    let map = ScalarMap(scalar.sourced, in: file)
    let decoded = lower..<lower + String(replaced).utf8.count
    guard let edit = map.edit(replacing: decoded, with: replacement) else {
      let isInWord = !replaced.isEmpty && replaced.allSatisfy(\.isWord)
      let mustWork = replacement == "X" && isInWord && map.isVerbatim(decoded)
      return mustWork ? "\(String(replaced).debugDescription) cannot be replaced" : nil
    }
    var script = EditScript()
    script.insert(edit)
    let edited = SourceFile(name: "x", text: script.applied(to: file.text))
    let result = YAMLSyntaxTests.scalar(in: edited, at: sample.path)?.text.string
    let expected = String(before) + replacement + String(after)
    guard result.map({ Array($0.utf8) }) == Array(expected.utf8) else {
      return "\(expected.debugDescription) expected after an edit to "
        + "\(edited.text.all.string.debugDescription), which gives \(String(reflecting: result))"
    }
    return nil
  }
}

/// An escape of double quotes, decoded without the map's rules.
private func unescaped(_ escape: String) -> String? {
  let named: [Character: String] = [
    "n": "\n", "\"": "\"", "\\": "\\", "N": "\u{85}", "L": "\u{2028}", "_": "\u{A0}", "0": "\0",
    " ": " ",
  ]
  let letter = escape[escape.index(after: escape.startIndex)]
  if let text = named[letter] { return escape.unicodeScalars.count == 2 ? text : nil }
  return UInt32(escape.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
}

extension Character {
  fileprivate var isEscape: Bool { "nxuU\"\\NL_0 ".contains(self) }
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool { properties.isAlphabetic }
}

extension ScalarMap {
  fileprivate func sourceText(_ range: TextRange) -> String { file.slice(range).string }
  fileprivate func decodedText(_ range: Range<Int>) -> String { text.text[range].string }
}
