extension WordingReader {
  /// The end of the document symbol, or number with strokes, that a word or number begins.
  ///
  /// A symbol begins with capitals or a figure, and has a figure: "HIV/AIDS" is none.
  func endOfSymbol(from start: Int, after end: Int) -> Int? {
    guard bytes.byte(at: end) == UInt8(ascii: "/"), bytes.byte(at: end + 1).isLetterOrDigit,
      bytes[start..<end].allSatisfy({ $0.isCapital || $0.isDigit || $0 == UInt8(ascii: ".") })
    else { return nil }
    var last = end
    while isInSymbol(bytes.byte(at: last)) { last += 1 }
    while !bytes[last - 1].isLetterOrDigit, bytes[last - 1] != UInt8(ascii: "*"),
      bytes[last - 1] != UInt8(ascii: ")")
    {
      last -= 1
    }
    if bytes[last - 1] == UInt8(ascii: ")"), !bytes[end..<last].contains(UInt8(ascii: "(")) {
      last -= 1
    }
    return bytes[start..<last].contains(where: \.isDigit) ? last : nil
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
    switch bytes.byte(at: end) {
    case UInt8(ascii: ":"):
      guard bytes.byte(at: end + 1) == UInt8(ascii: "/"),
        bytes.byte(at: end + 2) == UInt8(ascii: "/")
      else { return nil }
    case UInt8(ascii: "."):
      guard end - start == 3, bytes[start..<end].allSatisfy({ $0 | 0x20 == UInt8(ascii: "w") })
      else { return nil }
    case UInt8(ascii: "@"):
      guard bytes.byte(at: end + 1).isLetterOrDigit else { return nil }
    default: return nil
    }
    var last = end
    while bytes.byte(at: last) > 0x20, bytes[last] < 0x80, !isBracketOrQuote(bytes[last]) {
      last += 1
    }
    while !bytes[last - 1].isLetterOrDigit, bytes[last - 1] != UInt8(ascii: "/") { last -= 1 }
    return last
  }

  private func isBracketOrQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }
}
