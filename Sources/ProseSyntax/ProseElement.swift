/// A stretch of a text that is more than its characters.
public struct ProseElement: Sendable {
  public enum Kind: Sendable {
    /// `*…*` or `_…_`; the range takes in the delimiters, the content does not.
    case emphasis(content: Range<Int>)
    /// `**…**` or `__…__`; the range takes in the delimiters, the content does not.
    case strong(content: Range<Int>)
    /// `<https://…>` or `<a@b.c>`, angle brackets included.
    case autolink
    /// `{…}`: a reference to a block by its identifier.
    case reference(Reference)
    /// `[^key]`: an indicator of a footnote.
    case footnote(key: Range<Int>)
    /// `[…]`: pending text, from bracket to bracket. It may nest, and may span paragraphs.
    case brackets
    /// `{{`: two bytes that stand for one brace.
    case literalBrace
    /// A backslash and the ASCII punctuation that it makes a character.
    case escape
    /// `&amp;`, `&#8211;`: a character by its name or number.
    case entity
    /// A run of line ends.
    case paragraphBreak
    /// A `{` that no `}` closes before the next `{` or the end of its paragraph.
    case unclosedReference
    /// A `[` without its `]`. A pair of which one half alone stands in an emphasis is no pair.
    case unclosedBracket
    /// A `]` without its `[`.
    case unopenedBracket
  }

  public let kind: Kind
  /// UTF-8 offsets in the decoded text.
  public let range: Range<Int>

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// Whether nothing in the element is read any further.
  public var isOpaque: Bool {
    switch kind {
    case .autolink, .reference, .footnote, .literalBrace, .escape, .entity: true
    default: false
    }
  }
}

/// A reference to one or more blocks by identifier.
public struct Reference: Sendable {
  public enum Style: Sendable {
    /// `{id}`: "recommendation 12".
    case full
    /// `{Id}`: "Recommendation 12".
    case capitalized
    /// `{#id}`: "12".
    case numberOnly
    /// `{see id}`: "see paragraph 12 above".
    case see
  }

  public let style: Style
  /// Whether what is printed begins a sentence: `{Id}` or `{See id}`.
  public let isCapitalized: Bool
  /// The UTF-8 offsets of each identifier as typed, so with its capital in `{Id}`.
  public let identifiers: [Range<Int>]
  /// Whether a parenthesis of the same paragraph is open where the reference stands.
  public let isInParentheses: Bool
  /// Whether every identifier is in lower-case kebab-case, once the capital of `{Id}` is lowered.
  public let isWellFormed: Bool
}
