internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds "a" before the sound of a vowel, and "an" before that of a consonant.
///
/// Only what is certain is looked at: words in small letters, and beginnings that the rule has.
struct ArticleCheck: PhraseCheck {
  private let rule: RuleID
  private let parameters: ArticleParameters
  /// The list of the articles among the phrases that are looked for.
  private let articles: Int
  /// How words begin whose first letter does not say how they sound, by that letter; the longest
  /// first.
  private var beginnings: [UInt8: [(letters: [UInt8], sound: Sound)]] = [:]

  private enum Sound {
    case consonant, vowel
  }

  init?(_ context: CheckContext) {
    guard let rule = context.library.rules(of: .article).first,
      let parameters = rule.parameters.article
    else { return nil }
    self.rule = rule.id
    self.parameters = parameters
    articles = context.phrases.list(of: rule.id)
    for beginning in parameters.vowels { insert(beginning, .vowel) }
    for beginning in parameters.consonants { insert(beginning, .consonant) }
    for letter in beginnings.keys {
      beginnings[letter]?.sort { $0.letters.count > $1.letters.count }
    }
  }

  func check(
    _ passage: Passage, _ wording: Wording, _ phrases: PhraseRegister, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard !parameters.silentIn.contains(passage.role) else { return }
    for match in phrases.matches(of: articles) {
      let index = match.tokens.lowerBound
      guard isArticle(index, wording), let sound = sound(of: index + 1, wording),
        (sound == .vowel) != (match.phrase == 1)
      else { continue }
      let next = wording.string(at: index + 1)
      guard !parameters.exceptions.contains(next) else { continue }
      let written = parameters.articles[sound == .vowel ? 1 : 0]
      let range = wording.tokens[index].range
      let typed = wording.text[range]
      let isCapital = wording.tokens[index].traits.contains(.capitalized)
      let article = isCapital ? written.prefix(1).uppercased() + written.dropFirst() : written
      findings.append(
        Finding(
          rule, at: context.place(passage.text, range),
          "“\(typed)” does not go with the sound of “\(next)”; write “\(article)”",
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

  private mutating func insert(_ beginning: String, _ sound: Sound) {
    let letters = Array(beginning.utf8)
    guard let first = letters.first else { return }
    beginnings[first | 0x20, default: []].append((letters, sound))
  }

  /// The sound that a word begins with; nil where that is not certain.
  private func sound(of index: Int, _ wording: Wording) -> Sound? {
    let range = wording.tokens[index].range
    let first = wording.text[range.lowerBound] | 0x20
    // The letters of an abbreviation are spoken one by one, or not: only the list knows.
    let isAbbreviation = !wording.tokens[index].traits.isSubset(of: .capitalized)
    if let beginnings = beginnings[first] {
      let nearest = beginnings.first { letters, _ in
        isAbbreviation ? isWord(letters, range, wording) : begins(letters, range, wording)
      }
      if let nearest { return nearest.sound }
    }
    guard !isAbbreviation, range.count > 2 else { return nil }
    switch first {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"): return .vowel
    // "An hotel" has its friends, and of "u" nobody can be sure.
    case UInt8(ascii: "h"), UInt8(ascii: "u"), UInt8(ascii: "y"): return nil
    case UInt8(ascii: "b")...UInt8(ascii: "z"): return .consonant
    default: return nil
    }
  }

  /// Whether a word begins with some small letters, whatever its own first is.
  private func begins(_ letters: [UInt8], _ range: Range<Int>, _ wording: Wording) -> Bool {
    letters.count <= range.count
      && letters.indices.allSatisfy {
        let byte = wording.text[range.lowerBound + $0]
        return letters[$0] == ($0 == 0 ? byte | 0x20 : byte)
      }
  }

  /// Whether a word is some letters, as they stand.
  private func isWord(_ letters: [UInt8], _ range: Range<Int>, _ wording: Wording) -> Bool {
    letters.count == range.count
      && letters.indices.allSatisfy { letters[$0] == wording.text[range.lowerBound + $0] }
  }
}
