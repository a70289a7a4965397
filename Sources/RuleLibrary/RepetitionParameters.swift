public import SourceText
internal import YAMLSyntax

/// Where words may stand twice: a rule of the kind `repetition`.
public struct RepetitionParameters: Sendable {
  /// Words that can follow themselves: "had", "that".
  public let exceptions: [TextSlice]
  /// Where the rule says nothing.
  public let silentIn: TextZones
}

extension RepetitionParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    exceptions = fields[.except].map { reader.slices($0, of: "except") } ?? []
    silentIn = TextZones.read(fields[.silentIn], &reader)
  }
}
