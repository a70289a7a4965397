public import Diagnostics
public import RunningText
public import SourceText

/// All words and phrases that the rules of the kind `terms` name, in one trie: each has a number there.
public struct TermTable: Sendable {
  /// What a phrase is to the rule that names it.
  fileprivate enum Role {
    /// A phrase in which an avoided word is right.
    case exception
    /// The position of a term.
    case term(Int)
    /// The positions of a family, and of a stem and an ending in it.
    case member(Int, stem: Int, ending: Int)
  }

  /// The words of one rule. An object, since texts are full of words that some rule names, and its
  /// parameters would be copied for each.
  public final class List: Sendable {
    public let rule: RuleID
    public let parameters: TermParameters
    /// The numbers of its phrases.
    fileprivate let phrases: Range<Int>

    fileprivate init(_ rule: RuleID, _ parameters: TermParameters, from first: Int) {
      self.rule = rule
      self.parameters = parameters
      phrases = first..<first + parameters.phraseCount
    }
  }

  public let trie: WordTrie
  private let lists: [List]

  /// - Parameters:
  ///   - rules: The rules of the kind `terms`; others are passed over.
  ///   - trie: The trie of their phrases, where it was made while the program was built.
  init(_ rules: [Rule], trie: WordTrie? = nil) {
    var first = 0
    lists = rules.compactMap { rule in
      guard let parameters = rule.parameters.terms else { return nil }
      let list = List(rule.id, parameters, from: first)
      first = list.phrases.upperBound
      return list
    }
    self.trie = trie ?? Self.trie(of: lists.map(\.parameters))
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

  /// The list that has a phrase.
  public func list(of phrase: Int) -> List {
    lists[lists.partitioningIndex { phrase < $0.phrases.upperBound }]
  }

  /// Whether the rule that names a phrase avoids it as it was typed.
  public func avoids(_ phrase: Int, typed: TextSlice) -> Bool {
    let list = list(of: phrase)
    return list.parameters.avoids(list.role(of: phrase), typed)
  }

  /// Whether a phrase is one in which an avoided word is right.
  public func isException(_ phrase: Int) -> Bool {
    if case .exception = list(of: phrase).role(of: phrase) { return true }
    return false
  }

  /// What is avoided and what is preferred; nil for an exception.
  public func words(of phrase: Int) -> (avoided: String, preferred: String)? {
    let list = list(of: phrase)
    return list.parameters.words(of: list.role(of: phrase))
  }
}

extension TermTable.List {
  /// What one of its phrases is.
  fileprivate func role(of phrase: Int) -> TermTable.Role {
    parameters.role(of: phrase - phrases.lowerBound)
  }
}

extension TermParameters {
  fileprivate var phraseCount: Int {
    terms.count + exceptions.count + families.reduce(0) { $0 + $1.count }
  }

  /// What a phrase of the rule is.
  /// - Parameter phrase: Its number among those of the rule.
  fileprivate func role(of phrase: Int) -> TermTable.Role {
    if phrase < terms.count { return .term(phrase) }
    var number = phrase - terms.count - exceptions.count
    for index in families.indices where number >= 0 {
      let count = families[index].count
      if number < count {
        let (stem, ending) = number.quotientAndRemainder(
          dividingBy: families[index].endings.count)
        return .member(index, stem: stem, ending: ending)
      }
      number -= count
    }
    return .exception
  }

  fileprivate func avoids(_ role: TermTable.Role, _ typed: TextSlice) -> Bool {
    guard matchesCase else {
      if case .exception = role { return false }
      return true
    }
    if case .term(let index) = role { return terms[index].avoided == typed }
    return words(of: role)?.avoided == typed.string
  }

  fileprivate func words(of role: TermTable.Role) -> (avoided: String, preferred: String)? {
    switch role {
    case .exception: return nil
    case .term(let index): return (terms[index].avoided.string, terms[index].preferred.string)
    case .member(let index, let stem, let ending):
      let beginning = families[index].stems[stem].string
      let end = families[index].endings[ending]
      return (beginning + end.avoided.string, beginning + end.preferred.string)
    }
  }
}

extension TermParameters.Family {
  fileprivate var count: Int { stems.count * endings.count }
}
