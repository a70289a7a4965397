/// A word, number, mark or element of a text, with what stands around it.
@frozen
public struct Token: Sendable {
  @usableFromInline let first: UInt32
  @usableFromInline let last: UInt32
  /// A hash of the bytes, small and capital letters alike.
  public let hash: UInt32
  public let kind: Kind
  /// What the token stands in.
  public let zones: Zones
  public let traits: Traits

  @frozen
  public enum Kind: UInt8, Sendable {
    /// Letters, with digits and apostrophes among them: "don’t", "CO2", "2nd". The words of a
    /// compound are tokens of their own, joined by a mark.
    case word
    /// The "’s" at the end of a word.
    case possessive
    /// Digits, with a full stop or comma among them: "1,000", "8.30".
    case number
    /// A document symbol or a number with strokes: "A/RES/55/25", "55/25".
    case symbol
    /// An address of the Internet.
    case address
    /// A punctuation mark or sign.
    case mark
    /// `{…}`
    case reference
    /// `[^key]`
    case footnote
    /// Another element that is not read any further, such as an escape.
    case element
    case paragraphBreak
  }

  /// What a token can stand in.
  @frozen
  public struct Zones: OptionSet, Sendable {
    public let rawValue: UInt8

    @inlinable
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    @inlinable public static var quotation: Zones { Zones(rawValue: 1) }
    @inlinable public static var italics: Zones { Zones(rawValue: 1 << 1) }
    @inlinable public static var bold: Zones { Zones(rawValue: 1 << 2) }
    @inlinable public static var brackets: Zones { Zones(rawValue: 1 << 3) }
    @inlinable public static var parentheses: Zones { Zones(rawValue: 1 << 4) }
  }

  /// What can be said of a token by itself or by the one before it.
  @frozen
  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt16

    @inlinable
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// The first letter is a capital.
    @inlinable public static var capitalized: Traits { Traits(rawValue: 1) }
    /// Two or more letters, all of them capitals.
    @inlinable public static var allCapitals: Traits { Traits(rawValue: 1 << 1) }
    /// Two or more capitals, and an "s": "NGOs".
    @inlinable public static var pluralCapitals: Traits { Traits(rawValue: 1 << 2) }
    @inlinable public static var hasDigits: Traits { Traits(rawValue: 1 << 3) }
    /// Nothing stands between the token and the one before it.
    @inlinable public static var joined: Traits { Traits(rawValue: 1 << 4) }
    /// The token is the first word or number of a sentence.
    @inlinable public static var startsSentence: Traits { Traits(rawValue: 1 << 5) }
  }

  @inlinable
  init(
    _ kind: Kind, _ start: Int, _ end: Int, hash: UInt32, zones: Zones, traits: Traits
  ) {
    first = UInt32(truncatingIfNeeded: start)
    last = UInt32(truncatingIfNeeded: end)
    self.hash = hash
    self.kind = kind
    self.zones = zones
    self.traits = traits
  }

  /// UTF-8 offsets in the decoded text.
  @inlinable
  public var range: Range<Int> { Int(first)..<Int(last) }

  /// The number of UTF-8 bytes.
  @inlinable
  public var count: Int { Int(last) - Int(first) }

  @inlinable
  public var isWord: Bool { kind == .word }

  /// Whether the token is a capitalized word within a sentence, as the words of names are.
  @inlinable
  public var isNameLike: Bool {
    traits.contains(.capitalized) && !traits.contains(.startsSentence)
  }

  /// Whether nothing stands between the token and the one before it.
  @inlinable
  public var isJoined: Bool { traits.contains(.joined) }
}
