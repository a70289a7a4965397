import Diagnostics
import Rapporteur
import SourceText
import Testing

/// Numbers such as `104.1`, which only some houses have.
@Suite struct DottedNumberTests {
  private let document = """
    # Council for Bridges

    ## Report of the Council

    **I. Recommendations**

    1. The recommendations below were noted:

    1.1 Mend the bridge;

    1.2 Close the ford.

    2. The review was closed.

    """

  private let profile = """
    summary: A review
    whole: true
    masthead: [organ, title]
    sections: [I, A]
    numbering:
      paragraph: {style: decimal, runs-through: part}
      recommendation: {style: dotted, runs-through: part}
    recommendation: in-line
    last-joiner: and
    outline:
      - section: I
        title: Recommendations

    """

  private func imported(by secretariat: Secretariat) throws -> ImportOutcome {
    try #require(secretariat.imported(SourceFile(name: "a.md", contents: document)))
  }

  @Test func `they are recommendations by a profile of the house that has them`() throws {
    let adopted = Secretariat().adopting([
      SourceFile(name: "profiles/review.yaml", contents: profile)
    ])
    #expect(adopted.findings.map(\.message) == [])
    let outcome = try imported(by: adopted.value)
    #expect(outcome.report.hasPrefix("report: review\n"))
    #expect(outcome.report.contains("- recommendation: 1.2\n"))
    #expect(!outcome.notes.contains { $0.message.contains("dotted") })
    let documents = Documents([SourceFile(name: "report.yaml", contents: outcome.report)])
    let rules = adopted.value.check(documents).diagnostics.map(\.finding.rule)
    #expect(!rules.contains("number-malformed") && !rules.contains("number-out-of-sequence"))
    // What is printed comes back as it was.
    let page = try #require(adopted.value.render(documents, force: true).document)
    let again = adopted.value.imported(SourceFile(name: "a.md", contents: page))
    #expect(again?.report == outcome.report)
  }

  @Test func `in a review they are recommendations, and a check is content with them`() throws {
    let secretariat = Secretariat()
    let outcome = try imported(by: secretariat)
    #expect(outcome.report.hasPrefix("report: review\n"))
    #expect(outcome.report.contains("- recommendation: 1.2\n"))
    let documents = Documents([SourceFile(name: "report.yaml", contents: outcome.report)])
    let findings = secretariat.check(documents).diagnostics.map(\.finding)
    #expect(findings.filter { $0.rule.name.hasPrefix("number") }.map(\.message) == [])
    let page = try #require(secretariat.render(documents, force: false).document)
    #expect(page.contains("\n1.1. Mend the bridge;\n"))
    #expect(page.contains("\n1.2. Close the ford.\n"))
    #expect(
      secretariat.imported(SourceFile(name: "a.md", contents: page))?.report == outcome.report)
  }
}
