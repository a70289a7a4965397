internal import SourceText

/// A draft report of any length about a meeting that was never held. The same number of
/// recommendations always gives the same bytes.
///
/// It is as real ones are: sections three deep, points, references, footnotes, lists of States,
/// and here and there pending text and a number typed where a reference should be.
struct SampleReport {
  private let count: Int
  /// Whether a recommendation was put before all others, so that every number is one too low.
  private let isOutOfSequence: Bool

  /// - Parameter count: The number of recommendations.
  init(recommendations count: Int, isOutOfSequence: Bool = false) {
    self.count = count
    self.isOutOfSequence = isOutOfSequence
  }

  /// The report as a file.
  var file: SourceFile {
    // More than a report takes; what is not written is never in memory.
    let text = TextStorage(capacity: 16_384 + count * 2_048) { buffer in
      var pen = Pen(buffer)
      write(with: &pen)
      return pen.count
    }
    return SourceFile(name: "sample.yaml", text: text)
  }

  private func write(with pen: inout Pen) {
    pen.write(Self.masthead)
    writeFootnotes(with: &pen)
    pen.write(Self.introduction)
    writeRecommendations(with: &pen)
    let next = writeDeliberations(with: &pen)
    pen.write(Self.organization(from: next))
  }

  // MARK: Recommendations

  /// How many recommendations a section holds.
  private static let sectionLength = 25
  /// How many sections have a letter.
  private static let letters = 26

  private func writeRecommendations(with pen: inout Pen) {
    pen.write(
      "  - section: II\n    id: recommendations\n    title: Recommendations\n    contents:\n")
    let sections = (count + Self.sectionLength - 1) / Self.sectionLength
    let perLetter = (sections + Self.letters - 1) / Self.letters
    for index in 0..<count where index % Self.sectionLength == 0 {
      let section = index / Self.sectionLength
      if section % perLetter == 0 {
        let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(section / perLetter))
        pen.write(
          "      - section: \(letter)\n        title: \(Wording.topic(section))\n"
            + "        contents:\n")
      }
      if perLetter > 1 {
        pen.write(
          "          - section: \(section % perLetter + 1)\n"
            + "            title: \(Wording.subtopic(section))\n            contents:\n")
      }
      let margin = perLetter > 1 ? "              " : "          "
      for index in index..<min(index + Self.sectionLength, count) {
        writeRecommendation(index, margin, with: &pen)
      }
    }
  }

  private func writeRecommendation(_ index: Int, _ margin: String, with pen: inout Pen) {
    let number = index + (isOutOfSequence ? 0 : 1)
    pen.write("\(margin)- recommendation:\(number == 0 ? "" : " \(number)")\n")
    if let identifier = identifier(at: index) { pen.write("\(margin)  id: \(identifier)\n") }
    pen.write("\(margin)  text: >-\n")
    let hasPoints = index % 8 == 3
    pen.fold(
      Wording.recommendation(index, asides: asides(at: index)) + (hasPoints ? ":" : "."),
      margin: margin + "    ")
    guard hasPoints else { return }
    pen.write("\(margin)  points:\n")
    for point in 0..<3 {
      let text = Wording.point(index + point)
      if point == 1, index % 16 == 3 {
        pen.write("\(margin)    - text: \"\(text), in particular:\"\n\(margin)      points:\n")
        for level in 0..<2 { pen.write("\(margin)        - \(Wording.point(index + level));\n") }
      } else {
        pen.write("\(margin)    - \(text)\(point == 2 ? "." : ";")\n")
      }
    }
  }

  /// Every fifth recommendation can be referred to.
  private func identifier(at index: Int) -> String? {
    index % 5 == 0 ? "measure-\(index / 5 + 1)" : nil
  }

  /// What stands in the text of a recommendation beside its words.
  private func asides(at index: Int) -> [String] {
    var asides: [String] = []
    if index % 4 == 1 {
      let identifiers = (count + 4) / 5
      let target = index / 4 % identifiers
      asides.append(
        index % 12 == 1
          ? "as set out in {measure-\(target + 1), measure-\((target + 1) % identifiers + 1)}"
          : "in line with {measure-\(target + 1)}")
    }
    if index % 50 == 7 { asides.append("in accordance with the Protocol[^note-\(index / 50 + 1)]") }
    if index % 100 == 31 { asides.append("[subject to the availability of resources]") }
    if index % 400 == 399 { asides.append("bearing in mind recommendation \(index - 10)") }
    if index % 20 == 9 { asides.append("taking into account the *travaux préparatoires*") }
    if index % 25 == 4 { asides.append("as reported in CTOC/COP/WG.4/2019/\(index % 9 + 2)") }
    return asides
  }

  // MARK: Other parts of the report

  private func writeFootnotes(with pen: inout Pen) {
    pen.write("footnotes:\n")
    for index in 0..<count where index % 50 == 7 {
      pen.write(
        "  note-\(index / 50 + 1): \"United Nations, *Treaty Series*, vol. \(2_000 + index % 700), "
          + "No. \(39_000 + index % 999).\"\n")
    }
  }

  /// Writes a paragraph for every ten recommendations, with a quote or table now and then.
  /// - Returns: The number of the paragraph after them.
  private func writeDeliberations(with pen: inout Pen) -> Int {
    pen.write("  - section: III\n    title: Summary of deliberations\n    contents:\n")
    let paragraphs = max(count / 10, 2)
    for index in 0..<paragraphs {
      pen.write("      - paragraph: \(index + 2)\n        text: >-\n")
      pen.fold(
        "At its \(index % 2 == 0 ? "1st" : "2nd") meeting, on \(index % 3 + 9) September 2019, "
          + Wording.deliberation(index), margin: "          ")
      if index % 50 == 1 {
        pen.write(
          "      - quote: >-\n          \(Wording.deliberation(index + 1))\n"
            + "        source: Statement of the Chair\n")
      }
      if index % 100 == 2 { pen.write(Self.table) }
    }
    return paragraphs + 2
  }

  private static let masthead = """
    report: draft-report
    symbol: CTOC/COP/WG.4/2019/L.1
    distribution: Limited
    date: 2019-09-09
    original: English
    organ: Conference of the Parties to the United Nations Convention against Transnational \
    Organized Crime
    body: Working Group on Trafficking in Persons
    meeting: {place: Vienna, from: 2019-09-09, to: 2019-09-11}
    title: Draft report
    agenda:
      2: Recommendations of the Working Group
      3: Diplomatic and consular officials or liaison officers

    """

  private static let introduction = """

    contents:
      - section: I
        title: Introduction
        contents:
          - paragraph: 1
            text: >-
              The Working Group on Trafficking in Persons was established to advise and assist the
              Conference, which reviews what follows in {recommendations}.

    """

  private static let table = """
          - table: |
              | Year | States parties |
              | --- | --- |
              | 2018 | 173 |
              | 2019 | 175 |
            title: Status of ratification

    """

  private static func organization(from paragraph: Int) -> String {
    """
      - section: IV
        title: Organization of the meeting
        contents:
          - section: A
            title: Opening of the meeting
            contents:
              - paragraph: \(paragraph)
                text: The meeting was opened by the Chair.
          - section: B
            title: Statements
            contents:
              - statements: \(paragraph + 1)
                items: [2, 3]
                by: parties to the Trafficking in Persons Protocol
                states: [Algeria, Australia, Brazil, Chile, European Union, State of Palestine]
          - section: C
            title: Adoption of the agenda and organization of work
            contents:
              - paragraph: \(paragraph + 2)
                text: The Working Group adopted its agenda by consensus.
          - section: D
            title: Attendance
            contents:
              - paragraph: \(paragraph + 3)
                text: "The following States were represented by observers:"
                states: [Fiji, Holy See, Nauru]
          - section: E
            title: Documentation
            contents:
              - paragraph: \(paragraph + 4)
                text: The documents before the Working Group are contained in the annex.
      - section: V
        title: Adoption of the report
        contents:
          - paragraph: \(paragraph + 5)
            text: On 11 September 2019, the Working Group adopted the present report.
    annexes:
      - annex:
        title: List of documents
        contents:
          - paragraph: 1
            text: Background paper by the Secretariat on liaison officers.

    """
  }
}
