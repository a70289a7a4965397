import Diagnostics
import Testing

/// The errors of the report format, each at its exact place.
@Suite struct ReadingTests {
  @Test func `what stands in a table is found at its place below a key that is indented too far`() {
    check(
      masthead + """
         contents:
          - table: |
              | a | b |
              | --- | --- |
              | c | the "x" organise |

        """, only: ["quote-straight", "spelling-preferred"],
      finds: [
        "11:2 yaml-syntax <contents>", "15:17 quote-straight <\"x\">",
        "15:21 spelling-preferred <organise>",
      ])
  }

  @Test func `an empty file is a finding`() {
    check("", finds: ["1:1 value-malformed <>"])
    check("# only a comment\n", finds: ["1:1 value-malformed <>"])
  }

  @Test(arguments: ["- a list\n", "just words\n", "\"quoted\"\n"])
  func `a file that holds no mapping is a finding`(source: String) {
    #expect(findings(in: source) == ["1:1 value-malformed <>"])
  }

  @Test func `an unknown key is named with the nearest known one`() {
    check(
      masthead + "titel: é\n", only: ["key-unknown"], finds: ["11:1 key-unknown <titel>"])
    check(
      masthead + "contents:\n  - recommendation: 1\n    txet: Words.\n    text: Words.\n",
      only: ["key-unknown"], finds: ["13:5 key-unknown <txet>"])
  }

  @Test func `one bad block does not hide the others`() {
    check(
      masthead + """
        contents:
          - recomendation: 1
            text: States should act.
          - paragraph: [1]
            text: Words.
          - 12
          - {continued: true}
          - recommendation: 4
            text: States should act.

        """,
      finds: [
        "12:5 key-unknown <recomendation>", "14:16 value-malformed <[1]>",
        "16:5 value-malformed <12>", "17:6 value-malformed <continued>",
        "18:21 number-out-of-sequence <4>",
      ])
  }

  @Test func `a list or mapping in place of a text is put under a folded block`() {
    check(
      masthead + """
        contents:
          - paragraph: 1
            text: [All of it, pending]
          - paragraph: 2
            text: {training}
          - paragraph: 3
            text: >-
              The following:
            points:
              - Train the following:
              - Judges é: all of them
              - {training}

        """, only: ["value-malformed"],
      finds: [
        "13:11 value-malformed <[All of it, pending]>", "15:11 value-malformed <{training}>",
        "20:9 value-malformed <Train the following:>", "21:9 value-malformed <Judges é:>",
        "22:9 value-malformed <{training}>",
      ])
  }

  @Test func `points in square brackets are cut at their commas`() {
    check(
      masthead + "contents:\n  - paragraph: 1\n    text: Two\n    points: [a, b]\n",
      only: ["value-malformed"], finds: ["14:13 value-malformed <[a, b]>"])
  }

  @Test func `a number sign that was to be printed cuts a text short`() {
    check(
      masthead + """
        contents:
          - section: II
            title: Recommendations # 3
            contents:
              - paragraph: 1 # the first
                text: The campaign #WeAct
              - paragraph: 2
                text: Words  # as agreed
              - paragraph: 3
                text: Words # as agreed

        """, only: ["text-cut-short"],
      finds: ["13:28 text-cut-short <# 3>", "16:28 text-cut-short <#WeAct>"])
  }

  @Test func `dates, truths and starts have their form`() {
    check(
      """
      report: draft-report
      date: 2019-02-30
      meeting: {place: Vienna, from: 2019-09-11, to: 2019-09-09}
      starts: {recommendation: twelve, sections: 3}
      contents:
        - section: I
          title: Introduction
          continued: yes
          contents: nothing

      """, only: ["value-malformed", "key-unknown"],
      finds: [
        "2:7 value-malformed <2019-02-30>", "3:48 value-malformed <2019-09-09>",
        "4:26 value-malformed <twelve>", "4:34 key-unknown <sections>",
        "8:16 value-malformed <yes>", "9:15 value-malformed <nothing>",
      ])
  }

  @Test func `a day of the meeting that is no date is not missing as well`() {
    check(
      masthead.replacing("from: 2024-05-13", with: "from: 2019-13-40"),
      finds: ["8:32 value-malformed <2019-13-40>"])
    check(
      masthead.replacing("from: 2024-05-13", with: "from: "),
      finds: ["8:1 field-missing <meeting>"])
  }

  @Test func `values are the text that was typed`() {
    check(masthead + "session: No\nitem: 012\n", finds: [])
  }
}
