import Foundation
import Testing

@testable import CommandLineInterface

/// Checks of folders and of many files at once.
@Suite struct ManyFilesTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("1", "3"), to: "reports/b/bad.yaml")
    try workplace.write(Workplace.report("1", "2"), to: "reports/a.yml")
    try workplace.write("names: [Chad]\n", to: "reports/names.yaml")
    try workplace.write(Workplace.report("1", "3"), to: "reports/.hidden/bad.yaml")
  }

  @Test func `a folder stands for the reports in it and in its folders`() throws {
    let run = try workplace.rapporteur("check", "reports")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("reports/b/bad.yaml:19:25: error: "))
    #expect(
      run.errors == """
        passed over, since it is no report: reports/names.yaml
        2 files checked: 1 error

        """)
  }

  @Test func `a pattern that no shell has taken up stands for the files that it fits`() throws {
    let run = try workplace.rapporteur("check", "reports/*/b?d.yaml")
    #expect(run.errors == "1 file checked: 1 error\n")
    #expect(try workplace.rapporteur("check", "reports/*/x.yaml").status == 2)
  }

  @Test func `what may be a report is not passed over for its name, encoding or indentation`()
    throws
  {
    let report = Workplace.report("1", "3")
    try workplace.write(report, to: "f/L1.YAML")
    try workplace.write(
      report.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined(),
      to: "f/indented.yaml")
    try workplace.write("", to: "f/empty.yaml")
    try Data("\u{FEFF}report: report\n".data(using: .utf16LittleEndian) ?? Data()).write(
      to: workplace.folder.appendingPathComponent("f/utf16.yaml"))
    try workplace.write("jobs: {report: [contents: 1]}\n  report: x\n", to: "f/other.yaml")
    let run = try workplace.rapporteur("check", "f")
    let places = run.output.split(separator: "\n").filter { $0.hasPrefix("f/") }
      .map { $0.prefix { $0 != " " } }
    #expect(
      places == [
        "f/L1.YAML:19:25:", "f/empty.yaml:1:1:", "f/indented.yaml:19:27:", "f/utf16.yaml:1:1:",
      ])
    #expect(run.errors.hasPrefix("passed over, since it is no report: f/other.yaml\n"))
  }

  @Test func `files that are passed over are named as long as they are few`() throws {
    for name in 1...7 { try workplace.write("names: []\n", to: "reports/n\(name).yaml") }
    let run = try workplace.rapporteur("check", "reports")
    #expect(
      run.errors.hasPrefix(
        "passed over, since they are no reports: reports/n1.yaml, reports/n2.yaml, "
          + "reports/n3.yaml, reports/n4.yaml, reports/n5.yaml and 3 more\n"))
  }

  @Test func `a folder without reports is no report without faults`() throws {
    try workplace.write("names: [Chad]\n", to: "other/names.yaml")
    let run = try workplace.rapporteur("check", "other", "--format", "json")
    #expect(run.status == 2)
    #expect(run.errors.hasSuffix("rapporteur: other has no reports in it\n"))
    #expect(
      run.output == #"{"summary":{"files":0,"errors":0,"warnings":0,"notes":0}}"# + "\n")
    let sarif = try workplace.rapporteur("check", "other", "--format", "sarif")
    #expect(sarif.output.contains(#""results":[]"#))
  }

  @Test(.enabled(if: Workplace.canActAsAUser, "nobody cannot run the program"))
  func `a folder that may not be looked into is told, and the others are checked`() throws {
    let run = try workplace.shellOfAUser("chmod 000 reports/b; $rapporteur check reports")
    _ = try workplace.shell("chmod 755 reports/b")
    #expect(run.status == 2)
    #expect(run.errors.contains("rapporteur: reports/b cannot be read: permission is denied\n"))
    #expect(run.errors.hasSuffix("1 file checked: nothing found\n"))
  }

  @Test func `the rules of a house are no reports, though a frame looks like one`() throws {
    try workplace.write("rules: [our-rules]\n", to: "reports/.rapporteur.yaml")
    try workplace.write("report: ours\n", to: "reports/our-rules/frames/ours.yaml")
    let run = try workplace.rapporteur("check", "reports")
    #expect(run.errors.hasSuffix("2 files checked: 1 error\n"))
  }

  @Test func `a series is judged once, whichever of its files are named`() throws {
    let symbol = "CTOC/COP/WG.4/2019/L.1/Add.1"
    try workplace.write("series: draft-report\nparts: [l1.yaml, l2.yaml]\n", to: "s/series.yaml")
    for (name, number) in [("l1", "1"), ("l2", "3")] {
      try workplace.write(
        Workplace.report(number, more: "series: series.yaml")
          .replacing("starts: {recommendation: 1}", with: "")
          .replacing(symbol, with: "\(symbol.dropLast())\(number)"), to: "s/\(name).yaml")
    }
    let whole = try workplace.rapporteur(
      "check", "s/series.yaml", "--select", "number-out-of-sequence")
    #expect(
      whole.output.contains(
        ":17:25: error: recommendation 3 is the first of this part, and the part before ends at 1; expected 2"
      ))
    let folder = try workplace.rapporteur("check", "s", "--select", "number-out-of-sequence")
    #expect(folder.output == whole.output)
    let parts = try workplace.rapporteur(
      "check", "s/l2.yaml", "s/l1.yaml", "s/series.yaml", "--select", "number-out-of-sequence")
    #expect(parts.output == whole.output)
  }

  @Test(arguments: ["text", "json", "sarif", "github", "junit"])
  func `the report is the same however many files are checked at once`(format: String) throws {
    for index in 0..<60 {
      let numbers = index % 3 == 0 ? ("1", "3") : ("1", "2")
      try workplace.write(
        Workplace.report(numbers.0, numbers.1), to: "many/\(index % 7)/\(index).yaml")
    }
    let runs = try ["1", "2", "5"].map {
      try workplace.rapporteur("check", "many", "--format", format, "--jobs", $0)
    }
    #expect(runs[0].status == 1)
    #expect(runs[0].output.contains("number-out-of-sequence"))
    #expect(runs[1] == runs[0])
    #expect(runs[2] == runs[0])
  }

  @Test func `fixes are made in every file of a folder`() throws {
    for name in ["x/1.yaml", "x/2.yaml", "x/3.yaml"] {
      try workplace.write(Workplace.fixable(), to: name)
    }
    let run = try workplace.rapporteur("check", "--fix", "x")
    let mended = "mended 1 finding (1 value-malformed)"
    #expect(run.errors.hasPrefix("x/1.yaml: \(mended)\nx/2.yaml: \(mended)\n"))
    #expect(try workplace.read("x/3.yaml").contains(">-"))
  }

  @Test func `a number of files at once is a number`() throws {
    for number in ["0", "two", "-1"] {
      let run = try workplace.rapporteur("check", "reports", "--jobs=\(number)")
      #expect(run.status == 2)
      #expect(run.errors == "rapporteur: --jobs takes a number from 1 to 256, not \(number)\n")
    }
  }

  @Test(arguments: [1, 2, 7])
  func `what comes of many items is handed over in their order`(threads: Int) {
    var taken: [Int] = []
    OrderedWork(count: 500, threads: threads) { index in
      usleep(UInt32(index * 7919 % 300))
      return index * index
    }.run { index, square in
      #expect(square == index * index)
      taken.append(index)
    }
    #expect(taken == Array(0..<500))
  }
}
