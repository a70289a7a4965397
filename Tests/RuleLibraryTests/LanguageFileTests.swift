import RuleLibrary
import SourceText
import Testing

@Suite struct LanguageFileTests {
  /// Changes the English language file, and says what is found in it: a line for each finding,
  /// without its place, and the words that are marked.
  private func check(
    _ part: String, becomes other: String, says expected: String...,
    line: SourceLocation = #_sourceLocation
  ) throws {
    let english = try #require(builtInText(of: "languages/en.yaml"))
    let found = findings(
      in: "languages/xx.yaml", english, where: part, becomes: other, line: line)
    #expect(
      found.map { $0.drop { $0 != "<" } } == expected.map { Substring($0) }, sourceLocation: line)
  }

  @Test func `a language without findings has every phrase`() throws {
    try check("name: English", becomes: "name: English")
  }

  @Test func `every phrase and noun is required`() throws {
    try check("  addendum: Addendum\n", becomes: "", says: #"<distribution> `addendum` is missing"#)
    try check(
      "  table: {one: table, many: tables}\n", becomes: "", says: #"<section> `table` is missing"#)
    try check(", many: annexes", becomes: "", says: #"<one> `many` is missing"#)
    try check("  - May\n", becomes: "", says: #"<- January> `months` has 11 names; expected 12"#)
    try check(
      "  conjunctions: [and, or]\n", becomes: "", says: #"<ranges> `conjunctions` is missing"#)
  }

  @Test func `unknown phrases are named with the nearest known one`() throws {
    try check(
      "see-above:", becomes: "see-abov:",
      says: #"<see-abov> `see-abov` is not a key of phrases; did you mean `see-above`?"#,
      #"<distribution> `see-above` is missing"#)
  }

  @Test func `a phrase fills all of its placeholders and no others`() throws {
    try check(
      "Agenda item {item}", becomes: "Agenda item {itm}",
      says: #"<Agenda item {itm}> {itm} is never filled in `agenda-item`; did you mean {item}?"#,
      #"<Agenda item {itm}> `agenda-item` leaves out {item}"#)
    try check(
      "see {reference} above", becomes: "see {reference above",
      says: #"<see {reference above> `see-above` has a brace without its counterpart"#)
  }
}
