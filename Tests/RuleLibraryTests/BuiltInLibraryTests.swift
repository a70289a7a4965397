import ReportModel
import RuleLibrary
import Testing

@Suite struct BuiltInLibraryTests {
  private let library = RuleLibrary.builtIn

  @Test func `the draft report has the outline and numbering of the model report`() throws {
    let profile = try #require(library.profile("draft-report"))
    #expect(profile.outline.map(\.label) == ["I", "II", "III", "IV", "V"])
    #expect(profile.outline[3].contents.map(\.title).contains("Statements"))
    #expect(!profile.isOutlineOpen && profile.outline.allSatisfy(\.isOpen))
    #expect(profile.recommendations.runsThroughSeries && !profile.paragraphs.runsThroughSeries)
    #expect(profile.sectionStyles == NumberingStyle.sections)
    #expect(profile.recommendationHeadingLevel == 4)
    #expect(profile.lastJoiner == .comma && profile.recommendationForm == .heading)
    #expect(!profile.isWhole)
  }

  @Test func `the final report is whole, and its paragraphs run on`() throws {
    let profile = try #require(library.profile("report"))
    #expect(profile.isWhole && profile.paragraphs.runsThroughSeries && profile.lastJoiner == .and)
  }

  @Test func `English gives the formula of statements word for word`() throws {
    let english = try #require(library.language("en"))
    let statement = english.phrase(
      .statementsBy,
      ["by": "parties to the Trafficking in Persons Protocol", "names": "Algeria, Australia"])
    #expect(
      english.phrase(.underItems, ["items": "2 and 3", "statement": statement]) == """
        Under agenda items 2 and 3, statements were made by representatives of the following \
        parties to the Trafficking in Persons Protocol: Algeria, Australia.
        """)
    #expect(
      english.phrase(
        .datesInYear,
        ["day": "28", "month": "April", "last-day": "2", "last-month": "May", "year": "2014"])
        == "28 April–2 May 2014")
  }

  @Test func `every name that the library lists can be had`() {
    #expect(library.profileNames == ["draft-report", "report"])
    #expect(library.languageCodes == ["en"])
    #expect(library.profile("nonesuch")?.name == nil)
    #expect(library.language("xx")?.code == nil)
  }
}
