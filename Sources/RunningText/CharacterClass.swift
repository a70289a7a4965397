/// What a character is to a text that is read word by word.
enum CharacterClass {
  case letter
  case space
  case mark

  /// The class of the character of several bytes at an offset.
  ///
  /// Letters are whatever is not known to be something else: most scripts have hardly any marks of
  /// their own.
  static func ofMultiByte(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> CharacterClass {
    let second = bytes.byte(at: offset + 1)
    let third = bytes.byte(at: offset + 2)
    switch bytes[offset] {
    case 0xC2:
      switch second {
      case 0x85, 0xA0: return .space
      // ª µ º, and the soft hyphen.
      case 0xAA, 0xAD, 0xB5, 0xBA: return .letter
      default: return .mark
      }
    // × ÷
    case 0xC3: return second == 0x97 || second == 0xB7 ? .mark : .letter
    // ، ؛ ؟
    case 0xD8: return second == 0x8C || second == 0x9B || second == 0x9F ? .mark : .letter
    case 0xDB: return second == 0x94 ? .mark : .letter
    case 0xE2: return ofSymbol(second, third)
    case 0xE3 where second == 0x80: return third == 0x80 ? .space : third <= 0xA0 ? .mark : .letter
    case 0xEF: return ofForm(second, third)
    case 0xF0: return second == 0x9F ? .mark : .letter
    default: return .letter
    }
  }

  /// U+2000 to U+2FFF: punctuation, signs, a few letters.
  private static func ofSymbol(_ second: UInt8, _ third: UInt8) -> CharacterClass {
    switch (second, third) {
    case (0x80, 0x80...0x8B), (0x80, 0xA8...0xA9), (0x80, 0xAF), (0x81, 0x9F): .space
    // Joiners and directions within a word.
    case (0x80, 0x8C...0x8F), (0x81, 0xA0...0xAF): .letter
    // Figures below the line, as in CO₂; Roman numbers; old scripts.
    case (0x82, 0x80...0x89), (0x85, 0xA0...0xBF), (0xB0...0xB7, _): .letter
    default: .mark
    }
  }

  /// U+F000 to U+FFFF: other forms of characters.
  private static func ofForm(_ second: UInt8, _ third: UInt8) -> CharacterClass {
    switch (second, third) {
    case (0xBB, 0xBF): .space
    case (0xB8, _), (0xBC, 0x81...0x8F), (0xBC, 0x9A...0xA0), (0xBC, 0xBB...0xBF): .mark
    default: .letter
    }
  }

  /// The number of bytes of the character that begins with a byte.
  static func width(of first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  /// Whether the letter at an offset is a capital.
  static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let byte = bytes[offset]
    guard byte >= 0x80 else { return byte.isCapital }
    let end = min(offset + width(of: byte), bytes.count)
    let text = String(decoding: bytes[offset..<end], as: UTF8.self)
    return text.unicodeScalars.first?.properties.isUppercase ?? false
  }
}
