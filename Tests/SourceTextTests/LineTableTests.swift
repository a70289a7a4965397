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

  @Test func `counting on from another place comes to the same`() {
    let file = SourceFile(name: "x", contents: "\u{FEFF}añ\r\n\n😀bc\rd")
    let table = LineTable(file)
    for earlier in 0...file.text.count {
      let landmark = table.landmark(at: TextOffset(earlier), after: nil)
      for offset in 0...file.text.count + 2 {
        let place = table.landmark(at: TextOffset(offset), after: landmark)
        #expect(place.position == table.position(of: TextOffset(offset)))
      }
    }
  }
}
