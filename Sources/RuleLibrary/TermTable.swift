public import Diagnostics
public import RunningText
internal import SourceText

/// All words and phrases that the rules of the kind `terms` name, in one trie: each has a number there.
public struct TermTable: Sendable {
  /// What a phrase is to the rule that names it.
  public enum Role: Sendable {
    /// A phrase in which an avoided word is right.
    case exception
    /// The position of a term.
    case term(Int)
    /// The positions of a family, and of a stem and an ending in it.
    case member(Int, stem: Int, ending: Int)
  }

  public let rules: [(id: RuleID, parameters: TermParameters)]
  public let trie: WordTrie
  /// For each rule the number of the first phrase that is a later rule's.
  private let ends: [Int]

  /// - Parameters:
  ///   - rules: The rules of the kind `terms`; others are passed over.
  ///   - trie: The trie of their phrases, where it was made while the program was built.
  init(_ rules: [Rule], trie: WordTrie? = nil) {
    self.rules = rules.compactMap { rule in rule.parameters.terms.map { (rule.id, $0) } }
    var count = 0
    ends = self.rules.map { rule in
      count += rule.parameters.phraseCount
      return count
    }
    self.trie = trie ?? Self.trie(of: self.rules.map(\.parameters))
  }

  private static func trie(of lists: [TermParameters]) -> WordTrie {
    var trie = WordTrie()
    trie.reserve(lists.reduce(0) { $0 + $1.phraseCount })
    for list in lists {
      for term in list.terms { trie.insert(term.avoided) }
      for phrase in list.exceptions { trie.insert(phrase) }
      for family in list.families {
        for stem in family.stems {
          for ending in family.endings { trie.insert(stem, ending.avoided) }
        }
      }
    }
    return trie
  }

  /// The position of the rule that names a phrase.
  public func rule(of phrase: Int) -> Int { ends.firstIndex { phrase < $0 } ?? ends.count - 1 }

  /// What a phrase is to its rule.
  public func role(of phrase: Int) -> Role {
    let rule = rule(of: phrase)
    let parameters = rules[rule].parameters
    var number = rule == 0 ? phrase : phrase - ends[rule - 1]
    if number < parameters.terms.count { return .term(number) }
    number -= parameters.terms.count + parameters.exceptions.count
    for (index, family) in parameters.families.enumerated() where number >= 0 {
      if number < family.count {
        let (stem, ending) = number.quotientAndRemainder(dividingBy: family.endings.count)
        return .member(index, stem: stem, ending: ending)
      }
      number -= family.count
    }
    return .exception
  }

  /// What is avoided and what is preferred; nil for an exception.
  public func words(of phrase: Int) -> (avoided: String, preferred: String)? {
    let parameters = rules[rule(of: phrase)].parameters
    switch role(of: phrase) {
    case .exception: return nil
    case .term(let index):
      let term = parameters.terms[index]
      return (term.avoided.string, term.preferred.string)
    case .member(let index, let stem, let ending):
      let beginning = parameters.families[index].stems[stem].string
      let end = parameters.families[index].endings[ending]
      return (beginning + end.avoided.string, beginning + end.preferred.string)
    }
  }
}

extension TermParameters {
  fileprivate var phraseCount: Int {
    terms.count + exceptions.count + families.reduce(0) { $0 + $1.count }
  }
}

extension TermParameters.Family {
  fileprivate var count: Int { stems.count * endings.count }
}
