internal import Diagnostics
public import SourceText
internal import YAMLSyntax

/// The words that a rule of the kind `terms` avoids.
public struct TermParameters: Sendable {
  /// A word or phrase with the one that is preferred.
  public struct Term: Sendable {
    public let avoided: TextSlice
    public let preferred: TextSlice
  }

  /// Words that differ from those that are preferred in their endings: "organ-ise", "real-ise".
  public struct Family: Sendable {
    public let stems: [TextSlice]
    public let endings: [Term]
  }

  /// What follows an avoided word; nothing else is looked at.
  public enum Follower: String, CaseIterable, Sendable {
    case figures
    /// A word in small letters, or a mark after which the sentence goes on or ends.
    case smallLetters = "small-letters"
  }

  /// What alone is looked at.
  public enum Place: String, CaseIterable, Sendable {
    /// Headings after their first word, and no words before which a name goes on.
    case headings
  }

  public let terms: [Term]
  public let families: [Family]
  /// What an avoided word stands before; nil for whatever may follow.
  public let follower: Follower?
  /// What alone is looked at; nil for all texts.
  public let place: Place?
  /// Phrases in which an avoided word is right.
  public let exceptions: [TextSlice]
  /// Whether small and capital letters are told apart.
  public let matchesCase: Bool
  /// Whether a capitalized word within a sentence is taken for part of a name.
  public let sparesNames: Bool
  /// Words after which another is taken for one of another language: "pour la normalisation".
  public let foreignWords: [TextSlice]
  /// Whether a word that is joined to another by a hyphen is looked at too.
  public let findsParts: Bool
  /// Whether the preferred word can be written without a person's looking.
  public let isSafe: Bool
  public let silentIn: TextZones
}

extension TermParameters {
  private enum FamilyKey: String, FieldKey {
    case stems, endings
  }

  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let value = reader.required(.terms, in: fields) else { return nil }
    terms = Self.terms(value, of: "terms", &reader)
    families =
      fields[.families].map { reader.items($0, of: "families") }?
      .compactMap { Self.family($0, &reader) } ?? []
    follower = fields[.before].flatMap { reader.choice($0, of: "before", as: Follower.self) }
    place = fields[.within].flatMap { reader.choice($0, of: "within", as: Place.self) }
    exceptions = fields[.except].map { reader.slices($0, of: "except") } ?? []
    matchesCase = reader.flag(.matchCase, in: fields)
    sparesNames = reader.flag(.spareNames, in: fields)
    foreignWords = fields[.spareAfter].map { reader.slices($0, of: "spare-after") } ?? []
    findsParts = reader.flag(.parts, in: fields)
    isSafe = reader.flag(.safe, in: fields)
    silentIn = TextZones.read(fields[.silentIn], &reader)
  }

  private static func terms(
    _ value: YAMLCursor, of name: String, _ reader: inout LibraryFileReader
  ) -> [Term] {
    reader.pairs(value, of: name).map { Term(avoided: $0.key, preferred: $0.value) }
  }

  private static func family(_ value: YAMLCursor, _ reader: inout LibraryFileReader) -> Family? {
    guard let fields = reader.fields(value, of: "a family", by: FamilyKey.self),
      let stems = reader.required(.stems, in: fields),
      let endings = reader.required(.endings, in: fields)
    else { return nil }
    return Family(
      stems: reader.slices(stems, of: "stems"), endings: terms(endings, of: "endings", &reader))
  }
}
