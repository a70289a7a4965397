import Seeding

/// A random report after random insertions, deletions and moves, in a random way of writing.
///
/// It is made of pieces: literal text, labels, and references that were typed as numbers. So the
/// text before and the text after renumbering can both be written down.
struct RandomReport {
  /// A numbered block, as it was before the changes and as it is to be.
  final class Item {
    /// The label as it stands in the source; empty for a block that is not numbered yet.
    var typedLabel = ""
    var newLabel = ""
    let isRecommendation: Bool

    init(isRecommendation: Bool) {
      self.isRecommendation = isRecommendation
    }
  }

  private enum Piece {
    case literal(String)
    /// The label after its key, with the space that an empty one does not have.
    case label(Item, quote: String)
    /// A number that was typed in the text for a block.
    case mention(Item)
  }

  private var pieces: [Piece] = []
  private var items: [Item] = []
  private var ids = 0
  private let lineBreak: String

  init(using random: inout SeededGenerator) {
    lineBreak = random.chance(25) ? "\r\n" : "\n"
    let start = random.chance(50) ? Int.random(in: 1...40, using: &random) : 1
    makeItems(start: start, &random)
    if random.chance(15) { add("\u{FEFF}") }
    comment(0, &random)
    line("report: draft-report")
    if start > 1 { line("starts: {recommendation: \(start)} # the parts before end below") }
    line("contents:")
    writeItems(&random)
  }

  /// The text of the report, with the labels that a choice gives.
  func text(by label: (Item) -> String) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .label(let item, let quote):
        let value = label(item)
        if !value.isEmpty { text += " \(quote)\(value)\(quote)" }
      case .mention(let item):
        text += isUnique(item) ? label(item) : item.typedLabel
      }
    }
    return text
  }

  /// Whether no other block of the kind has the same label as typed.
  private func isUnique(_ item: Item) -> Bool {
    items.count {
      $0.isRecommendation == item.isRecommendation && $0.typedLabel == item.typedLabel
    } == 1
  }

  // MARK: The changes

  private mutating func makeItems(start: Int, _ random: inout SeededGenerator) {
    var counts = [true: start, false: 1]
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      let item = Item(isRecommendation: random.chance(70))
      item.typedLabel = String(counts[item.isRecommendation, default: 1])
      counts[item.isRecommendation, default: 1] += 1
      items.append(item)
    }
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let place = Int.random(in: 0...items.count, using: &random)
      switch random.pick([0, 0, 1, 2]) {
      case 0:
        let item = Item(isRecommendation: random.chance(70))
        item.typedLabel = random.pick(["", "", "3 bis", "7"])
        items.insert(item, at: place)
      case 1 where items.count > 1: items.remove(at: min(place, items.count - 1))
      default:
        let moved = items.remove(at: min(place, items.count - 1))
        items.insert(moved, at: Int.random(in: 0...items.count, using: &random))
      }
    }
    var next = [true: start, false: 1]
    for item in items {
      item.newLabel = String(next[item.isRecommendation, default: 1])
      next[item.isRecommendation, default: 1] += 1
    }
  }

  // MARK: The way of writing

  private mutating func writeItems(_ random: inout SeededGenerator) {
    for item in items {
      let key = item.isRecommendation ? "recommendation" : "paragraph"
      if !item.typedLabel.isEmpty, random.chance(15) {
        writeFlow(item, key, &random)
      } else {
        writeBlock(item, key, &random)
      }
    }
  }

  private mutating func writeFlow(_ item: Item, _ key: String, _ random: inout SeededGenerator) {
    add("  - {\(key):")
    pieces.append(.label(item, quote: random.pick(["", "'", "\""])))
    add(", text: \"")
    writeWords(&random, separator: " ")
    line("\"}")
    comment(2, &random)
  }

  private mutating func writeBlock(_ item: Item, _ key: String, _ random: inout SeededGenerator) {
    comment(2, &random)
    add("  - ")
    if random.chance(30) {
      ids += 1
      line("id: b\(ids)\(random.chance(20) ? " # known by this" : "")")
      add("    ")
    }
    add("\(key):")
    pieces.append(
      .label(item, quote: item.typedLabel.isEmpty ? "" : random.pick(["", "", "'", "\""])))
    line(random.pick(["", "", " # a comment, 12", "   "]))
    comment(4, &random)
    writeText(&random)
  }

  private mutating func writeText(_ random: inout SeededGenerator) {
    switch random.pick(["plain", "single", "double", "literal", "folded", "folded"]) {
    case "plain":
      add("    text: States, ")
      writeWords(&random, separator: random.pick([" ", "\(lineBreak)      "]))
    case "single":
      add("    text: 'The State''s duty: ")
      writeWords(&random, separator: random.pick([" ", "\(lineBreak)      "]))
      add("'")
    case "double":
      add("    text: \"A \\\"duty\\\" \\u00e9: ")
      writeWords(
        &random, separator: random.pick([" ", "\(lineBreak)      ", " \\\(lineBreak)      "]))
      add("\"")
    case "literal":
      line("    text: |\(random.pick(["", "-", "+"]))")
      add("      ")
      writeWords(&random, separator: "\(lineBreak)      ")
    default:
      line("    text: >\(random.pick(["", "-", "+"]))\(random.pick(["", " # folded"]))")
      add("      ")
      writeWords(&random, separator: random.pick([" ", "\(lineBreak)      "]))
    }
    line("")
  }

  private mutating func writeWords(_ random: inout SeededGenerator, separator: String) {
    let numbered = items.filter { !$0.typedLabel.isEmpty && !$0.typedLabel.contains(" ") }
    for index in 0..<Int.random(in: 1...6, using: &random) {
      if index > 0 { add(separator) }
      if let item = numbered.isEmpty ? nil : random.pick(numbered), random.chance(30) {
        add(item.isRecommendation ? "as in recommendation " : "as in paragraph ")
        pieces.append(.mention(item))
      } else if ids > 0, random.chance(15) {
        add("see {b\(Int.random(in: 1...ids, using: &random))} here")
      } else {
        add(random.pick(["déclarer", "12", "the 3 States", "会议", "🕊", "*soon*", "as agreed"]))
      }
    }
  }

  private mutating func comment(_ indentation: Int, _ random: inout SeededGenerator) {
    guard random.chance(20) else { return }
    line(String(repeating: " ", count: indentation) + "# recommendation 12: not a text")
  }

  private mutating func add(_ text: String) { pieces.append(.literal(text)) }

  private mutating func line(_ text: String) { add(text + lineBreak) }
}

extension SeededGenerator {
  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element { one(of: choices) }
}
