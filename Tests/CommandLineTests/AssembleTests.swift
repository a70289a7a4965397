import Foundation
import Testing

@Suite struct AssembleTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("1", "2", more: "series: series.yaml"), to: "l1.yaml")
    try workplace.write(
      Workplace.report("3").replacing("L.1/Add.1", with: "L.1/Add.2")
        .replacing("starts: {recommendation: 1}", with: "series: series.yaml")
        .replacing("    contents:", with: "    continued: true\n    contents:"), to: "l2.yaml")
    try workplace.write(
      """
      series: draft-report
      parts: [l1.yaml, l2.yaml]
      final: {report: report, symbol: CTOC/COP/WG.4/2019/6, distribution: General}
      """, to: "series.yaml")
  }

  @Test func `the merged report goes to standard output or to a file, and is checked as any`()
    throws
  {
    let run = try workplace.rapporteur("assemble", "series.yaml")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("symbol: CTOC/COP/WG.4/2019/6\n"))
    #expect(
      run.output.hasSuffix(
        "- recommendation: 3\n        text: States parties should exchange information. # as agreed\n"
      ))

    let toFile = try workplace.rapporteur("assemble", "series.yaml", "-o", "report.yaml")
    #expect(toFile.output == "")
    #expect(try workplace.read("report.yaml") == run.output)
    let rendered = try workplace.rapporteur("render", "report.yaml", "--force")
    #expect(try workplace.rapporteur("render", "series.yaml", "--force").output == rendered.output)
  }

  @Test func `a report that was worked on since it was merged is kept beside the new one`() throws {
    for _ in 1...2 {
      let run = try workplace.rapporteur("assemble", "series.yaml", "-o", "report.yaml")
      #expect(run.errors == "")
    }
    let worked = try workplace.read("report.yaml").replacing("exchange", with: "share")
    try workplace.write(worked, to: "report.yaml")
    let run = try workplace.rapporteur("assemble", "series.yaml", "-o", "report.yaml")
    #expect(run.status == 0)
    #expect(run.errors == "report.yaml was there already, and is report.yaml~ now\n")
    #expect(try workplace.read("report.yaml~") == worked)
  }

  @Test func `what stands in the way is listed, and nothing is written`() throws {
    let part = try workplace.read("l2.yaml")
    try workplace.write(
      part.replacing("title: Recommendations", with: "title: Proposals"), to: "l2.yaml")
    for command in ["assemble", "render"] {
      let run = try workplace.rapporteur(command, "series.yaml", "-o", "report")
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(
        run.errors.hasPrefix("l2.yaml:15:12: error: section II is “Recommendations” in l1.yaml"))
      #expect(run.errors.contains("l1.yaml:15:12: note: where it was opened\n"))
      #expect(try workplace.names() == ["l1.yaml", "l2.yaml", "series.yaml"])
    }
  }

  @Test func `what is no series is refused, and so is a part to write to`() throws {
    try workplace.write("series: draft-report\nparts: []\n", to: "empty.yaml")
    for (arguments, reason) in [
      (["l1.yaml"], "l1.yaml is not a series; a series lists its parts under parts:"),
      (
        ["series.yaml", "-o", "l2.yaml"],
        "l2.yaml is not written: it is one of the files that this comes from"
      ),
      (["nowhere.yaml"], "nowhere.yaml cannot be read: there is no such file or folder"),
    ] {
      let run = try workplace.shell("$rapporteur assemble \(arguments.joined(separator: " "))")
      #expect(run.status == 2)
      #expect(run.errors == "rapporteur: \(reason)\n")
    }
  }

  @Test func `a reference whose target is not certain is listed at its place in the part`() throws {
    let part = try workplace.read("l2.yaml")
    try workplace.write(
      part.replacing("information.", with: "information, as in paragraph 9."), to: "l2.yaml")
    let run = try workplace.rapporteur("assemble", "series.yaml", "-o", "report.yaml")
    #expect(run.status == 0)
    #expect(
      run.errors
        == "l2.yaml:19:65: note: “paragraph 9” was left as it is: no paragraph of this part has the number 9\n"
    )
  }
}
