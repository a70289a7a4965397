/// The quotation marks around a value that has such marks within it, so that YAML ends it there.
struct OuterMarks {
  /// Whether the value wears the first and the last mark for YAML alone.
  private(set) var areDropped = false
  /// Whether that, or that they are marks of the text, is certain.
  private(set) var isCertain = true

  /// - Parameters:
  ///   - text: From the first mark to the last byte of what was meant.
  ///   - second: The mark at which YAML ends the value.
  init(around text: Range<Int>, closedAt second: Int, in source: YAMLBytes) {
    let mark = source[text.lowerBound]
    guard mark == .quote || mark == .apostrophe else { return }
    let last = text.upperBound - 1
    let isWrapped = source[last] == mark && last > second
    let inner = (text.lowerBound + 1..<last).filter { source[$0] == mark }
    let quoting = inner.filter { !source.isInWord($0) }
    if text.contains(where: { source[$0] == .backslash }) || source.hasTwin(among: inner) {
      isCertain = false
    } else if source.isGap(before: second) {
      // What follows a blank opens, so that the first mark is still open.
      areDropped = isWrapped && quoting.count.isMultiple(of: 2)
      isCertain = areDropped
    } else if mark == .apostrophe, !inner.contains(where: source.isGap(before:)) {
      // The marks within are those of words: the States' duty.
      areDropped = isWrapped
      isCertain = source.isInWord(second) ? isWrapped : !isWrapped
    }
  }
}

extension YAMLBytes {
  /// Whether a letter stands on either side.
  fileprivate func isInWord(_ offset: Int) -> Bool {
    [self[offset - 1], self[offset + 1]].allSatisfy {
      $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20)
    }
  }

  /// Whether two offsets of a sorted list are neighbours.
  fileprivate func hasTwin(among offsets: [Int]) -> Bool {
    zip(offsets, offsets.dropFirst()).contains { $0 + 1 == $1 }
  }
}
