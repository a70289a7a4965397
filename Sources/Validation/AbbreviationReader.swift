internal import ReportModel
internal import RunningText
internal import SourceText

/// Tells abbreviations from other words in capitals.
struct AbbreviationReader {
  private var known = WordTrie()
  /// "Mr", "Ms": what follows is a name, be it in capitals.
  private var titles = WordTrie()

  private var joiners = WordTrie()
  private let pluralEnding = TextSlice("s")

  init(stoppedWords: [String]) {
    for word in stoppedWords { titles.insert(word) }
  }

  /// Adds an abbreviation that is left alone, and its plural.
  mutating func know(_ abbreviation: TextSlice) {
    known.insert(abbreviation)
    known.insert(abbreviation, pluralEnding)
  }

  /// Adds a word that may stand between a name and its abbreviation.
  mutating func take(asJoiner word: TextSlice) { joiners.insert(word) }

  /// An abbreviation without the "s" of the plural.
  func name(at index: Int, in wording: Wording) -> TextSlice {
    let token = wording.tokens[index]
    let isPlural = token.traits.contains(.pluralCapitals)
    let range = token.range
    return wording.text[range.lowerBound..<range.upperBound - (isPlural ? 1 : 0)]
  }

  /// Whether a token in capitals is an abbreviation that has to be introduced.
  func isAbbreviation(at index: Int, in wording: Wording) -> Bool {
    let token = wording.tokens[index]
    return !token.traits.contains(.hasDigits)
      && !isDesignation(index, wording) && !isAmongCapitals(index, wording)
      && known.longestMatch(at: index, in: wording) == nil
      && NumberingStyle.upperRoman.parse(wording.string(at: index)) == nil
      && !isInPersonalName(index, wording)
  }

  /// Whether the capitals are a unit, a currency or a part of a designation: "5 MW", "US$", "WG.4",
  /// "CTOC/COP", "COP 28", "HFC-134a".
  private func isDesignation(_ index: Int, _ wording: Wording) -> Bool {
    let isUnit =
      wording.tokens[index].count <= 3 && wording.token(at: index - 1)?.kind == .number
    if isUnit || wording.tokens[index].isJoined && isSign(index - 1, wording) { return true }
    let next = wording.token(at: index + 1)
    // "MEPC 82/7/3"
    let isNumbered =
      next?.kind == .number || next?.kind == .symbol && next?.traits.contains(.capitalized) == false
      || isBeforeNumber(index, wording)
    let isNamed = wording.compound(around: index).contains {
      wording.hasDigits($0) || wording.isLetter($0)
    }
    if isNumbered || isNamed { return true }
    guard wording.token(at: index + 1)?.isJoined == true else { return false }
    if isSign(index + 1, wording) || isGlued(index, wording) { return true }
    guard let number = wording.token(at: index + 2), number.isJoined else { return false }
    return number.kind == .number || number.kind == .symbol
  }

  /// Whether a word cut short and a number follow: "CAS No. 335-67-1".
  private func isBeforeNumber(_ index: Int, _ wording: Wording) -> Bool {
    titles.longestMatch(at: index + 1, in: wording) != nil && wording.isMark(".", at: index + 2)
      && wording.token(at: index + 3)?.kind == .number
  }

  /// Whether more letters follow a comma at once: the vaccine "RTS,S".
  private func isGlued(_ index: Int, _ wording: Wording) -> Bool {
    guard wording.isMark(",", at: index + 1), let next = wording.token(at: index + 2) else {
      return false
    }
    return next.isWord && next.isJoined
  }

  private func isSign(_ index: Int, _ wording: Wording) -> Bool {
    wording.isMark("$", at: index) || wording.isMark("/", at: index)
  }

  /// Whether the words around are in capitals too, so that these are no sign of an abbreviation.
  private func isAmongCapitals(_ index: Int, _ wording: Wording) -> Bool {
    let previous = wording.token(at: index - 1)?.isInCapitals ?? false
    let next = wording.token(at: index + 1)?.isInCapitals ?? false
    return previous || next
  }

  /// Whether a word in capitals is a surname: a title and names stand before it, as in
  /// "Mr. Jean DUPONT", or a name that may be a first name, as in "Marie DUPONT".
  private func isInPersonalName(_ index: Int, _ wording: Wording) -> Bool {
    guard wording.tokens[index].traits.contains(.allCapitals) else { return false }
    if let previous = wording.token(at: index - 1), previous.isWord, previous.isNameLike {
      return true
    }
    var before = index - 1
    while let token = wording.token(at: before), index - before <= 8 {
      if token.kind == .mark {
        guard wording.isMark(".", at: before) || wording.isHyphen(at: before) else { return false }
      } else {
        guard token.isWord, token.traits.contains(.capitalized) else { return false }
        if titles.longestMatch(at: before, in: wording) != nil { return true }
      }
      before -= 1
    }
    return false
  }
}

// MARK: - Introductions

extension AbbreviationReader {
  /// Whether a token in capitals is introduced where it stands: "Full Name (ABBR)".
  ///
  /// The other way round, "ABBR (Full Name)", is taken for an introduction too.
  func introduces(at index: Int, in wording: Wording) -> Bool {
    isAfterName(index, wording) || isBeforeName(index, wording) || isInApposition(index, wording)
  }

  private func isAfterName(_ index: Int, _ wording: Wording) -> Bool {
    var start = index - 1
    if wording.isQuotationMark(at: start) { start -= 1 }
    // "(hereinafter ABBR)", "(the ABBR)"
    if wording.token(at: start)?.isWord == true, wording.isMark("(", at: start - 1) { start -= 1 }
    guard wording.isMark("(", at: start), let before = wording.token(at: start - 1),
      before.isWord || before.kind == .possessive || before.kind == .number
        || wording.isQuotationMark(at: start - 1)
    else { return false }
    // "(REDD-plus)"
    var end = wording.compound(around: index).upperBound
    if wording.isQuotationMark(at: end) { end += 1 }
    return [")", ",", ";"].contains { wording.isMark($0, at: end) }
  }

  /// "calcium ammonium nitrate, or CAN,"
  private func isInApposition(_ index: Int, _ wording: Wording) -> Bool {
    wording.isMark(",", at: index - 2) && wording.isMark(",", at: index + 1)
      && joiners.longestMatch(at: index - 1, in: wording) != nil
  }

  private func isBeforeName(_ index: Int, _ wording: Wording) -> Bool {
    wording.isMark("(", at: index + 1)
      && wording.token(at: index + 2)?.traits.contains(.capitalized) == true
  }
}

extension Token {
  /// Whether a word is in capitals, but for the "s" of a plural.
  var isInCapitals: Bool {
    kind == .word && !traits.isDisjoint(with: [.allCapitals, .pluralCapitals])
  }
}

extension Wording {
  /// Whether a token has figures in it.
  func hasDigits(_ index: Int) -> Bool { tokens[index].traits.contains(.hasDigits) }

  /// Whether a token is one letter, as in "β-HCH".
  func isLetter(_ index: Int) -> Bool {
    tokens[index].isWord && (tokens[index].count == 1 || string(at: index).count == 1)
  }

  /// Whether a double quotation mark stands at an index.
  func isQuotationMark(at index: Int) -> Bool {
    guard let token = token(at: index), token.kind == .mark else { return false }
    return ["“", "”", "\""].contains(string(at: index))
  }
}
