/// Finds the characters of a paragraph that a reader of GitHub Flavored Markdown would take for
/// markup that they are not.
struct MarkdownEscapes {
  let bytes: UnsafeBufferPointer<UInt8>
  private let elements: [ProseElement]
  private var offsets: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ elements: [ProseElement]) {
    self.bytes = bytes
    self.elements = elements
  }

  consuming func sorted() -> [Int] { offsets.count > 1 ? Set(offsets).sorted() : offsets }

  mutating func escape(_ offset: Int) { offsets.append(offset) }

  private static let special = ASCIISet("`<~]\\".utf8)

  mutating func findInlineMarkup() {
    var opaque = elements.lazy.filter(\.isOpaque).map(\.range).makeIterator()
    var next = opaque.next()
    var offset = first(of: Self.special, from: 0)
    while offset < bytes.count {
      while let range = next, range.upperBound <= offset { next = opaque.next() }
      if let range = next, range.contains(offset) {
        // `[^key](` would be a link all the same.
        if bytes[range.lowerBound] == UInt8(ascii: "[") { escapeLink(after: range.upperBound) }
        offset = first(of: Self.special, from: range.upperBound)
      } else {
        offset = first(of: Self.special, from: readMarkup(at: offset))
      }
    }
  }

  private func first(of set: ASCIISet, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, !set.contains(bytes[offset]) { offset += 1 }
    return offset
  }

  /// Escapes what begins at a byte, if it is markup, and returns the offset after it.
  private mutating func readMarkup(at start: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "]"):
      escapeLink(after: start + 1)
      return start + 1
    case UInt8(ascii: "\\"):
      // What follows the text may be punctuation.
      if start + 1 == bytes.count { escape(start) }
      return start + 1
    case UInt8(ascii: "<"):
      if isTag(at: start) { escape(start) }
      return start + 1
    default:
      let end = endOfRun(at: start)
      let isMarkup =
        bytes[start] == UInt8(ascii: "`")
        ? isCodeSpan(start..<end) : isStrikethrough(start..<end)
      if isMarkup { offsets += start..<end }
      return end
    }
  }

  private mutating func escapeLink(after end: Int) {
    if bytes.byte(at: end) == UInt8(ascii: "(") { escape(end) }
  }

  /// The end of the same byte, repeated.
  func endOfRun(at start: Int) -> Int {
    var end = start + 1
    while bytes.byte(at: end) == bytes[start] { end += 1 }
    return end
  }

  /// Whether something like a tag, comment or declaration begins at a `<`, and ends.
  private func isTag(at start: Int) -> Bool {
    beginsTag(at: start) && bytes.first(UInt8(ascii: ">"), in: start..<bytes.count) != nil
  }

  /// Whether what follows a `<` makes a tag of it, or a block of HTML.
  func beginsTag(at start: Int) -> Bool {
    guard let byte = bytes.byte(at: start + 1) else { return false }
    return byte.isLetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  /// Whether the paragraph begins with an autolink.
  var beginsWithAutolink: Bool {
    guard let first = elements.first, case .autolink = first.kind else { return false }
    return first.range.lowerBound == 0
  }

  /// Whether a run of backticks is followed by another as long, be it after a backslash.
  private func isCodeSpan(_ run: Range<Int>) -> Bool {
    var offset = run.upperBound
    while let start = bytes.first(UInt8(ascii: "`"), in: offset..<bytes.count) {
      offset = endOfRun(at: start)
      if offset - start == run.count { return true }
    }
    return false
  }

  /// Whether a run of tildes may open or close a deletion.
  private func isStrikethrough(_ run: Range<Int>) -> Bool {
    let opens = bytes.byte(at: run.upperBound).map { !$0.isWhitespace } ?? false
    let closes = run.lowerBound > 0 && !bytes[run.lowerBound - 1].isWhitespace
    return opens && bytes.first(UInt8(ascii: "~"), in: run.upperBound..<bytes.count) != nil
      || closes && bytes.first(UInt8(ascii: "~"), in: 0..<run.lowerBound) != nil
  }

  /// Escapes the `*` and `_` that delimit no emphasis of the text.
  mutating func findLoneDelimiters() {
    var paired: Set<Int> = []
    var opaque: [Range<Int>] = []
    for element in elements {
      switch element.kind {
      case .emphasis(let content), .strong(let content):
        paired.formUnion(element.range.lowerBound..<content.lowerBound)
        paired.formUnion(content.upperBound..<element.range.upperBound)
      default: if element.isOpaque { opaque.append(element.range) }
      }
    }
    for (offset, byte) in bytes.enumerated()
    where (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")) && !paired.contains(offset) {
      if !opaque.contains(where: { $0.contains(offset) }) { escape(offset) }
    }
  }

  /// Escapes the `#` at the end of a heading, which a reader takes for its frame.
  mutating func findClosingSequence() {
    var start = bytes.count
    while start > 0, bytes[start - 1] == UInt8(ascii: "#") { start -= 1 }
    guard start < bytes.count else { return }
    if start == 0 || bytes[start - 1].isWhitespace { escape(start) }
  }
}
