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
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    _ folded: UnsafeBufferPointer<UInt8>
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

/// A hash of bytes as they are compared, taken in eight at a time.
struct FoldedHash {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The bytes that have not been taken in yet, the first one lowest.
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    pending |= UInt64(byte) &<< (8 &* pendingCount)
    pendingCount &+= 1
    if pendingCount == 8 { takeIn() }
  }

  @inline(__always)
  private mutating func takeIn() {
    state = Self.mixed(state, pending)
    pending = 0
    pendingCount = 0
  }

  @inline(__always)
  private static func mixed(_ state: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (state ^ bytes) &* 0xD6E8_FEB8_6659_FD93
    return product ^ product &>> 32
  }

  @inline(__always)
  var value: UInt32 {
    UInt32(truncatingIfNeeded: pendingCount == 0 ? state : Self.mixed(state, pending))
  }
}

extension FoldedHash {
  /// The hash of the letters of ASCII that begin at a place of a text, and where they end.
  ///
  /// Eight bytes are looked at together: most words have fewer.
  @inline(__always)
  static func ofLetters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (
    hash: FoldedHash, end: Int
  ) {
    var hash = FoldedHash()
    var end = start
    while end &+ 8 <= bytes.count {
      let eight = UInt64(
        littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: end, as: UInt64.self))
      let small = eight | 0x2020_2020_2020_2020
      let count = UInt64(truncatingIfNeeded: notLetters(small).trailingZeroBitCount) &>> 3
      end &+= Int(truncatingIfNeeded: count)
      guard count == 8 else {
        hash.pending = small & ~(UInt64.max &<< (8 &* count))
        hash.pendingCount = count
        return (hash, end)
      }
      hash.pending = small
      hash.takeIn()
    }
    while end < bytes.count, bytes[end].isLetter {
      hash.add(bytes[end] | 0x20)
      end &+= 1
    }
    return (hash, end)
  }

  /// The highest bit of each of eight bytes that is no small letter of ASCII.
  @inline(__always)
  private static func notLetters(_ bytes: UInt64) -> UInt64 {
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let isPastFirst = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let isPastLast = low &+ 0x0505_0505_0505_0505
    return (~isPastFirst | isPastLast | bytes) & 0x8080_8080_8080_8080
  }
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
