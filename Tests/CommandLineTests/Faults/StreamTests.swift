import Foundation
import Seeding
import Testing

/// Streams that are closed, readers that go away, and signals.
@Suite struct StreamTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("3"), to: "l1.yaml")
  }

  @Test func `a reader who has seen enough is no fault`() throws {
    let numbers = (0..<3_000).map { "\($0 * 2)" }
    try workplace.write(
      Workplace.report("1") + numbers.map(Workplace.recommendation).joined(), to: "long.yaml")
    for line in [
      "check long.yaml", "check --format json long.yaml", "renumber --dry-run long.yaml",
    ] {
      let run = try workplace.shell("{ $rapporteur \(line); echo $? > status; } | head -n 1")
      #expect(run.output.split(separator: "\n").count == 1)
      #expect(!run.errors.contains("rapporteur: ") && !run.errors.contains("rash"))
      #expect(["0\n", "1\n"].contains(try workplace.read("status")))
    }
  }

  @Test func `no file takes the place of a stream that is closed`() throws {
    let run = try workplace.shell("exec $rapporteur renumber l1.yaml >&-")
    #expect(run.errors == "rapporteur: standard output cannot be written: it is closed\n")
    #expect(run.status == 2)
    #expect(try workplace.read("l1.yaml") == Workplace.report("1"))

    let input = try workplace.shell("exec $rapporteur check - <&-")
    #expect(input.errors == "rapporteur: standard input cannot be read: it is closed\n")
    #expect(input.status == 2)

    try workplace.write(Workplace.fixable(), to: "l1.yaml")
    let all = try workplace.shell("exec $rapporteur check --fix l1.yaml <&- >&- 2>&-")
    #expect(all.status == 2 || all.status == 0)
    #expect(try workplace.read("l1.yaml").contains(">-"))
    #expect(try workplace.names() == ["l1.yaml"])
  }

  @Test(arguments: ["HUP", "INT", "TERM"])
  func `a signal leaves the old file or the new, and nothing else`(signal: String) throws {
    var random = SeededGenerator(for: "stopping 12 runs")
    let old = try workplace.read("l1.yaml")
    for _ in 0..<12 {
      try workplace.write(old, to: "l1.yaml")
      let time = Double.random(in: 0.001...0.06, using: &random)
      let run = try workplace.shell(
        "timeout -s \(signal) \(time) $rapporteur renumber l1.yaml")
      #expect([0, 124].contains(run.status))
      #expect(!run.errors.contains("rash"))
      #expect([old, Workplace.report("1")].contains(try workplace.read("l1.yaml")))
      #expect(try workplace.names() == ["l1.yaml"])
    }
  }
}
