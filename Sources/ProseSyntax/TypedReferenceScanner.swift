/// Finds numbers that follow a word for a kind of block.
struct TypedReferenceScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let words: ReferenceWords
  private var surroundings: Surroundings
  private var found: [Candidate] = []

  private struct Candidate {
    var reference: TypedReference
    /// Where the points that it names after its last number end.
    let end: Int
    /// Whether the words around it give it to another document.
    var isOwned: Bool
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ words: ReferenceWords, _ elements: [ProseElement]
  ) {
    self.bytes = bytes
    self.words = words
    surroundings = Surroundings(bytes, elements)
  }

  mutating func scan() -> [TypedReference] {
    var offset = 0
    while let start = nextNumber(from: offset) {
      offset = readReference(numberedFrom: start) ?? start + 1
    }
    shareDoubts()
    return found.map(\.reference)
  }

  /// The next place where a number may begin: most paragraphs have none, so this is quick.
  private func nextNumber(from start: Int) -> Int? {
    let offset = bytes.firstOffset(from: max(start, 1)) {
      let block = bytes.block(at: $0)
      let before = bytes.block(at: $0 - 1)
      let digit = block.isWithin(UInt8(ascii: "0")...UInt8(ascii: "9"))
      let capital = block.isWithin(UInt8(ascii: "A")...UInt8(ascii: "Z"))
      // No-break spaces end with bytes of the second kind.
      return (digit .| capital) .& (before.equals(" ") .| before.isWithin(0x80...0xBF))
    } where: {
      (bytes[$0].isDigit || bytes[$0].isCapital) && mayFollowNoun($0)
    }
    return offset < bytes.count ? offset : nil
  }

  /// Whether a space comes before a place, and before it what may end a word for a kind of block.
  private func mayFollowNoun(_ offset: Int) -> Bool {
    let end = spaceStart(before: offset)
    return 0 < end && end < offset && words.mayEndNoun(bytes[end - 1])
  }

  /// Reads the reference whose first number begins at a place.
  /// - Returns: The offset after it, or nil where there is none.
  private mutating func readReference(numberedFrom start: Int) -> Int? {
    let wordEnd = spaceStart(before: start)
    guard wordEnd > 0, let noun = noun(before: wordEnd),
      let list = NumberList(bytes, words, at: start, isLettered: noun.isLettered)
    else { return nil }
    let wordStart = wordEnd - noun.word.count
    let place = surroundings.place(of: wordStart)
    guard place != .opaque else { return nil }
    let isReadable = place == .running && !list.isAmbiguous
    let isOwned = isReadable && isOwned(wordStart..<list.end)
    let reference = TypedReference(
      kind: noun.kind, range: wordStart..<list.range.upperBound, wordRange: wordStart..<wordEnd,
      numbers: list.numbers, isCertain: isReadable && !isOwned)
    found.append(Candidate(reference: reference, end: list.end, isOwned: isOwned))
    return list.end
  }

  /// The word for a kind of block that ends at a place, its first letter small or capital.
  func noun(before end: Int) -> ReferenceWords.Noun? {
    let lastBytes = WordEnding.lastBytes(bytes[max(end - 4, 0)..<end])
    for index in words.endings.indices where words.endings[index].matches(lastBytes) {
      let noun = words.nouns[index]
      let start = end - noun.word.count
      guard start >= 0, bytes[start] == noun.word[0] || bytes[start].lowered == noun.word[0],
        bytes[start + 1..<end].elementsEqual(noun.word.dropFirst()), !isPartOfWord(before: start)
      else { continue }
      return noun
    }
    return nil
  }

  /// Whether a word goes on to the left of a place: "sub-" in "sub-paragraph".
  private func isPartOfWord(before offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let byte = bytes[offset - 1]
    guard byte.isMultiByte else { return byte.isLetterOrDigit || byte == UInt8(ascii: "-") }
    // Quotation marks, dashes and no-break spaces: U+00A0–U+00BF and U+2000–U+207F.
    let isPunctuation =
      offset >= 2 && bytes[offset - 2] == 0xC2
      || offset >= 3 && bytes[offset - 3] == 0xE2 && bytes[offset - 2] & 0xFE == 0x80
    return !isPunctuation
  }

  /// Where two references are joined by a conjunction or a comma, what owns one may own the other:
  /// "paragraph 2 and annex I of the Convention", "annex III, paragraph 7".
  private mutating func shareDoubts() {
    guard found.count > 1 else { return }
    for index in found.indices.dropFirst() where goesOnWithAnother(index) {
      found[index].reference.isCertain = false
      found[index].isOwned = true
    }
    for index in found.indices.dropFirst() where isJoined(index) {
      if !found[index - 1].reference.isCertain { found[index].reference.isCertain = false }
    }
    for index in found.indices.dropFirst().reversed() where isJoined(index) {
      if !found[index].reference.isCertain { found[index - 1].reference.isCertain = false }
    }
  }

  /// Whether the sentence gives the reference before, of the same kind, to another document:
  /// "paragraph 1 of the draft was adopted, and paragraph 2 was deleted". Not what stands above.
  private func goesOnWithAnother(_ index: Int) -> Bool {
    let (before, this) = (found[index - 1], found[index])
    return before.isOwned && before.reference.kind == this.reference.kind
      && !(before.end..<this.reference.range.lowerBound).contains(where: endsSentence)
      && WordReader(bytes).end(ofOne: words.directionWords, after: this.end) == nil
  }

  private func isJoined(_ index: Int) -> Bool {
    let reader = WordReader(bytes)
    var offset = found[index - 1].end
    if bytes.byte(at: offset) == UInt8(ascii: ",") {
      offset += 1
      if reader.skipSpace(from: offset) == found[index].reference.range.lowerBound { return true }
    }
    guard let end = reader.end(ofOne: words.conjunctions, after: offset) else { return false }
    return reader.skipSpace(from: end) == found[index].reference.range.lowerBound
  }
}

extension TypedReferenceScanner {
  /// The start of the spaces that end at a place; no-break spaces count, line ends do not.
  func spaceStart(before end: Int) -> Int {
    var start = end
    while start > 0 {
      if bytes[start - 1] == .space {
        start -= 1
      } else if start >= 2, bytes[start - 1] == 0xA0, bytes[start - 2] == 0xC2 {
        start -= 2
      } else if start >= 3, bytes[start - 1] == 0xAF, bytes[start - 2] == 0x80,
        bytes[start - 3] == 0xE2
      {
        start -= 3
      } else {
        break
      }
    }
    return start
  }
}
