import BuiltInRules
import Importing
import Rapporteur
import RuleLibrary
import Seeding
import SourceText
import Testing

@Suite struct PrintedReportPropertyTests {
  @Test func `whatever was printed is read so that it is printed again to the byte`() throws {
    var numbers = SeededGenerator(for: "printed reports")
    for _ in 0..<400 {
      let report = RandomReport(using: &numbers).source
      let document = printed(report)
      let outcome = try #require(imported(document))
      if printed(outcome.report) != document || outcome.notes != [] {
        let again = try? printed(official(document))
        Issue.record("\(report)\n--- printed\n\(document)\n--- printed again\n\(again ?? "")")
        return
      }
    }
  }

  /// The report file by the reading for printed documents alone.
  private func official(_ document: String) throws -> String {
    let library = RuleLibrary.builtIn
    let language = try #require(library.language("en"))
    let manuscript = Manuscript(
      TextSlice(document), language: language, states: library.stateNames("en"))
    let draft = manuscript.draft(
      reading: .official, as: try #require(library.profile("draft-report")))
    return ReportWriter.file(of: draft.report)
  }
}
