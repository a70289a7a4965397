public import SourceText
internal import YAMLSyntax

/// The words of lists within a sentence: a rule of the kind `enumeration`.
public struct EnumerationParameters: Sendable {
  /// What joins the last two items: "and".
  public let joiners: [TextSlice]
  /// Words before a list after which it cannot be one of verbs: "of", "between".
  public let leads: TextList
  /// Verbs after a list that begins a sentence: "were".
  public let followers: TextList
  /// Words that an item begins with, so that it is no verb: "the".
  public let articles: TextList
  /// Endings of words that may be verbs nevertheless: "ing".
  public let endings: [TextSlice]
}

extension EnumerationParameters {
  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let joiners = reader.required(.joiners, in: fields),
      let leads = reader.required(.leads, in: fields)
    else { return nil }
    self.joiners = reader.slices(joiners, of: "joiners")
    self.leads = reader.list(leads, of: "leads")
    followers = reader.list(fields[.followers], of: "followers")
    articles = reader.list(fields[.articles], of: "articles")
    endings = fields[.endings].map { reader.slices($0, of: "endings") } ?? []
  }
}
