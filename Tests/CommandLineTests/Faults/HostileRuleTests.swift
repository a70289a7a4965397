import Testing

/// Rules of a house that are meant to do harm, or were written carelessly.
@Suite struct HostileRuleTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    let text = String(repeating: "a", count: 20_000) + "! x"
    try workplace.write(
      Workplace.report("1").replacing("States parties should exchange information.", with: text),
      to: "l1.yaml")
  }

  private func writeRule(_ pattern: String, named name: String = "hostile") throws {
    try workplace.write(
      """
      summary: Hostile
      explanation: It does harm.
      authority: Nobody
      kind: pattern
      severity: error
      pattern: '\(pattern)'
      triggers: [aa]
      message: 'found “{0}”'
      passes: ["contents: [{text: Nothing.}]", "contents: [{text: Nothing more.}]"]
      fails:
        - source: "contents: [{text: aaax}]"
          says: found
        - source: "contents: [{text: aaaax}]"
          says: found

      """, to: "rules/text/\(name).yaml")
  }

  private func check() throws -> Workplace.Run {
    try workplace.rapporteur("check", "--rules", "rules", "--select", "hostile", "l1.yaml")
  }

  @Test(arguments: [
    "(a+)+[xy]$", #"(\w+\s?)*[xy]\d"#, "(a|aa)+[xy]$", "(?R)",
    "(*LIMIT_MATCH=4000000000)(a+)+[xy]$",
    "(*NO_JIT)(a|a?)+[xy]$",
  ])
  func `a search that takes too many steps is given up, and the rule is named`(pattern: String)
    throws
  {
    try writeRule(pattern)
    let start = ContinuousClock.now
    let run = try check()
    #expect(start.duration(to: .now) < .seconds(10))
    #expect(
      run.output.hasPrefix(
        "l1.yaml:18:15: warning: the pattern of the rule hostile takes too long on this text; it "
          + "was given up [hostile]\n"))
    #expect(run.status == 0)
  }

  @Test func `a pattern that cannot be is refused at its place in the rule file`() throws {
    for (pattern, reason) in [
      ("(a", "missing closing parenthesis"), ("(?:a{65535}){65535}", "regular expression is too"),
      ("a{99999}", "number too big"), ("(?<=a+)b", "lookbehind assertion is not fixed length"),
      (#"a\C"#, #"using \C is disabled"#),
      (
        String(repeating: "(", count: 300) + "a" + String(repeating: ")", count: 300), "parentheses"
      ),
      (String(repeating: "a?", count: 500_000), "the pattern cannot be read"),
    ] {
      try writeRule(pattern)
      let run = try check()
      #expect(
        run.errors.hasPrefix("rapporteur: rules/text/hostile.yaml:6:10: the pattern cannot be "))
      #expect(run.errors.contains(reason))
      #expect(run.status == 2)
    }
  }

  @Test func `a pattern that matches nothing at all finds nothing`() throws {
    try writeRule("x{0}")
    let run = try check()
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  @Test func `a thousand rules are read as fast as they are many`() throws {
    for index in 0..<1_000 { try writeRule("aa+\(index)", named: "hostile-\(index)") }
    try writeRule("aa+", named: "hostile")
    let start = ContinuousClock.now
    #expect(try check().status == 1)
    #expect(start.duration(to: .now) < .seconds(15))
  }
}
