import Rapporteur
import SourceText
import Testing

@Suite struct LinkingTests {
  private let document = """
    ## Report of the Forum on Wells

    ## I. Wells

    1. Wells should be deep, as recommendation 3 says (see para. 2 below).

    2. Covers of wells are the matter of recommendations 3 and 4. See paragraph 1 above, and \
    paragraph 2 of the Convention.

    #### *Recommendation 3*

    Buckets should be clean.

    #### *Recommendation 4*

    Covers should be heavy, and paragraph 9 should be written.

    """

  @Test func `what is referred to has an identifier of its first words`() throws {
    let report = try #require(imported(document)).report
    #expect(
      report.split(separator: "\n").filter { $0.contains(" id: ") }.map { $0.drop { $0 == " " } }
        == [
          "id: wells-deep-recommendation", "id: covers-wells-matter", "id: buckets-clean",
          "id: covers-heavy-paragraph",
        ])
    #expect(report.contains("as recommendation 3 says"))
  }

  @Test func `references go by identifier where the same words are printed`() throws {
    let file = SourceFile(name: "wells.md", contents: document)
    let outcome = try #require(Secretariat().imported(file, linking: true))
    for link in [
      "{buckets-clean} says", "({see covers-wells-matter})",
      "{buckets-clean, covers-heavy-paragraph}",
      "{See wells-deep-recommendation}", "paragraph 2 of the Convention", "paragraph 9 should",
    ] {
      #expect(outcome.report.replacing("\n          ", with: " ").contains(link))
    }
    #expect(outcome.notes.count == 4)
    #expect(printed(outcome.report) == document)
  }

  @Test(arguments: HouseDocument.all)
  func `a document with links is printed as it is without`(_ document: HouseDocument) throws {
    let file = SourceFile(name: "a.md", contents: try document.text("md"))
    let linked = try #require(Secretariat().imported(file, linking: true))
    let plain = try #require(Secretariat().imported(file))
    #expect(printed(linked.report) == printed(plain.report))
  }
}
