/// Where a rule of the kind `spelling` looks at words.
public struct SpellingParameters: Sendable {
  public let silentIn: TextZones
  /// Words of other languages, near which there are others: "de", "pour".
  public let foreignWords: Set<String>
}

extension SpellingParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    silentIn = TextZones.read(fields[.silentIn], &reader)
    foreignWords = Set(fields[.spareBeside].map { reader.texts($0, of: "spare-beside") } ?? [])
  }
}
