/// Counts the numbered paragraphs of a document as Word does.
struct NumberingCount {
  /// The last number of each level, by list; nil where the level is yet to begin.
  private var numbers: [String: [Int?]] = [:]
  private var begun: Set<String> = []

  /// The most bytes of a label that is one: of a longer one only more than these are made.
  private static let longestLabel = 200

  /// Whether a label is longer than any that a person wrote.
  static func isExcessive(_ label: String?) -> Bool { (label?.utf8.count ?? 0) > longestLabel }

  /// Counts a paragraph.
  /// - Returns: Its label; nil where none is printed.
  mutating func label(at level: Int, of use: Numbering.Use) -> String? {
    let list = use.instance.list
    var counts = numbers[list] ?? Array(repeating: nil, count: Numbering.depth)
    if begun.insert(use.identifier).inserted {
      for level in use.instance.starts.keys where counts.indices.contains(level) {
        counts[level] = nil
      }
    }
    // A level that was passed over counts as if it had been there.
    for above in 0..<level where counts[above] == nil { counts[above] = use.start(of: above) }
    counts[level] = counts[level].map { $0 &+ 1 } ?? use.start(of: level)
    for below in counts.indices where below > level && use.restarts(below, after: level) {
      counts[below] = nil
    }
    numbers[list] = counts
    let label = text(at: level, of: use, counts)
    return label.isEmpty ? nil : label
  }

  private func text(at level: Int, of use: Numbering.Use, _ counts: [Int?]) -> String {
    let isLegal = use[level].isLegal
    var text: [UInt8] = []
    var pattern = use[level].text.utf8[...]
    while text.count <= Self.longestLabel, let byte = pattern.popFirst() {
      guard byte == UInt8(ascii: "%"), let digit = pattern.first, (0x31...0x39).contains(digit)
      else {
        text.append(byte)
        continue
      }
      pattern.removeFirst()
      let place = Int(digit) - 0x31
      guard place <= level, let number = counts[place] else { continue }
      let format = use[place].format
      text += (isLegal && format.isCounted ? .decimal : format).text(of: number).utf8
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension NumberFormat {
  fileprivate var isCounted: Bool { self != .none && self != .bullet }
}
