extension TypedReferenceScanner {
  /// Whether the words around a reference may give its number to another document.
  func isOwned(_ range: Range<Int>) -> Bool {
    isOwnedAfter(range.upperBound) || isOwnedBefore(range.lowerBound)
      || followsSymbol(range.lowerBound)
  }

  /// "paragraph 15 of the annex", but not "paragraph 15 of the present report".
  private func isOwnedAfter(_ end: Int) -> Bool {
    let reader = WordReader(bytes)
    let hasComma = bytes.byte(at: end) == UInt8(ascii: ",")
    let start = reader.skipSpace(from: hasComma ? end + 1 : end)
    if let word = reader.end(ofOne: words.ownershipWords, at: start) {
      let owner = reader.skipSpace(from: word)
      let afterArticle = reader.skipSpace(from: reader.tokenEnd(from: owner))
      return reader.end(ofOne: words.selfWords, at: owner) == nil
        && reader.end(ofOne: words.selfWords, at: afterArticle) == nil
    }
    if hasAnotherNumber(after: start) { return true }
    if let aside = asideEnd(from: start) {
      return isOwnedAfter(aside) || hasNumberAfterConjunction(aside)
    }
    // "recommendation 3 (CTOC/COP/WG.4/2019/L.1)", "para. 4, CTOC/COP/2019/5"
    return isSymbol(start..<reader.tokenEnd(from: start))
  }

  /// The end of what stands in parentheses at a place: "paragraphs 7 (tax policy) and 9 (health) of".
  private func asideEnd(from start: Int) -> Int? {
    guard bytes.byte(at: start) == UInt8(ascii: "(") else { return nil }
    let bound = min(start + Self.longestAside, bytes.count)
    let end = bytes[start..<bound].firstIndex(of: UInt8(ascii: ")"))
    guard let end, !isSymbol(start..<WordReader(bytes).tokenEnd(from: start)) else { return nil }
    return end + 1
  }

  /// The most bytes of an aside within a list of numbers.
  private static let longestAside = 100

  private func hasNumberAfterConjunction(_ start: Int) -> Bool {
    let reader = WordReader(bytes)
    let isComma = bytes.byte(at: start) == UInt8(ascii: ",")
    let next =
      isComma
      ? start + 1 : reader.end(ofOne: words.conjunctions, after: start) ?? start
    return next > start && bytes.byte(at: reader.skipSpace(from: next))?.isDigit == true
  }

  /// "13 and/or 14", "13 & 14": a list that goes on in a way that is not known.
  private func hasAnotherNumber(after start: Int) -> Bool {
    let reader = WordReader(bytes)
    let end = reader.tokenEnd(from: start)
    let token = bytes[start..<end]
    let isSign = token.allSatisfy(\.isPunctuation) || token.contains(UInt8(ascii: "/"))
    guard end > start, isSign, !token.contains(where: \.isDigit) else { return false }
    let next = reader.skipSpace(from: end)
    return next > end && bytes.byte(at: next)?.isDigit == true
  }

  /// "decision 18/CMA.1, paragraph 15"; "resolution 55/25, annex, paragraph 2"; "ibid., para. 5";
  /// "the Protocol’s annex I".
  private func isOwnedBefore(_ start: Int) -> Bool {
    var end = spaceStart(before: start)
    guard end > 0 else { return false }
    let mark = bytes[end - 1]
    if mark == UInt8(ascii: ",") || mark == UInt8(ascii: "(") {
      end = spaceStart(before: end - 1)
      let token = tokenStart(before: end)..<end
      guard mark == UInt8(ascii: ","), !isNumbered(token) else { return isNumbered(token) }
      return isName(token) || isAbbreviation(token) || isDivision(end)
    }
    let token = tokenStart(before: end)..<end
    let isInterrupted = token.last.map { !bytes[$0].isLetterOrDigit } ?? true
    return isNumbered(token) && !isInterrupted || isPossessive(token) || isName(token)
      || isAcronym(token)
  }

  /// "In its report (A/74/5), the Panel made recommendation 4": whether the sentence has named another
  /// document by its symbol.
  private func followsSymbol(_ start: Int) -> Bool {
    let reader = WordReader(bytes)
    let bound = max(0, start - Self.longestSentence)
    var first = start
    while first > bound, !endsSentence(first - 1) { first -= 1 }
    var end = first
    while end < start {
      let token = reader.skipSpace(from: end)
      end = max(reader.tokenEnd(from: token), token + 1)
      if end <= start, isDocumentSymbol(token..<end) { return true }
    }
    return false
  }

  /// How far back a sentence is looked through, in bytes.
  private static let longestSentence = 400

  func endsSentence(_ offset: Int) -> Bool {
    [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "\n")]
      .contains(bytes[offset]) && (bytes.byte(at: offset + 1)?.isWhitespace ?? true)
  }

  /// "(A/74/5)", "CTOC/COP/2019/5": capitals, a slash, a number.
  private func isDocumentSymbol(_ token: Range<Int>) -> Bool {
    let core = bytes[token].drop { !$0.isLetterOrDigit }
    let organ = core.prefix { $0 != UInt8(ascii: "/") }
    return !organ.isEmpty && organ.count < core.count && organ.allSatisfy(\.isCapital)
      && core.contains(where: \.isDigit)
  }

  private func tokenStart(before end: Int) -> Int {
    var start = end
    while start > 0, !bytes[start - 1].isWhitespace, spaceStart(before: start) == start {
      start -= 1
    }
    return start
  }

  private func isSymbol(_ token: Range<Int>) -> Bool {
    bytes[token].contains(UInt8(ascii: "/")) && bytes[token].contains(where: \.isDigit)
  }

  /// Whether a number or symbol, or a point such as `(b)`, ends here: the instrument of the
  /// reference, or a part of one.
  private func isNumbered(_ token: Range<Int>) -> Bool {
    guard let last = token.last else { return false }
    return bytes[token].contains(where: \.isDigit) || bytes[last] == UInt8(ascii: ")")
      || bytes[token].allSatisfy(\.isRoman)
  }

  /// Whether a word with a capital ends here that does not begin its sentence.
  private func isName(_ token: Range<Int>) -> Bool {
    guard !token.isEmpty, bytes[token.lowerBound].isCapital else { return false }
    let before = spaceStart(before: token.lowerBound)
    return before > 0 && before < token.lowerBound && bytes[before - 1] != UInt8(ascii: ".")
  }

  /// Whether a word in capitals ends here: "FATF recommendation 13".
  private func isAcronym(_ token: Range<Int>) -> Bool {
    token.count > 1 && bytes[token].allSatisfy(\.isCapital)
  }

  /// Whether a word with a full stop ends here: "ibid.", "op. cit."
  private func isAbbreviation(_ token: Range<Int>) -> Bool {
    token.last.map { bytes[$0] == UInt8(ascii: ".") } ?? false
  }

  /// Whether the word for a part of a document ends here, itself without a number: "annex".
  private func isDivision(_ end: Int) -> Bool { noun(before: end)?.isLettered == true }

  private func isPossessive(_ token: Range<Int>) -> Bool {
    let endings: [StaticString] = ["'s", "s'", "’s", "s’"]
    return endings.contains { ending in
      bytes[token].suffix(ending.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    }
  }
}
