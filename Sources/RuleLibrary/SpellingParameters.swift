/// Where a rule of the kind `spelling` looks at words.
public struct SpellingParameters: Sendable {
  public let silentIn: TextZones
  /// Words of other languages, near which there are others: "de", "pour".
  public let foreignWords: Set<String>
  /// What makes another word of a word without a hyphen: "bio", "micro".
  public let prefixes: [String]
  /// Words that have a capital within a sentence and are no names of persons: "Committee".
  public let institutions: [String]
  /// What systematic names of chemicals are made of: "chloro", "benz", "ene".
  public let chemicalParts: WordParts
}

/// What words can be put together from.
public struct WordParts: Sendable {
  private let parts: [[UInt8]]

  init(_ parts: [String]) {
    self.parts = parts.map { Array($0.utf8) }
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
      for part in parts where letters[start...].starts(with: part) {
        isReached[start + part.count] = true
      }
    }
    return isReached[letters.count]
  }
}

extension SpellingParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    silentIn = TextZones.read(fields[.silentIn], &reader)
    foreignWords = Set(fields[.spareBeside].map { reader.texts($0, of: "spare-beside") } ?? [])
    prefixes = fields[.prefixes].map { reader.texts($0, of: "prefixes") } ?? []
    institutions = fields[.institutions].map { reader.texts($0, of: "institutions") } ?? []
    chemicalParts = WordParts(
      fields[.chemicalParts].map { reader.texts($0, of: "chemical-parts") } ?? [])
  }
}
