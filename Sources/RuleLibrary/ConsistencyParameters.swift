internal import Diagnostics
public import SourceText
internal import YAMLSyntax

/// Forms of which a document has one throughout: a rule of the kind `consistency`.
public struct ConsistencyParameters: Sendable {
  /// Words or signs that mean the same.
  public let forms: [TextSlice]
  /// Words of that meaning which no document has.
  public let avoided: [TextSlice]
  /// Whether one can be written for another without a person's looking.
  public let isSafe: Bool
  public let silentIn: TextZones
}

extension ConsistencyParameters {
  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let value = reader.required(.forms, in: fields) else { return nil }
    forms = reader.slices(value, of: "forms")
    avoided = fields[.avoided].map { reader.slices($0, of: "avoided") } ?? []
    isSafe = reader.flag(.safe, in: fields)
    silentIn = TextZones.read(fields[.silentIn], &reader)
    if forms.count < 2 { reader.report("there are two or more `forms`", at: value.range) }
  }
}
