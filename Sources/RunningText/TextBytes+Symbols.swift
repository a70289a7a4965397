extension UnsafeBufferPointer<UInt8> {
  /// The end of the document symbol, or number with strokes, that a word or number begins.
  ///
  /// A symbol begins with capitals or a figure, and has a figure: "HIV/AIDS" is none.
  func endOfSymbol(from start: Int, after end: Int) -> Int? {
    guard byte(at: end) == UInt8(ascii: "/"), byte(at: end + 1).isLetterOrDigit,
      self[start..<end].allSatisfy({ $0.isCapital || $0.isDigit || $0 == UInt8(ascii: ".") })
    else { return nil }
    var last = end
    while isInSymbol(byte(at: last)) { last += 1 }
    while !self[last - 1].isLetterOrDigit, self[last - 1] != UInt8(ascii: "*"),
      self[last - 1] != UInt8(ascii: ")")
    {
      last -= 1
    }
    if self[last - 1] == UInt8(ascii: ")"), !self[end..<last].contains(UInt8(ascii: "(")) {
      last -= 1
    }
    return self[start..<last].contains(where: \.isDigit) ? last : nil
  }

  private func isInSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "*"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: byte.isLetterOrDigit
    }
  }

  /// The end of the address that a word begins: "https://…", "www.…", "name@…".
  func endOfAddress(_ start: Int, after end: Int) -> Int? {
    switch byte(at: end) {
    case UInt8(ascii: ":"):
      guard byte(at: end + 1) == UInt8(ascii: "/"),
        byte(at: end + 2) == UInt8(ascii: "/")
      else { return nil }
    case UInt8(ascii: "."):
      guard end - start == 3, self[start..<end].allSatisfy({ $0 | 0x20 == UInt8(ascii: "w") })
      else { return nil }
    case UInt8(ascii: "@"):
      guard byte(at: end + 1).isLetterOrDigit else { return nil }
    default: return nil
    }
    var last = end
    while byte(at: last) > 0x20, self[last] < 0x80, !isBracketOrQuote(self[last]) {
      last += 1
    }
    while !self[last - 1].isLetterOrDigit, self[last - 1] != UInt8(ascii: "/") { last -= 1 }
    return last
  }

  private func isBracketOrQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }
}
