import Diagnostics
import Rapporteur
import SourceText
import Testing

@Suite struct ExampleTests {
  @Test func `there is a report by itself, and one in parts with its merged report`() {
    #expect(
      Example.all.map(\.name) == ["final-report", "l1-add1", "l1-add2", "l1", "merged-report"])
  }

  @Test func `the merged report is what its parts make`() throws {
    let outcome = Secretariat().assemble(try Example.documents(of: "series.yaml"))
    #expect(outcome.obstacles.map(\.finding.message) == [])
    #expect(outcome.report?.text.all.string == (try Example(name: "merged-report").source()))

    let rendered = Secretariat().render(try Example.documents(of: "series.yaml"), force: false)
    #expect(rendered.document == (try Example(name: "merged-report").page()))
  }

  @Test(arguments: Example.all)
  func `an example is printed as it stands beside its source`(_ example: Example) throws {
    let outcome = Secretariat().render(
      try Example.documents(of: example.name + ".yaml"), force: false)
    #expect(outcome.obstacles.map(\.finding.message) == [])
    #expect(outcome.document == (try example.page()))
  }

  @Test(arguments: Example.all)
  func `a reader of Markdown shows the numbers of the source`(_ example: Example) throws {
    let typed = try example.source().typedNumbers
    #expect(typed.count > 10)
    #expect(try example.page().shownNumbers == typed)
  }

  @Test(arguments: Example.all)
  func `the numbers of an example need no change`(_ example: Example) throws {
    let outcome = Secretariat().renumber(try Example.documents(of: example.name + ".yaml"))
    #expect(outcome.changes == [])
    #expect(outcome.uncertain == [])
    #expect(outcome.edits.values.count { !$0.isEmpty } == 0)
  }

  @Test(arguments: [
    ("final-report.yaml", Mode.circulation, []), ("l1.yaml", .circulation, []),
    ("final-report.yaml", .adoption, []), ("l1.yaml", .adoption, []),
    ("l1-add1.yaml", .drafting, ["note: bracket-pending"]),
    ("l1-add1.yaml", .circulation, ["warning: bracket-pending"]),
    ("l1-add1.yaml", .adoption, ["error: bracket-pending"]),
    ("l1-add2.yaml", .circulation, []), ("l1-add2.yaml", .adoption, []),
    ("merged-report.yaml", .adoption, ["error: bracket-pending"]),
    ("series.yaml", .drafting, ["note: bracket-pending"]),
    ("series.yaml", .circulation, ["warning: bracket-pending"]),
  ])
  func `an example has no fault but the text that is pending`(
    _ name: String, _ mode: Mode, _ expected: [String]
  ) throws {
    var options = CheckOptions()
    options.mode = mode
    let outcome = Secretariat().check(try Example.documents(of: name), options)
    #expect(outcome.diagnostics.map { "\($0.severity): \($0.finding.rule)" } == expected)
  }
}
