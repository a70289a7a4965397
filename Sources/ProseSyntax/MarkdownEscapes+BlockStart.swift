extension MarkdownEscapes {
  /// Escapes the beginning of a paragraph that would be a block of another kind.
  ///
  /// Source: CommonMark, "Leaf blocks" and "Container blocks".
  mutating func findBlockStart() {
    guard let first = bytes.first else { return }
    switch first {
    case UInt8(ascii: ">"): escape(0)
    case UInt8(ascii: "#"):
      let end = endOfRun(at: 0)
      if end <= 6, isBlankOrEnd(at: end) { escape(0) }
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "="):
      if isMarker(first) && isBlankOrEnd(at: 1) || isRule(of: first) { escape(0) }
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if endOfRun(at: 0) >= 3 { escape(0) }
    case UInt8(ascii: "<"):
      if beginsTag(at: 0), !beginsWithAutolink { escape(0) }
    case UInt8(ascii: "["): escapeDefinition()
    default: if first.isDigit { escapeListNumber() }
    }
  }

  private func isBlankOrEnd(at offset: Int) -> Bool {
    bytes.byte(at: offset)?.isWhitespace ?? true
  }

  private func isMarker(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "_") && byte != UInt8(ascii: "=")
  }

  /// Whether there is nothing but one character and white space: a rule, or the line beneath a
  /// heading.
  private func isRule(of byte: UInt8) -> Bool { bytes.allSatisfy { $0 == byte || $0.isWhitespace } }

  /// Escapes the colon of `[label]:`, which would be the definition of a link or footnote.
  private mutating func escapeDefinition() {
    var offset = 1
    while let byte = bytes.byte(at: offset), byte != UInt8(ascii: "]") {
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    if bytes.byte(at: offset + 1) == UInt8(ascii: ":") { escape(offset + 1) }
  }

  private mutating func escapeListNumber() {
    var end = 1
    while bytes.byte(at: end)?.isDigit == true { end += 1 }
    guard end <= 9, let stop = bytes.byte(at: end), isBlankOrEnd(at: end + 1) else { return }
    if stop == UInt8(ascii: ".") || stop == UInt8(ascii: ")") { escape(end) }
  }
}
