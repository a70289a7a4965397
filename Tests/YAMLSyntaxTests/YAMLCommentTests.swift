import Diagnostics
import SourceText
import Testing
import YAMLSyntax

@Suite struct YAMLCommentTests {
  private func tree(_ source: String) throws -> YAMLTree {
    try #require(YAMLReader(SourceFile(name: "x", contents: source), id: FileID(0)).read().tree)
  }

  private let source = """
    # rapporteur: a
    k: x # rapporteur: b
    l: "q # rapporteur: c" # rapporteur: d
    m: >- # rapporteur: e
      text # rapporteur: f
      # rapporteur: g
      more
      # rapporteur: h

      # rapporteur: i
    # rapporteur: j
    n: [a, # rapporteur: k
      b#rapporteur:z]
    o: y#rapporteur:l
      # other
      # about rapporteur: m
    """

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func `comments are told from text that looks like them`(lineBreak: String, mark: String) throws {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let text = mark + lines.joined(separator: lineBreak)
    let tree = try tree(text)
    func last(_ range: TextRange) -> String { String(tree.file.slice(range).string.suffix(1)) }
    let comments = tree.comments(containing: "rapporteur:")
    #expect(comments.map { last($0.range) } == ["a", "b", "d", "e", "j", "k", "m"])
    #expect(comments.filter(\.isAlone).map { last($0.range) } == ["a", "j", "m"])
    #expect(comments.allSatisfy { tree.file.slice($0.range).string.hasPrefix("# ") })
    let places = tree.commentsInTexts(beginningWith: "rapporteur:")
    #expect(
      places.map { tree.file.slice($0).string } == [
        "# rapporteur: c\"", "# rapporteur: f", "# rapporteur: g", "# rapporteur: h",
        "# rapporteur: i",
      ])
  }

  @Test(arguments: [
    ("k: Recommendations # 3\n", "# 3"), ("k: one\n  two #x\n", "#x"), ("k: 'a' # b", "# b"),
    ("k: [a] # b\n", "# b"), ("k: a#b\n", nil), ("k: >-\n  a # b\n", nil), ("k: a\n# b\n", nil),
    ("k:\n  a: b # c\n", nil),
  ])
  func `the comment after a value is on its line`(source: String, comment: String?) throws {
    let tree = try tree(source)
    let value = try #require(tree.root?["k"])
    #expect(value.commentAfter.map { tree.file.slice($0.range).string } == comment)
  }
}
