import Foundation
import Testing

@Suite struct CompareTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("1", "2"), to: "old.yaml")
    try workplace.write(
      Workplace.report("1", "2").replacing(
        "recommendation: 2\n        text: States parties should exchange information.",
        with: "recommendation: 2\n        text: States parties should exchange news at once."),
      to: "new.yaml")
  }

  @Test func `the changes are told with their place and their words`() throws {
    let run = try workplace.rapporteur("compare", "old.yaml", "new.yaml")
    #expect(run.status == 0)
    #expect(
      run.output == """
        new.yaml:19:9: recommendation 2: reworded
            States parties should exchange [-information.-] {+news at once.+}

        """)
    #expect(run.errors == "1 reworded\n")
  }

  @Test func `delegations get what is deleted struck out and what is added in bold`() throws {
    let run = try workplace.rapporteur("compare", "--format", "markdown", "old.yaml", "new.yaml")
    #expect(run.status == 0)
    #expect(
      run.output == """
        # Changes to CTOC/COP/WG.4/2019/L.1/Add.1

        ## II. Recommendations

        #### *Recommendation 2*

        States parties should exchange ~~information.~~ **news at once.**

        """)
    #expect(run.errors == "")
  }

  @Test func `programs get an object a line, and a summary`() throws {
    let run = try workplace.rapporteur("compare", "--format", "json", "old.yaml", "new.yaml")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first == """
        {"change":"reworded","kind":"recommendation","id":null,\
        "old":{"name":"recommendation 2","label":"2","file":"old.yaml","line":19,"column":9},\
        "new":{"name":"recommendation 2","label":"2","file":"new.yaml","line":19,"column":9},\
        "passages":[{"key":"text","point":"","words":[\
        {"fate":"same","text":"States parties should exchange"},\
        {"fate":"deleted","text":"information."},{"fate":"added","text":"news at once."}]}]}
        """)
    #expect(
      lines.last == """
        {"summary":{"added":0,"withdrawn":0,"reinstated":0,"moved":0,"renumbered":0,"reworded":1}}
        """)
  }

  @Test func `either version may come by standard input, and both may be the same file`() throws {
    let run = try workplace.rapporteur(
      "compare", "-", "new.yaml", input: try workplace.read("old.yaml"))
    #expect(run.output.hasPrefix("new.yaml:19:9: recommendation 2: reworded\n"))
    let same = try workplace.rapporteur("compare", "new.yaml", "new.yaml")
    #expect(same.output == "")
    #expect(same.errors == "nothing is different\n")
  }

  @Test func `findings do not stand in the way, but what cannot be read does`() throws {
    try workplace.write(Workplace.report("1", "7"), to: "gap.yaml")
    #expect(try workplace.rapporteur("compare", "old.yaml", "gap.yaml").status == 0)
    try workplace.write("report: [", to: "broken.yaml")
    for other in ["broken.yaml", "missing.yaml"] {
      let run = try workplace.rapporteur("compare", "old.yaml", other)
      #expect(run.status == 2)
      #expect(run.errors.contains(other))
      #expect(run.output == "")
    }
  }

  @Test func `a series cannot be compared where one of its parts is not at hand`() throws {
    try workplace.write(Workplace.report("1"), to: "l1.yaml")
    try workplace.write("parts: [l1.yaml]\n", to: "old.yaml")
    try workplace.write("parts: [l1.yaml, gone.yaml]\n", to: "new.yaml")
    for versions in [("old.yaml", "new.yaml"), ("new.yaml", "old.yaml")] {
      let run = try workplace.rapporteur("compare", versions.0, versions.1)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("new.yaml:1:18: error: `gone.yaml` cannot be read"))
    }
  }

  @Test func `a report is compared without its series`() throws {
    try workplace.write(Workplace.report("1", more: "series: gone.yaml"), to: "l1.yaml")
    let run = try workplace.rapporteur("compare", "l1.yaml", "l1.yaml")
    #expect(run.status == 0)
    #expect(run.errors == "nothing is different\n")
  }

  @Test func `two versions are needed`() throws {
    for arguments in ["old.yaml", "old.yaml new.yaml old.yaml"] {
      #expect(try workplace.shell("$rapporteur compare \(arguments)").status == 2)
    }
  }
}
