import Diagnostics
import Rapporteur
import SourceText
import Testing

@Suite struct ExampleTests {
  @Test func `there is a first part, an addendum and a final report`() {
    #expect(Example.all.map(\.name) == ["final-report", "l1-add1", "l1"])
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
    #expect(typed.count > 20)
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
