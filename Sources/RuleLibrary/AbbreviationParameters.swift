internal import YAMLSyntax

/// What a rule of the kind `abbreviations` knows of them.
public struct AbbreviationParameters: Sendable {
  /// Those that everyone knows, which need not be introduced.
  public let known: TextList
  /// Words between a name and its abbreviation: "calcium ammonium nitrate, or CAN,".
  public let joiners: TextList
  /// The full names of others, for the fix.
  public let names: TextPairs
}

extension AbbreviationParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    known = reader.list(fields[.known], of: "known")
    joiners = reader.list(fields[.joiners], of: "joiners")
    names = fields[.names].map { reader.pairs($0, of: "names") } ?? TextPairs(nil)
  }
}
