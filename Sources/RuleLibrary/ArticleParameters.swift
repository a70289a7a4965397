internal import YAMLSyntax

/// Which article stands before which sound: a rule of the kind `article`.
public struct ArticleParameters: Sendable {
  /// The article before a consonant, and that before a vowel: "a", "an".
  public let articles: [String]
  /// How words begin that have the sound of a vowel though their first letter does not say so:
  /// "hour". Of beginnings in both lists the longer counts.
  public let vowels: [String]
  /// How words begin that have the sound of a consonant: "uni".
  public let consonants: [String]
  /// Words before which nothing is said: "der".
  public let exceptions: [String]
  /// Where the rule says nothing.
  public let silentIn: TextZones
}

extension ArticleParameters {
  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let articles = reader.required(.articles, in: fields),
      let vowels = reader.required(.vowels, in: fields),
      let consonants = reader.required(.consonants, in: fields)
    else { return nil }
    self.articles = reader.texts(articles, of: "articles")
    self.vowels = reader.texts(vowels, of: "vowels")
    self.consonants = reader.texts(consonants, of: "consonants")
    exceptions = fields[.except].map { reader.texts($0, of: "except") } ?? []
    silentIn = TextZones.read(fields[.silentIn], &reader)
    if self.articles.count != 2 {
      reader.report("there are two articles, before a consonant and a vowel", at: articles.range)
      return nil
    }
  }
}
