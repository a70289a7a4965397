import Diagnostics
import SourceText
import Testing
import YAMLSyntax

@Suite struct YAMLTreeTests {
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
