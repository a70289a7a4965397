/// A copy of a paragraph, byte for byte as long, in which nothing but `*` and `_` means anything
/// to CommonMark, and every other byte is of the class that decides what they mean: white space,
/// punctuation or letter.
///
/// Emphasis is found in this copy. So backticks, tags and brackets take no part, and a reference,
/// which is printed as words, counts as letters.
struct MaskedParagraph {
  private let line: [UInt8]
  private let start: Int

  /// U+00A0: white space that CommonMark keeps, so that the line can be nothing but a paragraph.
  private static let beginning: [UInt8] = [0xC2, 0xA0]

  /// Masks a paragraph.
  /// - Parameters:
  ///   - bytes: The bytes of the text.
  ///   - range: The bytes of the paragraph, without line ends.
  ///   - elements: What of it was read before; what is opaque is masked as a whole.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    without elements: ArraySlice<ProseElement>
  ) {
    start = range.lowerBound
    let shift = Self.beginning.count - start
    var line: [UInt8] = []
    line.reserveCapacity(range.count + Self.beginning.count)
    line += Self.beginning
    line += bytes[range].lazy.map(Self.mask)
    for element in elements where element.isOpaque {
      Self.cover(element, in: &line, shift: shift)
    }
    self.line = line
  }

  private static let punctuation = UInt8(ascii: ",")
  private static let letter = UInt8(ascii: "x")

  private static func mask(_ byte: UInt8) -> UInt8 {
    if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") { return byte }
    if byte.isPunctuation { return punctuation }
    // cmark makes three bytes of a NUL.
    if byte == 0 { return letter }
    return byte.isWhitespace ? .space : byte
  }

  private static func cover(_ element: ProseElement, in line: inout [UInt8], shift: Int) {
    let range = element.range.lowerBound + shift..<element.range.upperBound + shift
    let isWords = if case .reference = element.kind { true } else { false }
    for index in range { line[index] = letter }
    guard !isWords else { return }
    line[range.lowerBound] = punctuation
    line[range.upperBound - 1] = punctuation
  }

  /// The emphases of the paragraph by start, with their places in the text.
  func emphases() -> [ProseElement] {
    let shift = start - Self.beginning.count
    return line.withUnsafeBufferPointer(CommonMark.emphases).map { emphasis in
      let range = emphasis.range.lowerBound + shift..<emphasis.range.upperBound + shift
      let content = range.lowerBound + emphasis.width..<range.upperBound - emphasis.width
      return ProseElement(
        emphasis.width == 1 ? .emphasis(content: content) : .strong(content: content), range)
    }
  }
}
