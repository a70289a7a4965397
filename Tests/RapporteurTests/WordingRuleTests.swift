import BuiltInRules
import Diagnostics
import Foundation
import Rapporteur
import RuleLibrary
import SourceText
import Testing

/// What rules on words do that an example of one file cannot show.
@Suite struct WordingRuleTests {
  private func part(_ number: Int, _ text: String) -> String {
    """
    report: draft-report
    series: series.yaml
    symbol: CTOC/COP/WG.9/2024/L.1\(number == 0 ? "" : "/Add.\(number)")
    distribution: Limited
    date: 2024-05-14
    original: English
    organ: Conference of the Parties
    body: Working Group on Firearms
    meeting: {place: Vienna, from: 2024-05-13, to: 2024-05-15}
    title: Draft report
    \(number == 0 ? "" : "subtitle: Addendum")
    contents:
      - paragraph: 1
        text: >-
          \(text)

    """
  }

  private func abbreviations(inSeriesOf texts: [String]) -> [String] {
    let names = texts.indices.map { "part\($0).yaml" }
    let series = SourceFile(
      name: "series.yaml",
      contents: "series: draft-report\nparts: [\(names.joined(separator: ", "))]\n")
    let parts = texts.enumerated().map { number, text in
      SourceFile(name: names[number], contents: part(number, text))
    }
    var documents = Documents()
    let seriesID = documents.add(series, isRequested: true)
    for file in parts {
      documents.relate(
        seriesID, path: file.name, to: documents.add(file, isRequested: false))
    }
    var options = CheckOptions()
    options.selected = ["abbreviation-not-introduced"]
    return Secretariat().check(documents, options).diagnostics.map { diagnostic in
      let place = diagnostic.finding.place
      return "\(documents[place.file].name): \(documents[place.file].slice(place.range))"
    }
  }

  @Test func `an abbreviation is introduced once in a series`() {
    let introduction = "The United Nations Office on Drugs and Crime (UNODC) spoke."
    let use = "A question to UNODC was raised."
    #expect(abbreviations(inSeriesOf: [introduction, use, use]) == [])
    #expect(abbreviations(inSeriesOf: [use, introduction]) == ["part0.yaml: UNODC"])
    #expect(
      abbreviations(inSeriesOf: [use, use, introduction])
        == ["part0.yaml: UNODC", "part1.yaml: UNODC"])
  }

  @Test func `a profile may leave the openings of recommendations to their authors`() throws {
    let profile = try #require(
      RuleLibrary.builtInFiles.first { $0.name == "profiles/draft-report.yaml" })
    let house = SourceFile(
      name: "profiles/review.yaml", contents: "\(profile.text.all)\nfree-openings: true\n")
    var options = CheckOptions()
    options.selected = ["recommendation-opening"]
    let contents = """
      contents:
        - recommendation: 12
          text: Continue efforts to ratify the Convention (Chile);

      """
    func findings(_ report: String) -> [String] {
      let file = SourceFile(name: "report.yaml", contents: report + contents)
      let secretariat = Secretariat().adopting([house]).value
      return secretariat.check(Documents([file]), options).diagnostics.map { diagnostic in
        "\(file.slice(diagnostic.finding.place.range))"
      }
    }
    #expect(findings(masthead) == ["Continue"])
    #expect(
      findings(masthead.replacingOccurrences(of: "report: draft-report", with: "report: review"))
        == [])
  }
}
