import Foundation
import Testing

/// Paths in files that lead out of the folder of the file.
@Suite struct OutsideTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.write(Workplace.report("4"), to: "mine/l1.yaml")
    try workplace.write(Workplace.report("1"), to: "sent/l2.yaml")
  }

  /// Checks that a part is refused in a series, and that nothing is written.
  private func check(
    _ part: String, isRefusedBecause reason: String,
    by commands: [String] = ["check", "renumber", "assemble", "render"],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try workplace.write("series: draft-report\nparts: [l2.yaml, \(part)]\n", to: "sent/series.yaml")
    let mine = try workplace.read("mine/l1.yaml")
    for command in commands {
      let run = try workplace.rapporteur(command, "sent/series.yaml")
      #expect(
        (run.output + run.errors).contains(
          "sent/series.yaml:2:18: error: `\(part)` \(reason)"),
        "\(command) says \(run.output + run.errors)", sourceLocation: sourceLocation)
      #expect(run.status == 1, sourceLocation: sourceLocation)
    }
    #expect(try workplace.read("mine/l1.yaml") == mine, sourceLocation: sourceLocation)
  }

  private let isOutside = "is outside the folder of the series; a .rapporteur.yaml in a folder"

  @Test func `a part outside the folder of its series is neither read nor renumbered`() throws {
    try check("../mine/l1.yaml", isRefusedBecause: isOutside)
    try check("\(workplace.folder.path)/mine/l1.yaml", isRefusedBecause: isOutside)
    _ = try workplace.shell("ln -s ../mine/l1.yaml sent/link.yaml; ln -s ../mine sent/folder")
    try check("link.yaml", isRefusedBecause: isOutside)
    try check("folder/l1.yaml", isRefusedBecause: isOutside)
  }

  @Test func `settings that come with a folder do not reach beyond it`() throws {
    try workplace.write("shared: [.]\n", to: "sent/.rapporteur.yaml")
    try check("../mine/l1.yaml", isRefusedBecause: isOutside)
    _ = try workplace.shell("ln -s ../mine sent/folder")
    try workplace.write("shared: [folder]\n", to: "sent/.rapporteur.yaml")
    try check("folder/l1.yaml", isRefusedBecause: isOutside)
    for folder in ["../mine", "/", "folder/../.."] {
      try workplace.write("shared: [\(folder)]\n", to: "sent/.rapporteur.yaml")
      let run = try workplace.rapporteur("check", "sent/l2.yaml")
      #expect(
        run.errors.hasSuffix(
          ".rapporteur.yaml:1:10: `shared` names folders below the one of the settings, not "
            + "`\(folder)`\n"))
      #expect(run.status == 2)
    }
  }

  @Test func `settings in a folder around both allow it`() throws {
    try workplace.write("shared: [mine]\n", to: ".rapporteur.yaml")
    try workplace.write(
      "series: draft-report\nparts: [../mine/l1.yaml, l2.yaml]\n", to: "sent/series.yaml")
    let run = try workplace.rapporteur("renumber", "sent/series.yaml")
    #expect(run.output == "recommendation 4 → 1\nrecommendation 1 → 2\n")
    #expect(run.status == 0)
    #expect(try workplace.read("mine/l1.yaml") == Workplace.report("1"))
  }

  @Test func `a report names its series where that is`() throws {
    try workplace.write("series: draft-report\nparts: [p/l1.yaml]\n", to: "series.yaml")
    try workplace.write(Workplace.report("3", more: "series: ../series.yaml"), to: "p/l1.yaml")
    #expect(try workplace.rapporteur("renumber", "p/l1.yaml").output.contains("3 → 1"))
    // One that does not name the report in turn has nothing to do with it.
    try workplace.write("series: draft-report\nparts: [l1.yaml]\n", to: "mine/series.yaml")
    try workplace.write(
      Workplace.report("3", more: "series: ../mine/series.yaml"), to: "sent/l2.yaml")
    _ = try workplace.rapporteur("renumber", "sent/l2.yaml")
    #expect(try workplace.read("mine/l1.yaml") == Workplace.report("4"))
  }

  @Test func `rules outside the folder of the settings are not read`() throws {
    try workplace.write("summary: Ours\nstrange: key\n", to: "ours/text/our-rule.yaml")
    for folder in ["../ours", "..", "/", "link"] {
      _ = try workplace.shell("ln -sfn ../ours sent/link")
      try workplace.write("rules:\n  - \(folder)\n", to: "sent/.rapporteur.yaml")
      let run = try workplace.rapporteur("check", "sent/l2.yaml")
      #expect(
        run.errors.hasSuffix(
          ".rapporteur.yaml:2:5: `\(folder)` is outside the folder of the settings; a "
            + ".rapporteur.yaml in a folder around both may allow that with `shared`\n"))
      #expect(run.status == 2)
    }
    try workplace.write("rules: [../ours]\n", to: "sent/.rapporteur.yaml")
    try workplace.write("shared: ours\n", to: ".rapporteur.yaml")
    let run = try workplace.rapporteur("check", "sent/l2.yaml")
    #expect(run.errors.contains("/ours/text/our-rule.yaml:2:1: "))
  }

  @Test func `a link in a folder that leads out of it is not followed`() throws {
    try workplace.write(Workplace.fixable(), to: "mine/l3.yaml")
    _ = try workplace.shell("ln -s ../mine sent/folder; ln -s ../mine/l3.yaml sent/l3.yaml")
    let run = try workplace.rapporteur("check", "--fix", "sent")
    #expect(run.errors.contains("1 file checked"))
    #expect(try workplace.read("mine/l3.yaml") == Workplace.fixable())
  }

  @Test func `a series that names itself, a series, a folder or a device has no such part`() throws
  {
    try workplace.write("series: draft-report\nparts: [series.yaml]\n", to: "sent/other.yaml")
    try workplace.write("", to: "sent/folder/empty")
    _ = try workplace.shell("mkfifo sent/pipe")
    try check("series.yaml", isRefusedBecause: "is this file itself")
    try check("other.yaml", isRefusedBecause: "is a series itself")
    try check("l2.yaml", isRefusedBecause: "is listed already", by: ["check"])
    try check("folder", isRefusedBecause: "cannot be read")
    try check("pipe", isRefusedBecause: "cannot be read")
    try check("/dev/zero", isRefusedBecause: isOutside)
  }
}
