internal import CYAML
internal import SourceText

/// Turns the marks of libyaml, which count code points without the byte order mark, into offsets.
///
/// Marks come in nearly ascending order, so the last answer is the start of the next search.
struct MarkCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  /// The number of bytes of the byte order mark.
  private let skipped: Int
  private var codePoints = 0
  private var position: Int

  /// - Parameters:
  ///   - bytes: What libyaml reads, with the byte order mark, which it does not.
  ///   - skipped: The number of bytes of the byte order mark.
  ///   - isASCII: Whether the rest is ASCII, so that code points are bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, skipping skipped: Int, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
    self.skipped = skipped
    position = skipped
  }

  /// The offset of a mark in the file.
  mutating func offset(of mark: yaml_mark_t) -> TextOffset {
    let target = Int(mark.index)
    guard !isASCII else { return TextOffset(min(target + skipped, bytes.count)) }
    skipWords(before: target)
    while codePoints < target, position < bytes.count {
      position += 1
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      codePoints += 1
    }
    while codePoints > target, position > skipped {
      position -= 1
      while position > skipped, bytes[position] & 0xC0 == 0x80 { position -= 1 }
      codePoints -= 1
    }
    return TextOffset(position)
  }

  /// Goes on by eight bytes at a time for as long as they cannot hold the code point looked for.
  private mutating func skipWords(before target: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    while codePoints + 8 <= target, position + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      // A byte that goes on with a code point has its highest bit set and the next one not.
      let continuing = word & ~(word << 1) & 0x8080_8080_8080_8080
      codePoints += 8 - continuing.nonzeroBitCount
      position += 8
    }
    while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
  }
}
