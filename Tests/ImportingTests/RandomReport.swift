import Seeding

/// A report file with blocks of all kinds, in any order, with texts that try to look like each
/// other.
struct RandomReport {
  private(set) var source = ""
  private var numbers: SeededGenerator
  private var last = 0
  private var identifiers: [String] = []
  private static let keys = ["alpha", "beta", "gamma", "delta"]

  init(using numbers: inout SeededGenerator) {
    self.numbers = numbers
    addMasthead()
    source += "contents:\n"
    for _ in 0..<pick(1...6) { addBlock(margin: "  ", depth: 0) }
    if once(in: 2) {
      source += "annexes:\n"
      for index in 0..<pick(1...2) { addAnnex(index) }
    }
    numbers = self.numbers
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &numbers)
  }

  private mutating func once(in times: Int) -> Bool { numbers.once(in: times) }

  private mutating func line(_ line: String) { source += line + "\n" }

  // MARK: The masthead

  private mutating func addMasthead() {
    line("report: \(numbers.one(of: ["report", "draft-report"]))")
    for (key, values) in [
      ("symbol", ["A/AC.1/2026/L.1", "A/AC.1/2026/L.1/Add.1", "A/AC.1/2026/5", "E/{1}*"]),
      ("distribution", ["General", "Limited"]), ("date", ["2026-05-20"]),
      ("original", ["English", "French and *English*"]),
      ("organ", ["Conference of the Parties", "# Organ {of} [x]"]),
      ("body", ["Working Group", "Group * of_ `experts`"]),
      ("session", ["Third session", "12. Session"]), ("item", ["6", "6 (a)"]),
      ("title", ["Draft report", "Report {alpha-1} #", "II. Report", "Report[^alpha]"]),
      ("subtitle", ["Addendum", "Part *two*"]),
    ] where !once(in: 3) {
      line("\(key): \(quoted(numbers.one(of: values)))")
    }
    if !once(in: 4) {
      line(
        numbers.one(of: [
          "meeting: {place: Vienna, from: 2026-05-18, to: 2026-05-20}", "meeting: {place: Bonn}",
          "meeting: {from: 2026-04-28, to: 2026-05-02}",
          "meeting: {from: 2026-05-20, to: 2026-05-20}",
        ]))
    }
    line("footnotes:")
    for key in Self.keys {
      // Which note a raised letter means, only the paragraph that begins with one can say.
      let cites = once(in: 6) ? "\(text())[^\(numbers.one(of: Self.keys))]" : nil
      line("  \(key): \(quoted(cites ?? paragraphs(1...3, cites: false).joined(separator: "\n")))")
    }
  }

  // MARK: Blocks

  private mutating func addAnnex(_ index: Int) {
    line("  - annex: \(numbers.one(of: ["I", "II", ""]))")
    if !once(in: 4) { line("    title: \(quoted(title()))") }
    line("    contents:")
    last = 0
    for _ in 0..<pick(1...4) { addBlock(margin: "      ", depth: 0) }
  }

  private mutating func addBlock(margin: String, depth: Int) {
    switch pick(0...15) {
    case 0, 1, 2: addSection(margin, depth)
    case 3: addQuote(margin)
    case 4: addTable(margin)
    case 5, 6, 7: addRecommendation(margin)
    case 8: addText(margin)
    case 9: addStatements(margin)
    case 10: addNames(margin)
    default: addParagraph(margin)
    }
  }

  private mutating func addSection(_ margin: String, _ depth: Int) {
    if once(in: 3) {
      line("\(margin)- heading: \(quoted(title()))")
    } else {
      line(
        "\(margin)- section: \(quoted(numbers.one(of: ["I", "IV", "A", "C", "1", "(a)", "(i)", "II bis"])))"
      )
      line("\(margin)  title: \(quoted(title()))")
    }
    addIdentifier(margin)
    if once(in: 3) { line("\(margin)  continued: true") }
    guard depth < 4 else { return line("\(margin)  contents: []") }
    line("\(margin)  contents:")
    for _ in 0..<pick(1...3) { addBlock(margin: margin + "    ", depth: depth + 1) }
  }

  private mutating func addParagraph(_ margin: String) {
    line("\(margin)- paragraph: \(quoted(nextLabel()))")
    addIdentifier(margin)
    if !once(in: 8) {
      line("\(margin)  text: \(quoted(paragraphs(1...3).joined(separator: "\n\n")))")
    }
    if once(in: 3) { addPoints(margin + "  ", level: 0) }
  }

  private mutating func nextLabel() -> String {
    switch pick(0...9) {
    case 0: return "\(max(last, 1)) bis"
    case 1: return "\(last + 1).\(pick(1...3))"
    case 2: last = pick(1...1200)
    case 3: return ""
    default: last += 1
    }
    return String(max(last, 1))
  }

  private mutating func addRecommendation(_ margin: String) {
    line("\(margin)- recommendation: \(numbers.one(of: ["12", "13", "12 bis", "", "7"]))")
    addIdentifier(margin)
    if once(in: 6) { return line("\(margin)  withdrawn: true") }
    if !once(in: 8) {
      line("\(margin)  text: \(quoted(paragraphs(1...2).joined(separator: "\n")))")
    }
    if once(in: 3) { addPoints(margin + "  ", level: 0) }
  }

  private mutating func addText(_ margin: String) {
    line("\(margin)- text: \(quoted(paragraphs(1...2).joined(separator: "\n")))")
    if once(in: 3) { addPoints(margin + "  ", level: 0) }
  }

  private mutating func addQuote(_ margin: String) {
    line("\(margin)- quote: \(quoted(paragraphs(1...2).joined(separator: "\n")))")
    if once(in: 2) { line("\(margin)  source: \(quoted(title()))") }
  }

  private mutating func addTable(_ margin: String) {
    line("\(margin)- table: |")
    let cells = numbers.one(of: [
      "| - c | 1. d |", "| {{x} | `y` |", "| 2026[^alpha] | (a) |", "a[^beta] | b",
    ])
    for row in ["| Year | Objects[^\(numbers.one(of: Self.keys))] |", "| --- | ---: |", cells] {
      line("\(margin)    \(row)")
    }
    if once(in: 2) { line("\(margin)  title: \(quoted(title()))") }
  }

  private mutating func addStatements(_ margin: String) {
    last += 1
    line("\(margin)- statements: \(last)")
    line("\(margin)  items: \(numbers.one(of: ["[]", "[2]", "[2, 3]", "[2, 3 (a), 4]"]))")
    if once(in: 2) {
      line("\(margin)  by: \(quoted(numbers.one(of: ["parties", "parties: all"])))")
    }
    let names = [
      "Chile", "Bosnia and Herzegovina", "the *Gambia*", "Bolivia (Plurinational State of)",
    ]
    let states = (0..<pick(0...4)).map { names[$0 % 4] }
    line("\(margin)  states: [\(states.map(quoted).joined(separator: ", "))]")
    if states.isEmpty || once(in: 2) {
      line("\(margin)  organizations: [\(numbers.one(of: ["INTERPOL", "\"A, B and C\", D"]))]")
    }
  }

  private mutating func addNames(_ margin: String) {
    line("\(margin)- paragraph: \(quoted(nextLabel()))")
    line("\(margin)  text: \(quoted(text() + ":"))")
    line("\(margin)  states: [Chile, Peru]")
    if once(in: 2) { line("\(margin)  organizations: [INTERPOL]") }
  }

  /// A text without white space before it, which would keep a title from being set in bold.
  private mutating func title() -> String { text().replacing("\u{2003}", with: "") }

  private mutating func addPoints(_ margin: String, level: Int) {
    line("\(margin)points:")
    for _ in 0..<pick(1...3) {
      if once(in: 3) {
        line("\(margin)  - \(quoted(text()))")
      } else {
        let text = once(in: 6) ? "" : paragraphs(1...2).joined(separator: "\n")
        line("\(margin)  - text: \(quoted(text))")
        if level < 3, once(in: 2) { addPoints(margin + "    ", level: level + 1) }
      }
    }
  }

  private mutating func addIdentifier(_ margin: String) {
    guard once(in: 2) else { return }
    identifiers.append("block-\(identifiers.count)")
    line("\(margin)  id: block-\(identifiers.count - 1)")
  }

  // MARK: Texts

  private mutating func paragraphs(_ count: ClosedRange<Int>, cites: Bool = true) -> [String] {
    (0..<pick(count)).map { _ in
      let text = text()
      return cites ? text : text.replacing("[^", with: "[")
    }
  }

  /// Words, often with what would be something else at the beginning of a paragraph.
  private mutating func text() -> String {
    let beginning = numbers.one(of: [
      "", "", "", "", "", "", "# ", "> ", "- ", "12. ", "3) ", "[ ] ", "[a]: ", "[a](b) ", "``` ",
      "<div> ", "<!-- ", "=== ", "`a` ", "(a) ", "(i) ", "a. ", "| a | ", "2019. ", "\\ ", "— ",
      "Recommendation 3. ", "A. ", "II. ", "Annex I. ", "**bold** ", "*Recommendation 4* ", "[…] ",
      "<sup>a</sup> ", "\u{2003}\u{2003}", "\u{2003}\u{2003}(i) ", "{{", "CTOC/COP/1 ", "1.1. ",
    ])
    let middle = numbers.one(of: [
      "States", "parties and", "2019.", "#", "[pending]", "a ~b~ c", "*soon* and **now**", "{{x} y",
      "the end", "&amp; so", "\\* not", "<https://a.org/{b}>", "snake_case_*", "x[^alpha]",
      "y[^beta], z[^gamma]", "“déclaré” — 会议", "[a [^delta] b]", "\\[^x]", "(see {x-1})", "a  b",
    ])
    let reference = identifiers.isEmpty ? "x" : numbers.one(of: identifiers)
    let end = numbers.one(of: [
      "", "", "", " {\(reference)}", " ({see \(reference)})", " {#\(reference)}(x)",
      " (*continued*)",
      ":", ".", " \\", " {\(reference)}.",
    ])
    return beginning + middle + end
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped.replacing("\n", with: "\\n"))\""
  }
}
