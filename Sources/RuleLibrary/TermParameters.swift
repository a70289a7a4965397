internal import Diagnostics
internal import SourceText
internal import YAMLSyntax

/// The words that a rule of the kind `terms` avoids.
public struct TermParameters: Sendable {
  /// A word or phrase with the one that is preferred.
  public struct Term: Sendable {
    public let avoided: String
    public let preferred: String
  }

  public let terms: [Term]
  /// Phrases that begin with an avoided word and are right.
  public let exceptions: [String]
  /// Whether small and capital letters are told apart.
  public let matchesCase: Bool
  /// Whether a capitalized word within a sentence is taken for part of a name.
  public let sparesNames: Bool
  /// Whether the preferred word can be written without a person's looking.
  public let isSafe: Bool
  public let silentIn: Set<TextZone>
}

extension Rule {
  /// The keys that only rules of the kind `terms` have.
  static let termKeys: [Key] = [.terms, .except, .matchCase, .spareNames]
}

extension TermParameters {
  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let value = reader.required(.terms, in: fields) else { return nil }
    guard value.kind == .mapping else {
      reader.report("`terms` is a mapping of avoided to preferred words", at: value.range)
      return nil
    }
    terms = value.entries.compactMap { entry in
      reader.text(entry.value, of: "a preferred word").map {
        Term(avoided: entry.key.text.string, preferred: $0)
      }
    }
    exceptions = fields[.except].map { reader.texts($0, of: "except") } ?? []
    matchesCase = reader.flag(.matchCase, in: fields)
    sparesNames = reader.flag(.spareNames, in: fields)
    isSafe = reader.flag(.safe, in: fields)
    silentIn = TextZone.zones(fields[.silentIn], &reader)
  }
}
