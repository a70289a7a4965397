import Foundation
import Rapporteur
import SourceText
import Testing

@Suite struct ComparisonTests {
  @Test func `the comparison among the examples is printed as it stands beside its versions`()
    throws
  {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Examples/comparison")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    let files = try ["circulated.yaml", "corrected.yaml"].map {
      SourceFile(name: "Examples/comparison/\($0)", contents: try text($0))
    }
    let outcome = Secretariat().compare(Documents(files), old: FileID(0), new: FileID(1))
    #expect(outcome.document == (try text("changes.md")))
  }
}
