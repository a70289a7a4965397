internal import ReportModel
internal import SourceText

/// The label or bullet that a point begins with, as it is typed.
struct PointLabel {
  /// The label itself; empty for a bullet.
  var text: String
  /// What follows it.
  let rest: TextSlice
  /// What it may mean, the likelier first; none for a bullet.
  private(set) var readings: [(style: NumberingStyle, number: Int)]

  /// Whether it is (i), which may be the ninth letter or the first Roman number.
  var isAmbiguous: Bool {
    readings.contains { $0.number == 9 && $0.style.numerals == .lowerLetter }
      && readings.contains { $0.number == 1 }
  }

  /// Whether it may be a number in some numerals.
  func isNumber(_ number: Int, in numerals: Numerals) -> Bool {
    readings.contains { $0.number == number && $0.style.numerals == numerals }
  }

  /// Settles in what numerals it is.
  mutating func settle(on numerals: Numerals) {
    readings = readings.filter { $0.style.numerals == numerals }
  }

  /// Whether it may be the first of its list.
  var isFirst: Bool { readings.isEmpty || readings.contains { $0.number == 1 } }

  private static let styles = [
    NumberingStyle(.lowerLetter, .parentheses), NumberingStyle(.lowerRoman, .parentheses),
    NumberingStyle(.decimal, .parentheses), NumberingStyle(.lowerLetter, .fullStop),
    NumberingStyle(.lowerRoman, .fullStop),
  ]

  private static let bullets = ["•", "◦", "▪", "●", "○", "–", "\u{2022}"]

  /// - Parameter numerals: Those that the label has, where they are known.
  init?(_ text: TextSlice, numerals: Numerals? = nil) {
    if let bullet = Self.bullets.first(where: { text.hasPrefix($0 + " ") }) {
      self.text = ""
      rest = text[bullet.utf8.count..<text.count].trimmed
      readings = []
      return
    }
    var end = 0
    while end < min(text.count, 12), !text[end].isBlank { end += 1 }
    guard end > 1, end == text.count || text[end].isBlank else { return nil }
    // Where "(a)" would begin a list, it is typed "\\(a\\)".
    let token = text[0..<end].string.filter { $0 != "\\" }
    // `a)` is typed for `(a)`.
    let label = token.hasSuffix(")") && !token.hasPrefix("(") ? "(" + token : token
    let possible = Self.styles.compactMap { style in
      style.parse(label).map { (style: style, number: $0) }
    }
    let known = possible.filter { $0.style.numerals == numerals }
    let readings = known.isEmpty ? possible : known
    guard !readings.isEmpty else { return nil }
    self.text = token
    rest = text[end..<text.count].trimmed
    self.readings = readings
  }
}

/// The points of a block that are open, as they are typed: their levels follow from their labels.
struct TypedPoints {
  private var open: [(style: NumberingStyle?, number: Int, nesting: Int)] = []

  var isEmpty: Bool { open.isEmpty }

  /// Whether (i) would be the ninth of its letters: there is an (h).
  var expectsLetterI: Bool {
    open.contains { $0.style?.numerals == .lowerLetter && $0.number == 8 }
  }

  /// Whether the (h) has Roman numbers in it, which do not begin anew.
  var hasRomanWithinH: Bool {
    let place = open.lastIndex { $0.style?.numerals == .lowerLetter && $0.number == 8 }
    return place.map { open[$0...].contains { $0.style?.numerals == .lowerRoman } } ?? false
  }

  /// Finds the level of a point, and opens it.
  /// - Parameter nesting: How many lists it stands in; it decides where there is no label.
  /// - Returns: The level; nil where the label follows on nothing.
  mutating func add(_ label: PointLabel, nesting: Int) -> Int? {
    for level in open.indices.reversed() {
      for (style, number) in label.readings
      where open[level].style == style && number == open[level].number + 1 {
        return add(style, number, nesting, at: level)
      }
    }
    guard let (style, number) = label.readings.first(where: { $0.number == 1 }) else {
      return label.readings.isEmpty ? addBullet(nesting) : nil
    }
    return add(style, number, nesting, at: open.count)
  }

  private mutating func addBullet(_ nesting: Int) -> Int {
    let level =
      open.firstIndex { $0.style == nil && $0.nesting >= nesting } ?? open.count
    return add(nil, 0, nesting, at: level)
  }

  private mutating func add(
    _ style: NumberingStyle?, _ number: Int, _ nesting: Int, at level: Int
  ) -> Int {
    open.removeLast(open.count - level)
    open.append((style, number, nesting))
    return level
  }
}
