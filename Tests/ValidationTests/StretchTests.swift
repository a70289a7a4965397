import BuiltInRules
import Diagnostics
import Foundation
import ReportModel
import ReportReading
import RuleLibrary
import Seeding
import Sharing
import SourceText
import Spelling
import Testing
import YAMLSyntax

@testable import Validation

/// A report whose texts are read in stretches has the findings of one that is read as a whole, wherever
/// the stretches meet.
@Suite struct StretchTests {
  /// The checks of a report, with what they find when it is read as a whole.
  private struct Reading {
    let report: Report
    private let validator: Validator
    private(set) var whole: [String] = []

    init(_ file: SourceFile) throws {
      let library = RuleLibrary.builtIn
      let tree = try #require(YAMLReader(file, id: FileID(0)).read().tree)
      let report = ReportReader.read(tree, id: FileID(0)).value
      let profile = try #require(library.profile("draft-report"))
      let language = try #require(library.language("en"))
      let series = Series(parts: [report])
      let identifiers = IdentifierIndex(series)
      self.report = report
      validator = Validator {
        CheckContext(
          series: series, identifiers: identifiers, part: 0, profile: profile, language: language,
          mode: .adoption, library: library,
          proofreading: Proofreading(with: DictionaryShelf(folders: DictionaryShelf.systemFolders)))
      }
      whole = findings(meetingAt: [])
    }

    /// What is found in stretches that meet at some blocks, in order.
    func findings(meetingAt seams: [BlockIndex]) -> [String] {
      let shared = Crew(of: 2) { shares in shares.reversed().forEach { $0() } }
      return validator.findings(
        by: CheckKind.allCases, in: report.stretches(meetingAt: seams), with: shared
      ).map { finding in
        let place = report.file.slice(finding.place.range)
        return "\(finding.place.range) \(finding.rule) “\(place)”: \(finding.message) "
          + "\(finding.fixes.map(\.title))"
      }.sorted()
    }
  }

  @Test func `what checks remember goes from one stretch to the next`() throws {
    let reading = try Reading(SourceFile(name: "report.yaml", contents: Self.memorable))
    for expected in [
      "abbreviation-not-introduced", "bracket-unbalanced", "footnote-unresolved",
      "footnote-unused", "identifier-unused", "percent-style", "quote-unbalanced",
      "reference-unresolved",
    ] {
      #expect(
        reading.whole.contains { $0.contains(" \(expected) ") },
        "\(expected) is not found at all: \(reading.whole)")
    }
    let seams = reading.report.blocks.indices.dropFirst()
    for first in seams {
      #expect(reading.findings(meetingAt: [first]) == reading.whole, "the seam is at \(first)")
      for second in seams where second == first + 2 {
        #expect(
          reading.findings(meetingAt: [first, second]) == reading.whole,
          "the seams are at \(first) and \(second)")
      }
    }
  }

  @Test func `the reports of the corpus are judged alike in one stretch and in some`() throws {
    var random = SeededGenerator(for: "stretches")
    let corpus = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Corpus").standardizedFileURL
    let names = try FileManager.default.subpathsOfDirectory(atPath: corpus.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(names.count > 40)
    for name in names {
      let text = try String(contentsOf: corpus.appending(path: name), encoding: .utf8)
      let reading = try Reading(SourceFile(name: name, contents: text))
      guard reading.report.blocks.count > 2 else { continue }
      for count in 1...2 {
        let seams = (0..<count).map { _ in
          Int.random(in: 1..<reading.report.blocks.count, using: &random)
        }
        #expect(reading.findings(meetingAt: seams) == reading.whole, "\(name), \(seams)")
      }
    }
  }

  @Test func `stretches are of about the same length, and all texts together`() throws {
    let items = (0..<400).map { "  - recommendation: \($0 + 1)\n    text: States should act.\n" }
    let source = Self.masthead + "contents:\n" + items.joined()
    let reading = try Reading(SourceFile(name: "report.yaml", contents: source))
    for count in 1...5 {
      let stretches = reading.report.stretches(count)
      #expect(stretches.count == count)
      var texts: [Int] = []
      var whole = 0
      for stretch in stretches {
        var seen = 0
        reading.report.forEachPassage(in: stretch) { _ in seen += 1 }
        texts.append(seen)
      }
      reading.report.forEachPassage { _ in whole += 1 }
      #expect(texts.reduce(0, +) == whole)
      #expect(texts.max()! - texts.min()! < 20, "\(texts)")
    }
  }

  private static let masthead = "report: draft-report\ntitle: Draft report\n"

  /// Texts of which one says what is right in another.
  private static let memorable =
    masthead + """
      contents:
        - section: I
          title: Deliberations
          contents:
            - paragraph: 1
              text: The XYZQ had met, and so had the Joint Panel on Registers (JPR).
            - paragraph: 2
              text: The Xylophone Yard Zone Quorum (XYZQ) reported that 5 per cent had replied.[^a]
            - paragraph: 3
              text: A speaker said: “The register is open.
            - paragraph: 4
              text: “It will remain open.” The JPR took note of 6 per cent.
            - paragraph: 5
              text: Another said, “The list is long.
            - paragraph: 6
              text: The meeting noted 7% of the replies, {nobody}, and what the ABQX had said.
            - paragraph: 7
              id: chapeau
              text: "The meeting [agreed:"
              points:
                - to open the register]; and
                - to close the regster [at once
            - paragraph: 8
              id: last
              text: The regster was closed, as {chapeau} says.[^b] The regster had been full.
            - paragraph: 9
              text: The ABQX and the JPR thanked the “delegation of Rgeister for the Rgeister.
      footnotes:
        a: A note on 8%.
        c: A note that nothing calls.

      """
}
