internal import Diagnostics
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// The phrases that rules of several kinds name, in one trie, so that a text is looked through once
/// for all of them.
struct PhraseRegister: Sendable {
  private var trie = WordTrie()
  /// For each phrase of the trie its list, and its number there.
  private var entries: [(list: Int, number: Int)] = []
  private var listOfRule: [RuleID: Int] = [:]
  /// For each list the phrases that stand in the text that was read last, in the order of the text.
  private var matches: [[WordTrie.Match]] = []

  /// - Parameter library: The rules whose phrases are looked for.
  init(_ library: RuleLibrary) {
    for kind in CheckKind.allCases where kind.hasData {
      for rule in library.rules(of: kind) {
        guard let phrases = rule.parameters.soughtPhrases else { continue }
        for (number, phrase) in phrases.enumerated() {
          trie.insert(phrase)
          entries.append((matches.count, number))
        }
        listOfRule[rule.id] = matches.count
        matches.append([])
      }
    }
  }

  /// The list of the phrases that a rule names, from 0.
  func list(of rule: RuleID) -> Int {
    guard let list = listOfRule[rule] else {
      preconditionFailure("the rule \(rule) names no phrases")
    }
    return list
  }

  /// Looks for the phrases in a text.
  mutating func read(_ wording: Wording) {
    for list in matches.indices where !matches[list].isEmpty {
      matches[list].removeAll(keepingCapacity: true)
    }
    trie.forEachMatch(in: wording) { match in
      let (list, number) = entries[match.phrase]
      matches[list].append(WordTrie.Match(phrase: number, tokens: match.tokens))
    }
  }

  /// The phrases of a list that stand in the text that was read last, by their numbers in the list.
  func matches(of list: Int) -> [WordTrie.Match] { matches[list] }
}

extension CheckParameters {
  /// The phrases by which the rule finds what it looks at; nil where it goes by something else.
  fileprivate var soughtPhrases: [TextSlice]? {
    if let consistency { return consistency.forms + consistency.avoided }
    if let numberStyle { return numberStyle.words.map(\.word) }
    if let enumeration { return enumeration.joiners }
    if let agenda { return agenda.item + agenda.items }
    if let article { return article.articles.map { TextSlice($0) } }
    return formerName?.names
  }
}
