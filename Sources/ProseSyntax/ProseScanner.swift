/// Reads the elements of a text in one pass over its bytes.
struct ProseScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var elements: [ProseElement] = []
  private var paragraph = 0
  /// The index of the first element of the paragraph.
  private var firstOfParagraph = 0
  /// The runs of `*` and `_` of the paragraph; one may have both.
  private var runs: [Range<Int>] = []
  private var hasBrackets = false
  private var parentheses = (depth: 0, readUpTo: 0)

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private static let delimiters = ASCIISet("*_".utf8)
  private static let special = ASCIISet("*_{[]\\<&\n\r".utf8)

  /// The offset of the next byte that may begin an element, or the end.
  static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes.firstOffset(from: start) {
      let block = bytes.block(at: $0)
      // `|`, `}` and other control characters are marked with these, but are not special.
      let brackets = block.lowered.isWithin(UInt8(ascii: "{")...UInt8(ascii: "}"))
      let lineEnds = block.isWithin(.lineFeed ... .carriageReturn)
      let delimiters = block.equals("*") .| block.equals("_")
      return brackets .| lineEnds .| delimiters .| block.equals("&") .| block.equals("<")
    } where: {
      special.contains(bytes[$0])
    }
  }

  /// Reads the text.
  /// - Parameter first: The offset of the first special byte.
  /// - Returns: The elements by start.
  mutating func scan(from first: Int) -> [ProseElement] {
    var offset = first
    while offset < bytes.count {
      offset = Self.firstSpecial(in: bytes, from: readElement(at: offset))
    }
    endParagraph(at: bytes.count)
    if hasBrackets { BracketPairing.pair(&elements) }
    return elements
  }

  /// Reads what begins at a special byte.
  /// - Returns: The offset after it.
  private mutating func readElement(at start: Int) -> Int {
    switch bytes[start] {
    case .lineFeed, .carriageReturn:
      return readParagraphBreak(at: start)
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      return readRun(at: start)
    case UInt8(ascii: "\\"):
      if bytes.byte(at: start + 1)?.isPunctuation == true { return add(.escape, start..<start + 2) }
    case UInt8(ascii: "&"):
      if let end = endOfEntity(at: start) { return add(.entity, start..<end) }
    case UInt8(ascii: "<"):
      if let end = endOfAutolink(at: start) { return add(.autolink, start..<end) }
    case UInt8(ascii: "{"):
      return readBrace(at: start)
    case UInt8(ascii: "["):
      if let end = endOfFootnote(at: start) {
        return add(.footnote(key: start + 2..<end - 1), start..<end)
      }
      hasBrackets = true
      return add(.unclosedBracket, start..<start + 1)
    default:
      hasBrackets = true
      return add(.unopenedBracket, start..<start + 1)
    }
    return start + 1
  }

  @discardableResult
  private mutating func add(_ kind: ProseElement.Kind, _ range: Range<Int>) -> Int {
    elements.append(ProseElement(kind, range))
    return range.upperBound
  }

  private mutating func readParagraphBreak(at start: Int) -> Int {
    var end = start
    while bytes.byte(at: end)?.isLineEnd == true { end += 1 }
    endParagraph(at: start)
    add(.paragraphBreak, start..<end)
    paragraph = end
    firstOfParagraph = elements.count
    parentheses = (0, end)
    return end
  }

  private mutating func readRun(at start: Int) -> Int {
    var end = start + 1
    while let byte = bytes.byte(at: end), Self.delimiters.contains(byte) { end += 1 }
    runs.append(start..<end)
    return end
  }

  private mutating func endParagraph(at end: Int) {
    defer { runs.removeAll(keepingCapacity: true) }
    // A run alone has nothing to emphasize, unless `*` and `_` are mixed in it.
    guard runs.count > 1 || runs.contains(where: { $0.count > 2 }) else { return }
    let inside = elements[firstOfParagraph...]
    let emphases = DelimiterExcerpt(bytes, paragraph..<end, runs, inside).emphases()
    guard !emphases.isEmpty else { return }
    elements.replaceSubrange(firstOfParagraph..., with: Self.merge(emphases, inside))
  }

  private static func merge(
    _ emphases: [ProseElement], _ others: ArraySlice<ProseElement>
  ) -> [ProseElement] {
    var merged: [ProseElement] = []
    merged.reserveCapacity(emphases.count + others.count)
    var rest = others
    for emphasis in emphases {
      while let next = rest.first, next.range.lowerBound < emphasis.range.lowerBound {
        merged.append(next)
        rest.removeFirst()
      }
      merged.append(emphasis)
    }
    return merged + rest
  }

  private mutating func readBrace(at start: Int) -> Int {
    if bytes.byte(at: start + 1) == UInt8(ascii: "{") {
      return add(.literalBrace, start..<start + 2)
    }
    var end = start + 1
    while let byte = bytes.byte(at: end), byte != UInt8(ascii: "{"), !byte.isLineEnd {
      end += 1
      if byte == UInt8(ascii: "}") {
        let reference = Reference(
          bytes, start + 1..<end - 1, isInParentheses: isInParentheses(at: start))
        return add(.reference(reference), start..<end)
      }
    }
    return add(.unclosedReference, start..<start + 1)
  }

  private mutating func isInParentheses(at offset: Int) -> Bool {
    for byte in bytes[parentheses.readUpTo..<offset] {
      if byte == UInt8(ascii: "(") {
        parentheses.depth += 1
      } else if byte == UInt8(ascii: ")"), parentheses.depth > 0 {
        parentheses.depth -= 1
      }
    }
    parentheses.readUpTo = offset
    return parentheses.depth > 0
  }

  /// `[^key]`, the key without white space, brackets and braces.
  private func endOfFootnote(at start: Int) -> Int? {
    guard bytes.byte(at: start + 1) == UInt8(ascii: "^") else { return nil }
    var end = start + 2
    while let byte = bytes.byte(at: end), !byte.isWhitespace {
      switch byte {
      case UInt8(ascii: "]"): return end > start + 2 ? end + 1 : nil
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "}"): return nil
      default: end += 1
      }
    }
    return nil
  }
}
