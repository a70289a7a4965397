/// The words of a language by which references are found that were typed as numbers.
public struct ReferenceWords: Sendable {
  /// A word for a kind of block, with what it is called in ``TypedReference/kind``.
  struct Noun: Sendable {
    let word: [UInt8]
    let kind: String
  }

  let nouns: [Noun]
  let conjunctions: [[UInt8]]
  let ownershipWords: [[UInt8]]
  let selfWords: [[UInt8]]
  /// The bytes, small and capital, with which the nouns begin.
  let firstBytes: ASCIISet

  /// - Parameters:
  ///   - words: The words for kinds of blocks, as they are typed: "paragraph", "paras."
  ///   - conjunctions: What stands before the last number: "and".
  ///   - ownershipWords: What gives the number before it to another document: "of".
  ///   - selfWords: What may follow those and means this document: "the present report".
  public init(
    words: [(word: String, kind: String)], conjunctions: [String], ownershipWords: [String],
    selfWords: [String]
  ) {
    // The longest first, so that "paragraphs" is not read as "paragraph" and an "s".
    nouns = words.map { Noun(word: Array($0.word.lowercased().utf8), kind: $0.kind) }
      .sorted { $0.word.count > $1.word.count }
    self.conjunctions = conjunctions.map { Array($0.lowercased().utf8) }
    self.ownershipWords = ownershipWords.map { Array($0.lowercased().utf8) }
    self.selfWords = selfWords.map { Array($0.lowercased().utf8) }
    var firstBytes = ASCIISet([])
    for case let first? in nouns.map(\.word.first) where first.isSmallLetter {
      firstBytes.insert(first)
      firstBytes.insert(first & ~0x20)
    }
    self.firstBytes = firstBytes
  }
}

/// A reference that was typed as numbers: "recommendations 12, 14 and 15".
public struct TypedReference: Sendable {
  /// The kind of block, as ``ReferenceWords`` calls it.
  public let kind: String
  /// From the word to the end of the last number, as UTF-8 offsets in the decoded text.
  public let range: Range<Int>
  public let wordRange: Range<Int>
  public let numbers: [Number]
  /// Whether nothing suggests that another document owns the number, or that it is quoted.
  public let isCertain: Bool

  public struct Number: Sendable {
    public let range: Range<Int>
    public let text: String
    /// Whether a dash follows: the number is the first of a range that the next one ends.
    public let throughNext: Bool
  }
}
