internal import CYAML
internal import SourceText

/// Turns the marks of libyaml, which count code points without the byte order mark, into offsets.
///
/// Marks come in nearly ascending order, so the last answer is the start of the next search.
struct MarkCursor {
  private let text: TextStorage
  private let isASCII: Bool
  private let markCount: Int
  private var codePoints = 0
  private var bytes: Int

  init(_ file: SourceFile) {
    text = file.text
    markCount = file.byteOrderMarkCount
    bytes = markCount
    isASCII = text.bytes[markCount...].allSatisfy { $0 < 0x80 }
  }

  /// The offset of a mark in the file.
  mutating func offset(of mark: yaml_mark_t) -> TextOffset {
    let target = Int(mark.index)
    guard !isASCII else { return TextOffset(min(target + markCount, text.count)) }
    let base = text.base
    while codePoints < target, bytes < text.count {
      bytes += 1
      while bytes < text.count, base[bytes] & 0xC0 == 0x80 { bytes += 1 }
      codePoints += 1
    }
    while codePoints > target, bytes > markCount {
      bytes -= 1
      while bytes > markCount, base[bytes] & 0xC0 == 0x80 { bytes -= 1 }
      codePoints -= 1
    }
    return TextOffset(bytes)
  }

  /// The end of a block scalar without the blank lines that libyaml's mark takes in.
  func trimmingBlankEnd(from start: TextOffset, to end: TextOffset) -> TextOffset {
    var last = end.utf8
    while last > start.utf8, [0x20, 0x09, 0x0A, 0x0D].contains(text.base[last - 1]) { last -= 1 }
    return TextOffset(last)
  }
}

/// The decoded text of all scalars, one after the other.
struct DecodedText {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init(capacity: Int) {
    memory = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  /// Adds the text of a scalar and returns where it starts.
  mutating func append(_ text: UnsafePointer<UInt8>?, count added: Int) -> Int {
    if count + added > capacity { grow(to: max(capacity * 2, count + added)) }
    if let text, added > 0 { (memory + count).initialize(from: text, count: added) }
    count += added
    return count - added
  }

  /// Hands the text over; nothing can be added afterwards.
  func finished() -> TextStorage { TextStorage(adopting: memory, count: count) }

  private mutating func grow(to size: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.initialize(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity = size
  }
}
