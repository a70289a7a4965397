import Diagnostics
import SourceText
import Testing
import YAMLSyntax

@Suite struct YAMLTreeTests {
  @Test func `a tree that was stored is the tree that was parsed`() throws {
    let source =
      "# é\na: 'it''s'\nb: {c: [\"\\u2014\", x]}\n\nd:\n  - |+\n   one\n\n  - >-\n    two\n"
    let file = SourceFile(name: "x", contents: source)
    let parsed = try #require(YAMLReader(file, id: FileID(0)).read().tree)
    let stored = YAMLTree(
      of: file, nodes: StoredNumbers(TextSlice(parsed.storedNodes)),
      text: TextStorage(copying: parsed.storedText.utf8))
    func lines(_ cursor: YAMLCursor?) -> [String] {
      guard let cursor else { return [] }
      return ["\(cursor.kind) \(cursor.range) \(cursor.sourced)"]
        + cursor.items.flatMap { lines($0) }
        + cursor.entries.flatMap { lines($0.key) + lines($0.value) }
    }
    #expect(lines(parsed.root).count == 13)
    #expect(lines(stored.root) == lines(parsed.root))
  }

  @Test func `the value of a key is the last that stands for it, and texts are those of scalars`()
    throws
  {
    let file = SourceFile(name: "x", contents: "a: b\nab: [c, [d], e]\na: f\n")
    let root = try #require(YAMLReader(file, id: FileID(0)).read().tree?.root)
    let value = try #require(root.value(of: "a"))
    #expect(value.text == "f" && value.value(of: "a") == nil && root.value(of: "b") == nil)
    var items = try #require(root.value(of: "ab")).items
    let texts = [items.nextText(), items.nextText(), items.nextText()]
    #expect(texts.map { $0?.string } == ["c", "e", nil])
    var entries = root.entries
    let pairs = [entries.nextTexts(), entries.nextTexts(), entries.nextTexts()]
    #expect(pairs.map { $0?.key.string } == ["a", "a", nil])
    #expect(pairs.map { $0?.value.string } == ["b", "f", nil])
  }

  @Test func `every key and value has its exact range`() throws {
    let source = "a: é b\nlist:\n  - x\n  - text: >-\n      one\n      two\n\nc: {d: \"e\"}\nn:\n"
    let file = SourceFile(name: "x", contents: source)
    let reading = YAMLReader(file, id: FileID(0)).read()
    let root = try #require(reading.tree?.root)
    var seen: [String] = []
    func visit(_ cursor: YAMLCursor) {
      seen.append("\(cursor.kind) \(file.slice(cursor.range).string.debugDescription)")
      cursor.items.forEach(visit)
      for entry in cursor.entries {
        visit(entry.key)
        visit(entry.value)
      }
    }
    visit(root)
    #expect(
      seen.joined(separator: "\n") == #"""
        mapping "a: é b\nlist:\n  - x\n  - text: >-\n      one\n      two\n\nc: {d: \"e\"}\nn:"
        scalar "a"
        scalar "é b"
        scalar "list"
        sequence "- x\n  - text: >-\n      one\n      two"
        scalar "x"
        mapping "text: >-\n      one\n      two"
        scalar "text"
        scalar ">-\n      one\n      two"
        scalar "c"
        mapping "{d: \"e\"}"
        scalar "d"
        scalar "\"e\""
        scalar "n"
        scalar ""
        """#)
  }
}
