/// Finds the characters of a paragraph that a reader of GitHub Flavored Markdown would take for
/// markup that they are not.
struct MarkdownEscapes {
  let bytes: UnsafeBufferPointer<UInt8>
  let elements: [ProseElement]
  private var offsets: [Int] = []
  private lazy var backticks = Backticks(self)
  private lazy var tildes = Tildes(self)
  // Looked for once, so that no run of openings makes the search quadratic.
  private lazy var lastAngle = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
  private lazy var lastBracket = bytes.lastIndex(of: UInt8(ascii: "]")) ?? 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ elements: [ProseElement]) {
    self.bytes = bytes
    self.elements = elements
  }

  consuming func sorted() -> [Int] { offsets.count > 1 ? Set(offsets).sorted() : offsets }

  mutating func escape(_ offset: Int) { offsets.append(offset) }

  private static let special = ASCIISet("`<~[]\\".utf8)

  private static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes.firstOffset(from: start) {
      let block = bytes.block(at: $0)
      let brackets = block.isWithin(UInt8(ascii: "[")...UInt8(ascii: "]"))
      return brackets .| block.equals("`") .| block.equals("<") .| block.equals("~")
    } where: {
      special.contains(bytes[$0])
    }
  }

  mutating func findInlineMarkup() {
    var opaque = elements.lazy.filter(\.isOpaque).map(\.range).makeIterator()
    var next = opaque.next()
    var offset = Self.firstSpecial(in: bytes, from: 0)
    while offset < bytes.count {
      while let range = next, range.upperBound <= offset { next = opaque.next() }
      if let range = next, range.contains(offset) {
        // `[^key](` would be a link all the same.
        if bytes[range.lowerBound] == UInt8(ascii: "[") { escapeLink(after: range.upperBound) }
        offset = Self.firstSpecial(in: bytes, from: range.upperBound)
      } else {
        offset = Self.firstSpecial(in: bytes, from: readMarkup(at: offset))
      }
    }
  }

  /// Escapes what begins at a byte, if it is markup, and returns the offset after it.
  private mutating func readMarkup(at start: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "["):
      // It is no footnote here, but cmark lets one have white space and emphasis in its key.
      if bytes.byte(at: start + 1) == UInt8(ascii: "^"), start < lastBracket { escape(start) }
    case UInt8(ascii: "]"):
      escapeLink(after: start + 1)
    case UInt8(ascii: "\\"):
      // What follows the text may be punctuation.
      if start + 1 == bytes.count { escape(start) }
    case UInt8(ascii: "<"):
      if beginsTag(at: start), start < lastAngle { escape(start) }
    default:
      let end = endOfRun(at: start)
      let isMarkup =
        bytes[start] == UInt8(ascii: "`")
        ? backticks.mustEscape(start) : tildes.mustEscape(start..<end, in: bytes)
      if isMarkup { offsets += start..<end }
      return end
    }
    return start + 1
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

  /// Whether what follows a `<` makes a tag of it, or a block of HTML: a reference may print
  /// "section II".
  func beginsTag(at start: Int) -> Bool {
    guard let byte = bytes.byte(at: start + 1) else { return false }
    return byte.isLetter || "/!?{".utf8.contains(byte)
  }

  /// Escapes the `*` and `_` that delimit no emphasis of the text.
  mutating func findLoneDelimiters() {
    var isPlain = Array(repeating: true, count: bytes.count)
    func exclude(_ range: Range<Int>) {
      for offset in range { isPlain[offset] = false }
    }
    for element in elements {
      switch element.kind {
      case .emphasis(let content), .strong(let content):
        exclude(element.range.lowerBound..<content.lowerBound)
        exclude(content.upperBound..<element.range.upperBound)
      default: if element.isOpaque { exclude(element.range) }
      }
    }
    for (offset, byte) in bytes.enumerated() where isPlain[offset] {
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") { escape(offset) }
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

/// The runs of backticks of a paragraph.
private struct Backticks {
  /// Whether two of them would make code of what stands between.
  private var makeCode = false
  /// The last run, where nothing after it can match it.
  private var last: Int?

  init(_ escapes: MarkdownEscapes) {
    let bytes = escapes.bytes
    let backtick = ASCIISet("`".utf8)
    // A run may end code after a backslash and in an address, but begins it in neither.
    var lastStart: [Int: Int] = [:]
    var offset = bytes.first(of: backtick, from: 0)
    while offset < bytes.count {
      let end = escapes.endOfRun(at: offset)
      lastStart[end - offset] = offset
      offset = bytes.first(of: backtick, from: end)
    }
    var plain = 0
    func readPlain(upTo limit: Int) {
      offset = bytes.first(of: backtick, from: plain)
      while offset < limit {
        let end = escapes.endOfRun(at: offset)
        let isLast = lastStart[end - offset] == offset
        if !isLast { makeCode = true }
        last = isLast ? offset : nil
        offset = bytes.first(of: backtick, from: end)
      }
    }
    for element in escapes.elements where element.isOpaque {
      readPlain(upTo: element.range.lowerBound)
      plain = element.range.upperBound
    }
    readPlain(upTo: bytes.count)
  }

  /// Whether a run must be escaped, so that none can begin code.
  ///
  /// Where there would be code, all but the last are: a backslash within a run leaves shorter ones,
  /// which may match others.
  /// - Parameter start: The offset of a run that is neither escaped nor in an address.
  func mustEscape(_ start: Int) -> Bool { makeCode && start != last }
}

/// The runs of tildes of a paragraph: two of them strike out what stands between.
private struct Tildes {
  /// The start of the first run that may open.
  private var firstOpening = Int.max
  /// The start of the last run that may close.
  private var lastClosing = -1

  init(_ escapes: MarkdownEscapes) {
    let bytes = escapes.bytes
    let tilde = ASCIISet("~".utf8)
    var offset = bytes.first(of: tilde, from: 0)
    while offset < bytes.count {
      let end = escapes.endOfRun(at: offset)
      if Self.mayOpen(end, in: bytes) { firstOpening = min(firstOpening, offset) }
      if Self.mayClose(offset, in: bytes) { lastClosing = offset }
      offset = bytes.first(of: tilde, from: end)
    }
  }

  private static func mayOpen(_ end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.byte(at: end).map { !$0.isWhitespace } ?? false
  }

  private static func mayClose(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    start > 0 && !bytes[start - 1].isWhitespace
  }

  /// Whether a run must be escaped, so that none can strike anything out.
  func mustEscape(_ run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    Self.mayOpen(run.upperBound, in: bytes) && run.lowerBound < lastClosing
      || Self.mayClose(run.lowerBound, in: bytes) && run.lowerBound > firstOpening
  }
}
