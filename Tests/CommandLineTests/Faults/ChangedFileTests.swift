import Foundation
import Testing

@testable import CommandLineInterface

/// Files that change, vanish or are written by others while the program works.
///
/// The program reads the version that was circulated last, here from a pipe: whoever opens the pipe
/// for writing knows that all other files have been read.
@Suite struct ChangedFileTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("1"), to: "old.yaml")
    try workplace.write(Workplace.report("2", "7"), to: "l1.yaml")
  }

  /// Runs a command, and another line once the command has read its files.
  private func run(_ command: String, meanwhile line: String) throws -> Workplace.Run {
    try workplace.shell(
      """
      mkfifo pipe
      $rapporteur \(command) --circulated pipe & exec 3> pipe
      \(line)
      cat old.yaml >&3; exec 3>&-; wait $!
      """)
  }

  private static let isChanged =
    "rapporteur: l1.yaml cannot be written: another program changed it after it was read\n"

  @Test(arguments: ["renumber l1.yaml", "check --fix l1.yaml"])
  func `what an editor has written meanwhile stays`(command: String) throws {
    if command.hasPrefix("check") { try workplace.write(Workplace.fixable(), to: "l1.yaml") }
    let run = try run(command, meanwhile: "echo '# mine' >> l1.yaml; cp l1.yaml mine")
    #expect(run.errors.contains(Self.isChanged))
    #expect(run.status == 2)
    #expect(try workplace.read("l1.yaml") == workplace.read("mine"))
    #expect(try workplace.read("l1.yaml").hasSuffix("# mine\n"))
    #expect(try workplace.names() == ["l1.yaml", "mine", "old.yaml", "pipe"])
  }

  @Test func `a file that was deleted meanwhile does not come back`() throws {
    let run = try run("renumber l1.yaml", meanwhile: "rm l1.yaml")
    #expect(run.errors == Self.isChanged)
    #expect(run.status == 2)
    #expect(try workplace.names() == ["old.yaml", "pipe"])
  }

  @Test func `of a series in which one part was changed meanwhile no part is written`() throws {
    try workplace.write("series: draft-report\nparts: [l1.yaml, l2.yaml]\n", to: "series.yaml")
    for (name, symbol) in [("l1", "Add.1"), ("l2", "Add.2")] {
      try workplace.write(
        Workplace.report("9", more: "series: series.yaml")
          .replacing("starts: {recommendation: 1}\n", with: "").replacing("Add.1", with: symbol),
        to: "\(name).yaml")
    }
    let first = try workplace.read("l1.yaml")
    let run = try run("renumber series.yaml", meanwhile: "echo '# mine' >> l2.yaml")
    #expect(
      run.errors.hasSuffix(
        "l2.yaml cannot be written: another program changed it after it was read; "
          + "no file has been changed\n"))
    #expect(run.status == 2)
    #expect(try workplace.read("l1.yaml") == first)
    #expect(try workplace.read("l2.yaml").hasSuffix("# mine\n"))
    #expect(try workplace.names().allSatisfy { !$0.hasPrefix(".") })
  }

  @Test func `two runs at once leave a series as one would`() throws {
    let parts = (1...4).map { "l\($0).yaml" }
    try workplace.write(
      "series: draft-report\nparts: [\(parts.joined(separator: ", "))]\n", to: "series.yaml")
    func start() throws {
      for (index, part) in parts.enumerated() {
        try workplace.write(
          Workplace.report("9", "9", more: "series: series.yaml")
            .replacing("starts: {recommendation: 1}\n", with: "")
            .replacing("Add.1", with: "Add.\(index + 1)"), to: part)
      }
    }
    try start()
    #expect(try workplace.rapporteur("renumber", "series.yaml").status == 0)
    let new = try parts.map(workplace.read)
    for _ in 0..<5 {
      try start()
      let run = try workplace.shell(
        "for i in 1 2 3 4; do $rapporteur renumber series.yaml > /dev/null & done; wait")
      #expect(try parts.map(workplace.read) == new)
      #expect(!run.errors.contains("no such file"))
      #expect(try workplace.names().allSatisfy { !$0.hasPrefix(".") })
    }
  }
}
