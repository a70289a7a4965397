import Rapporteur
import Seeding
import Testing

/// Comparing random reports, the changes between which are known from how they were made.
@Suite struct ComparisonPropertyTests {
  private static let cases = 1_000

  @Test(arguments: [true, false])
  func `random changes are told as just these, and none where nothing is different`(
    hasIdentifiers: Bool
  ) {
    var random = SeededGenerator(for: "comparing \(Self.cases) random reports")
    for number in 0..<Self.cases {
      let revision = RandomRevision(using: &random, hasIdentifiers: hasIdentifiers)
      let told = comparison(of: revision.old, with: revision.new).changes.map(\.line).sorted()
      guard told == revision.changes else {
        Issue.record(
          """
          report \(number):
          \(revision.old)
          --- became
          \(revision.new)
          --- tells
          \(told.joined(separator: "\n"))
          --- instead of
          \(revision.changes.joined(separator: "\n"))
          """)
        return
      }
      #expect(comparison(of: revision.new, with: revision.new).changes.isEmpty)
    }
  }

  @Test func `any report compared with itself tells nothing`() {
    var random = SeededGenerator(for: "comparing \(Self.cases) random reports with themselves")
    for _ in 0..<Self.cases {
      let text = RandomReport(using: &random).text(by: \.typedLabel)
      #expect(comparison(of: text, with: text).changes.map(\.line) == [], "\(text)")
    }
  }
}
