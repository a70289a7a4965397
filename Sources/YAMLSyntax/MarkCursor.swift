internal import CYAML
internal import SourceText

/// Turns the marks of libyaml, which count code points without the byte order mark, into offsets.
///
/// Marks come in nearly ascending order, so the last answer is the start of the next search.
struct MarkCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  /// The offset of the first byte that libyaml reads of the file.
  let first: Int
  /// The number of code points that libyaml reads before it.
  private let before: Int
  private var codePoints: Int
  private var position: Int

  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - first: The offset of the first that libyaml reads: that after a byte order mark.
  ///   - before: The number of code points that libyaml is given to read before those of the file.
  ///   - isASCII: Whether what it reads is ASCII, so that code points are bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int, after before: Int, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
    self.first = first
    self.before = before
    codePoints = before
    position = first
  }

  /// The offset of a mark in the file.
  mutating func offset(of mark: yaml_mark_t) -> TextOffset {
    let target = Int(mark.index)
    guard !isASCII else {
      return TextOffset(max(first, min(target - before + first, bytes.count)))
    }
    skipWords(before: target)
    while codePoints < target, position < bytes.count {
      position += 1
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      codePoints += 1
    }
    while codePoints > target, position > first {
      position -= 1
      while position > first, bytes[position] & 0xC0 == 0x80 { position -= 1 }
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
