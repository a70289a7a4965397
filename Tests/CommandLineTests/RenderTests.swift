import Foundation
import Testing

@Suite struct RenderTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  @Test func `a report is printed to standard output or to a file`() throws {
    try workplace.write(Workplace.report("1"), to: "l1.yaml")
    let run = try workplace.rapporteur("render", "l1.yaml")
    #expect(run.status == 0)
    #expect(run.errors == "")

    let toFile = try workplace.rapporteur("render", "-o", "l1.md", "l1.yaml")
    #expect(toFile.output == "")
    #expect(try workplace.read("l1.md") == run.output)
    #expect(try workplace.rapporteur("render", "-", input: Workplace.report("1")) == run)
  }

  @Test func `what would print a wrong number is not printed unless it is forced`() throws {
    try workplace.write(Workplace.report("1", "3"), to: "l1.yaml")
    let run = try workplace.rapporteur("render", "l1.yaml", "-o", "l1.md")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("l1.yaml:19:25: error: "))
    #expect(try workplace.names() == ["l1.yaml"])

    let forced = try workplace.rapporteur("render", "l1.yaml", "-o", "l1.md", "--force")
    #expect(forced.status == 0)
    #expect(forced.errors.hasPrefix("l1.yaml:19:25: error: "))
    #expect(try workplace.names() == ["l1.md", "l1.yaml"])
  }

  @Test func `what cannot be read is told, and makes the printing fail unless it is forced`() throws
  {
    try workplace.write(
      Workplace.report("1").replacing("date: 2019-09-09", with: "date: 9 May 2019"), to: "l1.yaml")
    let run = try workplace.rapporteur("render", "l1.yaml", "-o", "l1.md")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("l1.yaml:4: not printed as meant: "))
    #expect(try workplace.names() == ["l1.md", "l1.yaml"])
    #expect(try workplace.rapporteur("render", "l1.yaml", "--force").status == 0)
  }

  @Test func `a language whose words are not known is told, since English ones are printed`() throws
  {
    try workplace.write(
      Workplace.report("1").replacing("original:", with: "language: fr\noriginal:"), to: "l1.yaml")
    let run = try workplace.rapporteur("render", "l1.yaml")
    #expect(run.status == 1)
    #expect(run.errors.contains("`fr` is not a language that is known here; known are en"))
    #expect(run.output.contains("Recommendation 1"))
  }

  @Test func `a printed text does not take the place of a report`() throws {
    try workplace.write(Workplace.report("1"), to: "l1.yaml")
    try workplace.write(Workplace.report("2"), to: "l2.yaml")
    let run = try workplace.rapporteur("render", "l1.yaml", "-o", "l2.yaml")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "rapporteur: l2.yaml is not written: it is a report, which a printed text would replace\n"
    )
    #expect(try workplace.read("l2.yaml") == Workplace.report("2"))
  }

  @Test func `a part whose series is not at hand is not printed unless it is forced`() throws {
    let part = Workplace.report("1", more: "series: series.yaml")
      .replacing("information.", with: "information, as set out in {first}.")
    let notListed = "`series.yaml` does not list this file among its parts"
    for (series, complaint) in [
      (nil, "l1.yaml:12:9: error: `series.yaml` cannot be read"),
      ("parts: [other.yaml]\n", "l1.yaml:12:9: error: \(notListed)"),
      ("parts: [other.yaml\n", "l1.yaml:12:9: error: "),
      ("parts: [gone.yaml, l1.yaml]\n", "series.yaml:1:9: error: `gone.yaml` cannot be read"),
    ] {
      let workplace = try Workplace()
      try workplace.write(part, to: "l1.yaml")
      try workplace.write(Workplace.report("1"), to: "other.yaml")
      if let series { try workplace.write(series, to: "series.yaml") }
      let run = try workplace.rapporteur("render", "l1.yaml", "-o", "l1.md")
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix(complaint))
      #expect(!(try workplace.names().contains("l1.md")))
      let forced = try workplace.rapporteur("render", "l1.yaml", "--force")
      #expect(forced.status == 0)
      #expect(forced.output.contains("as set out in [unresolved: first]"))
    }
  }

  @Test func `a new report never takes the place of a file`() throws {
    #expect(try workplace.rapporteur("new", "draft-report", "-o", "l1.yaml").status == 0)
    let text = try workplace.read("l1.yaml")
    #expect(text.hasPrefix("report: draft-report\n"))
    #expect(try workplace.rapporteur("new", "draft-report").output == text)

    let run = try workplace.rapporteur("new", "report", "-o", "l1.yaml")
    #expect(run.status == 2)
    #expect(run.errors == "rapporteur: l1.yaml cannot be written: it exists already\n")
    #expect(try workplace.read("l1.yaml") == text)
  }

  @Test func `a profile that there is not is refused`() throws {
    let run = try workplace.rapporteur("new", "draft-reprot")
    #expect(run.status == 2)
    #expect(
      run.errors == "rapporteur: there is no profile draft-reprot; did you mean draft-report?\n")
  }

  @Test func `rules are listed for people and for programs, and explained`() throws {
    let text = try workplace.rapporteur("rules").output
    let lines = try workplace.rapporteur("rules", "--format", "json").output.split(separator: "\n")
    #expect(lines.count > 30)
    for line in lines {
      let rule = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let id = try #require(rule["id"] as? String)
      #expect(text.contains("\n  \(id) "))
      let severity = try #require(rule["severity"] as? [String: Any])
      #expect(Set(severity.keys) == ["drafting", "circulation", "adoption"])
    }
    let page = try workplace.rapporteur("explain", "number-out-of-sequence")
    #expect(page.status == 0)
    #expect(page.output.hasPrefix("number-out-of-sequence (numbering)\n"))
    #expect(page.output.contains("\nAuthority\n    United Nations Editorial Manual"))

    let unknown = try workplace.rapporteur("explain", "number-out-of-sequense")
    #expect(unknown.status == 2)
    #expect(unknown.errors.hasSuffix("; did you mean number-out-of-sequence?\n"))
  }

  @Test func `a value that cannot be read is told of once, also where printing is forced`() throws {
    let report = Workplace.report("1").replacing(
      "contents:\n  - section: II",
      with: """
        contents:
          - {paragraph: 1, text: {a: b}}
          - section: II
        """)
    try workplace.write(report, to: "l1.yaml")
    let run = try workplace.rapporteur("render", "--force", "l1.yaml")
    #expect(run.status == 0)
    #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("l1.yaml:14:") } == 1)
  }

  @Test(arguments: ["", "# A comment.\n", "\n \n"])
  func `an empty file is said to be empty, whatever is to be done with it`(text: String) throws {
    try workplace.write(text, to: "l1.yaml")
    try workplace.write("series: draft-report\nparts: [l1.yaml]\n", to: "series.yaml")
    for arguments in [
      ["render", "l1.yaml"], ["render", "--force", "l1.yaml"], ["renumber", "l1.yaml"],
      ["render", "series.yaml"], ["renumber", "series.yaml"], ["assemble", "series.yaml"],
    ] {
      let run = try workplace.shell("$rapporteur \(arguments.joined(separator: " "))")
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("l1.yaml:1:1: error: the file is empty; "), "\(arguments)")
    }
  }

  @Test func `a series without parts is a finding, whatever is to be done with it`() throws {
    try workplace.write("series: draft-report\nparts: []\n", to: "series.yaml")
    for command in ["render", "renumber", "assemble"] {
      let run = try workplace.rapporteur(command, "series.yaml")
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("series.yaml:2:8: error: the series has no parts; "))
    }
  }

  @Test func `faults are told in the order of their places, and of very many only so many`() throws
  {
    let blocks = (1...10_050).map { "  - {paragraph: \($0), text: 'See {gone-\($0)}.'}\n" }
    let head = Workplace.report().split(separator: "contents:")[0]
    try workplace.write(
      head + "contents:\n  - {paragraph: 0, text: Words.}\n" + blocks.joined(), to: "l1.yaml")
    _ = try workplace.shell("$rapporteur render l1.yaml 2>faults.txt")
    let faults = try workplace.read("faults.txt")
    let lines = faults.split(separator: "\n").compactMap { line in
      line.hasPrefix("l1.yaml:") ? Int(line.dropFirst(8).prefix { $0 != ":" }) : nil
    }
    #expect(lines.count == 10_000)
    #expect(lines == lines.sorted())
    #expect(faults.hasSuffix("\n51 more not listed\n"))
  }
}
