public import SourceText
internal import YAMLSyntax

/// How items of an agenda are named in the text: a rule of the kind `agenda`.
public struct AgendaParameters: Sendable {
  /// The words before one number: "agenda item".
  public let item: [TextSlice]
  /// The words before several numbers: "agenda items".
  public let items: [TextSlice]
  /// Words before or after by which an item is on another agenda: "provisional", "of".
  public let owners: [TextSlice]
}

extension AgendaParameters {
  init(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    item = fields[.item].map { reader.slices($0, of: "item") } ?? []
    items = fields[.items].map { reader.slices($0, of: "items") } ?? []
    owners = fields[.owners].map { reader.slices($0, of: "owners") } ?? []
  }
}
