internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds commas before the "and" that ends a list.
///
/// Such a comma is right between clauses, so that only lists are looked at that cannot be clauses:
/// single words after a preposition, names, and what begins with an article.
struct EnumerationCheck: PhraseCheck, Sendable {
  private let rule: RuleID
  /// The list of the words for "and" among the phrases that are looked for.
  private let joiners: Int
  private var leads = WordTrie()
  private var followers = WordTrie()
  private var articles = WordTrie()
  private let endings: [TextSlice]

  init?(_ library: RuleLibrary, _ phrases: PhraseRegister) {
    guard let rule = library.rules(of: .enumeration).first,
      let parameters = rule.parameters.enumeration
    else { return nil }
    self.rule = rule.id
    endings = parameters.endings
    joiners = phrases.list(of: rule.id)
    for word in parameters.leads { leads.insert(word) }
    for word in parameters.followers { followers.insert(word) }
    for word in parameters.articles { articles.insert(word) }
  }

  func check(
    _ passage: Passage, _ wording: Wording, _ phrases: PhraseRegister, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard passage.role == .text else { return }
    for joiner in phrases.matches(of: joiners) {
      let comma = joiner.tokens.lowerBound - 1
      guard wording.isMark(",", at: comma), wording.tokens[comma].zones.isEmpty,
        endsList(joiner, comma, wording, context)
      else { continue }
      let words = wording.string(of: joiner.tokens)
      let range = wording.tokens[comma].range
      findings.append(
        Finding(
          rule, at: context.place(passage.text, range),
          "no comma stands before the “\(words)” that ends a list",
          fixes: context.rewriting(
            passage.text, range, as: "", isSafe: false, title: "Take out the comma")))
    }
  }

  /// The most words that an item of a list has.
  private static let mostWords = 4

  /// Whether a comma and an "and" stand before the last item of what is certainly a list.
  private func endsList(
    _ joiner: WordTrie.Match, _ comma: Int, _ wording: Wording, _ context: CheckContext
  ) -> Bool {
    if let items = items(before: comma, wording), let first = items.last?.lowerBound,
      let end = endOfItem(joiner.tokens.upperBound, wording), isList(first, end, wording)
    {
      return !isTownWithCountry(items, wording, context)
    }
    return areStates(joiner.tokens.upperBound, comma, wording, context)
  }

  /// Whether the first of two items lies in the second: "in Geneva, Switzerland, and Nairobi".
  private func isTownWithCountry(
    _ items: [Range<Int>], _ wording: Wording, _ context: CheckContext
  ) -> Bool {
    items.count == 2 && items.allSatisfy { isName($0, wording) }
      && isState(items[0], wording, context) && !isState(items[1], wording, context)
  }

  /// Whether three States or more are listed, the last of which begins at a token.
  private func areStates(
    _ start: Int, _ comma: Int, _ wording: Wording, _ context: CheckContext
  ) -> Bool {
    var end = start
    while wording.token(at: end)?.isNameLike == true { end += 1 }
    guard isState(start..<end, wording, context) else { return false }
    var count = 0
    end = comma
    while true {
      var start = end
      while wording.token(at: start - 1)?.isNameLike == true { start -= 1 }
      guard isState(start..<end, wording, context) else { return false }
      count += 1
      guard wording.isMark(",", at: start - 1) else { return count >= 2 }
      end = start - 1
    }
  }

  private func isState(_ tokens: Range<Int>, _ wording: Wording, _ context: CheckContext) -> Bool {
    !tokens.isEmpty
      && context.stateNames?.position(of: wording.string(of: tokens)) != nil
  }

  /// The end of the item of a list that begins at a token.
  private func endOfItem(_ start: Int, _ wording: Wording) -> Int? {
    var end = start
    while wording.token(at: end)?.isWord == true, end - start < Self.mostWords,
      followers.longestMatch(at: end, in: wording) == nil
    {
      end += 1
    }
    return isItem(start..<end, wording) ? end : nil
  }

  /// Two or more items of a list, with commas between them, that end before a comma: the last first.
  private func items(before comma: Int, _ wording: Wording) -> [Range<Int>]? {
    var items: [Range<Int>] = []
    var end = comma
    while true {
      var start = end
      while let token = wording.token(at: start - 1), token.isWord, end - start < Self.mostWords,
        leads.longestMatch(at: start - 1, in: wording) == nil
      {
        start -= 1
      }
      guard isItem(start..<end, wording) else { return nil }
      items.append(start..<end)
      guard wording.isMark(",", at: start - 1) else { return items.count >= 2 ? items : nil }
      end = start - 1
    }
  }

  /// Whether what stands around a list shows that it is one: a preposition before it and the end of
  /// a clause after it, or that it is the subject of a sentence.
  private func isList(_ start: Int, _ end: Int, _ wording: Wording) -> Bool {
    let startsSentence = wording.tokens[start].traits.contains(.startsSentence)
    if followers.longestMatch(at: end, in: wording) != nil { return startsSentence }
    let endsClause =
      wording.token(at: end).map { $0.kind == .paragraphBreak } ?? true
      || [".", ";", ":", ")"].contains { wording.isMark($0, at: end) }
    return endsClause && leads.longestMatch(at: start - 1, in: wording) != nil
  }

  /// Whether some words can be an item of a list but not a clause.
  private func isItem(_ tokens: Range<Int>, _ wording: Wording) -> Bool {
    guard let first = tokens.first, wording.isWhole(tokens) else { return false }
    if isName(tokens, wording) { return true }
    if tokens.count > 1 { return articles.longestMatch(at: first, in: wording) != nil }
    let word = wording.text[wording.tokens[first].range]
    return !endings.contains { ending in
      word.count > ending.count && word[word.count - ending.count..<word.count] == ending
    }
  }

  private func isName(_ tokens: Range<Int>, _ wording: Wording) -> Bool {
    wording.tokens[tokens].allSatisfy { $0.traits.contains(.capitalized) }
  }
}
