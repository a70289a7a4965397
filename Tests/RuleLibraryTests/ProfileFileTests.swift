import BuiltInRules
import Diagnostics
import ReportModel
import RuleLibrary
import SourceText
import Testing

@Suite struct ProfileFileTests {
  private static let good = """
    summary: The report of our committee
    masthead: [symbol, title]
    sections: [I, A]
    numbering:
      paragraph: {style: decimal, runs-through: part}
      recommendation: {style: dotted, runs-through: series}
    recommendation: in-line
    last-joiner: and
    outline:
      - heading: Introduction
      - section: I
        title: Summary
        required: true
        closed: true
        contents:
          - section:
            title: One for each item

    """

  private func check(
    _ part: String, becomes other: String, says expected: String...,
    line: SourceLocation = #_sourceLocation
  ) {
    let found = findings(
      in: "profiles/ours.yaml", Self.good, where: part, becomes: other, line: line)
    #expect(found == expected, sourceLocation: line)
  }

  @Test func `a good profile says all that it says`() throws {
    check("our committee", becomes: "our committee")
    let file = SourceFile(name: "profiles/ours.yaml", contents: Self.good)
    let profile = try #require(RuleLibrary.builtIn.extended(by: [file]).value.profile("ours"))
    #expect(profile.requiredFields == [.symbol, .title])
    #expect(profile.recommendations.isDotted && !profile.paragraphs.isDotted)
    #expect(profile.isOutlineOpen && !profile.isWhole && profile.recommendationForm == .inLine)
    #expect(profile.outline.map(\.label) == [nil, "I"])
    #expect(profile.outline.map(\.title) == ["Introduction", "Summary"])
    #expect(profile.outline.map(\.isRequired) == [false, true])
    #expect(profile.outline.map(\.isOpen) == [true, false])
    #expect(profile.outline[1].contents.first?.label == nil)
    #expect(profile.recommendationHeadingLevel == 4)
  }

  @Test func `unknown keys and values are named with the nearest known one`() {
    check(
      "last-joiner", becomes: "last-joyner",
      says: #"""
        8:1 <last-joyner> `last-joyner` is not a key of a profile; did you mean `last-joiner`?
        """#,
      #"1:1 <summary> `last-joiner` is missing"#)
    check(
      "symbol", becomes: "symbols",
      says: #"2:12 <symbols> `symbols` is no value of `masthead`; did you mean `symbol`?"#)
    check(
      "dotted", becomes: "dashed",
      says: #"6:27 <dashed> `dashed` is no value of `style`; it is one of `decimal`, `dotted`"#)
    check(
      "required: true", becomes: "required: yes",
      says: #"13:15 <yes> `yes` is no value of `required`; it is one of `true`, `false`"#)
    check(
      "closed", becomes: "close",
      says: #"""
        14:5 <close> `close` is not a key of a section of the outline; did you mean `closed`?
        """#)
  }

  @Test func `a style of labels is given by its first label`() {
    check(
      "[I, A]", becomes: "[I, B]",
      says: #"""
        3:15 <B> `B` is not the first label of a style; expected I, A, 1, (a), (i) or a.
        """#)
    check("sections: [I, A]", becomes: "sections: I", says: #"3:11 <I> `sections` is a list"#)
  }

  @Test func `a numbering says both things of both kinds`() {
    check(
      ", runs-through: part", becomes: "", says: #"5:15 <style> `runs-through` is missing"#)
    check(
      "  paragraph: {style: decimal, runs-through: part}\n", becomes: "",
      says: #"5:3 <recommendation> `paragraph` is missing"#)
  }

  @Test func `a section of an outline has a title and is numbered or not`() {
    check(
      "    title: Summary\n", becomes: "", says: #"11:5 <section> `title` is missing"#)
    check(
      "heading: Introduction", becomes: "heading: Introduction\n    section: I",
      says: "10:5 <heading> a section is either numbered or a heading")
  }
}
