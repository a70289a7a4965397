internal import ReportModel

/// The points of a block that are open while it is read: how many there are at each level.
struct OpenPoints {
  private var counts: [Int] = []

  var isEmpty: Bool { counts.isEmpty }

  /// The level of the last point.
  var level: Int { counts.count - 1 }

  /// The label of the last point; nil where there is none.
  var lastLabel: String? {
    counts.last.map { Self.style(at: level).format($0) }
  }

  /// The label that is printed before the next point of a level; nil where none can stand there.
  func nextLabel(at level: Int) -> String? {
    guard level <= counts.count else { return nil }
    return Self.style(at: level).format(level < counts.count ? counts[level] + 1 : 1)
  }

  mutating func add(at level: Int) {
    counts.removeLast(max(counts.count - level - 1, 0))
    if level == counts.count { counts.append(1) } else { counts[level] += 1 }
  }

  /// Closes the points below a level.
  mutating func close(to level: Int) {
    counts.removeLast(max(counts.count - level - 1, 0))
  }

  /// The style in which the points of a level are printed.
  static func style(at level: Int) -> NumberingStyle {
    NumberingStyle.points[level % NumberingStyle.points.count]
  }
}
