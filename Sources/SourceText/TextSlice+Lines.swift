extension TextSlice {
  /// The stretches between line ends, without blanks around them. None is empty.
  public var paragraphs: [TextSlice] {
    var paragraphs: [TextSlice] = []
    var start = 0
    while start < count {
      let end = firstOffset(of: UInt8(ascii: "\n"), from: start) ?? count
      addParagraphs(of: self[start..<end], to: &paragraphs)
      start = end + 1
    }
    return paragraphs
  }

  /// Adds the paragraphs of what stands before a line feed: lines may end with carriage returns too.
  private func addParagraphs(of line: TextSlice, to paragraphs: inout [TextSlice]) {
    var start = 0
    while start < line.count {
      let end = line.firstOffset(of: UInt8(ascii: "\r"), from: start) ?? line.count
      let paragraph = line[start..<end].trimmed
      if !paragraph.isEmpty { paragraphs.append(paragraph) }
      start = end + 1
    }
  }

  /// The text without spaces and tabs around it, which a reader of Markdown does not show.
  public var trimmed: TextSlice {
    var start = 0
    var end = count
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return self[start..<end]
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
