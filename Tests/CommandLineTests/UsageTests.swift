import Testing

@Suite struct UsageTests {
  /// Runs the program and checks that it refuses with one plain sentence.
  private func check(
    _ line: String, isRefusedWith sentence: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try Workplace().shell("$rapporteur \(line)")
    #expect(run.errors == "rapporteur: \(sentence)\n", sourceLocation: sourceLocation)
    #expect(run.output == "", sourceLocation: sourceLocation)
    #expect(run.status == 2, sourceLocation: sourceLocation)
  }

  @Test func `what is mistyped is refused with a sentence that says what was meant`() throws {
    try check("", isRefusedWith: "name a command, such as check; rapporteur --help lists them")
    try check("chekc l1.yaml", isRefusedWith: "there is no command chekc; did you mean check?")
    try check("--hepl", isRefusedWith: "there is no option --hepl; did you mean --help?")
    try check(
      "frobnicate",
      isRefusedWith: """
        there is no command frobnicate; rapporteur --help lists the commands
        """)
    try check(
      "check --fromat text l1.yaml",
      isRefusedWith: "check has no option --fromat; did you mean --format?")
    try check(
      "render --strict l1.yaml",
      isRefusedWith: "render has no option --strict; rapporteur render --help lists them")
    try check(
      "check --format=jsno l1.yaml",
      isRefusedWith: "--format does not take jsno; did you mean json?")
    try check(
      "check --for lunch l1.yaml",
      isRefusedWith: "--for does not take lunch; it takes drafting, circulation or adoption")
    try check("check --strict=yes l1.yaml", isRefusedWith: "--strict takes no value")
    try check("render l1.yaml -o", isRefusedWith: "-o needs a value")
    try check(
      "check --format --strict l1.yaml",
      isRefusedWith: "--format needs a value: text, json, sarif, github or junit")
    try check("check --select , l1.yaml", isRefusedWith: "--select needs a value")
    try check("render a.yaml b.yaml", isRefusedWith: "render takes one FILE only, not also b.yaml")
    try check("rules all", isRefusedWith: "rules takes options only, not all")
    try check(
      "check",
      isRefusedWith: "check needs a report or a series in YAML, or a folder of them; "
        + "- is standard input")
  }

  @Test func `help goes to standard output, wherever it is asked for`() throws {
    let workplace = try Workplace()
    #expect(try workplace.rapporteur("--help").output.contains("Usage: rapporteur COMMAND"))
    for command in ["check", "renumber", "render", "new", "rules", "explain"] {
      let run = try workplace.rapporteur(command, "missing.yaml", "--strange", "--help")
      #expect(run.status == 0 && run.errors == "")
      #expect(run.output.contains("Usage: rapporteur \(command) "))
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `help is a command too, and names what a report can be`() throws {
    let workplace = try Workplace()
    #expect(try workplace.rapporteur("help") == workplace.rapporteur("--help"))
    #expect(try workplace.rapporteur("help", "new") == workplace.rapporteur("new", "--help"))
    #expect(try workplace.rapporteur("help", "new").output.contains("The kinds are draft-report,"))
    try check("help chekc", isRefusedWith: "there is no command chekc; did you mean check?")
  }

  @Test func `after two hyphens everything is a file`() throws {
    let run = try Workplace().rapporteur("check", "--strict", "--", "--help")
    #expect(run.errors.contains("--help cannot be read"))
    #expect(run.status == 2)
  }

  @Test func `the version is one line`() throws {
    let run = try Workplace().rapporteur("--version")
    #expect(run.output.wholeMatch(of: /rapporteur \d+\.\d+\.\d+\n/) != nil)
    #expect(run.status == 0)
  }
}
