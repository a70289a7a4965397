extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")

  var isDigit: Bool { self &- 0x30 < 10 }
  var isCapital: Bool { self &- 0x41 < 26 }
  var isSmallLetter: Bool { self &- 0x61 < 26 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isLetterOrDigit: Bool { isLetter || isDigit }
  /// The capitals of which the Roman numbers of headings are made.
  var isRoman: Bool { "IVXLC".utf8.contains(self) }

  /// A capital as its small letter; any other byte as it is.
  var lowered: UInt8 { isCapital ? self | 0x20 : self }

  /// The ASCII characters that CommonMark calls white space, line ends included.
  var isWhitespace: Bool { self == .space || self &- 0x09 < 5 }
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }

  /// The ASCII characters that CommonMark calls punctuation.
  var isPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isLetterOrDigit
  }

  /// A byte of a character that takes several.
  var isMultiByte: Bool { self >= 0x80 }
  /// A byte of such a character that is not its first.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}

/// A set of ASCII bytes.
struct ASCIISet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where byte < 0x80 { insert(byte) }
  }

  mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 != 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first byte of a set from a place on, or the end.
  @inline(__always)
  func first(of set: ASCIISet, from start: Int) -> Int {
    guard let base = baseAddress else { return count }
    let end = count
    var offset = start
    while offset < end, !set.contains(base[offset]) { offset &+= 1 }
    return offset
  }

  /// The byte at an offset, or nil at the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8? { offset < count ? self[offset] : nil }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isWhitespace { start += 1 }
    while end > start, self[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }
}
