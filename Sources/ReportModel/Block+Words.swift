internal import SourceText

extension Block {
  /// Whether words stand where the label belongs, be it after a number: `9 The Chair spoke.`
  ///
  /// What is only a label in a form of its own has none: `12a`, `XII`, `No. 12`, `12 (bis)`.
  public var hasWordsForLabel: Bool {
    guard let label, number == nil, label.text.count > 3 else { return false }
    let words = label.string.unicodeScalars.split {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }.map(String.init).filter(Self.isWord)
    return words.count > 1 || words.contains { $0.utf8.count > 3 }
  }

  private static func isWord(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count > 1 && scalars.allSatisfy(\.properties.isAlphabetic)
      // Such as `XXX`, where a number is to come, or the label `AAA`.
      && Set(scalars).count > 1
      && LatinSuffix(word: text) == nil && NumberingStyle.upperRoman.parse(text.uppercased()) == nil
  }
}
