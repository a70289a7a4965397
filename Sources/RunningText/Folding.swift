/// How words are compared: capitals as small letters, all apostrophes and hyphens alike.
///
/// Capitals are those of ASCII and Latin-1; others differ from their small letters.
enum Folding {
  static let apostrophe = UInt8(ascii: "'")
  static let hyphen = UInt8(ascii: "-")

  /// Reads a byte as it is compared.
  /// - Parameter offset: Where it is read; moved to what comes next.
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, end: Int) -> UInt8 {
    let byte = bytes[offset]
    offset += 1
    if byte < 0x80 { return byte.isCapital ? byte | 0x20 : byte }
    if byte == 0xE2, offset + 1 < end, bytes[offset] == 0x80 {
      switch bytes[offset + 1] {
      case 0x99:
        offset += 2
        return apostrophe
      case 0x90, 0x91:
        offset += 2
        return hyphen
      default: return byte
      }
    }
    let isSecondOfLatin1 = offset > 1 && bytes[offset - 2] == 0xC3
    return isSecondOfLatin1 && byte < 0x9F && byte != 0x97 ? byte | 0x20 : byte
  }

  /// Whether bytes are compared as equal to some that are folded already.
  static func isEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ folded: ArraySlice<UInt8>
  ) -> Bool {
    var offset = range.lowerBound
    for byte in folded {
      guard offset < range.upperBound, next(bytes, &offset, end: range.upperBound) == byte else {
        return false
      }
    }
    return offset == range.upperBound
  }

  /// The bytes as they are compared.
  static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var folded: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound { folded.append(next(bytes, &offset, end: range.upperBound)) }
    return folded
  }
}

/// A hash of bytes as they are compared (FNV-1a).
struct FoldedHash {
  var value: UInt32 = 2_166_136_261

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }
}

extension UInt8 {
  @inline(__always)
  var isCapital: Bool { self &- 0x41 < 26 }
  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always)
  var isLetterOrDigit: Bool { isLetter || isDigit }
}

extension UnsafeBufferPointer<UInt8> {
  /// The byte at an offset, or 0 past the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset < count ? self[offset] : 0 }
}
