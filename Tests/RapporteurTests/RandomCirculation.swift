import Seeding

/// A series, or a report by itself, that is circulated again and again, with random edits between.
struct RandomCirculation {
  private struct Item {
    let kind: String
    var label: String
    let identifier: String?
    var words: [String]
    var mention: String?
    var isWithdrawn = false
  }

  /// Whether the parts are a series; if not there is one of them.
  let isSeries: Bool
  private var parts: [[Item]] = []
  private var made = 0

  init(using random: inout SeededGenerator) {
    isSeries = !random.once(in: 3)
    for _ in 0..<(isSeries ? Int.random(in: 2...3, using: &random) : 1) {
      parts.append(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in item("", &random) })
    }
  }

  private mutating func item(_ label: String, _ random: inout SeededGenerator) -> Item {
    made += 1
    return Item(
      kind: random.once(in: 3) ? "paragraph" : "recommendation", label: label,
      identifier: random.once(in: 2) ? "block-\(made)" : nil,
      words: random.once(in: 8)
        ? []
        : (0..<Int.random(in: 4...9, using: &random)).map { _ in
          random.one(of: ["oaks", "elms", "of", "in", "and", "willows", "State", "w\(made)"])
        })
  }

  /// Takes the labels that were given, in the order of the blocks.
  mutating func take(labels: [[String]]) {
    for part in parts.indices {
      for index in parts[part].indices { parts[part][index].label = labels[part][index] }
    }
  }

  /// Makes some edits, as an author makes them between two circulations.
  mutating func edit(using random: inout SeededGenerator) {
    for part in parts.indices {
      var index = 0
      while index <= parts[part].count {
        switch Int.random(in: 0..<16, using: &random) {
        case 0, 1:
          let label = random.one(of: ["", "", "1", "7 bis", "99"])
          parts[part].insert(item(label, &random), at: index)
          index += 1
        case 2 where index < parts[part].count:
          // One takes the place of another.
          let label = random.once(in: 2) ? parts[part][index].label : ""
          parts[part][index] = item(label, &random)
        case 3 where index < parts[part].count:
          parts[part].remove(at: index)
          continue
        case 4 where index < parts[part].count:
          parts[part][index].isWithdrawn = parts[part][index].kind == "recommendation"
          if random.once(in: 2) { parts[part][index].words = [] }
        case 5 where index < parts[part].count:
          let moved = parts[part].remove(at: index)
          let home = parts.indices.randomElement(using: &random) ?? part
          parts[home].insert(moved, at: Int.random(in: 0...parts[home].count, using: &random))
        case 6 where index < parts[part].count && !parts[part][index].words.isEmpty:
          parts[part][index].words[0] = "reworded\(made)"
        case 7 where index < parts[part].count && !parts[part][index].words.isEmpty:
          let item = parts[part][index]
          parts[part][index].mention = "\(item.kind) \(Int.random(in: 1...6, using: &random))"
        default: break
        }
        index += 1
      }
    }
  }

  /// The parts as files.
  var sources: [String] {
    parts.enumerated().map { number, items in
      var text = masthead.replacing("Add.1", with: "Add.\(number + 1)")
      if isSeries { text += "series: series.yaml\n" }
      text += items.isEmpty ? "contents: []\n" : "contents:\n"
      for item in items {
        text += "  - \(item.kind):\(item.label.isEmpty ? "" : " ")\(item.label)\n"
        if let identifier = item.identifier { text += "    id: \(identifier)\n" }
        var words = item.words
        if let mention = item.mention { words.append("as in \(mention)") }
        if !words.isEmpty { text += "    text: \(words.joined(separator: " ")).\n" }
        if item.isWithdrawn { text += "    withdrawn: true\n" }
      }
      return text
    }
  }
}
