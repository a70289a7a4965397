import Patterns
import SourceText
import Testing

@Suite struct PatternTests {
  @Test func `matches are found with the places of their groups`() throws {
    let text = TextSlice("pages 3-4 and é 12-14")
    let found = try Pattern(#"(\d+)-(\d+)"#).matches(in: text)
    #expect(
      found.map { $0.map { $0.map { text[$0].string } } } == [
        ["3-4", "3", "4"], ["12-14", "12", "14"],
      ])
  }

  @Test func `a pattern that matches nothing at a place goes on to the next scalar`() throws {
    #expect(try Pattern("x*").matches(in: TextSlice("é🕊x")).count == 4)
  }

  @Test func `a group that takes no part has no place`() throws {
    #expect(try Pattern("(a)|(b)").matches(in: TextSlice("b")) == [[0..<1, nil, 0..<1]])
  }

  @Test func `letters beyond ASCII are letters where that is asked for`() throws {
    let text = TextSlice("État")
    #expect(try Pattern(#"^\w+$"#).matches(in: text).isEmpty)
    #expect(try Pattern(#"^\w+$"#, usesUnicodeProperties: true).matches(in: text).count == 1)
  }

  @Test func `a pattern that is not one is told with the place of its fault`() {
    let fault = #expect(throws: Pattern.Fault.self) { try Pattern("a(b") }
    #expect(fault?.offset == 3)
    #expect(fault?.reason == "missing closing parenthesis")
  }

  @Test func `in a long text all matches are found, each once, whatever characters it has`() throws
  {
    for filler in ["x", "é", "🕊", "aé🕊"] {
      let words = (0..<3_000).map { "\(filler)\($0)" }
      let text = TextSlice(words.joined(separator: " "))
      let found = try Pattern(#"(?<=\D)\d+"#).matches(in: text)
      #expect(found.map { $0[0].map { text[$0].string } } == (0..<3_000).map { "\($0)" })
      #expect(try Pattern("q").matches(in: text).isEmpty)
    }
  }

  @Test func `searches that are slow each by itself have a time for all of them`() throws {
    let text = TextSlice(String(repeating: String(repeating: "a", count: 14) + " ", count: 4_000))
    let pattern = try Pattern(#"\b(a|aa)+\d"#)
    var budget = SearchBudget(milliseconds: 20)
    #expect(throws: Pattern.SearchFault.budgetSpent) {
      for _ in 0..<1_000 { _ = try pattern.matches(in: text, within: &budget) }
    }
  }

  @Test func `a pattern that takes too long is given up`() throws {
    let text = TextSlice(String(repeating: "a", count: 40) + "!")
    #expect(throws: Pattern.SearchFault.self) {
      try Pattern("^(a+)+$").matches(in: text)
    }
  }
}

extension Pattern {
  /// The matches in a text, with time enough.
  fileprivate func matches(in text: TextSlice) throws -> [[Range<Int>?]] {
    var budget = SearchBudget(milliseconds: 60_000)
    return try matches(in: text, within: &budget)
  }
}
