internal import RuleLibrary
internal import SourceText

/// Reads a printed phrase backwards: what its places were filled with.
enum PhraseReading {
  /// The values of a phrase that a text is as a whole; each as short as can be but the last.
  static func values(_ pieces: [PhrasePiece], in text: TextSlice) -> [String: TextSlice]? {
    var values: [String: TextSlice] = [:]
    var offset = 0
    var open: String?
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .placeholder(let name): open = name
      case .words(let words):
        let isLast = index == pieces.count - 1
        guard
          let range = place(of: words, in: text, from: offset, isLast: isLast, isOpen: open != nil)
        else { return nil }
        if let name = open { values[name] = text[offset..<range.lowerBound] }
        open = nil
        offset = range.upperBound
      }
    }
    if let name = open {
      values[name] = text[offset..<text.count]
      offset = text.count
    }
    guard offset == text.count, values.values.allSatisfy({ !$0.isEmpty }) else { return nil }
    return values
  }

  private static func place(
    of words: String, in text: TextSlice, from start: Int, isLast: Bool, isOpen: Bool
  ) -> Range<Int>? {
    let width = words.utf8.count
    guard text.count - start >= width else { return nil }
    if isLast {
      guard text[start..<text.count].hasSuffix(words) else { return nil }
      let range = text.count - width..<text.count
      return isOpen || range.lowerBound == start ? range : nil
    }
    if !isOpen { return text[start..<text.count].hasPrefix(words) ? start..<start + width : nil }
    return text.firstRange(of: TextSlice(words), from: start)
  }
}
