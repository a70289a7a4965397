import Foundation
import Testing

@Suite struct RenumberTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("1", "3", "2"), to: "l1.yaml")
  }

  @Test func `each change is a line, and nothing else in the file changes`() throws {
    let run = try workplace.rapporteur("renumber", "l1.yaml")
    #expect(run.status == 0)
    #expect(run.output == "recommendation 3 → 2\nrecommendation 2 → 3\n")
    #expect(run.errors == "")
    #expect(try workplace.read("l1.yaml") == Workplace.report("1", "2", "3"))

    let again = try workplace.rapporteur("renumber", "l1.yaml")
    #expect(again.output == "")
    #expect(again.errors == "all numbers are in sequence\n")
  }

  @Test func `a dry run prints a diff and writes nothing`() throws {
    let text = Workplace.report("1", "3").replacing("\n", with: "\r\n")
    try workplace.write(text, to: "l1.yaml")
    let run = try workplace.rapporteur("renumber", "--dry-run", "--map", "map.json", "l1.yaml")
    #expect(run.status == 0)
    #expect(run.output.unicodeScalars.starts(with: "--- l1.yaml\n+++ l1.yaml\n@@ -".unicodeScalars))
    #expect(
      run.output.contains(
        "-      - recommendation: 3\r\n+      - recommendation: 2\r\n"))
    #expect(try workplace.read("l1.yaml") == text)
    #expect(try workplace.names() == ["l1.yaml"])
  }

  @Test func `the map has the old and the new numbers`() throws {
    try workplace.write(
      Workplace.report("3").replacing("recommendation: 3", with: "recommendation:\n        id: a"),
      to: "l1.yaml")
    let run = try workplace.rapporteur("renumber", "--map", "map.json", "l1.yaml")
    #expect(run.output == "recommendation → 1  (a)\n")
    #expect(
      try workplace.read("map.json") == """
        [{"kind":"recommendation","id":"a","file":"l1.yaml","old":"","new":"1"}]

        """)
  }

  @Test func `standard input is renumbered on its way to standard output`() throws {
    let run = try workplace.rapporteur("renumber", "-", input: Workplace.report("1", "3"))
    #expect(run.output == Workplace.report("1", "2"))
    #expect(run.errors == "recommendation 3 → 2\n")
  }

  @Test func `where one file cannot be read no file is written`() throws {
    try workplace.write("report: [", to: "broken.yaml")
    for other in ["missing.yaml", "broken.yaml"] {
      let run = try workplace.rapporteur("renumber", "l1.yaml", other)
      #expect(run.status == (other == "missing.yaml" ? 2 : 1))
      #expect(run.errors.contains(other))
      #expect(try workplace.read("l1.yaml") == Workplace.report("1", "3", "2"))
    }
  }
}
