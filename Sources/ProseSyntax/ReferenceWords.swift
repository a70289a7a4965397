/// The words of a language by which references are found that were typed as numbers.
///
/// They are an object because every text is handed all of them.
public final class ReferenceWords: Sendable {
  /// A word for a kind of block, with what it is called in ``TypedReference/kind``.
  struct Noun: Sendable {
    let word: [UInt8]
    let kind: String
    /// Whether its blocks have letters and Roman numerals, such as `II.A`.
    let isLettered: Bool
  }

  /// The longest first, so that "operative paragraph" is found before "paragraph".
  let nouns: [Noun]
  let conjunctions: [[UInt8]]
  let rangeWords: [[UInt8]]
  let ownershipWords: [[UInt8]]
  let selfWords: [[UInt8]]
  let directionWords: [[UInt8]]
  /// The ends of the nouns, in the same order: most words before a number or a capital are told
  /// from a noun by a few comparisons.
  let endings: [WordEnding]
  private let lastBytes: ASCIISet

  /// Takes the words as they are typed within a sentence.
  /// - Parameters:
  ///   - words: The words for kinds of blocks: "paragraph", "paras."
  ///   - conjunctions: What stands between two numbers: "and".
  ///   - ownershipWords: What gives the number before it to another document: "of".
  ///   - selfWords: What may follow those and means this document: "the present report".
  ///   - directionWords: What follows a number of this document: "above".
  ///   - rangeWords: What stands between the first and last number of a range: "to".
  ///   - letteredKinds: The kinds whose blocks may have letters and Roman numerals.
  public init(
    words: [(word: String, kind: String)], conjunctions: [String], ownershipWords: [String],
    selfWords: [String], directionWords: [String] = [], rangeWords: [String] = [],
    letteredKinds: Set<String> = ["section", "annex"]
  ) {
    nouns = words.filter { !$0.word.isEmpty }
      .map {
        Noun(
          word: Array($0.word.utf8), kind: $0.kind, isLettered: letteredKinds.contains($0.kind))
      }
      .sorted { $0.word.count > $1.word.count }
    self.conjunctions = conjunctions.map { Array($0.utf8) }
    self.rangeWords = rangeWords.map { Array($0.utf8) }
    self.ownershipWords = ownershipWords.map { Array($0.utf8) }
    self.selfWords = selfWords.map { Array($0.utf8) }
    self.directionWords = directionWords.map { Array($0.utf8) }
    endings = nouns.map { WordEnding($0.word) }
    lastBytes = ASCIISet(nouns.compactMap(\.word.last))
  }

  /// Whether a byte is the last of some noun; most words are told from a noun by this alone.
  func mayEndNoun(_ byte: UInt8) -> Bool { byte.isMultiByte || lastBytes.contains(byte) }
}

/// The last bytes of a word, up to four, without its first, which may be a capital.
struct WordEnding {
  private let bytes: UInt32
  private let mask: UInt32

  init(_ word: [UInt8]) {
    let count = min(word.count - 1, 4)
    bytes = Self.lastBytes(word.suffix(count))
    mask = count == 4 ? .max : (1 << UInt32(8 * count)) - 1
  }

  /// The last bytes of a text, as they are compared.
  static func lastBytes(_ text: some Collection<UInt8>) -> UInt32 {
    text.reduce(0) { $0 << 8 | UInt32($1) }
  }

  func matches(_ lastBytes: UInt32) -> Bool { lastBytes & mask == bytes }
}
