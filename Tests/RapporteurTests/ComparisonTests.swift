import Diagnostics
import Rapporteur
import SourceText
import Testing

@Suite struct ComparisonTests {
  /// Compares two lists of blocks and holds what is told against lines such as
  /// `renumbered recommendation 2 → recommendation 3`, with the words that are not the same.
  private func check(
    _ old: String, _ new: String, tells expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let head = masthead + "contents:\n"
    #expect(
      comparison(of: head + old, with: head + new).changes.map(\.line) == expected,
      sourceLocation: sourceLocation)
    for same in [old, new] {
      #expect(
        comparison(of: head + same, with: head + same).changes.map(\.line) == [],
        sourceLocation: sourceLocation)
    }
  }

  private static let three = """
      - {recommendation: 1, text: States parties should train their police officers.}
      - {recommendation: 2, text: States parties should protect witnesses and victims.}
      - {recommendation: 3, text: States parties should exchange information at once.}

    """

  private func edited(_ edits: (String, String)...) -> String {
    edits.reduce(Self.three) { $0.replacing($1.0, with: $1.1) }
  }

  @Test func `a text with other words is reworded, word by word`() {
    check(
      Self.three, edited(("protect witnesses", "always protect all witnesses")),
      tells: ["reworded recommendation 2: +always +all"])
  }

  @Test func `an added block moves the numbers after it`() {
    check(
      Self.three,
      edited(
        (
          "  - {recommendation: 2",
          "  - {recommendation: 2, text: New and other words.}\n  - {recommendation: 3"
        ),
        (
          "recommendation: 3, text: States parties should exchange",
          "recommendation: 4, text: States parties should exchange"
        )),
      tells: [
        "added recommendation 2: +New and other words.",
        "renumbered recommendation 2 → recommendation 3",
        "renumbered recommendation 3 → recommendation 4",
      ])
  }

  @Test func `what was taken out is told where it stood`() {
    check(
      Self.three,
      edited(
        (
          "  - {recommendation: 2, text: States parties should protect witnesses and victims.}\n",
          ""
        )),
      tells: ["withdrawn recommendation 2: -States parties should protect witnesses and victims."])
  }

  @Test func `a block that is declared withdrawn keeps its place, with or without its text`() {
    let told = "withdrawn recommendation 2: -States parties should protect witnesses and victims."
    check(
      Self.three, edited(("victims.}", "victims., withdrawn: true}")), tells: [told])
    check(
      Self.three,
      edited(("text: States parties should protect witnesses and victims.", "withdrawn: true")),
      tells: [told])
    check(
      edited(("victims.}", "victims., withdrawn: true}")), Self.three,
      tells: [told.replacing("withdrawn", with: "reinstated").replacing("-", with: "+")])
  }

  @Test func `of two blocks that change places one has moved`() {
    check(
      """
        - {recommendation: 1, id: a, text: One.}
        - {recommendation: 2, id: b, text: Two.}
        - {recommendation: 3, id: c, text: Three.}

      """,
      """
        - {recommendation: 1, id: c, text: Three.}
        - {recommendation: 2, id: a, text: One.}
        - {recommendation: 3, id: b, text: Two.}

      """,
      tells: [
        "moved recommendation 1 (c)", "renumbered recommendation 3 → recommendation 1 (c)",
        "renumbered recommendation 1 → recommendation 2 (a)",
        "renumbered recommendation 2 → recommendation 3 (b)",
      ])
  }

  @Test func `blocks with the same words are told apart by their neighbours`() {
    let text = """
        - {section: A, title: One, contents: [{paragraph: 1, text: The same.}]}
        - {section: B, title: Two, contents: [{paragraph: 2, text: The same.}]}
        - {section: C, title: Three, contents: [{paragraph: 3, text: The same.}]}

      """
    check(
      text,
      text.replacing(
        "  - {section: B, title: Two, contents: [{paragraph: 2, text: The same.}]}\n", with: ""),
      tells: ["withdrawn section B: -Two", "withdrawn paragraph 2: -The same."])
  }

  @Test func `a section is known again by its title, and by what it holds`() {
    let text = """
        - section: A
          title: On tracing
          contents:
            - {paragraph: 1, text: The Chair opened the meeting at noon.}

      """
    check(
      text, text.replacing("On tracing", with: "Marking and records"),
      tells: ["reworded section A: -On tracing +Marking and records"])
  }

  @Test func `points are told one by one`() {
    let text = """
        - recommendation: 1
          text: "States parties should do the following:"
          points:
            - Provide shelter to all who ask for it;
            - text: "Train without delay:"
              points: [{text: Judges;}, {text: Police officers.}]

      """
    check(
      text, text.replacing("Judges", with: "Judges and prosecutors"),
      tells: ["reworded recommendation 1 (b) (i): -Judges; +Judges and prosecutors;"])
    check(
      text, text.replacing("      - Provide", with: "      - Listen to all.\n      - Provide"),
      tells: ["added recommendation 1 (a): +Listen to all."])
    check(
      text, text.replacing("      - Provide shelter to all who ask for it;\n", with: ""),
      tells: ["withdrawn recommendation 1 (a): -Provide shelter to all who ask for it;"])
  }

  @Test func `States are told by their names`() {
    let text = "  - {statements: 1, items: [2], states: [Algeria, Chile, Mali]}\n"
    check(
      text, text.replacing("Chile", with: "Costa Rica, Fiji"),
      tells: ["reworded paragraph 1: -Chile +Costa Rica, Fiji"])
  }

  @Test func `the head, the agenda and the footnotes are compared too`() {
    let text =
      masthead + """
        agenda: {2: Tracing}
        footnotes: {protocol: "See the *Protocol*."}
        contents:
          - {paragraph: 1, text: "Words.[^protocol]"}

        """
    let changed = text.replacing("2024-05-14", with: "2024-05-15")
      .replacing("2: Tracing", with: "2: Tracing and marking")
      .replacing("*Protocol*", with: "Protocol")
      .replacing("place: Vienna", with: "place: Geneva")
    #expect(
      comparison(of: text, with: changed).changes.map(\.line) == [
        "reworded date: -2024-05-14 +2024-05-15",
        "reworded meeting: -Vienna, +Geneva,",
        "reworded agenda item 2: +and marking",
        "reworded footnote protocol: -*Protocol*. +Protocol.",
      ])
  }

  @Test func `a move within a section names no section, and points that move are named`() {
    let text = """
      contents:
        - section: II
          title: Recommendations
          contents:
            - {recommendation: 1, id: a, text: "Do:", points: [{text: Alpha;}, {text: Beta.}]}
            - {recommendation: 2, id: b, text: Rest.}

      """
    let points = comparison(
      of: masthead + text,
      with: masthead
        + text.replacing("{text: Alpha;}, {text: Beta.}", with: "{text: Beta.}, {text: Alpha;}"))
    #expect(points.document.contains("~~(a)~~ **(b)** *[Moved]*\n"))
    let blocks = text.split(separator: "\n").map { String($0) }
    let swapped = (blocks.dropLast(2) + [blocks[5], blocks[4]]).joined(separator: "\n") + "\n"
    let moved = comparison(of: masthead + text, with: masthead + swapped)
    #expect(moved.document.contains("*[Moved]*"))
    #expect(!moved.document.contains("Moved from"))
  }

  @Test func `a file that cannot be read is not compared`() {
    let outcome = comparison(of: masthead, with: "report: [")
    #expect(outcome.obstacles.map(\.finding.rule) == ["yaml-syntax"])
    #expect(outcome.changes.isEmpty)
  }
}

/// Compares two reports.
func comparison(of old: String, with new: String) -> ComparisonOutcome {
  let documents = Documents([
    SourceFile(name: "old.yaml", contents: old), SourceFile(name: "new.yaml", contents: new),
  ])
  return Secretariat.prepared.compare(documents, old: FileID(0), new: FileID(1))
}

extension ReportChange {
  /// The change on a line.
  var line: String {
    let names = [old?.name, new?.name].compactMap { $0 }
    var line =
      "\(deed) " + (deed == .renumbered ? names.joined(separator: " → ") : names.last ?? "")
    if let identifier { line += " (\(identifier))" }
    let words = passages.flatMap(\.words).filter { $0.fate != .same }
      .map { ($0.fate == .added ? "+" : "-") + $0.text }
    return words.isEmpty ? line : "\(line): \(words.joined(separator: " "))"
  }
}
