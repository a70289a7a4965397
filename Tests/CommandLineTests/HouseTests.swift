import Testing

@Suite struct HouseTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  @Test func `each file is judged by the settings in its folder or above`() throws {
    try workplace.write(Workplace.report("1", "3"), to: "strict/l1.yaml")
    try workplace.write(Workplace.report("1", "3"), to: "lenient/drafts/l1.yaml")
    try workplace.write("ignore: number-out-of-sequence\n", to: "lenient/.rapporteur.yaml")
    let run = try workplace.rapporteur("check", "lenient/drafts/l1.yaml", "strict/l1.yaml")
    #expect(run.output.hasPrefix("strict/l1.yaml:19:25: error: "))
    #expect(run.errors == "2 files checked: 1 error\n")
  }

  @Test func `a rule that is asked for speaks in spite of the settings`() throws {
    try workplace.write(Workplace.report("1", "3"), to: "l1.yaml")
    try workplace.write("ignore: number-out-of-sequence\n", to: ".rapporteur.yaml")
    #expect(try workplace.rapporteur("check", "l1.yaml").status == 0)
    let run = try workplace.rapporteur("check", "--select", "number-out-of-sequence", "l1.yaml")
    #expect(run.status == 1)
  }

  @Test func `settings with a fault are refused at its place`() throws {
    try workplace.write(Workplace.report("1"), to: "l1.yaml")
    try workplace.write("ignore:\n  - no-such-rule\n", to: ".rapporteur.yaml")
    let run = try workplace.rapporteur("check", "l1.yaml")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("rapporteur: .rapporteur.yaml:2:5: "))
  }

  @Test func `a folder of rules is read with the folders in it`() throws {
    try workplace.write(Workplace.report("1"), to: "l1.yaml")
    try workplace.write("summary: Ours\nstrange: key\n", to: "ours/text/our-rule.yaml")
    let run = try workplace.rapporteur("check", "--rules", "ours", "l1.yaml")
    #expect(run.status == 2)
    #expect(run.errors.contains("rapporteur: ours/text/our-rule.yaml:2:1: "))

    try workplace.write("shared: [ours]\n", to: ".rapporteur.yaml")
    try workplace.write("rules: [../ours]\n", to: "house/.rapporteur.yaml")
    try workplace.write(Workplace.report("1"), to: "house/l1.yaml")
    #expect(
      try workplace.rapporteur("check", "house/l1.yaml").errors
        .contains("/ours/text/our-rule.yaml:2:1: "))

    let missing = try workplace.rapporteur("check", "--rules=theirs", "l1.yaml")
    #expect(missing.status == 2)
    #expect(
      missing.errors
        == "rapporteur: theirs cannot be read: there is no such folder of rules\n")
  }

  @Test func `the parts of a series are read from the folder of the file that names them`() throws {
    try workplace.write("series: draft-report\nparts: [l1.yaml, l2.yaml]\n", to: "s/series.yaml")
    try workplace.write(Workplace.report("1", more: "series: series.yaml"), to: "s/l1.yaml")
    try workplace.write(
      Workplace.report("3", more: "series: series.yaml")
        .replacing("Add.1", with: "Add.2")
        .replacing("title: Recommendations", with: "title: Recommendations\n    continued: true"),
      to: "s/l2.yaml")
    let part = try workplace.rapporteur("check", "s/l2.yaml")
    #expect(part.output.contains("s/l2.yaml:18:25: error: "))
    #expect(part.errors == "1 file checked: 1 error, 1 warning\n" || part.status == 1)

    let all = try workplace.rapporteur("renumber", "s/series.yaml")
    #expect(all.output == "recommendation 3 → 2\n")
  }

  @Test func `a part that is missing is a finding, not a failure`() throws {
    try workplace.write("series: draft-report\nparts: [l1.yaml]\n", to: "series.yaml")
    let run = try workplace.rapporteur("check", "series.yaml")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("series.yaml:2:9: error: "))
  }

  // MARK: Two houses and one file

  /// A file with two faults that have safe fixes, of which each of two houses lets one be.
  private func share() throws {
    let text = Workplace.report("1").replacing(
      "exchange information.", with: "organise the \"training\".")
    try workplace.write(text, to: "shared/l1.yaml")
    try workplace.write("shared: [shared]\n", to: ".rapporteur.yaml")
    for (house, ignored) in [("a", "spelling-preferred"), ("b", "quote-straight")] {
      try workplace.write("ignore: \(ignored)\n", to: "\(house)/.rapporteur.yaml")
      try workplace.write(
        "series: draft-report\nparts: [../shared/l1.yaml]\n", to: "\(house)/series.yaml")
    }
  }

  @Test func `what two houses share is fixed by both, the one after the other`() throws {
    try share()
    let run = try workplace.rapporteur("check", "--fix", "a/series.yaml", "b/series.yaml")
    #expect(run.errors.hasPrefix("a/../shared/l1.yaml: mended 1 finding ("))
    #expect(run.errors.split(separator: "\n").count { $0.contains("mended 1 finding (") } == 2)
    #expect(try workplace.read("shared/l1.yaml").contains("organize the “training”."))
    #expect(!run.output.contains("spelling-preferred"))
    #expect(!run.output.contains("quote-straight"))
  }

  @Test func `a file that is named by two paths is judged once, by the house of the first`() throws
  {
    try share()
    for house in ["a", "b"] {
      let link = try workplace.shell("ln -s ../shared/l1.yaml \(house)/l1.yaml")
      #expect(link.status == 0)
    }
    let run = try workplace.rapporteur("check", "--fix", "b/l1.yaml", "a/l1.yaml")
    #expect(run.errors.hasPrefix("b/l1.yaml: mended 1 finding ("))
    #expect(run.errors.contains("1 file checked"))
    #expect(try workplace.read("shared/l1.yaml").contains("organize the \"training\"."))
    #expect(try workplace.shell("test -L a/l1.yaml && test -L b/l1.yaml").status == 0)
  }
}
