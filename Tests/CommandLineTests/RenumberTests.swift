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

  @Test func `where the map cannot be written no number is changed`() throws {
    for map in ["none/map.json", "."] {
      let run = try workplace.rapporteur("renumber", "--map", map, "l1.yaml")
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("rapporteur: \(map) cannot be written: "))
      #expect(try workplace.read("l1.yaml") == Workplace.report("1", "3", "2"))
      #expect(try workplace.names() == ["l1.yaml"])
    }
    let full = try workplace.rapporteur("renumber", "--map", "/dev/null", "l1.yaml")
    #expect(full.status == 0)
    #expect(full.output == "recommendation 3 → 2\nrecommendation 2 → 3\n")
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

  @Test func `a series is left alone where a mistake of YAML hides a block`() throws {
    try workplace.write(Workplace.report("1") + "      - *x\n", to: "l1.yaml")
    try workplace.write(Workplace.report("3"), to: "l2.yaml")
    try workplace.write("parts: [l1.yaml, l2.yaml]\n", to: "series.yaml")
    let run = try workplace.rapporteur("renumber", "series.yaml")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("l1.yaml:19:9: error: "))
    #expect(try workplace.read("l2.yaml") == Workplace.report("3"))
  }

  @Test func `a series is left alone where one of its parts is not at hand`() throws {
    let part = Workplace.report("1", "3", more: "series: series.yaml")
    try workplace.write(part, to: "l1.yaml")
    try workplace.write("parts: [gone.yaml, l1.yaml]\n", to: "series.yaml")
    for operand in ["series.yaml", "l1.yaml"] {
      let run = try workplace.rapporteur("renumber", operand)
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("series.yaml:1:9: error: `gone.yaml` cannot be read"))
      #expect(try workplace.read("l1.yaml") == part)
    }
  }

  @Test func `where a text stands in place of a number no file is written`() throws {
    let text = Workplace.report("1", "3 States parties should act.")
    try workplace.write(text, to: "l1.yaml")
    let run = try workplace.rapporteur("renumber", "l1.yaml")
    #expect(run.status == 1)
    #expect(run.errors.contains("a text stands where the number belongs"))
    #expect(try workplace.read("l1.yaml") == text)
  }

  @Test func `numbers that were circulated stay, and one that is gone is told of`() throws {
    let old = Workplace.report("1", "2").replacing("exchange information. #", with: "train. #")
    try workplace.write(
      old.replacing("recommendation: 1", with: "recommendation: 1\n        id: a")
        .replacing("recommendation: 2", with: "recommendation: 2\n        id: b"), to: "old.yaml")
    let new = Workplace.report("1", "", "7")
      .replacing("recommendation: 1", with: "recommendation: 1\n        id: a")
      .replacing("recommendation: 7", with: "recommendation: 7\n        id: b")
    try workplace.write(new, to: "l1.yaml")
    let run = try workplace.rapporteur("renumber", "--circulated", "old.yaml", "l1.yaml")
    #expect(run.status == 0)
    #expect(run.output == "recommendation → 1 bis\nrecommendation 7 → 2  (b)\n")

    try workplace.write(Workplace.report("1"), to: "l1.yaml")
    let gone = try workplace.rapporteur("renumber", "--circulated", "old.yaml", "l1.yaml")
    #expect(gone.status == 1)
    #expect(gone.errors.contains("recommendation 2 was circulated and is gone"))
    let check = try workplace.rapporteur("check", "--circulated", "old.yaml", "l1.yaml")
    #expect(check.status == 1)
    #expect(check.output.contains("[number-circulated-changed]"))
    #expect(check.output.contains("old.yaml:21:25: note: as it was circulated"))
  }

  @Test func `a circulated version is for one report or series, and must be there`() throws {
    try workplace.write(Workplace.report("1"), to: "l2.yaml")
    for command in ["check", "renumber"] {
      let two = try workplace.rapporteur(command, "--circulated", "l1.yaml", "l1.yaml", "l2.yaml")
      #expect(two.status == 2)
      #expect(two.errors == "rapporteur: --circulated is for one report or one series at a time\n")
      let none = try workplace.rapporteur(command, "--circulated", "none.yaml", "l1.yaml")
      #expect(none.status == 2)
      #expect(none.errors.contains("none.yaml"))
    }
  }

  @Test func `where no number is free that is an error, and nothing is said to be in sequence`()
    throws
  {
    func named(_ report: String) -> String {
      report.replacing("recommendation: 1", with: "recommendation: 1\n        id: a")
    }
    try workplace.write(named(Workplace.report("1")), to: "old.yaml")
    try workplace.write(named(Workplace.report("", "1")), to: "new.yaml")
    let run = try workplace.rapporteur("renumber", "--circulated", "old.yaml", "new.yaml")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errors.contains("no number is free for it here; move it further down"))
    #expect(!run.errors.contains("in sequence"))
    let check = try workplace.rapporteur("check", "--circulated", "old.yaml", "new.yaml")
    #expect(check.output.contains("no number is free for it here; move it further down"))
  }

  @Test func `the fix of a circulated number is the command that makes it`() throws {
    try workplace.write(Workplace.report("1", "2"), to: "old version.yaml")
    try workplace.write(Workplace.report("1", "3"), to: "new.yaml")
    let run = try workplace.rapporteur("check", "--circulated", "old version.yaml", "new.yaml")
    #expect(
      run.output.contains("fix: rapporteur renumber --circulated 'old version.yaml' new.yaml\n"))
  }

  @Test func `of what is changed beside the labels is told where`() throws {
    try workplace.write(
      Workplace.report("1", "3").replacing(
        "information. # as agreed\n      - recommendation: 3",
        with: "information, as recommendation 3 says.\n      - recommendation: 3"), to: "l1.yaml")
    let run = try workplace.rapporteur("renumber", "l1.yaml")
    #expect(run.output == "recommendation 3 → 2\n")
    #expect(run.errors == "l1.yaml:18:77: “3” in the text is now “2”\n")
  }
}
