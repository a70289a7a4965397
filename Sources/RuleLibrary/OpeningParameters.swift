internal import YAMLSyntax

/// How recommendations begin: a rule of the kind `opening`.
public struct OpeningParameters: Sendable {
  /// Words for those to whom recommendations are addressed. A name is one by itself.
  public let addressees: TextList
  /// What is said to them: "should", "are urged to".
  public let verbs: TextList
}

extension OpeningParameters {
  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let addressees = reader.required(.addressees, in: fields),
      let verbs = reader.required(.verbs, in: fields)
    else { return nil }
    self.addressees = reader.list(addressees, of: "addressees")
    self.verbs = reader.list(verbs, of: "verbs")
  }
}
