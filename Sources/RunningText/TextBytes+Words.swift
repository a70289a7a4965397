// What stands at a place of a text. These look at its bytes alone, and are no members of the reader,
// which is not copied for them.

extension UnsafeBufferPointer<UInt8> {
  /// The end of a letter of several bytes, or of an apostrophe within a word.
  @inline(__always)
  func continuation(at end: Int, of start: Int) -> Int? {
    let byte = byte(at: end)
    guard byte >= 0x80 || byte == Folding.apostrophe else { return nil }
    return longContinuation(at: end, of: start)
  }

  private func longContinuation(at end: Int, of start: Int) -> Int? {
    let apostrophe = apostropheWidth(at: end)
    if apostrophe > 0 {
      let next = end + apostrophe
      guard isLetter(at: next) else { return nil }
      let isPossessive = self[next] | 0x20 == UInt8(ascii: "s") && !isLetter(at: next + 1)
      return isPossessive ? nil : next
    }
    guard CharacterClass.ofMultiByte(self, at: end) == .letter else {
      // The ‘ of "Hawai‘i", which is a letter there.
      let isTurned =
        self[end] == 0xE2 && byte(at: end + 1) == 0x80 && byte(at: end + 2) == 0x98
      return isTurned && isLetter(at: end + 3) ? end + 3 : nil
    }
    return Swift.min(end + CharacterClass.width(of: self[end]), count)
  }

  /// Whether a figure below the line stands at an offset, as in CO₂.
  func isLoweredDigit(at offset: Int) -> Bool {
    self[offset] == 0xE2 && byte(at: offset + 1) == 0x82
      && 0x80...0x89 ~= byte(at: offset + 2)
  }

  /// Whether a word has a capital, or is in capitals throughout.
  @inline(__always)
  func capitals(of range: Range<Int>) -> Token.Traits {
    let first = self[range.lowerBound]
    if first &- 0x61 < 26 { return [] }
    guard CharacterClass.isCapital(self, at: range.lowerBound) else { return [] }
    let second = byte(at: range.lowerBound &+ 1)
    guard second.isCapital || second >= 0x80 || first >= 0x80 else { return .capitalized }
    return capitals(in: range).union(.capitalized)
  }

  /// Whether a word is in capitals throughout.
  private func capitals(in range: Range<Int>) -> Token.Traits {
    let letters = String(decoding: self[range], as: UTF8.self).unicodeScalars
      .filter(\.properties.isAlphabetic)
    let capitals = letters.prefix { $0.properties.isUppercase }.count
    guard capitals >= 2 else { return [] }
    if capitals == letters.count { return .allCapitals }
    return capitals == letters.count - 1 && letters.last == "s" ? .pluralCapitals : []
  }

  /// Whether a full stop or comma stands within a number; a comma has three digits after it.
  func isSeparator(at offset: Int) -> Bool {
    switch byte(at: offset) {
    case UInt8(ascii: "."): byte(at: offset + 1).isDigit
    case UInt8(ascii: ","):
      (1...3).allSatisfy { byte(at: offset + $0).isDigit }
        && !byte(at: offset + 4).isDigit
    default: false
    }
  }

  func isLetter(at offset: Int) -> Bool {
    let byte = byte(at: offset)
    guard byte >= 0x80 else { return byte.isLetter }
    return CharacterClass.ofMultiByte(self, at: offset) == .letter
  }

  /// The bytes of the apostrophe at an offset; 0 where none stands.
  @inline(__always)
  func apostropheWidth(at offset: Int) -> Int {
    switch byte(at: offset) {
    case Folding.apostrophe: 1
    case 0xE2 where byte(at: offset + 1) == 0x80 && byte(at: offset + 2) == 0x99: 3
    default: 0
    }
  }
}
