import Seeding

/// A random report and a later version of it, with the changes that were made.
struct RandomRevision {
  private struct Item {
    /// What tells the item from all others, in both versions.
    let key: String
    let kind: String
    var label: String
    var identifier: String?
    var words: [String]
    var points: [[String]] = []
    var isWithdrawn = false
  }

  private(set) var old = ""
  private(set) var new = ""
  /// The changes as ``ReportChange/line`` tells them, in alphabetical order.
  private(set) var changes: [String] = []

  private var nextWord = 0
  private var identifiers = 0
  private var items = 0

  /// - Parameter hasIdentifiers: Whether every block has one, so that it is known whatever its words.
  init(using random: inout SeededGenerator, hasIdentifiers: Bool) {
    var sections: [[Item]] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      sections.append(
        (0..<Int.random(in: 1...5, using: &random)).map { _ in item(&random, hasIdentifiers) })
    }
    number(&sections)
    old = Self.text(of: sections)
    let before = sections
    change(&sections, &random, hasIdentifiers)
    if random.once(in: 2) { number(&sections) }
    new = Self.text(of: sections)
    noteNumbers(before, sections)
    changes.sort()
  }

  private mutating func item(_ random: inout SeededGenerator, _ hasIdentifier: Bool) -> Item {
    items += 1
    var item = Item(
      key: "item \(items)", kind: random.once(in: 3) ? "paragraph" : "recommendation", label: "",
      words: words(Int.random(in: 6...14, using: &random), &random))
    if hasIdentifier || random.once(in: 3) {
      identifiers += 1
      item.identifier = "block-\(identifiers)"
    }
    if random.once(in: 4) {
      item.points = (0..<3).map { _ in words(Int.random(in: 4...7, using: &random), &random) }
    }
    return item
  }

  /// Words of which some are in every text and the others in one alone.
  private mutating func words(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in
      if random.once(in: 3) { return random.one(of: ["the", "of", "States", "should", "with"]) }
      return newWord()
    }
  }

  private mutating func newWord() -> String {
    nextWord += 1
    return "w\(nextWord)"
  }

  private func number(_ sections: inout [[Item]]) {
    var next: [String: Int] = [:]
    for section in sections.indices {
      for index in sections[section].indices {
        let kind = sections[section][index].kind
        next[kind, default: 0] += 1
        sections[section][index].label = String(next[kind, default: 0])
      }
    }
  }

  // MARK: The changes

  private mutating func change(
    _ sections: inout [[Item]], _ random: inout SeededGenerator, _ hasIdentifiers: Bool
  ) {
    for section in sections.indices {
      var index = 0
      while index < sections[section].count {
        switch Int.random(in: 0..<12, using: &random) {
        case 0:
          let item = sections[section].remove(at: index)
          note("withdrawn", item, "-")
          continue
        case 1:
          var added = item(&random, hasIdentifiers)
          added.label = "9\(section)\(index)"
          sections[section].insert(added, at: index)
          note("added", added, "+")
          index += 1
        case 2: reword(&sections[section][index], &random)
        case 3 where sections[section][index].kind == "recommendation":
          note("withdrawn", sections[section][index], "-")
          sections[section][index].isWithdrawn = true
          if random.once(in: 2), sections[section][index].identifier != nil {
            sections[section][index].words = []
            sections[section][index].points = []
          }
        case 4 where !sections[section][index].points.isEmpty:
          let word = newWord()
          let place = Int.random(in: 0..<3, using: &random)
          sections[section][index].points[place].append(word)
          let letter = ["(a)", "(b)", "(c)"][place]
          pointChanges.append((sections[section][index].key, letter, word))
        default: break
        }
        index += 1
      }
    }
  }

  private mutating func reword(_ item: inout Item, _ random: inout SeededGenerator) {
    let place = Int.random(in: 1..<item.words.count - 1, using: &random)
    let (before, after) = (item.words[place], newWord())
    item.words[place] = after
    rewordings.append((item.key, before, after))
  }

  private mutating func note(_ deed: String, _ item: Item, _ sign: String) {
    deeds.append((deed, item, sign))
  }

  private var deeds: [(deed: String, item: Item, sign: String)] = []
  private var rewordings: [(key: String, before: String, after: String)] = []
  private var pointChanges: [(key: String, point: String, word: String)] = []

  /// Notes all changes, with the numbers that the blocks have in the end.
  private mutating func noteNumbers(_ before: [[Item]], _ after: [[Item]]) {
    let olds = Dictionary(
      before.joined().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let news = Dictionary(
      after.joined().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    func suffix(_ item: Item) -> String { item.identifier.map { " (\($0))" } ?? "" }
    for (key, item) in news {
      guard let origin = olds[key], origin.label != item.label else { continue }
      changes.append(
        "renumbered \(item.kind) \(origin.label) → \(item.kind) \(item.label)\(suffix(item))")
    }
    for (deed, item, sign) in deeds {
      let name = "\(item.kind) \(news[item.key]?.label ?? item.label)\(suffix(item))"
      let texts = ([item.words] + item.points).map { sign + $0.joined(separator: " ") }
      changes.append("\(deed) \(name): \(texts.joined(separator: " "))")
    }
    for (key, before, after) in rewordings {
      guard let item = news[key], !item.isWithdrawn else { continue }
      changes.append("reworded \(item.kind) \(item.label)\(suffix(item)): -\(before) +\(after)")
    }
    for (key, point, word) in pointChanges {
      guard let item = news[key], !item.isWithdrawn else { continue }
      changes.append("reworded \(item.kind) \(item.label) \(point): +\(word)")
    }
  }

  // MARK: The text

  private static func text(of sections: [[Item]]) -> String {
    var text = masthead + "contents:\n"
    for (index, section) in sections.enumerated() {
      let letter = ["A", "B", "C"][index]
      text += "  - section: \(letter)\n    title: Matters under \(letter)\n    contents:\n"
      for item in section {
        text += "      - \(item.kind): \(item.label)\n"
        if let identifier = item.identifier { text += "        id: \(identifier)\n" }
        if !item.words.isEmpty {
          text += "        text: >-\n          \(item.words.joined(separator: " "))\n"
        }
        if item.isWithdrawn { text += "        withdrawn: true\n" }
        guard !item.points.isEmpty else { continue }
        text += "        points:\n"
        for point in item.points { text += "          - \(point.joined(separator: " "))\n" }
      }
    }
    return text
  }
}
