import SourceText
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [
    ("a\nbc\n", 3, 2, 2), ("a\r\nbc", 4, 2, 2), ("a\rbc", 3, 2, 2),
    ("\u{FEFF}añb", 6, 1, 3), ("😀x", 4, 1, 2),
  ])
  func `a position has the line and the column that an editor shows`(
    source: String, offset: Int, line: Int, column: Int
  ) {
    let table = LineTable(SourceFile(name: "x", contents: source))
    #expect(table.position(of: TextOffset(offset)) == LinePosition(line: line, column: column))
  }
}
