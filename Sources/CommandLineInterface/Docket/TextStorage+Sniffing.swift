internal import SourceText

extension TextStorage {
  /// Whether there is no text at all.
  var isBlank: Bool {
    (0..<count).allSatisfy { [0x09, 0x0A, 0x0D, 0x20].contains(all[$0]) }
  }

  /// Whether it is a report or series, as far as that is plain without reading it: what is empty or
  /// in another encoding may be one, and is not passed over in silence.
  var mayBeReport: Bool {
    let isUTF16 = count > 1 && [0xFE, 0xFF].contains(all[0]) && [0xFE, 0xFF].contains(all[1])
    guard let first = firstKey, !isUTF16 else { return true }
    let column = indentation(of: first)
    return ["report:", "contents:", "series:"].contains { key in
      var start = first
      while let found = all.firstRange(of: TextSlice(key), from: start) {
        if indentation(of: found.lowerBound) == column { return true }
        start = found.upperBound
      }
      return false
    }
  }

  /// Where the first line begins that is neither blank nor a comment; nil where there is none.
  private var firstKey: Int? {
    var isComment = false
    for index in 0..<count {
      switch all[index] {
      case 0x0A, 0x0D: isComment = false
      case 0x20, 0x09, 0xEF, 0xBB, 0xBF, 0x00: continue
      case 0x23: isComment = true
      default: if !isComment { return index }
      }
    }
    return nil
  }

  /// The spaces before a place on its line; nil where something else stands there.
  private func indentation(of place: Int) -> Int? {
    var start = place
    while start > 0, all[start - 1] == 0x20 { start -= 1 }
    let isStart = start == 0 || [0x0A, 0x0D, 0xBF].contains(all[start - 1])
    return isStart ? place - start : nil
  }
}
