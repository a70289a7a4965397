import Seeding

/// A report with whatever numbers and texts, and what a reader must see of it.
struct RandomReport {
  /// A line that is shown, with the numbered paragraph that it belongs to.
  struct Line {
    var text: String
    var paragraph: Int?
  }

  private(set) var source = ""
  private(set) var lines: [Line] = []
  private var numbers: SeededGenerator
  private var lastNumber = 0
  private var paragraphCount = 0

  init(_ numbers: SeededGenerator) {
    self.numbers = numbers
    source += "contents:\n"
    for _ in 0..<Int.random(in: 1...12, using: &self.numbers) { addBlock("  ") }
    source += "annexes:\n  - annex: I\n    title: Documents\n    contents:\n"
    lines.append(Line(text: "Annex I. Documents"))
    lastNumber = 0
    for _ in 0..<Int.random(in: 1...4, using: &self.numbers) { addBlock("      ") }
  }

  /// What random numbers are left to the next report.
  var generator: SeededGenerator { numbers }

  private mutating func addBlock(_ margin: String) {
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0: addHeading(margin)
    case 1: addQuote(margin)
    case 2: addTable(margin)
    case 3: addRecommendation(margin)
    case 4: addText(margin)
    default: addParagraph(margin)
    }
  }

  private mutating func addParagraph(_ margin: String) {
    let label = nextLabel()
    source += "\(margin)- paragraph: \"\(label)\"\n"
    let paragraph = paragraphCount
    paragraphCount += 1
    addTextAndPoints(
      margin, after: label.isEmpty ? "[…] " : label.hasSuffix(")") ? label + " " : label + ". ",
      of: paragraph)
  }

  private mutating func nextLabel() -> String {
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0: return "\(max(lastNumber, 1)) bis"
    case 1: return "\(lastNumber + 1).\(Int.random(in: 1...3, using: &numbers))"
    case 2: return numbers.one(of: ["", "012", "0", "1234567890", "+", "#", ">", "(a)", "1)", "*"])
    case 3: lastNumber = Int.random(in: 1...1200, using: &numbers)
    case 4: break
    default: lastNumber += 1
    }
    return String(max(lastNumber, 1))
  }

  private mutating func addRecommendation(_ margin: String) {
    source += "\(margin)- recommendation: 7\n"
    lines.append(Line(text: "Recommendation 7"))
    addTextAndPoints(margin, after: "", of: nil)
  }

  private mutating func addText(_ margin: String) {
    let text = paragraph()
    source += "\(margin)- text: \(quoted(text))\n"
    lines.append(Line(text: text))
  }

  private mutating func addHeading(_ margin: String) {
    let title = paragraph()
    source += "\(margin)- {heading: \(quoted(title)), contents: []}\n"
    lines.append(Line(text: title))
  }

  private mutating func addQuote(_ margin: String) {
    let paragraphs = [paragraph(), paragraph()]
    source += "\(margin)- quote: \(quoted(paragraphs.joined(separator: "\n")))\n"
    lines.append(Line(text: "> " + paragraphs[0]))
    lines.append(Line(text: paragraphs[1]))
  }

  private mutating func addTable(_ margin: String) {
    source += "\(margin)- table: |\n\(margin)    | a | b |\n\(margin)    |---|---|\n"
    source += "\(margin)    | - c | 1. d |\n"
    lines += ["a | b", "- c | 1. d"].map { Line(text: $0) }
  }

  /// - Parameter label: What stands before the text.
  private mutating func addTextAndPoints(_ margin: String, after label: String, of block: Int?) {
    let paragraphs = (0..<Int.random(in: 1...2, using: &numbers)).map { _ in paragraph() }
    source += "\(margin)  text: \(quoted(paragraphs.joined(separator: "\n\n")))\n"
    for (index, text) in paragraphs.enumerated() {
      lines.append(Line(text: (index == 0 ? label : "") + text, paragraph: block))
    }
    if numbers.once(in: 2) { addPoints(margin, level: 0, of: block) }
  }

  private mutating func addPoints(_ margin: String, level: Int, of block: Int?) {
    let labels = [["(a) ", "(b) "], ["(i) ", "(ii) "], ["a. ", "b. "]][level]
    let spaces = String(repeating: "\u{2003}", count: 2 * level)
    source += "\(margin)  points:\n"
    for label in labels {
      let paragraphs = [paragraph(), paragraph()]
      source += "\(margin)    - text: \(quoted(paragraphs.joined(separator: "\n")))\n"
      lines.append(Line(text: spaces + label + paragraphs[0], paragraph: block))
      lines.append(Line(text: spaces + paragraphs[1], paragraph: block))
      if level < 2, numbers.once(in: 2) { addPoints(margin + "    ", level: level + 1, of: block) }
    }
  }

  /// Words, often with what would be markup at the beginning of a paragraph.
  private mutating func paragraph() -> String {
    let beginning = numbers.one(of: [
      "", "", "# ", "> ", "- ", "+ ", "12. ", "3) ", "[ ] ", "[x] ", "[a]: ", "[a](b) ", "``` ",
      "~~~ ", "<div> ", "<!-- ", "=== ", "`a` ", "(a) ", "a. ", "| a | ", "2019. ", "\\ ",
    ])
    return beginning + numbers.one(of: ["States", "parties", "2019.", "#", "[pending]", "a ~b~ c"])
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped.replacing("\n", with: "\\n"))\""
  }
}
