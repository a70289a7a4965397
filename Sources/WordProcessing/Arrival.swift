internal import SourceText

/// Which texts of a document have come through to Markdown: whatever a reader of Word documents
/// does not know of, what it drops is found out.
///
/// Texts are compared by their words, as marks are written in several ways.
struct Arrival {
  private let words: [UInt64]
  private let counts: [UInt64: Int]

  init(of markdown: TextSlice) {
    words = Words(ofMarkdown: markdown).hashes
    counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The paragraphs of which words are missing.
  func missing(of paragraphs: [String]) -> [String] {
    let texts = paragraphs.map { Words(of: TextSlice($0)).hashes }
    var balance = counts
    for text in texts { for word in text { balance[word, default: 0] -= 1 } }
    let lost = Set(balance.filter { $0.value < 0 }.keys)
    guard !lost.isEmpty else { return [] }
    var places: [UInt64: [Int]] = [:]
    for (place, word) in words.enumerated() where lost.contains(word) {
      places[word, default: []].append(place)
    }
    return zip(paragraphs, texts).filter { !has($1, lost, places) }.map(\.0)
  }

  /// Whether a text stands in the Markdown as a whole, which it does where none of its words is lost.
  private func has(_ text: [UInt64], _ lost: Set<UInt64>, _ places: [UInt64: [Int]]) -> Bool {
    guard let index = text.firstIndex(where: lost.contains) else { return true }
    return (places[text[index]] ?? []).prefix(Self.patience).contains { place in
      let start = place - index
      guard start >= 0, start + text.count <= words.count else { return false }
      return words[start..<start + text.count].elementsEqual(text)
    }
  }

  /// How many places of a word are looked at.
  private static let patience = 1_000
}

/// The words of a text, each as one number.
private struct Words {
  private(set) var hashes: [UInt64] = []
  private var hash: UInt64 = 0

  init(of text: TextSlice) {
    text.withBytes { read($0, isMarkdown: false) }
  }

  init(ofMarkdown text: TextSlice) {
    text.withBytes { read($0, isMarkdown: true) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, isMarkdown: Bool) {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      // Marks of emphasis may stand within a word.
      case UInt8(ascii: "*"), UInt8(ascii: "_"): break
      case UInt8(ascii: "\\") where isMarkdown:
        if offset + 1 < bytes.count, !"*_".utf8.contains(bytes[offset + 1]) { endWord() }
        offset += 1
      case UInt8(ascii: "<") where isMarkdown:
        if let end = Self.endOfTag(at: offset, in: bytes) { offset = end } else { endWord() }
      case UInt8(ascii: "&") where isMarkdown:
        endWord()
        if let end = Self.endOfEntity(at: offset, in: bytes) { offset = end }
      case 0xC2: endWord(); offset += 1
      case 0xE2 where offset + 1 < bytes.count && (0x80...0x81).contains(bytes[offset + 1]):
        endWord(); offset += 2
      // What marks a label.
      case 0xEF where offset + 1 < bytes.count && bytes[offset + 1] == 0xB7: endWord(); offset += 2
      case 0x30...0x39, 0x61...0x7A, 0x80...: add(byte)
      case 0x41...0x5A: add(byte | 0x20)
      default: endWord()
      }
      offset += 1
    }
    endWord()
  }

  private mutating func add(_ byte: UInt8) {
    hash = ((hash == 0 ? 0xCBF2_9CE4_8422_2325 : hash) ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private mutating func endWord() {
    if hash != 0 { hashes.append(hash) }
    hash = 0
  }

  /// Where a tag of HTML ends that may stand within a word; nil for all else.
  private static func endOfTag(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let rest = bytes[(start + 1)...].prefix(200)
    guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let tag = bytes[start + 1..<end]
    let isAddress = tag.contains { ":@".utf8.contains($0) && !tag.contains(UInt8(ascii: "=")) }
    guard let first = tag.first, first == UInt8(ascii: "/") || first | 0x20 >= 0x61, !isAddress
    else { return nil }
    return tag.starts(with: "br".utf8) ? nil : end
  }

  private static func endOfEntity(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes[(start + 1)...].prefix(8).firstIndex(of: UInt8(ascii: ";"))
  }
}
