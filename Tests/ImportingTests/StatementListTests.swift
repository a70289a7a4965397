import Rapporteur
import Testing

/// Paragraphs that say who made statements, and the lists that they are printed from.
@Suite struct StatementListTests {
  private func report(_ paragraph: String) -> String {
    imported("## Draft report\n\n## IV. Organization of the meeting\n\n4. \(paragraph)\n")?.report
      ?? ""
  }

  @Test func `a list of speakers becomes a list`() {
    let list = report("Statements were made by the representatives of Chad, Chile, Türkiye.")
    #expect(list.contains("- statements: 4\n"))
    for name in ["Chad", "Chile", "Türkiye"] { #expect(list.contains("- \(name)\n")) }
  }

  @Test(arguments: [
    "Statements were made by the representatives of the following States: Chad, Chile, Türkiye.",
    "Statements were made by the representatives of Chad, Chile and Türkiye.",
    "Statements were made by the representatives of Chad, Bosnia and Herzegovina, and Chile.",
  ])
  func `a list whose names are uncertain stays a paragraph, to the word`(paragraph: String) {
    let found = report(paragraph)
    #expect(found.contains("- paragraph: 4\n"))
    #expect(found.split { " \n".contains($0) }.joined(separator: " ").contains(paragraph))
  }
}
