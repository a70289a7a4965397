/// The bytes of a file as YAML sees them: blanks, and line breaks of five kinds.
///
/// YAML 1.1 breaks lines at CR LF, CR, LF, NEL, LS and PS. The first four are a line feed in the
/// decoded text; LS and PS stay what they are.
struct YAMLBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  /// The byte at an offset; 0 past the end.
  subscript(offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  func isBlank(at offset: Int) -> Bool { self[offset] == .space || self[offset] == .tab }

  /// The number of bytes of the line break at an offset; 0 where there is none.
  func breakWidth(at offset: Int) -> Int {
    switch self[offset] {
    case .lineFeed: 1
    case .carriageReturn: self[offset + 1] == .lineFeed ? 2 : 1
    case 0xC2: self[offset + 1] == 0x85 ? 2 : 0
    case 0xE2: self[offset + 1] == 0x80 && self[offset + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 0
    }
  }

  /// Whether a break at an offset, LS or PS, stays what it is in decoded text.
  func isKeptBreak(at offset: Int) -> Bool { self[offset] == 0xE2 }

  /// Whether an offset is at a line break or past the last byte.
  func isLineEnd(at offset: Int) -> Bool { offset >= count || breakWidth(at: offset) > 0 }

  /// Whether an offset is at a blank, at a line break or past the last byte.
  func isGap(at offset: Int) -> Bool { isBlank(at: offset) || isLineEnd(at: offset) }

  /// Whether a line starts at an offset, or a blank or part of a line break comes before it.
  func isGap(before offset: Int) -> Bool {
    isLineStart(offset) || isBlank(at: offset - 1) || self[offset - 1] == .carriageReturn
  }

  /// The first offset at or after another that is not at a blank.
  func skippingBlanks(from offset: Int) -> Int {
    var offset = offset
    while isBlank(at: offset) { offset += 1 }
    return offset
  }

  /// The offset just after the last byte of a line, without its line break.
  func lineEnd(from offset: Int) -> Int {
    var offset = offset
    while !isLineEnd(at: offset) { offset += 1 }
    return offset
  }

  /// The offset of the first byte of the line that an offset is on; a byte order mark is passed.
  func lineStart(of offset: Int) -> Int {
    var start = max(offset, markCount)
    while !isLineStart(start) { start -= 1 }
    return start
  }

  /// Whether nothing but blanks comes before an offset on its line.
  func startsLine(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, isBlank(at: start - 1) { start -= 1 }
    return isLineStart(start)
  }

  /// Whether nothing but blanks comes after an offset on its line.
  func endsLine(_ offset: Int) -> Bool { isLineEnd(at: skippingBlanks(from: offset)) }

  /// The number of bytes of the byte order mark: 3 or 0.
  private var markCount: Int { self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? 3 : 0 }

  /// Whether a line starts at an offset.
  private func isLineStart(_ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    if offset == 3, markCount == 3 { return true }
    return switch self[offset - 1] {
    case .lineFeed: true
    case .carriageReturn: self[offset] != .lineFeed
    case 0x85: offset > 1 && self[offset - 2] == 0xC2
    case 0xA8, 0xA9: offset > 2 && self[offset - 2] == 0x80 && self[offset - 3] == 0xE2
    default: false
    }
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let hash = UInt8(ascii: "#")
  static let colon = UInt8(ascii: ":")
  static let hyphen = UInt8(ascii: "-")
}
