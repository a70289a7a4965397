import Specimens
import Testing
import WordProcessing

/// What Word prints before the paragraphs of a list.
@Suite struct LabelTests {
  @Test(arguments: [
    ("decimal", ["1", "2", "3", "4"]), ("decimalZero", ["01", "02", "03", "04"]),
    ("upperRoman", ["I", "II", "III", "IV"]), ("lowerRoman", ["i", "ii", "iii", "iv"]),
    ("upperLetter", ["A", "B", "C", "D"]), ("lowerLetter", ["a", "b", "c", "d"]),
    ("ordinal", ["1st", "2nd", "3rd", "4th"]), ("none", ["", "", "", ""]),
    ("chineseCounting", ["1", "2", "3", "4"]),
  ])
  func `numbers are written in the format of the level`(_ format: String, _ labels: [String]) throws
  {
    try check(list(1, level(0, "%1", format)), [0, 0, 0, 0], give: labels)
  }

  @Test(arguments: [
    ("upperLetter", 26, "Z"), ("upperLetter", 27, "AA"), ("lowerLetter", 54, "bbb"),
    ("lowerRoman", 1994, "mcmxciv"), ("lowerRoman", 0, "0"), ("decimalZero", 10, "10"),
    ("ordinal", 11, "11th"), ("ordinal", 112, "112th"), ("ordinal", 101, "101st"),
  ])
  func `large numbers are written as Word writes them`(
    _ format: String, _ number: Int, _ label: String
  ) throws {
    try check(list(1, level(0, "%1", format, start: number)), [0], give: [label])
  }

  @Test func `a label has words and marks, and the numbers of the levels above`() throws {
    try check(
      list(
        1, level(0, "Recommendation %1.", start: 12), level(1, "%1.%2 &amp; %3", "lowerLetter"),
        level(2, "(%3)", "lowerRoman")),
      [0, 1, 1, 2, 2, 0, 1],
      give: [
        "Recommendation 12.", "12.a &#38; ", "12.b &#38; ", "(i)", "(ii)", "Recommendation 13.",
        "13.a &#38; ",
      ])
  }

  @Test func `a legal level writes the numbers of all levels in digits`() throws {
    try check(
      list(1, level(0, "%1.", "upperRoman"), level(1, "%1.%2", "upperLetter", with: "<w:isLgl/>")),
      [0, 0, 1], give: ["I.", "II.", "2.1"])
  }

  @Test func `a level begins anew after one above it, unless it says otherwise`() throws {
    func lists(_ restart: String) -> String {
      list(1, level(0, "%1"), level(1, "%1.%2"), level(2, "[%3]", with: restart))
    }
    let levels = [0, 1, 2, 1, 2, 0, 1, 2]
    try check(lists(""), levels, give: ["1", "1.1", "[1]", "1.2", "[1]", "2", "2.1", "[1]"])
    try check(
      lists("<w:lvlRestart w:val=\"1\"/>"), levels,
      give: ["1", "1.1", "[1]", "1.2", "[2]", "2", "2.1", "[1]"])
    try check(
      lists("<w:lvlRestart w:val=\"0\"/>"), levels,
      give: ["1", "1.1", "[1]", "1.2", "[2]", "2", "2.1", "[3]"])
  }

  @Test func `a level that was passed over counts as if it had been there`() throws {
    try check(
      list(1, level(0, "%1", start: 3), level(1, "%1.%2")), [1, 1, 0, 1],
      give: ["3.1", "3.2", "4", "4.1"])
  }

  @Test func `a level that no list describes begins with nothing`() throws {
    try check(list(1, level(0, "%1")), [0, 7, 0], give: ["1", "", "2"])
  }

  @Test func `what parts the label from the text is a tab, a space or nothing`() throws {
    let body = [1, 2, 3].map { paragraph("Text", list: $0) }
    #expect(
      try typed(
        list(1, level(0, "%1.")), list(2, level(0, "%1.", with: "<w:suff w:val=\"space\"/>")),
        list(3, level(0, "%1.", with: "<w:suff w:val=\"nothing\"/>")), body: body)
        == ["1.→Text", "1. Text", "1.Text"])
  }

  @Test func `instances of a list count on, and begin anew once where they say so`() throws {
    let body = [1, 1, 2, 3, 3, 1].map { paragraph("", list: $0) }
    #expect(
      try typed(
        list(1, level(0, "%1")), instance(2, of: 1), instance(3, of: 1, starts: [0: 7]), body: body)
        == ["1→", "2→", "3→", "7→", "8→", "9→"])
  }

  @Test func `an instance may have a level of its own`() throws {
    let own = "<w:lvlOverride w:ilvl=\"0\">\(level(0, "(%1)", "lowerLetter"))</w:lvlOverride>"
    let body = [1, 2].map { paragraph("", list: $0) }
    #expect(
      try typed(list(1, level(0, "%1.")), instance(2, of: 1, with: own), body: body) == [
        "1.→", "(b)→",
      ])
  }

  @Test func `bullets are left as they are, and their level is counted`() throws {
    let body = [(0, "One"), (1, "Bullet"), (0, "Two")].map { paragraph($1, list: 1, level: $0) }
    let file = try typed(list(1, level(0, "%1."), level(1, "•", "bullet")), body: body)
    #expect(file == ["1.→One", "Bullet", "2.→Two"])
  }
}
