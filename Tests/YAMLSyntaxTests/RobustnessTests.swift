import Diagnostics
import Seeding
import SourceText
import Testing
import YAMLSyntax

/// Whatever a file holds, it is read quickly, and what is said of it has a place in it.
@Suite struct RobustnessTests {
  private let sample = """
    report: draft-report
    symbol: CTOC/COP/WG.4/2019/L.1   # as issued
    meeting: {place: Vienna, from: 2019-09-09, to: "2019-09-11"}
    contents:
      - section: II
        title: 'Récommendations – “all”'
        contents:
          - recommendation: 12
            text: >-
              Member States should consult survivors,

              as set out in {training} and [pending].
            points:
              - Provide shelter;
              - text: "Train the \\u00e9 following:"
                points: [a, b]
          - table: |
              | a | b |
              |---|---|
      - statements: 18
        states: [Algeria,
          State of Palestine]
    """

  /// Reads a file and checks that every place and edit is in it, and that the tree is whole.
  @discardableResult
  private func check(_ text: TextStorage, limits: YAMLLimits = YAMLLimits()) -> YAMLReading {
    let file = SourceFile(name: "x", text: text)
    let reading = YAMLReader(file, id: FileID(0), limits: limits).read()
    let whole = TextRange(0, text.count)
    for finding in reading.findings {
      #expect(whole.contains(finding.place.range), "\(finding.message) in \(text.all)")
      #expect(finding.place.range.start <= finding.place.range.end)
      for fix in finding.fixes {
        var script = EditScript()
        let isPossible = script.insert(all: fix.edits.map(\.edit))
        #expect(isPossible)
        #expect(fix.edits.allSatisfy { whole.contains($0.edit.range) })
      }
    }
    if let root = reading.tree?.root { visit(root, in: whole) }
    return reading
  }

  private func visit(_ cursor: YAMLCursor, in range: TextRange) {
    #expect(cursor.range.isEmpty || range.contains(cursor.range))
    for item in cursor.items { visit(item, in: range) }
    for entry in cursor.entries {
      visit(entry.key, in: range)
      visit(entry.value, in: range)
    }
    if cursor.kind == .scalar {
      let map = ScalarMap(cursor.sourced, in: cursor.tree.file)
      #expect(range.contains(map.source(of: 0..<cursor.text.count)))
    }
  }

  private func check(_ source: String) -> YAMLReading {
    check(TextStorage(copying: source.utf8))
  }

  @Test func `the sample has no mistakes`() {
    let reading = check(sample)
    #expect(reading.findings.isEmpty)
    #expect(reading.isFaithful)
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\n", "# only a comment\n", "---\n"])
  func `an empty file is no mistake of syntax`(source: String) {
    let reading = check(source)
    #expect(reading.findings.isEmpty)
    #expect(reading.tree != nil)
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func `a file may end anywhere`(lineBreak: String, mark: String) {
    let text =
      mark
      + sample.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: lineBreak)
    let bytes = Array(text.utf8)
    for end in 0...bytes.count { check(TextStorage(copying: bytes[..<end])) }
  }

  @Test func `a file may be damaged anywhere`() {
    var random = SeededGenerator(for: "damage")
    let marks = Array(":#&*!|>'\"%@`{}[],-?\\\t \n\r\0é\u{85}\u{2028}".utf8) + [0xFF, 0xC3]
    for _ in 0..<1_500 {
      var bytes = Array(sample.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.insert(random.one(of: marks), at: place)
        case 1: bytes[place] = random.one(of: marks)
        default: bytes.remove(at: place)
        }
      }
      check(TextStorage(copying: bytes))
    }
  }

  @Test func `binary data is said not to be UTF-8`() {
    var random = SeededGenerator(for: "binary")
    let bytes = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let reading = check(TextStorage(copying: bytes))
    #expect(reading.tree == nil)
    #expect((1...5).contains(reading.findings.count { $0.rule == "encoding-invalid" }))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `blocks within blocks 100,000 deep are a finding`(opening: String) throws {
    let reading = check(String(repeating: opening, count: 100_000))
    let finding = try #require(reading.findings.first { $0.rule == "limit-exceeded" })
    #expect(finding.place.range.start.utf8 == 64 * opening.utf8.count)
    #expect(reading.tree == nil)
  }

  @Test func `keys within keys beyond the limit are a finding`() {
    let source = (0..<70).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
    #expect(check(source).findings.map(\.rule) == ["limit-exceeded"])
  }

  @Test func `aliases are not followed`() {
    var source = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let item = "*a\(level - 1)"
      source +=
        "a\(level): &a\(level) [\(Array(repeating: item, count: 9).joined(separator: ", "))]\n"
    }
    let reading = check(source)
    #expect(reading.findings.count == 30 + 29 * 9)
    #expect(reading.findings.allSatisfy { $0.rule == "yaml-unsupported" })
  }

  @Test func `a line of a megabyte is read`() {
    let words = String(repeating: "word ", count: 200_000)
    #expect(check("text: \(words)\nid: a\n").findings.isEmpty)
    #expect(check("text: Note: \(words)\nid: a\n").findings.count == 1)
    #expect(check("text: \"\(words)\nid: a\n").findings.count == 1)
    #expect(check("text: [\(words)\nid: a\n").findings.count == 1)
    #expect(check(words).findings.isEmpty)
  }

  @Test func `a hundred thousand blank lines are read`() throws {
    let source = "text: |+\n  a" + String(repeating: "\n", count: 100_000)
    let reading = check(source)
    let text = try #require(reading.tree?.root?["text"])
    let map = ScalarMap(text.sourced, in: text.tree.file)
    #expect(map.source(of: 99_999).utf8 == source.utf8.count - 2)
  }

  @Test func `NUL bytes are a finding each, up to a handful`() {
    let reading = check("a: b\0c\nd: \0\0\0\0\0\0\n")
    #expect(reading.findings.count == 5)
    #expect(reading.findings.allSatisfy { $0.message.hasPrefix("a NUL byte") })
  }

  @Test func `a line of mistakes stays cheap`() {
    for item in ["*a, ", "&a b, ", "!a b, ", "a: *b, ", "[a]: b, ", "\0", "a: 1, "] {
      let reading = check("k: {" + String(repeating: item, count: 20_000) + "}\n")
      #expect(!reading.findings.isEmpty && reading.findings.count <= 40_000)
    }
  }

  @Test func `many mistakes stay cheap`() {
    let source = String(repeating: "- Note: a: b\n", count: 20_000)
    let reading = check(source)
    #expect(!reading.findings.isEmpty && reading.findings.count <= 50)
    #expect(check(String(repeating: "- k: \"x\n", count: 20_000)).findings.count <= 50)
    #expect(check(String(repeating: "k: [a\n", count: 20_000)).findings.count <= 50)
    #expect(check(String(repeating: "\tk: a\n", count: 20_000)).findings.count <= 50)
    #expect(check(String(repeating: "k\n", count: 20_000) + "a: b").findings.count <= 50)
  }

  @Test func `the limits of a file are findings with a place`() {
    var limits = YAMLLimits()
    limits.fileBytes = 20
    let long = check(TextStorage(copying: "a: b\nc: 12345678901234567890\n".utf8), limits: limits)
    #expect(long.findings.map(\.rule) == ["limit-exceeded"])
    #expect(long.findings.map(\.place.range) == [TextRange(20, 20)])
    limits = YAMLLimits()
    limits.scalarBytes = 10
    let scalar = check(TextStorage(copying: "a: b\nc: 12345678901\nd: e\n".utf8), limits: limits)
    #expect(scalar.findings.map(\.rule) == ["limit-exceeded"])
    #expect(scalar.findings.map(\.place.range.start) == [TextOffset(8)])
    #expect(scalar.tree?.root?["d"] != nil)
  }
}
