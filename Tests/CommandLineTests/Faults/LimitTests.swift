import Testing

/// The sizes up to which files are read and findings listed, and the settings that move them.
@Suite struct LimitTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  /// Checks a report by some settings and returns what was said of limits.
  private func check(_ report: String, by settings: String) throws -> Workplace.Run {
    try workplace.write(report, to: "l1.yaml")
    try workplace.write(settings, to: ".rapporteur.yaml")
    return try workplace.rapporteur("check", "l1.yaml", "--select", "limit-exceeded")
  }

  @Test func `a file is read up to its limit and no byte beyond`() throws {
    let report = Workplace.report("1")
    let size = report.utf8.count
    for limit in [size, size + 1] {
      #expect(try check(report, by: "limits: {file: \(limit)}").status == 0)
    }
    let run = try check(report, by: "limits: {file: \(size - 1)}")
    #expect(
      run.output.hasPrefix(
        "l1.yaml:18:70: error: the file has more than \(size - 1) bytes and is not read "))
    #expect(run.status == 1)
  }

  @Test func `64 MiB are read without a setting, and no byte more`() throws {
    try workplace.write(Workplace.report("1"), to: "head.yaml")
    func check(_ size: Int) throws -> Workplace.Run {
      try workplace.shell(
        "{ cat head.yaml; yes '# as agreed' | head -c \(size); } | head -c \(size) > l1.yaml; "
          + "$rapporteur check l1.yaml --select limit-exceeded")
    }
    let run = try check(1 << 26 + 1)
    #expect(run.output.contains(": error: the file has more than 64 MiB and is not read "))
    #expect(run.status == 1)
    #expect(run.output.utf8.count < 1_000)
  }

  @Test func `a text has up to its limit`() throws {
    let report = Workplace.report("1").replacing(
      "States parties should exchange information.", with: String(repeating: "é", count: 1024))
    #expect(try check(report, by: "limits: {text: 2 KiB}").status == 0)
    #expect(try check(report, by: "limits: {text: 2049}").status == 0)
    let run = try check(report, by: "limits:\n  text: 2047\n")
    #expect(run.output.hasPrefix("l1.yaml:18:15: error: this text is longer than 2047 bytes "))
    #expect(run.status == 1)
  }

  @Test func `blocks stand within one another up to the limit`() throws {
    // The mapping of the file, its list, the section, its list, the recommendation.
    let report = Workplace.report("1")
    #expect(try check(report, by: "limits: {nesting: 5}").status == 0)
    #expect(try check(report, by: "limits: {nesting: 6}").status == 0)
    let run = try check(report, by: "limits: {nesting: 4}")
    #expect(
      run.output.hasPrefix(
        "l1.yaml:17:9: error: blocks stand within one another more than 4 deep; "))
    let deep =
      "contents: " + String(repeating: "[", count: 255) + String(repeating: "]", count: 255)
    #expect(try check(deep, by: "limits: {nesting: 256}").status == 0)
    #expect(try check(deep, by: "").output.contains("more than 64 deep"))
    // Whatever is wrong with it, the deepest that can be allowed is read to its end.
    #expect(try workplace.rapporteur("check", "l1.yaml").status == 1)
  }

  @Test func `findings beyond the limit are counted`() throws {
    let report = Workplace.report("1", "3", "5", "7")
    try workplace.write(report, to: "l1.yaml")
    func check(_ limit: Int) throws -> (listed: Int, sentence: String) {
      try workplace.write("limits: {findings: \(limit)}", to: ".rapporteur.yaml")
      let run = try workplace.rapporteur("check", "l1.yaml", "--select", "number-out-of-sequence")
      #expect(run.status == 1)
      return (run.output.split(separator: "[number-out-of-sequence]").count - 1, run.errors)
    }
    let all = try check(10_000)
    #expect(all.listed > 1)
    #expect(try check(all.listed) == all)
    #expect(try check(all.listed + 1) == all)
    let fewer = try check(all.listed - 1)
    #expect(fewer.listed == all.listed - 1)
    #expect(fewer.sentence.hasSuffix(", 1 more not listed\n"))
  }

  @Test func `every command keeps the limits`() throws {
    try workplace.write(Workplace.report("1", "3"), to: "l1.yaml")
    try workplace.write(
      "series: draft-report\nparts: [l1.yaml]\nfinal: {report: report}\n", to: "series.yaml")
    try workplace.write("# A\n\nLong text.\n", to: "a.md")
    try workplace.write("limits: {nesting: 4}", to: ".rapporteur.yaml")
    let old = try workplace.read("l1.yaml")
    for (line, status) in [
      ("check l1.yaml", 1), ("check --fix l1.yaml", 1), ("renumber l1.yaml", 1),
      ("renumber series.yaml", 1), ("render l1.yaml", 1), ("render --force l1.yaml", 1),
      ("assemble series.yaml", 1), ("compare l1.yaml l1.yaml", 2),
      ("renumber --circulated l1.yaml l1.yaml", 1),
    ] {
      let run = try workplace.shell("$rapporteur \(line)")
      #expect(run.status == status, "\(line)")
      #expect((run.output + run.errors).contains("more than 4 deep"), "\(line)")
      #expect(try workplace.read("l1.yaml") == old)
    }
    try workplace.write("limits: {file: 10}", to: ".rapporteur.yaml")
    let run = try workplace.rapporteur("import", "a.md")
    #expect(run.errors == "rapporteur: a.md has more than 10 bytes and is not read\n")
    #expect(run.status == 2)
  }

  @Test func `a limit that is none is refused at its place`() throws {
    let size = "this limit is a number from 1 to 256 MiB, such as 64 MiB"
    for (settings, message) in [
      ("limits: {file: 0}", "1:16: \(size)"), ("limits: {file: 257 MiB}", "1:16: \(size)"),
      ("limits: {file: 10 GB}", "1:16: \(size)"), ("limits: {file: -1}", "1:16: \(size)"),
      ("limits: {file: 99999999999999999999}", "1:16: \(size)"),
      ("limits: {file: [1]}", "1:16: \(size)"), ("limits: {file: }", "1:16: \(size)"),
      ("limits: {text: much}", "1:16: this limit is a number from 1 to 256 MiB, such as 4 MiB"),
      ("limits: {nesting: 257}", "1:19: this limit is a number from 1 to 256"),
      ("limits: {findings: all}", "1:20: this limit is a number from 1 to 1000000"),
      ("limits: {fiel: 1}", "1:10: `fiel` is not a limit; did you mean `file`?"),
      ("limits: 5", "1:9: `limits` gives limits a number, such as {file: 128 MiB}"),
      ("limit: {}", "1:1: `limit` is not a setting; did you mean `limits`?"),
    ] {
      let run = try check(Workplace.report("1"), by: settings + "\n")
      #expect(run.errors == "rapporteur: .rapporteur.yaml:\(message)\n", "\(settings)")
      #expect(run.status == 2)
    }
  }
}
