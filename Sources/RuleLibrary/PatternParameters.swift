internal import Diagnostics
internal import Patterns
internal import SourceText
internal import YAMLSyntax

/// What a rule of the kind `pattern` looks for, and what it says.
public struct PatternParameters: Sendable {
  private let source: TextSlice
  /// Words or characters one of which every match has: where none occurs nothing is searched.
  public let triggers: TextList
  /// What is said; `{0}` stands for what was matched, `{1}` for its first group.
  private let message: PhraseTemplate
  /// What the match is to be replaced by, with the same placeholders.
  private let replacement: PhraseTemplate?
  /// Whether the replacement can be made without a person's looking.
  public let isSafe: Bool
  public let ignoresCase: Bool
  public let usesUnicodeProperties: Bool
  /// Where the rule says nothing.
  public let silentIn: TextZones

  /// The pattern, in the syntax of PCRE2; what it matches is what is marked.
  public var pattern: String { source.string }

  /// What is said of a match.
  /// - Parameter groups: The text of the whole match, and that of each group.
  public func message(for groups: [String]) -> String { Self.fill(message, groups) }

  /// What a match is to be replaced by; nil where the rule does not say.
  ///
  /// A replacement that begins with a group says nothing of a match without it.
  public func replacement(for groups: [String]) -> String? {
    guard let replacement else { return nil }
    if case .placeholder(let name) = replacement.pieces.first,
      Self.text(of: TextSlice(name), groups)?.isEmpty ?? true
    {
      return nil
    }
    return Self.fill(replacement, groups)
  }

  private static func fill(_ template: PhraseTemplate, _ groups: [String]) -> String {
    template.filled { text(of: $0, groups) }
  }

  private static func text(of name: TextSlice, _ groups: [String]) -> String? {
    Int(name.string).flatMap { groups.indices.contains($0) ? groups[$0] : nil }
  }
}

extension PatternParameters {
  init?(_ fields: Fields<Rule.Key>, _ reader: inout LibraryFileReader) {
    guard let source = reader.slice(.pattern, in: fields),
      let message = reader.slice(.message, in: fields),
      let triggers = reader.required(.triggers, in: fields)
    else { return nil }
    self.source = source
    self.message = PhraseTemplate(message)
    self.triggers = reader.list(triggers, of: "triggers")
    replacement = fields[.replacement].flatMap { reader.slice($0, of: "replacement") }
      .map(PhraseTemplate.init)
    isSafe = reader.flag(.safe, in: fields)
    ignoresCase = reader.flag(.ignoreCase, in: fields)
    usesUnicodeProperties = reader.flag(.unicode, in: fields)
    silentIn = TextZones.read(fields[.silentIn], &reader)
    if reader.isProven { return }
    if self.triggers.contains(where: \.isEmpty) || self.triggers.isEmpty {
      reader.report("a pattern has triggers, none of them empty", at: triggers.range)
    }
    reportFaults(at: fields[.pattern], &reader)
  }

  private func reportFaults(at value: YAMLCursor?, _ reader: inout LibraryFileReader) {
    do {
      _ = try Pattern(
        pattern, ignoresCase: ignoresCase, usesUnicodeProperties: usesUnicodeProperties)
    } catch {
      guard let value else { return }
      reader.report(
        "the pattern cannot be read: \(error.reason) (after \(error.offset) bytes)",
        at: value.range)
    }
  }
}
