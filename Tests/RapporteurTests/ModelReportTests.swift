import Diagnostics
import Foundation
import Rapporteur
import SourceText
import Testing

private let expected = Repository.modelReport("expected.md")

/// The model report lies outside of the repository; without it these tests are skipped.
@Suite(.enabled(if: expected != nil, "the model report is not at hand"))
struct ModelReportTests {
  private var documents: Documents {
    let source = ModelReport.transcribed(from: expected ?? "")
    return Documents([SourceFile(name: "model.yaml", contents: source)])
  }

  @Test func `the model report is printed to the byte`() {
    let outcome = Secretariat().render(documents, force: false)
    #expect(outcome.obstacles.map(\.finding.message) == [])
    #expect(outcome.document == expected)
  }

  @Test func `the model report has the findings of its table and no false ones`() {
    var options = CheckOptions()
    options.mode = .circulation
    let file = documents.files[0]
    let found = Secretariat().check(documents, options).diagnostics.map { diagnostic in
      "\(diagnostic.finding.rule): \(file.slice(diagnostic.finding.place.range))"
    }
    let item = #"""
      "Diplomatic and consular officials or liaison officers in diplomatic and consular missions \#
      and their roles in addressing human trafficking"
      """#
    let handbook = #"""
      "*Handbook on how to prevent human trafficking for domestic servitude in diplomatic \#
      households and protect private domestic workers*"
      """#
    #expect(
      found == [
        "field-missing: report", "term-preferred: Draft Report",
        // Paragraph 2.
        "term-preferred: the state",
        // Paragraphs 8 and 13.
        "abbreviation-not-introduced: UNODC", "abbreviation-possessive: UNODC's",
        "quote-straight: '", "abbreviation-possessive: UNODC's", "quote-straight: '",
        // Paragraph 14.
        "bracket-pending: [and 4th]", "quote-straight: \(item)",
        // Paragraphs 16 and 17.
        "slash-conjunction: and/or", "abbreviation-not-introduced: NGOs",
        "abbreviation-not-introduced: REDTRAM", "abbreviation-not-introduced: OSCE",
        "abbreviation-possessive: OSCE's", "quote-straight: '",
        "quote-straight: \(handbook)", "title-quoted-and-italic: \(handbook)",
        "continued-missing: IV",
      ])
  }
}
