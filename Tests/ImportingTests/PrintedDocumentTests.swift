import Foundation
import Rapporteur
import Testing

@Suite struct PrintedDocumentTests {
  @Test(arguments: ["l1", "l1-add1", "final-report"])
  func `an example that was printed is read without a question, and printed as it was`(
    _ name: String
  ) throws {
    let page = try String(
      contentsOf: Folder.repository.appending(path: "Examples/\(name).md"), encoding: .utf8)
    let outcome = try #require(imported(page))
    #expect(outcome.notes == [])
    #expect(printed(outcome.report) == page)
  }

  @Test func `a document that has bold lines for headings is none that was printed`() throws {
    let document = "**II. Wells**\n\n*Recommendation 3*\n\nWells should be deep.\n"
    let report = try #require(imported(document)).report
    #expect(report.contains("- section: II\n    title: Wells"))
    #expect(report.contains("- recommendation: 3\n"))
    let unlabelled = try #require(imported("**Wells**\n\n1. They were deep.\n")).report
    #expect(unlabelled.contains("- heading: Wells"))
  }

  @Test(.enabled(if: Folder.modelReport("report.md") != nil, "the model report is not at hand"))
  func `the model report becomes a report file that is printed in the official form`() throws {
    let document = try #require(Folder.modelReport("report.md"))
    let expected = try #require(Folder.modelReport("expected.md"))
    let outcome = try #require(imported(document))
    #expect(printed(outcome.report) == expected)
    #expect(outcome.isWhole)
    #expect(outcome.notes.map(\.line).contains(142))
    #expect(imported(expected)?.report == outcome.report)
  }
}

/// Where tests find files.
enum Folder {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the model report, which lies beside the repository; nil where it is not at hand.
  static func modelReport(_ name: String) -> String? {
    let file = repository.deletingLastPathComponent()
      .appending(path: "shared/model-report/\(name)")
    return try? String(contentsOf: file, encoding: .utf8)
  }
}
