import Foundation
import Diagnostics
import Rapporteur
import SourceText
import Testing

/// Documents of different houses and styles, each with the report file that it becomes, and what is
/// said on the way.
@Suite struct CorpusTests {
  @Test func `there are documents of a dozen houses`() {
    #expect(HouseDocument.all.count >= 12)
  }

  @Test(arguments: HouseDocument.all)
  func `a document becomes the report file that lies beside it`(_ document: HouseDocument) throws {
    let outcome = try #require(imported(try document.text("md")))
    #expect(outcome.report == (try document.text("yaml")))
    let notes = outcome.notes.map { note in
      "\(note.line): \(note.isUnplaced ? "not placed: " : "")\(note.message)\n"
    }
    #expect(notes.joined() == (try document.text("notes")))
  }

  @Test(arguments: HouseDocument.all)
  func `what a document is printed as is read again without a question`(
    _ document: HouseDocument
  ) throws {
    let page = printed(try document.text("yaml"))
    let outcome = try #require(imported(page))
    #expect(outcome.notes == [])
    #expect(printed(outcome.report) == page)
  }

  @Test(arguments: HouseDocument.all)
  func `the report file of a document can be read and has nothing malformed`(
    _ document: HouseDocument
  ) throws {
    let file = SourceFile(name: "report.yaml", contents: try document.text("yaml"))
    let findings = Secretariat().check(Documents([file])).diagnostics.map(\.finding)
    let faults: [RuleID] = [
      "yaml-syntax", "yaml-unsupported", "yaml-duplicate-key", "key-unknown", "value-malformed",
      "text-cut-short", "identifier-repeated", "footnote-unresolved", "reference-unresolved",
    ]
    #expect(findings.filter { faults.contains($0.rule) }.map(\.message) == [])
  }
}

/// A document of the corpus.
struct HouseDocument: CustomStringConvertible {
  let name: String

  var description: String { name }

  static let all: [HouseDocument] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".md") }.sorted()
      .map { HouseDocument(name: String($0.dropLast(".md".count))) }
  }()

  /// The text of one of the files of the document.
  func text(_ ending: String) throws -> String {
    try String(
      contentsOf: Self.folder.appending(path: "\(name).\(ending)"), encoding: .utf8)
  }

  private static let folder = Folder.repository.appending(path: "Tests/ImportingTests/Corpus")
}
