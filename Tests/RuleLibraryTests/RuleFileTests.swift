import BuiltInRules
import Diagnostics
import RuleLibrary
import SourceText
import Testing

@Suite struct RuleFileTests {
  private static let good = """
    summary: Sections have a content
    explanation: An empty section was forgotten.
    authority: practice
    kind: section
    severity: {drafting: silent, circulation: warning, adoption: error}
    passes:
      - "contents: []"
      - {source: "contents: []", frame: report}
    fails:
      - {source: "contents: [x]", says: x, marks: x, mode: circulation}
      - {source: "contents: [y]", says: y, fixed: "contents: []", mode: adoption}

    """

  /// Changes the good rule file, and says what is found in it.
  private func check(
    _ part: String, becomes other: String, path: String = "structure/section-empty.yaml",
    says expected: String..., line: SourceLocation = #_sourceLocation
  ) {
    let found = findings(in: path, Self.good, where: part, becomes: other, line: line)
    #expect(found == expected, sourceLocation: line)
  }

  @Test func `a good rule file has no findings`() {
    check("practice", becomes: "practice")
  }

  @Test func `unknown keys are named with the nearest known key`() {
    check(
      "authority", becomes: "autority",
      says: #"3:1 <autority> `autority` is not a key of a rule; did you mean `authority`?"#,
      #"1:1 <summary> `authority` is missing"#)
    check(
      "says: x", becomes: "says: x, colour: red",
      says: #"10:40 <colour> `colour` is not a key of an example that fails"#)
    check(
      "frame: report", becomes: "marks: a",
      says: #"8:30 <marks> `marks` is not a key of an example that passes"#)
  }

  @Test func `a kind of check must exist and report the rule`() {
    check(
      "kind: section", becomes: "kind: sections",
      says: #"4:7 <sections> `sections` is no value of `kind`; did you mean `section`?"#)
    check(
      "kind: section", becomes: "kind: sequence",
      says: #"""
        4:7 <sequence> a check of the kind `sequence` never reports `section-empty`; that of the \#
        kind `section` does
        """#)
    check(
      "practice", becomes: "practice", path: "text/our-rule.yaml",
      says: #"""
        4:7 <section> a check of the kind `section` never reports `our-rule`; no kind of check does
        """#)
  }

  @Test func `a scope belongs to the kinds that have one`() {
    check(
      "kind: section", becomes: "kind: section\nscope: paragraph",
      says: #"5:8 <paragraph> a rule of the kind `section` has no scope"#)
    let path = "numbering/number-missing.yaml"
    check("kind: section", becomes: "kind: sequence\nscope: [paragraph, annex]", path: path)
    check(
      "kind: section", becomes: "kind: sequence\nscope: [paragraf]", path: path,
      says: #"5:9 <paragraf> `paragraf` is no value of `scope`; did you mean `paragraph`?"#)
  }

  @Test func `a severity is one word or a word for each mode`() {
    check(
      "{drafting: silent, circulation: warning, adoption: error}", becomes: "grave",
      says: #"""
        5:11 <grave> `grave` is no value of `severity`; it is one of `note`, `warning`, `error`, \#
        `silent`
        """#)
    check(
      "adoption: error", becomes: "adoption: eror",
      says: #"5:62 <eror> `eror` is no value of `adoption`; did you mean `error`?"#)
    check(
      ", adoption: error", becomes: "", says: #"5:12 <drafting> `adoption` is missing"#)
    check(
      "{drafting: silent, circulation: warning, adoption: error}", becomes: "[error]",
      says: #"5:11 <[error]> `severity` is a text"#)
  }

  @Test func `a rule has two examples of each sort, in modes in which it speaks`() {
    check(
      #"\#n  - {source: "contents: []", frame: report}"#, becomes: "",
      says: #"7:3 <- "contents: []"> `passes` has 1 examples; expected 2 or more"#)
    check(
      "says: x, marks: x, mode: circulation", becomes: "says: x",
      says: #"""
        10:6 <source> the rule is silent in drafting; give the example a mode in which it speaks
        """#)
    check(
      "says: y, ", becomes: "", says: #"11:6 <source> `says` is missing"#)
    check(
      "frame: report", becomes: "frame: reprot",
      says: #"8:37 <reprot> `reprot` is no value of `frame`; did you mean `report`?"#)
    check(
      #"- {source: "contents: [x]", says: x, marks: x, mode: circulation}"#, becomes: "- x",
      says: #"10:5 <x> an example that fails is a mapping"#)
  }

  @Test func `an example can be written in Latin-1, which is not UTF-8`() throws {
    let part = #"{source: "contents: []", frame: report}"#
    check(
      part, becomes: #"{source: "title: é", frame: none, encoding: latin-2}"#,
      says: #"8:49 <latin-2> `latin-2` is no value of `encoding`; did you mean `latin-1`?"#)
    let source = Self.good.split(separator: part).joined(
      separator: #"{source: "title: é", frame: none, encoding: latin-1}"#)
    let file = SourceFile(name: "structure/section-empty.yaml", contents: source)
    let rule = RuleLibrary.builtIn.extended(by: [file]).value.rule("section-empty")
    #expect(
      rule?.passes.last.map { $0.encoding.bytes(of: $0.source.whole) } == Array("title: ".utf8) + [
        0xE9
      ])
  }

  @Test func `what is no rule at all is said once`() {
    #expect(
      findings(in: [("text/a.yaml", "")]) == ["1:1 <> the file is empty; a rule is a mapping"])
    #expect(findings(in: [("text/a.yaml", "- a")]) == ["1:1 <- a> a rule is a mapping"])
    #expect(
      findings(in: [("rules.yaml", "a: b")]) == [
        #"""
        1:1 <> `rules.yaml` is not the path of a rule; expected a group and a name, as in \#
        `text/our-rule.yaml`
        """#
      ])
  }
}
