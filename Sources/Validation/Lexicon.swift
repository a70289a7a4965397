internal import SourceText

/// Words and phrases by their first word, so that a text is looked through once however many there
/// are: a word that begins none costs one look into a table.
struct Lexicon {
  /// A word or phrase that was found in a text.
  struct Hit {
    /// The position of the phrase among those that were added.
    let phrase: Int
    /// UTF-8 offsets in the text.
    let range: Range<Int>
  }

  private struct Phrase {
    /// The words in small letters, with single spaces between them.
    let bytes: [UInt8]
    let firstWordCount: Int
    let next: Int32
  }

  private var phrases: [Phrase] = []
  /// The number of bytes of the longest phrase.
  private(set) var longest = 0
  /// For each hash of a first word the last phrase that was added, or −1.
  private var slots = [Int32](repeating: -1, count: 1 << 13)

  /// Adds a phrase.
  mutating func add(_ phrase: String) {
    let bytes = Array(phrase.lowercased().utf8)
    let first = bytes.firstIndex(of: 0x20) ?? bytes.count
    var hash = WordHash()
    for byte in bytes[..<first] { hash.add(byte) }
    longest = max(longest, bytes.count)
    let slot = hash.value & (slots.count - 1)
    phrases.append(Phrase(bytes: bytes, firstWordCount: first, next: slots[slot]))
    slots[slot] = Int32(phrases.count - 1)
  }

  /// Hands over every phrase that stands in a text, by its start.
  func search(_ text: TextSlice, _ body: (Hit) -> Void) {
    text.withBytes { bytes in
      var words = WordScanner(bytes)
      while let word = words.next() {
        look(up: word.hash, word.range, bytes, body)
        if let stem = word.stem { look(up: stem.hash, stem.range, bytes, body) }
      }
    }
  }

  private func look(
    up hash: WordHash, _ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (Hit) -> Void
  ) {
    var index = slots[hash.value & (slots.count - 1)]
    while index >= 0 {
      let phrase = phrases[Int(index)]
      let end = word.lowerBound + phrase.bytes.count
      if phrase.firstWordCount == word.count, end <= bytes.count,
        phrase.bytes.indices.allSatisfy({
          phrase.bytes[$0] == WordHash.lowered(bytes[word.lowerBound + $0])
        }), end == word.upperBound || WordScanner.isEnd(of: end, bytes)
      {
        body(Hit(phrase: Int(index), range: word.lowerBound..<end))
      }
      index = phrase.next
    }
  }
}

/// A hash of a word in small letters (FNV-1a).
struct WordHash {
  private var state: UInt32 = 2_166_136_261

  @inline(__always)
  mutating func add(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 16_777_619 }

  var value: Int { Int(state ^ (state >> 15)) }

  @inline(__always)
  static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

/// The words of a text: letters and digits with hyphens and apostrophes within them.
private struct WordScanner {
  struct Word {
    let hash: WordHash
    let range: Range<Int>
    /// The word without the "s" of a possessive.
    let stem: (hash: WordHash, range: Range<Int>)?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> Word? {
    while offset < bytes.count, Self.letterCount(at: offset, bytes) == 0 {
      offset += Self.isMark(at: offset, bytes) ? 3 : 1
    }
    guard offset < bytes.count else { return nil }
    let start = offset
    var hash = WordHash()
    var stem: (hash: WordHash, end: Int, resume: Int)?
    while offset < bytes.count {
      if Self.letterCount(at: offset, bytes) > 0 {
        hash.add(WordHash.lowered(bytes[offset]))
        offset += 1
        continue
      }
      let width = Self.joinerWidth(at: offset, bytes)
      guard width > 0, offset + width < bytes.count,
        Self.letterCount(at: offset + width, bytes) > 0
      else { break }
      if bytes[offset] != UInt8(ascii: "-") { stem = (hash, offset, offset + width) }
      for byte in bytes[offset..<offset + width] { hash.add(byte) }
      offset += width
    }
    let possessive = stem.flatMap { stem in
      offset == stem.resume + 1 && bytes[stem.resume] == UInt8(ascii: "s")
        ? (stem.hash, start..<stem.end) : nil
    }
    return Word(hash: hash, range: start..<offset, stem: possessive)
  }

  /// Whether a word may end at an offset: no letter follows, and no hyphen with a letter behind it.
  static func isEnd(of offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset < bytes.count else { return true }
    guard letterCount(at: offset, bytes) == 0 else { return false }
    return bytes[offset] != UInt8(ascii: "-") || offset + 1 >= bytes.count
      || letterCount(at: offset + 1, bytes) == 0
  }

  /// 1 where a byte of a letter or digit stands, 0 elsewhere.
  @inline(__always)
  private static func letterCount(at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 {
      return byte | 0x20 &- 0x61 < 26 && byte >= 0x41 || byte &- 0x30 < 10 ? 1 : 0
    }
    return isMark(at: offset, bytes) ? 0 : 1
  }

  /// Whether a mark of general punctuation stands at an offset, such as a dash or quotation mark.
  @inline(__always)
  private static func isMark(at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[offset] == 0xE2 && offset + 2 < bytes.count && bytes[offset + 1] == 0x80
  }

  /// The bytes of a hyphen or apostrophe; 0 where none stands.
  private static func joinerWidth(at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "'"): 1
    case 0xE2 where isMark(at: offset, bytes) && bytes[offset + 2] == 0x99: 3
    default: 0
    }
  }
}
