import SourceText
import Testing

@testable import CommandLineInterface

@Suite struct SnippetTests {
  /// Shows the line with the text between two guillemets marked, which are not part of the line.
  private func show(_ marked: String) throws -> String {
    let start = try #require(marked.firstIndex(of: "«"))
    let end = try #require(marked.firstIndex(of: "»"))
    let before = marked[..<start]
    let place = marked[marked.index(after: start)..<end]
    let text = before + place + marked[marked.index(after: end)...]
    let file = SourceFile(name: "l1.yaml", contents: String(text))
    let range = TextRange(before.utf8.count, before.utf8.count + place.utf8.count)
    let lines = LineTable(file)
    let line = lines.range(ofLine: lines.position(of: range.start).line)
    let snippet = Snippet(of: range, inLine: line, of: file)
    return snippet.text + "\n" + String(repeating: " ", count: snippet.indentation)
      + String(repeating: "^", count: snippet.width)
  }

  @Test func `the place is marked beneath`() throws {
    #expect(try show("- recommendation: «14»") == "- recommendation: 14\n                  ^^")
  }

  @Test func `wide characters take two columns, combining ones none`() throws {
    #expect(try show("漢字 «漢字» x") == "漢字 漢字 x\n     ^^^^")
    #expect(try show("e\u{301}e\u{301} «e\u{301}x»") == "e\u{301}e\u{301} e\u{301}x\n   ^^")
    #expect(try show("👍 «x»") == "👍 x\n   ^")
    #expect(try show("Côte «d’Ivoire»") == "Côte d’Ivoire\n     ^^^^^^^^")
  }

  @Test func `tabs are shown as spaces, and what would steer the terminal as a sign`() throws {
    #expect(try show("\t«x»\ty") == "    x    y\n    ^")
    #expect(try show("a\u{1B}[2J«b»") == "a␛[2Jb\n     ^")
    #expect(try show("a\u{202E}«b»") == "a\u{FFFD}b\n  ^")
  }

  @Test func `an empty place has one mark`() throws {
    #expect(try show("recommendation:«»") == "recommendation:\n               ^")
    #expect(try show("a: b\n«»") == "\n^")
  }

  @Test func `of a place on several lines the part on the first is marked`() throws {
    #expect(try show("text: «>-\r\n  one\r\n  two»\r\n") == "text: >-\n      ^^")
  }

  @Test func `a long line is cut to a window around the place`() throws {
    let words = String(repeating: "word ", count: 2_700)
    let shown = try show(words + "«fault» " + words).split(separator: "\n")
    #expect(shown[0].count == 100)
    #expect(shown[0].hasPrefix("…ord word") && shown[0].hasSuffix("…"))
    #expect(shown[1] == String(repeating: " ", count: 40) + "^^^^^")
    #expect(shown[0].dropFirst(40).hasPrefix("fault "))
  }

  @Test func `a long line is shown from its start where the place is near it, and to its end`()
    throws
  {
    let words = String(repeating: "é", count: 27_000)
    #expect(try show("a «fault» \(words)").hasPrefix("a fault éé"))
    #expect(try show("\(words) «fault» b").split(separator: "\n")[0].hasSuffix("é fault b"))
  }

  @Test func `a place longer than the window is marked as far as it is seen`() throws {
    let shown = try show("text: «\(String(repeating: "x", count: 500))»").split(separator: "\n")
    #expect(shown[0].count == 100 && shown[1].count == 100)
  }
}
