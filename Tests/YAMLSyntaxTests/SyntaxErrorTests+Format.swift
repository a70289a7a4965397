import Diagnostics
import SourceText
import Testing
import YAMLSyntax

/// What YAML has and the format has not.
extension SyntaxErrorTests {
  @Test func `what YAML has and the format has not`() throws {
    func unsupported(_ marked: String, says message: String, fixed: String? = nil) throws {
      try check(marked, says: message, rule: "yaml-unsupported", fixed: fixed)
    }
    try unsupported("k: «*Italic»\n", says: "an alias", fixed: "k: >-\n  *Italic\n")
    try unsupported("k: «&x» and\n", says: "an anchor", fixed: "k: >-\n  &x and\n")
    try unsupported("k: «!x» and\n", says: "a tag", fixed: "k: >-\n  !x and\n")
    try unsupported("k: «&x»\n  a: b\n", says: "an anchor")
    try unsupported("«<<»: a\n", says: "a merge key")
    try unsupported("a: b\n«---»\nc: d\n", says: "a file holds one document")
    try unsupported(
      "%YAML 1.1\n---\na: b\n".replacing("%YAML 1.1", with: "«%YAML 1.1»"),
      says: "a directive")
    try unsupported("? «[»a]\n: b\n", says: "a key is a word")
  }

  @Test func `a key that stands twice is reported at the later one`() throws {
    try check(
      "a: 1\nb: {a: 1}\n«\"a\"»: 2\n", says: "`a` stands twice", rule: "yaml-duplicate-key",
      fixed: nil)
    let many = (0..<40).map { "k\($0): x\n" }.joined()
    try check(
      many + "«k7»: y\n", says: "`k7` stands twice", rule: "yaml-duplicate-key", fixed: nil)
    let finding = try #require(read("a: 1\nb: 2\na: 3\n").1.findings.first)
    #expect(finding.related.map(\.place.range) == [TextRange(0, 1)])
  }

  @Test func `a dash that was forgotten`() throws {
    try check(
      "- recommendation: 1\n  text: One.\n  «recommendation»: 2\n  text: Two.\n",
      says: "a dash is missing before `recommendation`", rule: "yaml-duplicate-key",
      fixed: "- recommendation: 1\n  text: One.\n- recommendation: 2\n  text: Two.\n")
    try check(
      "c:\n  -   section: A\n      title: é\n      contents: []\n      «section»: B\n"
        + "      title: b\n",
      says: "a dash is missing before `section`", rule: "yaml-duplicate-key",
      fixed: "c:\n  -   section: A\n      title: é\n      contents: []\n  -   section: B\n"
        + "      title: b\n")
    try check(
      "- section: A\n  id: x\n  «section»: B\n", says: "a dash is missing before `section`",
      rule: "yaml-duplicate-key", fixed: "- section: A\n  id: x\n- section: B\n", isSafe: false)
    try check(
      "- recommendation: 1\n  text: One.\n«recommendation»: 2\n  text: Two.\n- section: A\n",
      says: "a dash is missing before `recommendation`",
      fixed: "- recommendation: 1\n  text: One.\n- recommendation: 2\n  text: Two.\n- section: A\n"
    )
    try check(
      "- recommendation: 1\n  text: One.\n«recommendation»: 2\ntext: Two.\n- section: A\n",
      says: "a dash is missing before `recommendation`",
      fixed: "- recommendation: 1\n  text: One.\n- recommendation: 2\n  text: Two.\n- section: A\n"
    )
  }

  @Test func `blocks between which a dash is missing are read as what they are`() throws {
    for indentation in ["  ", ""] {
      let source =
        "c:\n- recommendation: 1\n  text: One.\n\(indentation)recommendation: 2\n  text: é\n"
      let (_, reading) = read(source)
      let blocks = Array(try #require(reading.tree?.root?["c"]).items)
      #expect(blocks.map { $0["recommendation"]?.text.string } == ["1", "2"])
      #expect(blocks.last?["text"]?.text.string == "é")
      #expect(reading.assumesDashes)
      let key = try #require(blocks.last?.entries.first { _ in true }?.key)
      #expect(key.range.start.utf8 == 36 + indentation.utf8.count)
    }
  }

  @Test func `a key that is typed twice at once lacks no dash`() throws {
    try check(
      "- recommendation: 1\n  «recommendation»: 2\n  text: Two.\n", says: "stands twice",
      rule: "yaml-duplicate-key", fixed: nil)
  }
}
