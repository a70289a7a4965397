internal import SourceText

/// Where a rule of the kind `spelling` looks at words.
public struct SpellingParameters: Sendable {
  public let silentIn: TextZones
  /// Words of other languages, near which there are others: "de", "pour".
  public let foreignWords: TextList
  /// What makes another word of a word without a hyphen: "bio", "micro".
  public let prefixes: TextList
  /// Words that have a capital within a sentence and are no names of persons: "Committee".
  public let institutions: TextList
  /// What systematic names of chemicals are made of: "chloro", "benz", "ene".
  public let chemicalParts: WordParts
}

/// What words can be put together from.
public struct WordParts: Sendable {
  private let parts: TextList

  init(_ parts: TextList) {
    self.parts = parts
  }

  /// Shorter words are too often made of parts by chance.
  private static let fewestLetters = 7

  /// Whether a word is parts from its beginning to its end, whatever its capitals.
  public func make(_ word: String) -> Bool {
    let letters = Array(word.lowercased().utf8)
    guard letters.count >= Self.fewestLetters else { return false }
    var isReached = [Bool](repeating: false, count: letters.count + 1)
    isReached[0] = true
    for start in letters.indices where isReached[start] {
      for part in parts where part.withBytes({ letters[start...].starts(with: $0) }) {
        isReached[start + part.count] = true
      }
    }
    return isReached[letters.count]
  }
}

extension SpellingParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    silentIn = TextZones.read(fields[.silentIn], &reader)
    foreignWords = reader.list(fields[.spareBeside], of: "spare-beside")
    prefixes = reader.list(fields[.prefixes], of: "prefixes")
    institutions = reader.list(fields[.institutions], of: "institutions")
    chemicalParts = WordParts(reader.list(fields[.chemicalParts], of: "chemical-parts"))
  }
}
