public import SourceText
internal import YAMLSyntax

/// What a rule of the kind `abbreviations` knows of them.
public struct AbbreviationParameters: Sendable {
  /// Those that everyone knows, which need not be introduced.
  public let known: [TextSlice]
  /// Words between a name and its abbreviation: "calcium ammonium nitrate, or CAN,".
  public let joiners: [TextSlice]
  /// The full names of others, for the fix.
  public let names: [(abbreviation: TextSlice, name: TextSlice)]
}

extension AbbreviationParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    known = fields[.known].map { reader.slices($0, of: "known") } ?? []
    joiners = fields[.joiners].map { reader.slices($0, of: "joiners") } ?? []
    names =
      fields[.names].map { reader.pairs($0, of: "names") }?
      .map { (abbreviation: $0.key, name: $0.value) } ?? []
  }
}
