internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Looks for words that rule files avoid. All lists together are looked for in one pass.
struct TermsCheck: WordCheck, Sendable {
  private let table: TermTable
  private var matches: [WordTrie.Match] = []

  init(_ library: RuleLibrary) {
    table = library.terms
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    matches.removeAll(keepingCapacity: true)
    table.trie.forEachMatch(in: wording) { matches.append($0) }
    for index in matches.indices where isAvoided(index, wording) && !isOverruled(index) {
      if let finding = finding(matches[index], passage, wording, context) {
        findings.append(finding)
      }
    }
  }

  private func finding(
    _ match: WordTrie.Match, _ passage: Passage, _ wording: Wording, _ context: CheckContext
  ) -> Finding? {
    let list = table.list(of: match.phrase)
    let parameters = list.parameters
    let token = wording.tokens[match.tokens.lowerBound]
    guard !parameters.silentIn.contains(passage.role), !parameters.silentIn.cover(token),
      parameters.findsParts || wording.isWhole(match.tokens), !wording.runsOn(after: match.tokens),
      !parameters.sparesNames || !wording.isInName(match.tokens.lowerBound),
      parameters.place == nil || isWithinHeading(match.tokens, passage, wording),
      parameters.follower.map({ wording.hasFollower($0, after: match.tokens) }) ?? true,
      !wording.isWord(at: match.tokens.lowerBound - 1, among: parameters.foreignWords),
      let (_, preferred) = table.words(of: match.phrase)
    else { return nil }
    let typed = wording.string(of: match.tokens)
    // "UN DESA/POP/2024/NO. 9" is the number that a publisher gave.
    if token.isInCapitals, wording.token(at: match.tokens.upperBound)?.kind == .symbol {
      return nil
    }
    var written = parameters.matchesCase ? preferred : Self.cased(preferred, like: typed)
    var range = wording.range(of: match.tokens)
    // "policewomen’s" becomes "police officers’".
    if written.hasSuffix("s"), let possessive = wording.token(at: match.tokens.upperBound),
      possessive.kind == .possessive
    {
      written += "’"
      range = range.lowerBound..<possessive.range.upperBound
    }
    return Finding(
      list.rule, at: context.place(passage.text, range),
      "write “\(written)”, not “\(wording.text[range])”",
      caption: written,
      fixes: context.rewriting(passage.text, range, as: written, isSafe: parameters.isSafe))
  }

  /// Whether some words stand in a heading, not at its start or after a label or dash, and no name goes
  /// on after them.
  private func isWithinHeading(_ tokens: Range<Int>, _ passage: Passage, _ wording: Wording)
    -> Bool
  {
    passage.role == .title && tokens.lowerBound > 0
      && !wording.tokens[tokens.lowerBound].traits.contains(.startsSentence)
      && (wording.isMark(",", at: tokens.lowerBound - 1)
        || wording.token(at: tokens.lowerBound - 1)?.kind != .mark)
      && wording.token(at: tokens.upperBound)?.isNameLike != true
  }

  /// Whether what stands at a match is avoided as it was typed.
  private func isAvoided(_ index: Int, _ wording: Wording) -> Bool {
    let range = wording.range(of: matches[index].tokens)
    return table.avoids(matches[index].phrase, typed: wording.text[range])
  }

  /// Whether a list avoids a word by itself.
  func avoids(_ word: String) -> Bool {
    var wording = Wording()
    wording.read(TextSlice(word))
    guard let match = table.trie.longestMatch(at: 0, in: wording) else { return false }
    return match.tokens == wording.tokens.indices && table.words(of: match.phrase) != nil
  }

  /// Whether a phrase around a term says that it is right there, or is a longer term.
  ///
  /// Matches are in the order of their first tokens, and none is longer than the longest phrase.
  private func isOverruled(_ index: Int) -> Bool {
    let match = matches[index]
    func overrules(_ other: WordTrie.Match) -> Bool {
      guard other.tokens.upperBound >= match.tokens.upperBound,
        table.list(of: other.phrase) === table.list(of: match.phrase)
      else { return false }
      return table.isException(other.phrase) || other.tokens.count > match.tokens.count
    }
    var earlier = index
    while earlier > 0,
      matches[earlier - 1].tokens.lowerBound + table.trie.longestCount >= match.tokens.upperBound
    {
      earlier -= 1
      if overrules(matches[earlier]) { return true }
    }
    return matches[index...].dropFirst()
      .prefix { $0.tokens.lowerBound == match.tokens.lowerBound }.contains(where: overrules)
  }

  /// A word with the capitals that another has.
  private static func cased(_ word: String, like typed: String) -> String {
    guard let first = typed.first, first.isUppercase else { return word }
    let isAllCapitals = typed.count > 1 && typed == typed.uppercased()
    return isAllCapitals ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
  }
}

extension Wording {
  /// Whether there is a word at an index that is one of some.
  fileprivate func isWord(at index: Int, among words: [TextSlice]) -> Bool {
    guard !words.isEmpty, let token = token(at: index), token.isWord else { return false }
    return words.contains { $0.string == string(at: index) }
  }

  /// Whether what follows some tokens is what a rule asks for.
  fileprivate func hasFollower(_ follower: TermParameters.Follower, after tokens: Range<Int>)
    -> Bool
  {
    guard let next = token(at: tokens.upperBound) else { return follower == .smallLetters }
    switch follower {
    case .figures:
      // "Plan para 2030" is of another language, but "Convention No 189" is not.
      let previous = token(at: tokens.lowerBound - 1)
      let isSmall = !self.tokens[tokens.lowerBound].traits.contains(.capitalized)
      let isInName =
        isSmall && !isMark(".", at: tokens.upperBound - 1)
        && (previous.map { $0.isWord && $0.isNameLike } ?? false)
      // "No 2024 contributions", "No 10 Downing Street"
      let isYear = text[next.range].isYear
      let startsSentence = self.tokens[tokens.lowerBound].traits.contains(.startsSentence)
      return next.kind == .number && !next.isJoined && !isInName && !isYear && !startsSentence
    case .smallLetters:
      if next.isWord { return !next.isJoined && next.traits.isEmpty }
      return [",", ".", ";", ":", ")"].contains { isMark($0, at: tokens.upperBound) }
    }
  }

  /// Whether a capitalized word is part of a name.
  ///
  /// Within a sentence the capital says so. At its start the words that follow do: "Organisation for
  /// Economic Co-operation and Development".
  func isInName(_ index: Int) -> Bool {
    let first = compound(around: index).lowerBound
    guard tokens[first].traits.contains(.capitalized) else { return false }
    if tokens[first].isNameLike { return true }
    var next = first + 1
    while let token = token(at: next), token.isWord, next < first + 3 {
      if token.traits.contains(.capitalized) { return true }
      guard token.count <= 3 else { return false }
      next += 1
    }
    return token(at: next).map { $0.isWord && $0.isNameLike } ?? false
  }
}
