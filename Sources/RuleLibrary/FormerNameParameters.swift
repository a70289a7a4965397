public import SourceText
internal import YAMLSyntax

/// What says that a former name is right: a rule of the kind `former-name`.
public struct FormerNameParameters: Sendable {
  /// The former names that running text is looked through for.
  public let names: [TextSlice]
  /// Words in whose sentence the name is that of its time: "then".
  public let reminders: TextList
  /// Words with a capital before a name that do not make another name of it: "Government".
  public let owners: TextList
}

extension FormerNameParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    names = fields[.names].map { reader.slices($0, of: "names") } ?? []
    reminders = reader.list(fields[.except], of: "except")
    owners = reader.list(fields[.owners], of: "owners")
  }
}
