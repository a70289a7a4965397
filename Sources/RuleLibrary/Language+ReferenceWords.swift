public import ProseSyntax
internal import ReportModel

extension Language {
  /// The words by which references are found that were typed as numbers.
  public var referenceWords: ReferenceWords {
    var words: [(word: String, kind: String)] = []
    for kind in [BlockKind.section, .paragraph, .recommendation, .annex] {
      guard let noun = nouns[kind] else { continue }
      let forms = [noun.one, noun.many, noun.shortOne, noun.shortMany]
      for word in Set(forms + typedReferences.words[kind, default: []]) {
        words.append((word, kind.rawValue))
      }
    }
    // A kind that no block has, so that their numbers lead nowhere.
    words += typedReferences.others.map { ($0, "") }
    return ReferenceWords(
      words: words.sorted { $0.word < $1.word }, conjunctions: typedReferences.conjunctions,
      ownershipWords: typedReferences.ownership, selfWords: typedReferences.selves,
      directionWords: directionWords, rangeWords: typedReferences.ranges)
  }

  /// What follows a reference to a block of this document: "above", "below".
  private var directionWords: [String] {
    [Phrase.seeAbove, .seeBelow].compactMap { phrase in
      guard case .words(let words) = pieces(of: phrase).last else { return nil }
      return String(words.drop { $0 == " " })
    }
  }
}
