internal import SourceText

extension Prose {
  /// The references in the text that were typed as numbers, in order.
  public func typedReferences(_ words: ReferenceWords) -> [TypedReference] {
    text.withBytes { bytes in
      var scanner = TypedReferenceScanner(bytes, words, self)
      return scanner.scan()
    }
  }
}

/// Finds words for kinds of blocks that numbers follow.
private struct TypedReferenceScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let words: ReferenceWords
  private let prose: Prose

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ words: ReferenceWords, _ prose: Prose) {
    self.bytes = bytes
    self.words = words
    self.prose = prose
  }

  mutating func scan() -> [TypedReference] {
    var found: [TypedReference] = []
    var offset = 0
    var isInWord = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if !isInWord, words.firstBytes.contains(byte), let reference = read(at: offset) {
        found.append(reference)
        offset = reference.range.upperBound
        isInWord = true
      } else {
        isInWord = byte.isLetterOrDigit || byte.isMultiByte || byte == UInt8(ascii: "-")
        offset += 1
      }
    }
    return found
  }

  /// Reads a reference that begins at a place.
  private func read(at start: Int) -> TypedReference? {
    for noun in words.nouns where hasWord(noun.word, at: start) {
      let wordEnd = start + noun.word.count
      guard let first = skipSpace(from: wordEnd), first > wordEnd else { continue }
      let numbers = readNumbers(at: first)
      guard let last = numbers.last, !isInsideElement(start) else { continue }
      let range = start..<last.range.upperBound
      return TypedReference(
        kind: noun.kind, range: range, wordRange: start..<wordEnd, numbers: numbers,
        isCertain: isCertain(range))
    }
    return nil
  }

  /// Whether a word stands at a place, its first letter small or capital.
  private func hasWord(_ word: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= bytes.count, !word.isEmpty else { return false }
    guard bytes[start].lowered == word[0] else { return false }
    for index in 1..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  /// A reference by identifier, a footnote or an address is not running text.
  private func isInsideElement(_ offset: Int) -> Bool {
    prose.elements.contains { $0.isOpaque && $0.range.contains(offset) }
  }

  // MARK: Numbers

  private func readNumbers(at start: Int) -> [TypedReference.Number] {
    var numbers: [TypedReference.Number] = []
    var next: Int? = start
    while let place = next, let range = readNumber(at: place) {
      let dash = dashEnd(at: range.upperBound)
      numbers.append(
        TypedReference.Number(
          range: range, text: text(range), throughNext: dash.map { isNumber(at: $0) } ?? false))
      next = dash ?? separatorEnd(at: range.upperBound)
    }
    return numbers
  }

  private func isNumber(at offset: Int) -> Bool { readNumber(at: offset) != nil }

  /// A decimal number with an optional suffix or prefix, or the labels of a section.
  private func readNumber(at start: Int) -> Range<Int>? {
    guard let first = bytes.byte(at: start) else { return nil }
    return first.isDigit ? readDecimal(at: start) : readLabelPath(at: start)
  }

  private func readDecimal(at start: Int) -> Range<Int>? {
    var end = digitsEnd(from: start)
    if bytes.byte(at: end) == UInt8(ascii: "."), bytes.byte(at: end + 1)?.isDigit == true {
      end = digitsEnd(from: end + 1)
    }
    if let space = skipSpace(from: end), space > end,
      case let word = wordEnd(from: space), Self.suffixes.contains(text(space..<word))
    {
      end = word
    }
    guard isEndOfNumber(end) else { return nil }
    return start..<end
  }

  private static let suffixes: Set<String> = [
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies",
  ]

  /// `II`, `II.A`, `II.A.1`: labels that begin with a Roman numeral.
  private func readLabelPath(at start: Int) -> Range<Int>? {
    let roman: Set<UInt8> = Set("IVXLC".utf8)
    var end = start
    while let byte = bytes.byte(at: end), roman.contains(byte) { end += 1 }
    guard end > start else { return nil }
    while bytes.byte(at: end) == UInt8(ascii: "."), let next = bytes.byte(at: end + 1),
      next.isCapital || next.isDigit
    {
      end = next.isDigit ? digitsEnd(from: end + 1) : end + 2
    }
    guard isEndOfNumber(end) else { return nil }
    return start..<end
  }

  /// Whether a number may end here: what follows does not make it a part of something else.
  private func isEndOfNumber(_ offset: Int) -> Bool {
    guard let next = bytes.byte(at: offset) else { return true }
    if next == UInt8(ascii: "/") || next.isLetterOrDigit { return false }
    if next == UInt8(ascii: "-") { return bytes.byte(at: offset + 1)?.isLetter != true }
    return true
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while bytes.byte(at: end)?.isDigit == true { end += 1 }
    return end
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start
    while let byte = bytes.byte(at: end), byte.isLetter || byte.isMultiByte { end += 1 }
    return end
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The end of a hyphen or dash and the spaces around it; nil where there is none.
  private func dashEnd(at offset: Int) -> Int? {
    guard let start = skipSpace(from: offset) else { return nil }
    if bytes.byte(at: start) == UInt8(ascii: "-") { return skipSpace(from: start + 1) }
    let isDash =
      bytes.byte(at: start) == 0xE2 && bytes.byte(at: start + 1) == 0x80
      && [0x90, 0x91, 0x92, 0x93, 0x94].contains(bytes.byte(at: start + 2))
    return isDash ? skipSpace(from: start + 3) : nil
  }

  /// The end of a comma, of a conjunction, or of both; nil where neither stands.
  private func separatorEnd(at offset: Int) -> Int? {
    var next = offset
    var isSeparated = false
    if bytes.byte(at: next) == UInt8(ascii: ",") {
      isSeparated = true
      next += 1
    }
    guard let start = skipSpace(from: next) else { return nil }
    for word in words.conjunctions where hasWord(word, at: start) {
      let end = start + word.count
      if let number = skipSpace(from: end), number > end { return number }
    }
    return isSeparated && start > next ? start : nil
  }

  /// The offset after spaces and line breaks; no-break spaces count.
  private func skipSpace(from start: Int) -> Int? {
    var offset = start
    while let byte = bytes.byte(at: offset) {
      if byte == .space || byte == .lineFeed {
        offset += 1
      } else if byte == 0xC2, bytes.byte(at: offset + 1) == 0xA0 {
        offset += 2
      } else {
        return offset
      }
    }
    return nil
  }
}

// MARK: - Whose number it is

extension TypedReferenceScanner {
  /// Whether the number is this document's, as far as the words around it tell.
  private func isCertain(_ range: Range<Int>) -> Bool {
    !isOwnedAfter(range.upperBound) && !isOwnedBefore(range.lowerBound)
      && !isQuoted(range.lowerBound) && !isInEmphasis(range)
  }

  /// "paragraph 15 of the annex", but not "paragraph 15 of the present report".
  private func isOwnedAfter(_ end: Int) -> Bool {
    var next = end
    // Subparagraphs: "paragraph 15 (a) of the annex".
    while let open = skipSpace(from: next), bytes.byte(at: open) == UInt8(ascii: "("),
      let close = bytes.first(UInt8(ascii: ")"), in: open..<min(open + 8, bytes.count))
    {
      next = close + 1
    }
    guard let start = skipSpace(from: next), start > next else { return false }
    for word in words.ownershipWords where hasWord(word, at: start) {
      let wordEnd = start + word.count
      guard bytes.byte(at: wordEnd)?.isLetter != true else { continue }
      guard let owner = skipSpace(from: wordEnd) else { return true }
      return !words.selfWords.contains { hasWord($0, at: owner) }
    }
    return false
  }

  /// "decision 18/CMA.1, paragraph 15"; "article 3, paragraph 2"; "its paragraph 4".
  private func isOwnedBefore(_ start: Int) -> Bool {
    var end = start
    while end > 0, bytes[end - 1] == .space || bytes[end - 1] == .lineFeed { end -= 1 }
    guard end > 0 else { return false }
    if bytes[end - 1] == UInt8(ascii: ",") { return isOwner(before: end - 1) }
    // A possessive: "the Convention's paragraph 2", with either apostrophe.
    var wordStart = end
    while wordStart > 0, case let byte = bytes[wordStart - 1],
      byte.isLetterOrDigit || byte.isMultiByte || byte == UInt8(ascii: "'")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    {
      wordStart -= 1
    }
    let word = text(wordStart..<end)
    return word.hasSuffix("'s") || word.hasSuffix("’s") || word.hasSuffix("s’")
      || (word.contains("/") && word.utf8.contains(where: \.isDigit))
  }

  /// Whether a number or symbol ends before a comma, so that what follows is a part of it.
  private func isOwner(before comma: Int) -> Bool {
    var start = comma
    while start > 0, bytes[start - 1] != .space, bytes[start - 1] != .lineFeed { start -= 1 }
    return bytes[start..<comma].contains { $0.isDigit } || isRoman(start..<comma)
  }

  private func isRoman(_ range: Range<Int>) -> Bool {
    !range.isEmpty && bytes[range].allSatisfy { "IVXLC".utf8.contains($0) }
  }

  /// Whether quotation marks are open at a place of its paragraph.
  private func isQuoted(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, !bytes[start - 1].isLineEnd { start -= 1 }
    var curly = 0
    var isStraightOpen = false
    for scalar in text(start..<offset).unicodeScalars {
      switch scalar {
      case "“", "«": curly += 1
      case "”", "»": curly = max(curly - 1, 0)
      case "\"": isStraightOpen.toggle()
      default: break
      }
    }
    return curly > 0 || isStraightOpen
  }

  /// A title in italics: its numbers are its own.
  private func isInEmphasis(_ range: Range<Int>) -> Bool {
    prose.elements.contains { element in
      guard case .emphasis(let content) = element.kind else { return false }
      return content.lowerBound < range.lowerBound && range.upperBound <= content.upperBound
    }
  }
}
