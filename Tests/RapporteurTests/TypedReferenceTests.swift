import Diagnostics
import Rapporteur
import SourceText
import Testing

/// References that were typed as numbers, as they are checked and as renumbering treats them.
@Suite struct TypedReferenceTests {
  /// The masthead of a report that is no addendum.
  private let first = """
    report: draft-report
    symbol: CTOC/COP/WG.9/2024/L.2
    distribution: Limited
    contents:

    """
  private let addendum = """
    report: draft-report
    symbol: CTOC/COP/WG.9/2024/L.2/Add.1
    distribution: Limited
    contents:

    """

  private func block(_ label: String, _ text: String = "Words.", more: String = "") -> String {
    "  - \(label)\n    text: \(text)\n\(more)"
  }

  /// What is found of typed references in the parts of a series, as messages.
  private func messages(_ documents: Documents) -> [String] {
    var options = CheckOptions()
    options.selected = ["reference-typed", "reference-out-of-range"]
    return Secretariat().check(documents, options).diagnostics.map(\.finding.message)
  }

  private func messages(_ source: String) -> [String] {
    messages(Documents([SourceFile(name: "report.yaml", contents: source)]))
  }

  /// The texts of the files after renumbering, and what is said of doubtful references.
  private func renumbered(_ documents: Documents) -> (texts: [String], notes: [String]) {
    let outcome = Secretariat().renumber(documents)
    let texts = documents.files.indices.map { index in
      outcome.edits[FileID(index), default: EditScript()].applied(to: documents.files[index].text)
        .all.string
    }
    return (texts, outcome.uncertain.map(\.message))
  }

  private func renumbered(_ source: String) -> (text: String, notes: [String]) {
    let (texts, notes) = renumbered(
      Documents([SourceFile(name: "report.yaml", contents: source)]))
    return (texts[0], notes)
  }

  @Test func `a reference to a block that is gone is found, and told of by renumbering`() {
    let source =
      first + block("paragraph: 1") + block("paragraph: 3", "As stated in paragraph 2 above.")
    #expect(
      messages(source) == ["there is no paragraph 2; the numbers from 1 to 3 are without it"])
    let (text, notes) = renumbered(source)
    #expect(text == source.replacing("paragraph: 3", with: "paragraph: 2"))
    #expect(
      notes == [
        "“paragraph 2” was left as it is: no paragraph of this report had the number 2, and one has "
          + "it now; see whether it is the one that is meant"
      ])
  }

  @Test func `a number past the last that renumbering brings to life is told of`() {
    let source =
      first + block("paragraph: 1") + block("paragraph:") + block("paragraph:", "See paragraph 3.")
    let (_, notes) = renumbered(source)
    #expect(
      notes == [
        "“paragraph 3” was left as it is: no paragraph of this report had the number 3, and one has "
          + "it now; see whether it is the one that is meant"
      ])
    let dead = first + block("paragraph: 2", "See paragraph 30 and annex IV.")
    #expect(renumbered(dead).notes == [])
  }

  @Test func `nothing is said of a missing number that a block without number may have`() {
    let source =
      first + block("paragraph: 1") + block("paragraph:")
      + block("paragraph: 3", "See paragraph 2.")
    #expect(messages(source) == [])
  }

  @Test func `nothing is said of a number below the first`() {
    let source =
      addendum + block("recommendation: 12") + block("recommendation: 14", "See recommendation 3.")
    #expect(messages(source) == [])
    #expect(renumbered(source).notes == [])
  }

  @Test func `the certain numbers of a list follow, and the doubtful one is told of`() {
    let source =
      first + block("recommendation: 2")
      + block("recommendation: 3", "See recommendations 2, 3 and 30.")
    #expect(messages(source) == ["there is no recommendation 30; the last is 3"])
    let (text, notes) = renumbered(source)
    #expect(text.contains("See recommendations 1, 2 and 30."))
    #expect(
      notes == ["“30” was left as it is: no recommendation of this report has the number 30"])
  }

  @Test func `a range that is scattered stays beside a doubtful number, and the others follow`() {
    let source =
      first + block("recommendation: 1") + block("recommendation: 3") + block("recommendation: 2")
      + block("recommendation: 5", "See recommendations 1–2, 5 and 30.")
    let (text, notes) = renumbered(source)
    #expect(text.contains("See recommendations 1–2, 4 and 30."))
    #expect(
      notes == [
        "“1–2” is a range whose blocks no longer follow one another; it was left as it is",
        "“30” was left as it is: no recommendation of this report has the number 30",
      ])
  }

  @Test func `numbers that run through a series mean the blocks of other parts`() {
    let documents = SeriesInMemory([
      first + block("recommendation: 1") + block("recommendation:") + block("recommendation: 2"),
      addendum + block("recommendation: 3", "See recommendation 2, and recommendations 1–2 and 3."),
    ]).documents
    #expect(
      messages(documents) == [
        "“recommendation 2” is typed as a number; give recommendation 2 an `id` and refer to it",
        "“recommendations 1–2 and 3” is typed as a number; give them an `id` and refer to it",
      ])
    let (texts, notes) = renumbered(documents)
    #expect(texts[2].contains("See recommendation 3, and recommendations 1, 3 and 4."))
    #expect(notes == [])
  }

  @Test func `paragraphs, which begin again in each part, mean those of their own`() {
    let documents = SeriesInMemory([
      first + block("paragraph: 1") + block("paragraph: 2"),
      addendum + block("paragraph: 1", "See paragraph 2."),
    ]).documents
    #expect(messages(documents) == [])
  }

  @Test func `a reference to a point is marked whole, and goes by the point`() {
    let points = "    points:\n      - A;\n      - text: B.\n        id: second\n"
    let source =
      first + block("recommendation: 1", more: points)
      + block("recommendation: 2", "See recommendation 1 (a). So says recommendation 1 (b).")
      + block("recommendation: 3", "See recommendations 1 (a) and 2.")
    #expect(
      messages(source) == [
        "“recommendation 1 (a)” is typed as a number; give point (a) of recommendation 1 an `id` "
          + "and refer to it",
        "“recommendation 1 (b)” is typed as a number; refer by identifier, which follows the number",
        "“recommendations 1 (a) and 2” is typed as a number; give them an `id` and refer to it",
      ])
  }

  @Test(arguments: [
    "rec. 1", "Rec. 1", "recs. 1 and 2", "recommendation no. 1", "recommendation No. 1", "sect. II",
    "chap. II", "chapter II", "paragraph no. 1",
  ])
  func `a short form is a reference too`(typed: String) {
    let source =
      first
      + "  - {section: II, title: A, contents: [{recommendation: 1, text: A}, "
      + "{recommendation: 2, text: A}, {paragraph: 1, text: See \(typed) above.}]}\n"
    let found = messages(source)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("“\(typed)” is typed as a number") ?? false)
  }
}
