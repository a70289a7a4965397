/// The Latin word that marks what was inserted after a number: `12 bis`.
public enum LatinSuffix: UInt8, Sendable, CaseIterable, Comparable {
  case bis = 2
  case ter, quater, quinquies, sexies, septies, octies, novies, decies
  case undecies, duodecies, terdecies, quaterdecies, quindecies

  /// The word, as it is printed.
  public var word: String { "\(self)" }

  /// The suffix that a word is, or nil.
  public init?(word: some StringProtocol) {
    guard let suffix = Self.allCases.first(where: { word == $0.word }) else { return nil }
    self = suffix
  }

  public static func < (left: LatinSuffix, right: LatinSuffix) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The number of a paragraph or recommendation, as it is printed: `12`, `12 bis`, `104.1`.
///
/// What is printed is not what a block *is*: references go by identifier.
public struct Label: Hashable, Comparable, Sendable {
  /// Of a dotted label, the number of the paragraph before it: 104 in `104.1`.
  public var prefix: Int?
  public var number: Int
  public var suffix: LatinSuffix?

  public init(prefix: Int? = nil, _ number: Int, _ suffix: LatinSuffix? = nil) {
    self.prefix = prefix
    self.number = number
    self.suffix = suffix
  }

  /// Reads a decimal label with an optional suffix or prefix; nil where the text is none.
  public init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let first = words.first, words.count <= 2 else { return nil }
    if words.count == 2 {
      guard let suffix = LatinSuffix(word: words[1]) else { return nil }
      self.suffix = suffix
    }
    let parts = first.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let last = parts.last.flatMap(Self.number) else { return nil }
    number = last
    if parts.count == 2 {
      guard let prefix = Self.number(parts[0]) else { return nil }
      self.prefix = prefix
    }
  }

  /// Reads a label whose suffix is typed in another way than it is printed: `13bis`, `13 Bis`,
  /// `13-bis`; nil where the text is no label, or already as it is printed.
  public init?(mistyped text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let word = text.dropFirst(digits.count).drop { " \u{A0}\u{202F}-.".contains($0) }.lowercased()
    guard let number = Self.number(digits), let suffix = LatinSuffix(word: word) else { return nil }
    self.init(number, suffix)
    if self.text == text { return nil }
  }

  /// The label as it is printed.
  public var text: String {
    var text = prefix.map { "\($0)." } ?? ""
    text += String(number)
    if let suffix { text += " " + suffix.word }
    return text
  }

  /// Whether it is a whole number, with neither prefix nor suffix.
  public var isPlain: Bool { prefix == nil && suffix == nil }

  public static func < (left: Label, right: Label) -> Bool {
    (left.prefix ?? 0, left.number, left.suffix?.rawValue ?? 0)
      < (right.prefix ?? 0, right.number, right.suffix?.rawValue ?? 0)
  }

  /// A number without sign and leading zero, from 1.
  private static func number(_ digits: Substring) -> Int? {
    guard digits.utf8.count <= 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.utf8.first != 0x30
    else { return nil }
    return Int(digits)
  }
}
