import Rapporteur
import SourceText
import Testing

@Suite(.serialized) struct HostileDocumentTests {
  @Test func `what is not text is refused`() {
    let binary = TextStorage(copying: (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    #expect(Secretariat().imported(SourceFile(name: "a.md", text: binary)) == nil)
    #expect(imported("a\u{0}b") == nil)
  }

  @Test(.timeLimit(.minutes(2))) func `a line of ten megabytes is a text`() throws {
    let document = String(repeating: "x", count: 10 << 20)
    let outcome = try #require(imported(document))
    #expect(outcome.report.utf8.count >= document.utf8.count)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "- ", count: 10_000) + "x", String(repeating: "> ", count: 10_000) + "x",
      (0..<2_000).map { String(repeating: " ", count: 2 * $0) + "- x\n" }.joined(),
      String(repeating: "*", count: 10_000) + "x", String(repeating: "*a ", count: 10_000),
      String(repeating: "**a* ", count: 10_000), String(repeating: "[", count: 10_000),
      String(repeating: "[a](", count: 10_000), String(repeating: "{", count: 10_000),
      String(repeating: "`", count: 10_000), String(repeating: "<a ", count: 10_000),
      String(repeating: "\\", count: 10_001), String(repeating: "(a) ", count: 10_000),
      String(repeating: "(a)\n", count: 10_000), String(repeating: "# a\n", count: 10_000),
      String(repeating: "1. a\n\n", count: 10_000), String(repeating: "|a\n|-\n", count: 5_000),
      String(repeating: "[^a]: b\n", count: 10_000), String(repeating: "x[^a] ", count: 10_000),
      String(repeating: "<!-- ", count: 10_000), String(repeating: "Annex I. a\n\n", count: 5_000),
      "1. " + String(repeating: "a, ", count: 10_000) + ".",
      "Under agenda items " + String(repeating: "2, ", count: 10_000) + "statements were made.",
      String(repeating: "**II. A**\n\n", count: 5_000), String(repeating: "\r", count: 10_000),
      "# " + String(repeating: "a, ", count: 10_000),
      String(repeating: "<sup>a</sup> ", count: 5_000),
    ].map(LongDocument.init))
  func `nothing that is repeated ten thousand times takes long`(_ document: LongDocument) throws {
    let outcome = try #require(imported(document.text))
    #expect(!outcome.report.isEmpty)
  }
}

/// A document that is not to be printed whole where a test is named.
struct LongDocument: CustomTestStringConvertible {
  let text: String

  var testDescription: String { "\(text.prefix(24).debugDescription) and so on" }
}
