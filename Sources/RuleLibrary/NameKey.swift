/// A name as names are compared: small letters without accents and marks, with a space between
/// words.
///
/// Names are the same by their letters, whatever apostrophe or dash was typed; the order of keys is
/// the alphabetical order of names in Latin and Cyrillic letters.
public struct NameKey: Hashable, Comparable, Sendable {
  public let text: String

  public init(_ name: String) {
    // No letter takes more bytes than what it comes from.
    text = String(unsafeUninitializedCapacity: name.utf8.count) { buffer in
      var count = 0
      var isApart = false
      for scalar in name.unicodeScalars {
        guard let letter = Self.letter(scalar) else { continue }
        if letter == " " {
          isApart = count > 0
          continue
        }
        if isApart {
          buffer[count] = UInt8(ascii: " ")
          count += 1
          isApart = false
        }
        for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  /// Word by word.
  public static func < (left: NameKey, right: NameKey) -> Bool { left.text < right.text }

  /// Whether a name comes before another both word by word and letter by letter.
  ///
  /// Official lists have the one order in Spanish and the other in French. Where it matters which
  /// of them a list has, neither is wrong.
  public func isCertainlyBefore(_ other: NameKey) -> Bool {
    self < other && letters.lexicographicallyPrecedes(other.letters)
  }

  private var letters: some Sequence<UInt8> { text.utf8.lazy.filter { $0 != UInt8(ascii: " ") } }

  /// The small letter at the bottom of a character, a space for what parts words, nil for a mark.
  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: scalar
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0x20, 0x2D, 0x09, 0x0A, 0xA0, 0x2010...0x2015: " "
    case 0xC0...0xFF: Unicode.Scalar(latinLetters[Int(scalar.value & 0x1F)])
    case 0x152, 0x153: "o"
    // Ё is sorted as Е, and alefs are one letter with whatever they carry.
    case 0x401, 0x451: "\u{435}"
    case 0x410...0x42F: Unicode.Scalar(scalar.value + 0x20)
    case 0x622, 0x623, 0x625: "\u{627}"
    default: scalar.properties.isAlphabetic ? scalar : nil
    }
  }

  /// The letters of U+00C0 to U+00DF, and of U+00E0 to U+00FF, without their accents.
  private static let latinLetters = Array("aaaaaaaceeeeiiiidnooooo ouuuuyts".utf8)
}
