import Testing

/// Prints a block of statements with the number 18.
private func check(
  statements keys: String, profile: String = "draft-report", prints expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  check(
    report("- {statements: 18, \(keys)}"), profile: profile, prints: "18. " + expected,
    sourceLocation: sourceLocation)
}

@Suite struct StatementsTests {
  private let by = "by: parties to the Protocol"

  @Test func `several items, one item and no item each have their words`() {
    check(
      statements: "items: [2, 3], \(by), states: [Algeria, European Union]",
      prints: "Under agenda items 2 and 3, statements were made by representatives of the "
        + "following parties to the Protocol: Algeria, European Union.")
    check(
      statements: "items: [2, 3, 5], \(by), states: [Algeria, Chad]",
      prints: "Under agenda items 2, 3 and 5, statements were made by representatives of the "
        + "following parties to the Protocol: Algeria, Chad.")
    check(
      statements: "items: [2], \(by), states: [Algeria, Chad]",
      prints: "Under agenda item 2, statements were made by representatives of the "
        + "following parties to the Protocol: Algeria, Chad.")
    check(
      statements: "\(by), states: [Algeria, Chad]",
      prints: "Statements were made by representatives of the following parties to the Protocol: "
        + "Algeria, Chad.")
  }

  @Test func `one State has words of its own`() {
    check(
      statements: "items: [2], \(by), states: [Algeria]",
      prints: "Under agenda item 2, a statement was made by a representative of one of the parties "
        + "to the Protocol: Algeria.")
    check(
      statements: "states: [Algeria]",
      prints: "A statement was made by the representative of Algeria.")
  }

  @Test func `the profile says what joins the last two names`() {
    check(
      statements: "states: [Algeria, Chad, the Sudan]", profile: "report",
      prints: "Statements were made by the representatives of Algeria, Chad and the Sudan.")
    check(
      statements: "states: [Algeria, Chad, the Sudan]",
      prints: "Statements were made by the representatives of Algeria, Chad, the Sudan.")
  }

  @Test func `organizations follow the States in a sentence of their own`() {
    check(
      statements: "items: [2], states: [Chad], organizations: [OSCE]",
      prints: "Under agenda item 2, a statement was made by the representative of Chad. "
        + "A statement was also made by a representative of the following organization: OSCE.")
    check(
      statements: "states: [Chad], organizations: [Interpol, OSCE]",
      prints: "A statement was made by the representative of Chad. Statements were also made by "
        + "representatives of the following organizations: Interpol, OSCE.")
  }

  @Test func `organizations may speak where no State did`() {
    check(
      statements: "items: [2], organizations: [Interpol, OSCE]",
      prints: "Under agenda item 2, statements were made by representatives of the following "
        + "organizations: Interpol, OSCE.")
    check(
      statements: "organizations: [OSCE]",
      prints: "A statement was made by a representative of the following organization: OSCE.")
  }

  @Test func `names are printed as they are typed`() {
    check(
      statements: "states: [\"[Algeria]\", \"Côte d'Ivoire {x} [^n] `a`b`\"]",
      prints: "Statements were made by the representatives of [Algeria], "
        + "Côte d'Ivoire {x} \\[^n] \\`a\\`b`.")
  }

  @Test func `statements are counted with the paragraphs`() {
    check(
      report("- {paragraph: 17, text: T}\n- {statements: 18, states: [Chad]}"),
      prints: "17. T\n\n18. A statement was made by the representative of Chad.")
  }
}
