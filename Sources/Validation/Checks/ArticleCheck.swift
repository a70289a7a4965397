internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds "a" before the sound of a vowel, and "an" before that of a consonant.
///
/// Only what is certain is looked at: words in small letters, and beginnings that the rule has.
struct ArticleCheck: WordCheck {
  private let rule: RuleID
  private let parameters: ArticleParameters
  private var articles = WordTrie()

  private enum Sound {
    case consonant, vowel
  }

  init?(_ context: CheckContext) {
    guard let rule = context.library.rules(of: .article).first,
      let parameters = rule.parameters.article
    else { return nil }
    self.rule = rule.id
    self.parameters = parameters
    for article in parameters.articles { articles.insert(article) }
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard !parameters.silentIn.contains(passage.role) else { return }
    articles.forEachMatch(in: wording) { match in
      let index = match.tokens.lowerBound
      guard isArticle(index, wording), let sound = sound(of: index + 1, wording) else { return }
      let written = parameters.articles[sound == .vowel ? 1 : 0]
      let range = wording.tokens[index].range
      let typed = wording.text[range].string
      guard typed.lowercased() != written else { return }
      let isCapital = wording.tokens[index].traits.contains(.capitalized)
      let article = isCapital ? written.prefix(1).uppercased() + written.dropFirst() : written
      findings.append(
        Finding(
          rule, at: context.place(passage.text, range),
          "“\(typed)” does not go with the sound of “\(wording.string(at: index + 1))”; write “\(article)”",
          caption: article,
          fixes: context.rewriting(passage.text, range, as: article, isSafe: true)))
    }
  }

  /// Whether a word is an article, and not the label of something or a word of another language.
  private func isArticle(_ index: Int, _ wording: Wording) -> Bool {
    let token = wording.tokens[index]
    guard !token.isNameLike, !token.isJoined, !parameters.silentIn.cover(token),
      wording.isWhole(index..<index + 1), let next = wording.token(at: index + 1),
      next.isWord, !next.isJoined, next.zones == token.zones
    else { return false }
    guard let before = wording.token(at: index - 1), !token.traits.contains(.startsSentence) else {
      // "An Taisce" is a name.
      return !next.traits.contains(.capitalized)
    }
    return before.isWord ? !before.isNameLike : wording.isMark(",", at: index - 1)
  }

  /// The sound that a word begins with; nil where that is not certain.
  private func sound(of index: Int, _ wording: Wording) -> Sound? {
    let typed = wording.string(at: index)
    guard !parameters.exceptions.contains(typed) else { return nil }
    // The letters of an abbreviation are spoken one by one, or not: only the list knows.
    guard wording.tokens[index].traits.isSubset(of: .capitalized) else {
      if parameters.vowels.contains(typed) { return .vowel }
      return parameters.consonants.contains(typed) ? .consonant : nil
    }
    guard typed.utf8.count > 2 else { return nil }
    let word = typed.lowercased()
    let vowel = Self.longestBeginning(of: word, among: parameters.vowels)
    let consonant = Self.longestBeginning(of: word, among: parameters.consonants)
    if max(vowel, consonant) > 0 { return vowel > consonant ? .vowel : .consonant }
    switch word.utf8.first {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"): return .vowel
    // "An hotel" has its friends, and of "u" nobody can be sure.
    case UInt8(ascii: "h"), UInt8(ascii: "u"), UInt8(ascii: "y"): return nil
    case .some(UInt8(ascii: "b")...UInt8(ascii: "z")): return .consonant
    default: return nil
    }
  }

  private static func longestBeginning(of word: String, among beginnings: [String]) -> Int {
    beginnings.reduce(0) { word.hasPrefix($1) ? max($0, $1.utf8.count) : $0 }
  }
}
