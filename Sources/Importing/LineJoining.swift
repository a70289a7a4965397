internal import ProseSyntax
internal import SourceText

/// Joins words that a printer has parted at the ends of lines: "representa-" and "tives".
struct LineJoining {
  /// The words that the document has, with hyphens or without, where some line ends in a hyphen.
  private let words: Set<String>

  init(_ blocks: [MarkdownBlock]) {
    var words: Set<String> = []
    if blocks.contains(where: { $0.lines.dropLast().contains { $0.text.endsInPartedWord } }) {
      for line in blocks.lazy.flatMap(\.lines) {
        for word in line.text.words { words.insert(word.withoutMarks.string.lowercased()) }
      }
    }
    self.words = words
  }

  /// The lines with their words whole, and what was joined, by lines.
  func joined(_ lines: [MarkdownLine]) -> (lines: [MarkdownLine], joined: [(Int, String)]) {
    guard !words.isEmpty else { return (lines, []) }
    var lines = lines
    var joined: [(Int, String)] = []
    for index in lines.indices.dropLast() where lines[index].text.endsInPartedWord {
      guard let first = lines[index].text.words.last,
        let second = lines[index + 1].text.words.first,
        second[0].isSmallLetter
      else { continue }
      let whole = wholeWord(first, second)
      let rest = lines[index + 1].text
      lines[index] = lines[index].saying(
        TextSlice("\(lines[index].text.string.dropLast(first.string.count))\(whole)"))
      lines[index + 1] = lines[index + 1].saying(rest[second.count..<rest.count].trimmed)
      joined.append((lines[index].number, "“\(first)” and “\(second)” were joined to “\(whole)”"))
    }
    return (lines, joined)
  }

  /// With the hyphen where the document has the word so elsewhere, and not without it.
  private func wholeWord(_ first: TextSlice, _ second: TextSlice) -> String {
    let hyphenated = first.string + second.string
    let plain = String(first.string.dropLast()) + second.string
    let keepsHyphen =
      words.contains(TextSlice(hyphenated).withoutMarks.string.lowercased())
      && !words.contains(TextSlice(plain).withoutMarks.string.lowercased())
    return keepsHyphen ? hyphenated : plain
  }
}

extension TextSlice {
  /// Whether the line ends with a hyphen after a letter, and has no cells.
  fileprivate var endsInPartedWord: Bool {
    count > 2 && self[count - 1] == UInt8(ascii: "-") && self[count - 2].isSmallLetter
      && firstOffset(of: UInt8(ascii: "|")) == nil
  }

  /// The word without marks before and after it.
  fileprivate var withoutMarks: TextSlice {
    withBytes { bytes in
      let isOfWord: (UInt8) -> Bool = { $0.isLetter || $0 >= 0x80 }
      guard let first = bytes.firstIndex(where: isOfWord),
        let last = bytes.lastIndex(where: isOfWord)
      else { return self[0..<0] }
      return self[first..<last + 1]
    }
  }
}
