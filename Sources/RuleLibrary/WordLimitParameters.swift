internal import SourceText
internal import YAMLSyntax

/// How long documents may be: a rule of the kind `word-limit`.
public struct WordLimitParameters: Sendable {
  /// The most words of a document of the Secretariat, and of another; nil for no limit.
  private let limits: [Author: Int]

  private enum Author: String, FieldKey {
    case secretariat, others
  }

  /// The most words of a document; nil where there is no limit.
  public func limit(isOfSecretariat: Bool) -> Int? {
    limits[isOfSecretariat ? .secretariat : .others]
  }
}

extension WordLimitParameters {
  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let value = reader.required(.limits, in: fields),
      let authors = reader.fields(value, of: "limits", by: Author.self)
    else { return nil }
    var limits: [Author: Int] = [:]
    for author in Author.allCases {
      guard let limit = authors[author] else { continue }
      guard let number = Int(limit.text.string), number > 0 else {
        reader.report("`\(limit.text)` is not a number of words", at: limit.range)
        continue
      }
      limits[author] = number
    }
    self.limits = limits
  }
}
