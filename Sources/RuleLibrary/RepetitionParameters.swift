internal import YAMLSyntax

/// Where words may stand twice: a rule of the kind `repetition`.
public struct RepetitionParameters: Sendable {
  /// Words that can follow themselves: "had", "that".
  public let exceptions: TextList
  /// Where the rule says nothing.
  public let silentIn: TextZones
}

extension RepetitionParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    exceptions = reader.list(fields[.except], of: "except")
    silentIn = TextZones.read(fields[.silentIn], &reader)
  }
}
