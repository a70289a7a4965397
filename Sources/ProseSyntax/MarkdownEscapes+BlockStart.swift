extension MarkdownEscapes {
  /// Escapes the beginning of a paragraph that would be a block of another kind.
  ///
  /// Source: CommonMark, "Leaf blocks" and "Container blocks".
  mutating func findBlockStart() {
    guard let first = bytes.first else { return }
    if let element = elements.first, element.range.lowerBound == 0, element.isOpaque {
      // `[^key]:` would define the footnote.
      let end = element.range.upperBound
      if case .footnote = element.kind, bytes.byte(at: end) == UInt8(ascii: ":") { escape(end) }
      return escapeListNumber()
    }
    switch first {
    case UInt8(ascii: ">"): escape(0)
    case UInt8(ascii: "#"):
      let end = endOfRun(at: 0)
      if end <= 6, isBlankOrEnd(at: end) { escape(0) }
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "="):
      if isMarker(first) && isBlankOrEnd(at: 1) || isRule(of: first) { escape(0) }
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if isFence { escape(0) }
    case UInt8(ascii: "<"):
      if beginsTag(at: 0) { escape(0) }
    case UInt8(ascii: "["):
      if isDefinition { escape(0) }
    default: escapeListNumber()
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
  private func isRule(of byte: UInt8) -> Bool {
    guard bytes.allSatisfy({ $0 == byte || $0.isWhitespace }) else { return false }
    return byte == UInt8(ascii: "=") || bytes.count { $0 == byte } >= 3
  }

  /// Whether a run of three begins code; further backticks would deny it.
  private var isFence: Bool {
    let end = endOfRun(at: 0)
    let isDenied = bytes[0] == UInt8(ascii: "`") && bytes[end...].contains(bytes[0])
    return end >= 3 && !isDenied
  }

  /// Whether the paragraph begins with `[label]:`, as the definition of a link does.
  private var isDefinition: Bool {
    var offset = 1
    while let byte = bytes.byte(at: offset), byte != UInt8(ascii: "]") {
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes.byte(at: offset + 1) == UInt8(ascii: ":")
  }

  /// Escapes what makes a list of the digits at the start, which a reference may print: `{#id}.`
  private mutating func escapeListNumber() {
    var end = 0
    var digits = 0
    var rest = elements[...]
    while let byte = bytes.byte(at: end) {
      if byte.isDigit {
        end += 1
        digits += 1
      } else if let next = rest.first, next.range.lowerBound == end, next.isNumber {
        end = next.range.upperBound
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard digits <= 9, let mark = bytes.byte(at: end), isBlankOrEnd(at: end + 1) else { return }
    if end > 0, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") { escape(end) }
  }
}

extension ProseElement {
  /// Whether the element prints nothing but a number.
  fileprivate var isNumber: Bool {
    guard case .reference(let reference) = kind else { return false }
    return reference.style == .numberOnly
  }
}
