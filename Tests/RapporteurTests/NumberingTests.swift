import Diagnostics
import Rapporteur
import SourceText
import Testing

@Suite struct NumberingTests {
  private static let rules: Set<RuleID> = [
    "number-missing", "number-malformed", "number-repeated", "number-out-of-sequence",
  ]

  /// Checks paragraphs with the labels given, one a line from line 12.
  private func check(_ labels: [String], for mode: Mode = .drafting, finds expected: [String]) {
    let blocks = labels.map { "  - {paragraph: \($0), text: Words.}\n" }.joined()
    RapporteurTests.check(
      masthead + "contents:\n" + blocks, for: mode, only: Self.rules, finds: expected)
  }

  @Test func `what is inserted before a suffix that was circulated may have a later one`() {
    check(["7", "7 ter", "7 bis", "7 quater", "8"], finds: [])
    check(["7", "7 quater", "7 ter", "7 bis"], finds: [])
  }

  @Test func `where a suffix shows that numbers were circulated, none is renumbered as in a draft`()
  {
    for (label, title) in [
      ("7", "Renumber the file"),
      ("7 bis", "Renumber the file, and keep the numbers that were circulated"),
    ] {
      let source =
        masthead + "contents: [{paragraph: \(label), text: One.}, {paragraph: 11, text: Two.}]\n"
      var options = CheckOptions()
      options.selected = ["number-out-of-sequence"]
      let found = Secretariat.prepared.check(
        Documents([SourceFile(name: "report.yaml", contents: source)]), options)
      #expect(found.diagnostics.flatMap(\.finding.fixes).map(\.title) == [title])
    }
  }

  @Test func `an addendum begins at any number`() {
    check(["7", "8", "9"], finds: [])
  }

  @Test func `a gap is reported once, at the number after it`() {
    check(["7", "9", "10"], finds: ["13:17 number-out-of-sequence <9>"])
  }

  @Test func `a repetition is reported at the later one`() {
    check(["7", "8", "8", "9"], finds: ["14:17 number-repeated <8>"])
  }

  private func messages(_ labels: [String]) -> [String] {
    let blocks = labels.map { "  - {paragraph: \($0), text: Words.}\n" }.joined()
    var options = CheckOptions()
    options.selected = Self.rules
    let source =
      masthead.replacing(
        "subtitle: Addendum\n", with: "subtitle: Addendum\nstarts: {paragraph: 1}\n")
      + "contents:\n" + blocks
    let file = SourceFile(name: "report.yaml", contents: source)
    return Secretariat().check(Documents([file]), options).diagnostics.map(\.finding.message)
  }

  private func messages(_ labels: Int...) -> [String] { messages(labels.map(String.init)) }

  @Test func `a block that was moved is found where it stands, and once`() {
    #expect(messages(1, 2, 9, 3, 4, 5, 6, 7, 8, 10) == ["paragraph 9 stands before 3"])
    #expect(messages(1, 2, 4, 5, 6, 7, 3, 8) == ["paragraph 3 stands after 7"])
    #expect(messages(1, 3, 2) == ["paragraph 3 stands before 2"])
    #expect(messages(2, 3, 4, 1) == ["paragraph 1 stands after 4"])
    #expect(messages(4, 1, 2, 3, 5) == ["paragraph 4 stands before 1"])
  }

  @Test func `blocks that were moved together are found once`() {
    #expect(messages(1, 5, 6, 2, 3, 4, 7) == ["paragraph 5 stands before 2"])
    #expect(messages(1, 2, 5, 6, 7, 3, 4, 8) == ["paragraph 3 stands after 7"])
  }

  @Test func `a number that was mistyped leaves the others right`() {
    #expect(messages(1, 2, 30, 4, 5) == ["paragraph 30 follows 2; expected 3"])
    #expect(messages(1, 2, 3, 1, 5) == ["paragraph 1 is there already, in line 13"])
    #expect(messages(1, 2, 2, 4) == ["paragraph 2 is there already, in line 14"])
    #expect(
      messages(5, 6, 2, 8) == [
        "paragraph 5 is the first; expected 1", "paragraph 2 stands after 6",
      ])
  }

  @Test func `a gap and what repeats a number are found as ever`() {
    #expect(messages(1, 3, 4) == ["paragraph 3 follows 1; expected 2"])
    #expect(
      messages(1, 4, 2, 3, 4, 5) == ["paragraph 4 is there already, in line 14"])
    #expect(
      messages(1, 2, 2, 3) == ["paragraph 2 is there already, in line 14"])
  }

  @Test func `where a part begins again at 1, the next may go on from what would be right`() {
    func messages(_ parts: [Int]...) -> [String] {
      let sources = parts.enumerated().map { part, labels in
        let symbol = part == 0 ? "" : "/Add.\(part)"
        return "report: draft-report\nsymbol: CTOC/COP/WG.9/2024/L.2\(symbol)\ncontents:\n"
          + labels.map { "  - {recommendation: \($0), text: Words.}\n" }.joined()
      }
      var options = CheckOptions()
      options.selected = Self.rules
      return Secretariat().check(SeriesInMemory(sources).documents, options).diagnostics.map(
        \.finding.message)
    }
    #expect(
      messages([1, 2, 3], [1, 2], [6, 7]) == [
        "recommendation 1 is the first of this part, and the part before ends at 3; expected 4"
      ])
    #expect(
      messages([1, 2, 3], [1, 2], [3]) == [
        "recommendation 1 is the first of this part, and the part before ends at 3; expected 4"
      ])
    #expect(
      messages([1, 2, 3], [1, 2], [9]) == [
        "recommendation 1 is the first of this part, and the part before ends at 3; expected 4",
        "recommendation 9 is the first of this part, and the part before ends at 2; expected 3",
      ])
  }

  @Test func `a block without a number leaves its number to the next`() {
    check(["7", "", "8"], finds: ["13:6 number-missing <paragraph>"])
  }

  @Test func `numbers may have been typed with the unnumbered blocks in mind`() {
    check(
      ["7", "", "", "10"],
      finds: ["13:6 number-missing <paragraph>", "14:6 number-missing <paragraph>"])
  }

  @Test func `a Latin suffix follows its number in order`() {
    check(["7", "7 bis", "7 ter", "8"], finds: [])
    check(["7", "7 ter", "8"], finds: ["13:17 number-out-of-sequence <7 ter>"])
    check(["8", "7 bis"], finds: ["13:17 number-out-of-sequence <7 bis>"])
    check(["7", "7bis", "8"], finds: ["13:17 number-malformed <7bis>"])
    check(
      ["7", "7-Bis", "7 ter", "9"],
      finds: ["13:17 number-malformed <7-Bis>", "15:17 number-out-of-sequence <9>"])
  }

  @Test func `an adopted report has no Latin suffixes`() {
    check(["7", "7 bis"], for: .adoption, finds: ["13:17 number-malformed <7 bis>"])
  }

  @Test(arguments: ["012", "-3", "1.5", "XII", "12a", "12.", "12 (bis)", "No. 12", "0"])
  func `what is no number is malformed`(label: String) {
    check(["7", label], finds: ["13:17 number-malformed <\(label)>"])
  }

  @Test func `a text in place of a number is no number, and is counted as one`() {
    check(
      ["7", "8 The Chair spoke.", "The Chair left.", "10"],
      finds: [
        "13:17 number-malformed <8 The Chair spoke.>", "14:17 number-malformed <The Chair left.>",
      ])
  }

  @Test func `sections of one level share a style and follow one another`() {
    RapporteurTests.check(
      masthead + """
        contents:
          - section: II
            title: Recommendations
            continued: true
            contents:
              - {section: B, title: On tracing, contents: [{paragraph: 1, text: Words.}]}
              - {section: 3, title: On marking, contents: [{paragraph: 2, text: Words.}]}
              - {section: D, title: On records, contents: [{paragraph: 3, text: Words.}]}
              - {section: F, title: On export, contents: [{paragraph: 4, text: Words.}]}
          - section: IV
            title: Organization of the meeting
            contents:
              - {section: B, title: Statements, contents: [{paragraph: 5, text: Words.}]}

        """, only: Self.rules,
      finds: [
        "17:19 number-malformed <3>", "19:19 number-out-of-sequence <F>",
        "23:19 number-out-of-sequence <B>",
      ])
  }

  @Test func `paragraphs begin again in each annex`() {
    RapporteurTests.check(
      masthead + """
        contents:
          - {paragraph: 4, text: Words.}
        annexes:
          - annex: I
            title: One
            contents: [{paragraph: 1, text: Words.}]
          - annex: II
            title: Two
            contents: [{paragraph: 2, text: Words.}]

        """, only: Self.rules, finds: ["19:28 number-out-of-sequence <2>"])
  }
}
