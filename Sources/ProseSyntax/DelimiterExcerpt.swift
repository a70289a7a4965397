/// The runs of `*` and `_` of a paragraph with the characters beside them, which are all that
/// decides about emphasis.
///
/// Emphasis is found in this excerpt, which is short however long the paragraph is. Nothing but
/// `*` and `_` means anything there; every other character is of the class that counts: white
/// space, punctuation or letter. So backticks, tags and brackets take no part, and a reference,
/// which is printed as words, counts as letters.
struct DelimiterExcerpt {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let paragraph: Range<Int>
  /// U+00A0 comes first: white space that CommonMark keeps, so that the line can be nothing but a
  /// paragraph.
  private var line: [UInt8] = [0xC2, 0xA0]
  /// For each byte of the line the place in the text that it was taken from.
  private var places = [0, 0]

  private static let punctuation = UInt8(ascii: ",")
  private static let letter = UInt8(ascii: "x")

  /// Takes the excerpt of a paragraph.
  /// - Parameters:
  ///   - bytes: The bytes of the text.
  ///   - paragraph: The bytes of the paragraph, without line ends.
  ///   - runs: The runs of delimiters, in order.
  ///   - elements: What else was read of the paragraph, in order.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ paragraph: Range<Int>, _ runs: [Range<Int>],
    _ elements: ArraySlice<ProseElement>
  ) {
    self.bytes = bytes
    self.paragraph = paragraph
    line.reserveCapacity(16 * runs.count)
    places.reserveCapacity(16 * runs.count)
    var rest = elements
    for run in runs {
      var before: ProseElement?
      while let element = rest.first, element.range.upperBound <= run.lowerBound {
        before = element
        rest.removeFirst()
      }
      copyCharacter(before: run.lowerBound, endOf: before)
      for place in run { add(bytes[place], from: place) }
      copyCharacter(at: run.upperBound, startOf: rest.first)
    }
  }

  private mutating func add(_ byte: UInt8, from place: Int) {
    line.append(byte)
    places.append(place)
  }

  private mutating func copy(_ character: Range<Int>) {
    for place in character { add(Self.mask(bytes[place]), from: place) }
  }

  private mutating func copyCharacter(before end: Int, endOf element: ProseElement?) {
    if let element, element.isReference, element.range.upperBound == end {
      return add(Self.letter, from: end - 1)
    }
    var start = end
    while start > paragraph.lowerBound {
      start -= 1
      if !bytes[start].isContinuation { break }
    }
    copy(start..<end)
  }

  private mutating func copyCharacter(at start: Int, startOf element: ProseElement?) {
    if let element, element.isReference, element.range.lowerBound == start {
      return add(Self.letter, from: start)
    }
    var end = start
    while end < paragraph.upperBound {
      end += 1
      if end < paragraph.upperBound, !bytes[end].isContinuation { break }
    }
    copy(start..<end)
  }

  private static func mask(_ byte: UInt8) -> UInt8 {
    if byte.isPunctuation { return punctuation }
    // cmark makes three bytes of a NUL.
    if byte == 0 { return letter }
    return byte.isWhitespace ? .space : byte
  }

  /// The emphases of the paragraph by start, with their places in the text.
  func emphases() -> [ProseElement] {
    line.withUnsafeBufferPointer(CommonMark.emphases).map { emphasis in
      let range = places[emphasis.range.lowerBound]..<places[emphasis.range.upperBound - 1] + 1
      let content = range.lowerBound + emphasis.width..<range.upperBound - emphasis.width
      return ProseElement(
        emphasis.width == 1 ? .emphasis(content: content) : .strong(content: content), range)
    }
  }
}

extension ProseElement {
  fileprivate var isReference: Bool {
    if case .reference = kind { true } else { false }
  }
}
