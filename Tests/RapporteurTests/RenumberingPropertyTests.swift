import BuiltInRules
import Diagnostics
import Rapporteur
import RuleLibrary
import Seeding
import SourceText
import Testing

/// Renumbering random reports, the right answer to which is known from how they were made.
@Suite struct RenumberingPropertyTests {
  private static let cases = 10_000

  @Test func `random reports are renumbered to the byte, and a second time not at all`() throws {
    var random = SeededGenerator(for: "renumbering \(Self.cases) random reports")
    let secretariat = Secretariat.prepared
    for number in 0..<Self.cases {
      let report = RandomReport(using: &random)
      let source = report.text(by: \.typedLabel)
      let expected = report.text(by: \.newLabel)
      let renumbered = renumber(source, by: secretariat)
      guard renumbered == expected else {
        Issue.record("report \(number):\n\(source)\n--- gave\n\(renumbered)")
        return
      }
      #expect(renumber(renumbered, by: secretariat) == renumbered, "report \(number)")
    }
  }

  private func renumber(_ source: String, by secretariat: Secretariat) -> String {
    let file = SourceFile(name: "random.yaml", contents: source)
    let outcome = secretariat.renumber(Documents([file]))
    guard outcome.obstacles.isEmpty else {
      return outcome.obstacles.map(\.finding.message).joined(separator: "\n")
    }
    return outcome.edits[FileID(0), default: EditScript()].applied(to: file.text).all.string
  }
}

extension Secretariat {
  /// A secretariat that has read the profile and the language once and for all.
  static let prepared: Secretariat = {
    let files = RuleLibrary.builtInFiles.filter {
      $0.name == "profiles/draft-report.yaml" || $0.name == "languages/en.yaml"
    }
    return Secretariat(library: RuleLibrary.builtIn.extended(by: files).value)
  }()
}
