import BuiltInRules
import Diagnostics
import Rapporteur
import RuleLibrary
import Seeding
import SourceText
import Testing

/// Mending random lists of States, the right answer to which is known from how they were made.
@Suite struct StateListPropertyTests {
  private static let cases = 3_000

  @Test func `random lists are sorted and mended to the byte, and a second time not at all`() throws
  {
    var random = SeededGenerator(for: "mending \(Self.cases) random lists of States")
    let library = Self.preparedLibrary
    let states = Array(try #require(library.stateNames("en")).entries)
    let secretariat = Secretariat(library: library)
    for number in 0..<Self.cases {
      let list = RandomStateList(of: states, using: &random)
      let mended = StateListCheck.fixed(list.typed, by: secretariat)
      guard mended == list.mended else {
        Issue.record("list \(number):\n\(list.typed)\n--- gave\n\(mended)")
        return
      }
      let again = StateListCheck.fixed(mended, by: secretariat)
      #expect(again == mended, "list \(number)")
    }
  }

  /// A library that has read the profile, the language and the names once and for all.
  private static var preparedLibrary: RuleLibrary {
    let names = ["profiles/draft-report.yaml", "languages/en.yaml", "states/en.yaml"]
    let files = RuleLibrary.builtInFiles.filter { names.contains($0.name) }
    return RuleLibrary.builtIn.extended(by: files).value.preparedForMany
  }
}
