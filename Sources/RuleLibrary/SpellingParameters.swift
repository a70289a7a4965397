/// Where a rule of the kind `spelling` looks at words.
public struct SpellingParameters: Sendable {
  public let silentIn: TextZones
  /// Words of other languages, near which there are others: "de", "pour".
  public let foreignWords: Set<String>
  /// What makes another word of a word without a hyphen: "bio", "micro".
  public let prefixes: [String]
  /// Words that have a capital within a sentence and are no names of persons: "Committee".
  public let institutions: [String]
}

extension SpellingParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    silentIn = TextZones.read(fields[.silentIn], &reader)
    foreignWords = Set(fields[.spareBeside].map { reader.texts($0, of: "spare-beside") } ?? [])
    prefixes = fields[.prefixes].map { reader.texts($0, of: "prefixes") } ?? []
    institutions = fields[.institutions].map { reader.texts($0, of: "institutions") } ?? []
  }
}
