import Seeding

/// A random series of parts after insertions and deletions, in random ways of writing.
///
/// The parts before renumbering, the parts after it, and what the merged report prints are all known
/// from how it is made.
struct RandomSeries {
  /// A numbered block.
  final class Item {
    let isRecommendation: Bool
    let part: Int
    let words: String
    /// The labels as they stand in the part, as they are to be there, and in the merged report.
    var typed = ""
    var renumbered = ""
    var merged = ""
    var identifier: String?
    /// What the text refers to, and whether by identifier or by number.
    var mention: (target: Item, isTyped: Bool)?
    var footnote: (key: String, text: String)?

    init(isRecommendation: Bool, part: Int, words: String) {
      self.isRecommendation = isRecommendation
      self.part = part
      self.words = words
    }

    var kind: String { isRecommendation ? "recommendation" : "paragraph" }
  }

  /// A section of the outline that holds numbered blocks, by its labels and titles from the top.
  private struct Leaf {
    let path: [(label: String, title: String)]
    let holdsRecommendations: Bool
    var items: [Item] = []
  }

  let partCount: Int
  private var leaves: [Leaf]
  private let margins: [Int]
  private let lineBreaks: [String]
  private let styles: [Int]

  init(using random: inout SeededGenerator) {
    partCount = Int.random(in: 2...8, using: &random)
    margins = (0..<partCount).map { _ in Int.random(in: 0..<4, using: &random) == 0 ? 4 : 2 }
    lineBreaks = (0..<partCount).map { _ in
      Int.random(in: 0..<4, using: &random) == 0 ? "\r\n" : "\n"
    }
    styles = (0..<partCount).map { _ in Int.random(in: 0..<4, using: &random) }
    leaves = Self.outline
    fill(&random)
    mention(&random)
    annotate(&random)
  }

  private static var outline: [Leaf] {
    func leaf(_ path: (String, String)..., recommends: Bool = false) -> Leaf {
      Leaf(path: path, holdsRecommendations: recommends)
    }
    let two = ("II", "Recommendations")
    let three = ("III", "Summary of deliberations")
    let four = ("IV", "Organization of the meeting")
    return [
      leaf(("I", "Introduction")), leaf(two),
      leaf(two, ("A", "General recommendations"), recommends: true),
      leaf(two, ("B", "Recommendations on transport"), recommends: true),
      leaf(three, ("A", "Transport")), leaf(three, ("B", "Storage")),
      leaf(four, ("A", "Opening of the meeting")), leaf(four, ("B", "Statements")),
      leaf(four, ("C", "Adoption of the agenda and organization of work")),
      leaf(four, ("D", "Attendance")), leaf(four, ("E", "Documentation")),
      leaf(("V", "Adoption of the report")),
    ]
  }

  // MARK: What it holds

  private static let nouns = [
    "timber", "copper", "cotton", "grain", "paper", "glass", "leather", "marble", "silver", "wool",
    "amber", "salt", "sugar", "coffee", "rubber", "linen",
  ]

  /// Fills the sections. Each is opened in the part of the one before it or in a later part.
  private mutating func fill(_ random: inout SeededGenerator) {
    var words = Self.nouns.flatMap { one in Self.nouns.map { "\(one) and \($0)" } }
    words.shuffle(using: &random)
    var opening = 0
    var removed: Set<String> = []
    for index in leaves.indices {
      if Int.random(in: 0..<3, using: &random) == 0 {
        opening = Int.random(in: opening..<partCount, using: &random)
      }
      var parts = [opening]
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        parts.append(Int.random(in: opening..<partCount, using: &random))
      }
      for part in parts.sorted() {
        leaves[index].items.append(
          Item(
            isRecommendation: leaves[index].holdsRecommendations, part: part,
            words: words.removeLast()))
      }
    }
    number { $0.typed = $1 }
    // Some are taken out, and some have just been put in; the first in a section stays.
    for index in leaves.indices {
      for item in leaves[index].items.dropFirst() {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: removed.insert(item.words)
        case 1: item.typed = ""
        default: break
        }
      }
      leaves[index].items.removeAll { removed.contains($0.words) }
    }
    number { $0.renumbered = $1 }
    var next = [true: 1, false: 1]
    for item in leaves.flatMap(\.items) {
      item.merged = String(next[item.isRecommendation, default: 1])
      next[item.isRecommendation, default: 1] += 1
    }
  }

  /// Numbers recommendations through the series, and paragraphs in each part.
  private func number(_ assign: (Item, String) -> Void) {
    var recommendation = 0
    for part in 0..<partCount {
      var paragraph = 0
      for item in items(of: part) {
        if item.isRecommendation { recommendation += 1 } else { paragraph += 1 }
        assign(item, String(item.isRecommendation ? recommendation : paragraph))
      }
    }
  }

  private func items(of part: Int) -> [Item] {
    leaves.flatMap(\.items).filter { $0.part == part }
  }

  /// Makes blocks refer to others: by identifier to any, by number to those that it can mean.
  private func mention(_ random: inout SeededGenerator) {
    let all = leaves.flatMap(\.items)
    for item in all where Int.random(in: 0..<2, using: &random) == 0 {
      let target = random.one(of: all)
      if Int.random(in: 0..<2, using: &random) == 0 {
        if target.identifier == nil {
          target.identifier = target.words.replacing(" ", with: "-")
        }
        item.mention = (target, false)
      } else if !target.typed.isEmpty, target.isRecommendation || target.part == item.part {
        item.mention = (target, true)
      }
    }
  }

  private func annotate(_ random: inout SeededGenerator) {
    for part in 0..<partCount {
      var keys = ["note", "note-2", "other"].shuffled(using: &random)
      for item in items(of: part) where Int.random(in: 0..<6, using: &random) == 0 {
        guard let key = keys.popLast() else { break }
        item.footnote = (key, "See the study on \(item.words).")
      }
    }
  }

  // MARK: How it is written

  enum State { case typed, renumbered }

  /// A part as a file.
  func source(of part: Int, _ state: State) -> String {
    var lines = [
      "report: draft-report", "series: series.yaml",
      "symbol: CTOC/COP/WG.9/2024/L.2" + (part == 0 ? "" : "/Add.\(part)"),
      "distribution: Limited", "date: 2024-05-14", "original: English",
      "organ: Conference of the Parties", "body: Working Group on Firearms",
      "meeting: {place: Vienna, from: 2024-05-13, to: 2024-05-15}", "title: Draft report",
    ]
    if part > 0 { lines.append("subtitle: Addendum") }
    let notes = items(of: part).compactMap(\.footnote)
    if !notes.isEmpty { lines.append("footnotes:") }
    for note in notes { lines.append("  \(note.key): \(note.text)") }
    lines += ["", items(of: part).isEmpty ? "contents: []" : "contents:"]
    lines += contents(of: part, state)
    return lines.joined(separator: lineBreaks[part]) + lineBreaks[part]
  }

  private func contents(of part: Int, _ state: State) -> [String] {
    var lines: [String] = []
    var open: [String] = []
    let margin = margins[part]
    for (index, leaf) in leaves.enumerated() where leaf.items.contains(where: { $0.part == part }) {
      for (depth, section) in leaf.path.enumerated() {
        let labels = leaf.path[...depth].map(\.label)
        if open.starts(with: labels) { continue }
        open = labels
        let indent = String(repeating: " ", count: margin + depth * (margin + 2))
        lines += ["\(indent)# section \(section.label)", "\(indent)- section: \(section.label)"]
        lines.append("\(indent)  title: \(section.title)")
        let isContinued = leaves[...index].contains { earlier in
          earlier.path.map(\.label).starts(with: labels)
            && earlier.items.contains { $0.part < part }
        }
        if isContinued { lines.append("\(indent)  continued: true") }
        lines.append("\(indent)  contents:")
      }
      let column = margin + leaf.path.count * (margin + 2)
      for item in leaf.items where item.part == part {
        lines += block(item, at: column, style: styles[part], state)
      }
    }
    return lines
  }

  private func block(_ item: Item, at column: Int, style: Int, _ state: State) -> [String] {
    let indent = String(repeating: " ", count: column)
    let label = state == .typed ? item.typed : item.renumbered
    var text = Self.sentence(item)
    if let note = item.footnote { text += "[^\(note.key)]" }
    if let mention = item.mention {
      let target = mention.target
      let number = state == .typed ? target.typed : target.renumbered
      text += " This follows "
      text += mention.isTyped ? "\(target.kind) \(number)." : "{\(target.identifier ?? "")}."
    }
    var lines = ["\(indent)# on \(item.words)"]
    lines.append("\(indent)- \(item.kind):\(label.isEmpty ? "" : " ")\(label)")
    if let identifier = item.identifier { lines.append("\(indent)  id: \(identifier)") }
    switch style {
    case 0: lines.append("\(indent)  text: \(text)")
    case 1: lines.append("\(indent)  text: \"\(text)\"")
    case 2: lines += ["\(indent)  text: |-", "\(indent)      \(text)"]
    default:
      let words = text.split(separator: " ")
      let middle = words.count / 2
      lines += [
        "\(indent)  text: >-", "\(indent)    \(words[..<middle].joined(separator: " "))",
        "\(indent)    \(words[middle...].joined(separator: " "))",
      ]
    }
    return lines
  }

  private static func sentence(_ item: Item) -> String {
    item.isRecommendation
      ? "States parties should exchange information on \(item.words)."
      : "The Working Group considered information on \(item.words)."
  }

  /// What the merged report prints of its numbered blocks, and then of its footnotes.
  var printed: [String] {
    var notes: [String] = []
    let blocks = leaves.flatMap(\.items).map { item in
      var text = Self.sentence(item)
      if let note = item.footnote {
        notes.append(note.text)
        text += "[^\(notes.count)]"
      }
      if let mention = item.mention {
        text += " This follows \(mention.target.kind) \(mention.target.merged)."
      }
      return item.isRecommendation
        ? "#### *Recommendation \(item.merged)*\n\n\(text)" : "\(item.merged). \(text)"
    }
    return blocks + notes.enumerated().map { "[^\($0 + 1)]: \($1)" }
  }
}
