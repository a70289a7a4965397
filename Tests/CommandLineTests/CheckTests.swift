import Foundation
import Testing

@Suite struct CheckTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("1", "2"), to: "good.yaml")
    try workplace.write(Workplace.report("1", "3"), to: "bad.yaml")
  }

  @Test func `the exit status says whether there are errors`() throws {
    let good = try workplace.rapporteur("check", "good.yaml")
    #expect(good.status == 0)
    #expect(good.output == "")
    #expect(good.errors == "1 file checked: nothing found\n")

    let bad = try workplace.rapporteur("check", "bad.yaml", "good.yaml")
    #expect(bad.status == 1)
    #expect(bad.output.hasPrefix("bad.yaml:19:25: error: "))
    #expect(
      bad.output.contains("\n   19 |       - recommendation: 3\n      |                         ^"))
    #expect(bad.output.hasSuffix("\n   fix: rapporteur renumber bad.yaml\n"))
    #expect(bad.errors == "2 files checked: 1 error\n")
  }

  @Test func `the advice on a file that is named as options are can be followed`() throws {
    try workplace.write(Workplace.report("1", "3"), to: "-bad.yaml")
    let run = try workplace.rapporteur("check", "--", "-bad.yaml")
    #expect(run.output.hasSuffix("\n   fix: rapporteur renumber -- -bad.yaml\n"))
  }

  @Test func `warnings fail a strict check only`() throws {
    try workplace.write("severity: {number-out-of-sequence: warning}\n", to: ".rapporteur.yaml")
    #expect(try workplace.rapporteur("check", "bad.yaml").status == 0)
    #expect(try workplace.rapporteur("check", "bad.yaml", "--strict").status == 1)
  }

  @Test func `a file that cannot be read does not keep others from being judged`() throws {
    let run = try workplace.rapporteur("check", "missing.yaml", "bad.yaml", "/dev/null/x")
    #expect(run.status == 2)
    #expect(run.output.hasPrefix("bad.yaml:19:25: error: "))
    #expect(
      run.errors == """
        rapporteur: missing.yaml cannot be read: there is no such file or folder
        rapporteur: /dev/null/x cannot be read: a part of its path is not a folder
        1 file checked: 1 error

        """)
  }

  @Test func `empty and binary files are findings`() throws {
    try workplace.write("", to: "empty.yaml")
    try Data([0xFF, 0x00, 0xFE]).write(to: workplace.folder.appendingPathComponent("binary.yaml"))
    for file in ["empty.yaml", "binary.yaml"] {
      let run = try workplace.rapporteur("check", file)
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("\(file):1:1: error: "))
    }
  }

  @Test func `a file with a merge conflict is neither mended nor printed nor renumbered`() throws {
    let conflict = Workplace.report("1", "3").replacing(
      "      - recommendation: 3\n",
      with:
        "<<<<<<< HEAD\n      - recommendation: 3\n=======\n      - recommendation: 4\n>>>>>>> floor\n"
    )
    try workplace.write(conflict, to: "conflict.yaml")
    for command in ["check --fix", "render --force", "renumber"] {
      let run = try workplace.shell("$rapporteur \(command) conflict.yaml")
      #expect(run.status == 1)
      #expect((run.output + run.errors).contains("conflict.yaml:19:1: error: a merge conflict was"))
    }
    #expect(try workplace.read("conflict.yaml") == conflict)
  }

  @Test func `standard input has a name of its own`() throws {
    let run = try workplace.rapporteur("check", "-", input: Workplace.report("1", "3"))
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("<stdin>:19:25: error: "))
  }

  @Test func `a file named twice, or through a link, is judged once`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: workplace.folder.appendingPathComponent("link.yaml").path,
      withDestinationPath: "bad.yaml")
    let run = try workplace.rapporteur("check", "bad.yaml", "./bad.yaml", "link.yaml")
    #expect(run.errors == "1 file checked: 1 error\n")
  }

  @Test func `a reader that goes away ends the program quietly`() throws {
    let keys = (0..<5_000).map { "strange\($0): x\n" }.joined()
    try workplace.write(Workplace.report("1", more: keys), to: "long.yaml")
    let run = try workplace.shell("{ $rapporteur check --format json long.yaml; } | head -n 1")
    #expect(run.output.hasPrefix("{\"rule\":"))
    #expect(run.errors == "")
  }

  @Test func `findings beyond the limit are counted`() throws {
    let keys = (0..<10_002).map { "strange\($0): x\n" }.joined()
    try workplace.write(Workplace.report("1", more: keys), to: "long.yaml")
    let run = try workplace.rapporteur("check", "long.yaml", "--format", "json")
    #expect(run.status == 1)
    #expect(
      run.output.hasSuffix(
        "{\"summary\":{\"files\":1,\"errors\":10000,\"warnings\":0,\"notes\":0,\"unlisted\":2}}\n"))
    #expect(
      try workplace.rapporteur("check", "long.yaml").errors
        == "1 file checked: 10000 errors, 2 more not listed\n")
  }

  @Test func `output that cannot be written is a failure`() throws {
    let run = try workplace.shell("$rapporteur check --format json bad.yaml > /dev/full")
    #expect(run.status == 2)
    #expect(
      run.errors == "rapporteur: standard output cannot be written: the disk is full\n")
  }

  @Test func `rules are chosen and left out by name`() throws {
    #expect(try workplace.rapporteur("check", "--select", "section-lone", "bad.yaml").status == 0)
    #expect(
      try workplace.rapporteur("check", "bad.yaml", "--ignore=number-out-of-sequence").status == 0)
    let run = try workplace.rapporteur("check", "--select", "number-out-of-sequense", "bad.yaml")
    #expect(run.status == 2)
    #expect(
      run.errors == """
        rapporteur: there is no rule number-out-of-sequense; did you mean number-out-of-sequence?

        """)
  }

  @Test func `every format ends with the same status`() throws {
    for format in ["text", "json", "sarif", "github", "junit"] {
      let run = try workplace.rapporteur("check", "--format", format, "bad.yaml")
      #expect(run.status == 1)
      #expect(run.output.contains("number-out-of-sequence"))
      #expect(run.errors == (format == "text" ? "1 file checked: 1 error\n" : ""))
    }
  }

  @Test func `safe fixes are written, and what is left is reported`() throws {
    let file = try workplace.write(
      Workplace.fixable() + Workplace.recommendation("3"), to: "parts/l1.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    try FileManager.default.createSymbolicLink(
      atPath: workplace.folder.appendingPathComponent("l1.yaml").path,
      withDestinationPath: "parts/l1.yaml")
    let run = try workplace.rapporteur("check", "--fix", "l1.yaml")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("l1.yaml: mended 1 finding (1 value-malformed)\n"))
    #expect(run.output.contains("[number-out-of-sequence]"))
    #expect(!run.output.contains("[value-malformed]"))
    #expect(
      try workplace.read("parts/l1.yaml")
        == Workplace.report("1").replacing("text: States", with: "text: >- # States")
        + "          [pending]\n" + Workplace.recommendation("3"))
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try workplace.names().contains("l1.yaml"))
  }

  @Test func `the safe fixes of the parts of a series are made, and each file is named`() throws {
    try workplace.write(Workplace.fixable(), to: "l1.yaml")
    try workplace.write(Workplace.report("2"), to: "l2.yaml")
    try workplace.write("series: draft-report\nparts: [l1.yaml, l2.yaml]\n", to: "series.yaml")
    let run = try workplace.rapporteur("check", "--fix", "series.yaml")
    #expect(run.errors.contains("l1.yaml: mended 1 finding (1 value-malformed)\n"))
    #expect(run.errors.contains("l2.yaml: mended 1 finding (1 continued-missing)\n"))
    #expect(try workplace.read("l1.yaml").contains("text: >- # States"))
    #expect(try workplace.read("l2.yaml").contains("    continued: true\n"))
  }

  @Test func `standard input is fixed on its way to standard output`() throws {
    let run = try workplace.rapporteur("check", "--fix", "-", input: Workplace.fixable())
    #expect(run.output.hasPrefix("report: draft-report\n"))
    #expect(!run.output.contains("text: [pending]"))
    #expect(run.errors.hasPrefix("<stdin>: mended 1 finding (1 value-malformed)\n"))
    let good = try workplace.rapporteur("check", "--fix", "-", input: Workplace.report("1"))
    #expect(good.output == Workplace.report("1"))
  }

  @Test func `a file that cannot be written whole stays as it was`() throws {
    let text = Workplace.fixable()
    try workplace.write(text, to: "l1.yaml")
    let before = try workplace.names()
    let run = try workplace.shell("ulimit -f 0; $rapporteur check --fix l1.yaml")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("rapporteur: l1.yaml cannot be written: "))
    #expect(try workplace.read("l1.yaml") == text)
    #expect(try workplace.names() == before)
  }

  @Test func `no colour is written to a pipe`() throws {
    let run = try workplace.rapporteur("check", "bad.yaml", environment: ["TERM": "xterm"])
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test(arguments: [["--select", "bracket-pending"], ["--ignore", "yaml-syntax"]])
  func `a file that cannot be read is told whatever rules are asked for`(rules: [String]) throws {
    try workplace.write(Workplace.report("1") + "      - text: \"Not closed\n", to: "l1.yaml")
    let run = try workplace.rapporteur("check", "l1.yaml", rules[0], rules[1])
    #expect(run.status == 1)
    #expect(run.output.contains("this quotation mark is not closed"))
  }

  @Test func `a part on standard input takes the place of that with its symbol`() throws {
    try workplace.write("series: draft-report\nparts: [l1.yaml, l2.yaml]\n", to: "series.yaml")
    let parts = ["1", "2"].map { number in
      Workplace.report(number, more: "series: series.yaml").replacing(
        "starts: {recommendation: 1}", with: ""
      ).replacing("2019/L.1/Add.1", with: "2019/L.1/Add.\(number)")
    }
    try workplace.write(parts[0], to: "l1.yaml")
    try workplace.write(parts[1], to: "l2.yaml")
    let saved = try workplace.rapporteur("check", "l2.yaml")
    let same = try workplace.rapporteur("check", "-", input: parts[1])
    func places(_ output: String) -> [String] {
      output.split(separator: "\n").filter { $0.contains(": warning: ") }
        .map { String($0.drop { $0 != ":" }) }
    }
    #expect(!places(saved.output).isEmpty)
    #expect(places(same.output) == places(saved.output))
    let unsaved = try workplace.rapporteur(
      "check", "-", "--select", "number-out-of-sequence",
      input: parts[1].replacing("recommendation: 2", with: "recommendation: 4"))
    #expect(unsaved.output.hasPrefix("<stdin>:"))
    #expect(unsaved.output.contains("expected 2"))
  }
}
