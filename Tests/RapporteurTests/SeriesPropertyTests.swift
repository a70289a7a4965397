import BuiltInRules
import Diagnostics
import Rapporteur
import RuleLibrary
import Seeding
import SourceText
import Testing

/// Renumbering and merging random series, the right answer to which is known from how they are made.
@Suite struct SeriesPropertyTests {
  private static let cases = 200

  /// A secretariat that has read its rules once and for all.
  private static let secretariat: Secretariat = {
    let files = RuleLibrary.builtInFiles.filter {
      $0.name.hasPrefix("profiles/") || $0.name.hasPrefix("languages/")
    }
    return Secretariat(library: RuleLibrary.builtIn.extended(by: files).value.preparedForMany)
  }()

  private static let final = """
    final:
      report: report
      symbol: CTOC/COP/WG.9/2024/5
      distribution: General
      date: 2024-06-14
      title: Report on the meeting of the Working Group on Firearms
    """

  private func documents(_ series: RandomSeries, _ state: RandomSeries.State) -> Documents {
    SeriesInMemory(
      (0..<series.partCount).map { series.source(of: $0, state) }, final: Self.final
    ).documents
  }

  /// The parts with the edits of a renumbering.
  private func renumbered(_ documents: Documents) -> [String] {
    let outcome = Self.secretariat.renumber(documents)
    return documents.files.indices.dropFirst().map { index in
      let edits = outcome.edits[FileID(index), default: EditScript()]
      return edits.applied(to: documents.files[index].text).all.string
    }
  }

  @Test func `random series are renumbered to the byte, and a second time not at all`() {
    var random = SeededGenerator(for: "renumbering \(Self.cases) random series")
    for number in 0..<Self.cases {
      let series = RandomSeries(using: &random)
      let expected = (0..<series.partCount).map { series.source(of: $0, .renumbered) }
      let found = renumbered(documents(series, .typed))
      guard found == expected else {
        Issue.record("series \(number): \(zip(found, expected).filter { $0 != $1 })")
        return
      }
      #expect(renumbered(documents(series, .renumbered)) == expected, "series \(number)")
    }
  }

  @Test func `held against the report that it became, a series has new numbers and nothing else`()
    throws
  {
    var random = SeededGenerator(for: "comparing \(Self.cases) random series with what they became")
    for number in 0..<Self.cases {
      let series = RandomSeries(using: &random)
      var versions = documents(series, .typed)
      let report = try #require(Self.secretariat.assemble(versions).report)
      let merged = versions.add(report, isRequested: true)
      for (old, new) in [(FileID(0), merged), (merged, FileID(0))] {
        let changes = Self.secretariat.compare(versions, old: old, new: new).changes
        let others = changes.filter { change in
          // A reference that was typed as a number is another number.
          let hasNumbers = change.passages.flatMap(\.words)
            .allSatisfy { $0.fate == .same || $0.text.contains(where: \.isNumber) }
          return change.deed != .renumbered && change.kind != "masthead"
            && !(change.deed == .reworded && hasNumbers)
        }
        guard others.isEmpty else {
          Issue.record("series \(number): \(others.map(\.line))")
          return
        }
      }
    }
  }

  @Test
  func `merged, a series says what it said, and its references mean the blocks that they meant`()
    throws
  {
    var random = SeededGenerator(for: "merging \(Self.cases) random series")
    for number in 0..<Self.cases {
      let series = RandomSeries(using: &random)
      for state in [RandomSeries.State.typed, .renumbered] {
        let parts = documents(series, state)
        let outcome = Self.secretariat.assemble(parts)
        guard let report = outcome.report else {
          Issue.record("series \(number): \(SeriesInMemory.lines(outcome.obstacles, in: parts))")
          return
        }
        let page = try #require(Self.secretariat.render(Documents([report]), force: false).document)
        #expect(page == Self.secretariat.render(parts, force: false).document)
        guard Self.blocks(of: page) == series.printed else {
          Issue.record("series \(number):\n\(report.text.all)\n\(page)")
          return
        }
      }
    }
  }

  @Test func `a series without fault makes a merged report that can be adopted`() {
    var random = SeededGenerator(for: "checking \(Self.cases / 3) merged reports")
    var options = CheckOptions()
    options.mode = .adoption
    options.ignored = ["reference-typed"]
    for number in 0..<Self.cases / 3 {
      let parts = documents(RandomSeries(using: &random), .renumbered)
      #expect(Self.secretariat.check(parts, options).diagnostics.map(\.finding.message) == [])
      guard let report = Self.secretariat.assemble(parts).report else {
        Issue.record("series \(number) is not merged")
        return
      }
      let found = Self.secretariat.check(Documents([report]), options).diagnostics
      #expect(found.map(\.finding.message) == [], "series \(number):\n\(report.text.all)")
      #expect(
        Self.secretariat.renumber(Documents([report])).changes == [], "series \(number)")
      if !found.isEmpty { return }
    }
  }

  /// The numbered blocks and the footnotes of a page.
  private static func blocks(of page: String) -> [String] {
    var blocks: [String] = []
    for block in page.split(separator: "\n\n").map({ $0.trimmingSuffix { $0 == "\n" } }) {
      if blocks.last?.hasSuffix("*") == true {
        blocks[blocks.count - 1] += "\n\n" + block
      } else if block.hasPrefix("#### ") || block.hasPrefix("[^") || block.first?.isNumber == true,
        !block.hasPrefix("14 May")
      {
        blocks.append(String(block))
      }
    }
    return blocks
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}
