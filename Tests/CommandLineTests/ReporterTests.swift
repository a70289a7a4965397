import Diagnostics
import Foundation
import SourceText
import Testing

@testable import CommandLineInterface

@Suite struct ReporterTests {
  /// A record of findings in a file, the last with everything that a finding can have.
  private func record() -> CheckRecord {
    let file = SourceFile(
      name: "l1 add,1.yaml",
      contents: "\u{FEFF}contents:\r\n  - paragraph: é12\r\n  - recommendation: 14\r\n")
    func place(_ start: Int, _ end: Int) -> Place { Place(FileID(0), TextRange(start, end)) }
    let numbered = Finding(
      "number-out-of-sequence", at: place(55, 57), "recommendation 14 follows 12; expected 13",
      caption: "expected 13", related: [RelatedPlace(place(29, 33), "12 is here")],
      fixes: [Fix(.afresh)])
    let straight = Finding(
      "quote-straight", at: place(29, 33), "100% \"wrong\"\n<é>",
      fixes: [
        Fix(
          "Curl it", safety: .safe,
          edits: [FileEdit(place(29, 31), "“\u{1}"), FileEdit(place(33, 33), "”\n")]),
        Fix("Delete it", safety: .suggestion, edits: [FileEdit(place(29, 33), "")]),
      ])
    return CheckRecord(
      lines: LineTables([file, SourceFile(name: "/tmp/clean.yaml", contents: "")]),
      judged: [FileID(0), FileID(1)],
      diagnostics: [
        Diagnostic(
          straight, severity: .note, explanation: "Marks are curly.", authority: "practice"),
        Diagnostic(
          numbered, severity: .error, explanation: "Delegations cite numbers.",
          authority: "United Nations Editorial Manual"),
      ],
      summary: { "The rule \($0)" })
  }

  private func report(_ format: ReportFormat, _ record: CheckRecord) -> String {
    let output = TextOutput()
    var minutes = Minutes(format.reporter(ink: .plain), to: output)
    let part = TextOutput()
    format.reporter(ink: .plain).report(record, to: part)
    minutes.add(Sitting.Outcome(report: part.text, tally: CheckTally(record)))
    _ = minutes.close(nil)
    return output.text
  }

  @Test func `text shows the line, the place and what to do`() {
    #expect(
      report(.text, record()) == """
        l1 add,1.yaml:2:16: note: 100% "wrong"␊<é> [quote-straight]
            2 |   - paragraph: é12
              |                ^^^
           fix: Curl it (rapporteur check --fix 'l1 add,1.yaml')
           fix: Delete it
        l1 add,1.yaml:3:21: error: recommendation 14 follows 12; expected 13 [number-out-of-sequence]
            3 |   - recommendation: 14
              |                     ^^ expected 13
           l1 add,1.yaml:2:16: note: 12 is here
           fix: rapporteur renumber 'l1 add,1.yaml'

        """)
  }

  @Test func `colours leave the text as it is`() {
    let output = TextOutput()
    TextReporter(ink: .coloured).report(record(), to: output)
    #expect(output.text.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(output.text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == report(.text, record()))
  }

  @Test func `JSON has its keys in order, and a summary last`() {
    #expect(
      report(.json, record()) == #"""
        {"rule":"quote-straight","severity":"note","file":"l1 add,1.yaml","line":2,"column":16,\#
        "endLine":2,"endColumn":19,"message":"100% \"wrong\"\n<é>","explanation":\#
        "Marks are curly.","authority":"practice","fixes":[{"title":"Curl it","safety":"safe",\#
        "edits":[{"file":"l1 add,1.yaml","start":29,"end":31,"text":"“\u0001"},\#
        {"file":"l1 add,1.yaml","start":33,"end":33,"text":"”\n"}]},{"title":"Delete it",\#
        "safety":"suggestion","edits":[{"file":"l1 add,1.yaml","start":29,"end":33,"text":""}]}]}
        {"rule":"number-out-of-sequence","severity":"error","file":"l1 add,1.yaml","line":3,\#
        "column":21,"endLine":3,"endColumn":23,"message":\#
        "recommendation 14 follows 12; expected 13","explanation":"Delegations cite numbers.",\#
        "authority":"United Nations Editorial Manual","fixes":[{"title":"Renumber the file",\#
        "safety":"needsReview","edits":[]}]}
        {"summary":{"files":2,"errors":1,"warnings":0,"notes":1}}

        """#)
  }

  @Test func `workflow commands escape what would end them`() {
    #expect(
      report(.github, record()) == """
        ::notice file=l1 add%2C1.yaml,line=2,col=16,endLine=2,endColumn=19,title=quote-straight\
        ::100%25 "wrong"%0A<é>
        ::error file=l1 add%2C1.yaml,line=3,col=21,endLine=3,endColumn=23,\
        title=number-out-of-sequence::recommendation 14 follows 12; expected 13

        """)
  }

  @Test func `JUnit has a suite for each file, and fails only what fails the check`() throws {
    var record = record()
    let text = report(.junit, record)
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="rapporteur" tests="3" failures="1">
          <testsuite name="l1 add,1.yaml" tests="2" failures="1" errors="0" skipped="0">
            <testcase name="quote-straight at 2:16" classname="l1 add,1.yaml" \
        file="l1 add,1.yaml" line="2"><system-out>note: 100% &quot;wrong&quot;&#10;&lt;é&gt;\
        </system-out></testcase>
            <testcase name="number-out-of-sequence at 3:21" classname="l1 add,1.yaml" \
        file="l1 add,1.yaml" line="3"><failure type="error" \
        message="recommendation 14 follows 12; expected 13">Delegations cite numbers.</failure>\
        </testcase>
          </testsuite>
          <testsuite name="/tmp/clean.yaml" tests="1" failures="0" errors="0" skipped="0">
            <testcase name="check" classname="/tmp/clean.yaml"/>
          </testsuite>
        </testsuites>

        """)
    record.failing = .note
    #expect(report(.junit, record).contains("<failure type=\"note\""))
  }

  @Test func `a check fails on errors, and on warnings where it is strict`() {
    let place = Place(FileID(0), TextRange(0, 1))
    for (severity, failing, isFailing) in [
      (Severity.error, Severity.error, true), (.warning, .error, false), (.warning, .warning, true),
      (.note, .warning, false),
    ] {
      let record = CheckRecord(
        lines: LineTables([SourceFile(name: "l1.yaml", contents: "x")]), judged: [FileID(0)],
        diagnostics: [
          Diagnostic(
            Finding("x", at: place, "x"), severity: severity, explanation: "", authority: "")
        ],
        failing: failing)
      #expect(record.isFailing == isFailing)
    }
  }

  /// What the schema of SARIF 2.1.0 and its text require of the parts that are written.
  @Test func `SARIF has what its schema requires, and lines, columns and bytes of each place`()
    throws
  {
    typealias Object = [String: Any]
    let text = report(.sarif, record())
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [Object])?.first)
    #expect(Set(run.keys) == ["tool", "columnKind", "results"])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    let rules = try #require(driver["rules"] as? [Object])
    #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)

    let results = try #require(run["results"] as? [Object])
    #expect(results.count == 2)
    for result in results {
      #expect(rules.contains { $0["id"] as? String == result["ruleId"] as? String })
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect((result["message"] as? Object)?["text"] is String)
    }
    let location = try #require((results[0]["locations"] as? [Object])?.first)
    let physical = try #require(location["physicalLocation"] as? Object)
    #expect((physical["artifactLocation"] as? Object)?["uri"] as? String == "l1%20add%2C1.yaml")
    #expect(
      physical["region"] as? [String: Int] == [
        "startLine": 2, "startColumn": 16, "endLine": 2, "endColumn": 19, "byteOffset": 29,
        "byteLength": 4,
      ])
    let fixes = try #require(results[0]["fixes"] as? [Object])
    let changes = try #require(fixes[0]["artifactChanges"] as? [Object])
    let replacements = try #require(changes[0]["replacements"] as? [Object])
    #expect(replacements.count == 2)
    #expect(
      replacements[1]["deletedRegion"] as? [String: Int] == ["byteOffset": 33, "byteLength": 0])
    // A fix must change something: one by a command is left out.
    #expect(results[1]["fixes"] == nil)
    #expect((results[1]["relatedLocations"] as? [Object])?.count == 1)
  }
}
