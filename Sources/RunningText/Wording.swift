public import ProseSyntax
public import SourceText

/// A text as words, numbers and marks: one reading of it serves all that look at words.
///
/// Read one text after the other into the same value: it keeps its memory.
public struct Wording: Sendable {
  /// The decoded text.
  public private(set) var text = TextSlice("")
  public private(set) var tokens: ContiguousArray<Token> = []
  /// What some of the tokens are.
  public private(set) var traits: Token.Traits = []
  private let stoppedWords: [UInt32]
  private var desk = TokenDesk(capacity: 0)

  /// - Parameter stoppedWords: Words after which a full stop ends no sentence: "Ms", "No", "vol".
  public init(stoppedWords: [String] = []) {
    self.stoppedWords = stoppedWords.map { word in
      var word = word
      return word.withUTF8 { bytes in
        Folding.folded(bytes, 0..<bytes.count)
          .reduce(into: FoldedHash()) { $0.add($1) }.value
      }
    }
  }

  /// Reads a text in place of the one before.
  public mutating func read(_ prose: Prose) {
    read(prose.text, prose.elements)
  }

  /// Reads a text that has words only, in place of the one before.
  public mutating func read(_ text: TextSlice) {
    read(text, [])
  }

  private mutating func read(_ text: TextSlice, _ elements: [ProseElement]) {
    self.text = text
    // A copy of this value must not write where this one does.
    if desk.capacity < text.count || !isKnownUniquelyReferenced(&desk) {
      desk = TokenDesk(capacity: text.count * 2)
    }
    tokens.removeAll(keepingCapacity: true)
    text.withBytes { bytes in
      var reader = WordingReader(bytes, elements, stoppedWords, to: desk.tokens)
      tokens.append(contentsOf: reader.read())
      traits = reader.traits
    }
  }
}

/// Where the tokens of a text are laid out before it is known how many they are.
private final class TokenDesk: @unchecked Sendable {
  // Sendable: it is written to by the one wording that may be changed.
  let tokens: UnsafeMutablePointer<Token>
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    tokens = .allocate(capacity: max(capacity, 1))
  }

  deinit { tokens.deallocate() }
}

extension Wording {
  /// The bytes of some tokens, from the first to the last.
  /// - Returns: UTF-8 offsets in the decoded text.
  public func range(of tokens: Range<Int>) -> Range<Int> {
    guard let first = self.tokens[tokens].first, let last = self.tokens[tokens].last else {
      return 0..<0
    }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// A token as it was typed.
  public func string(at index: Int) -> String { text[tokens[index].range].string }

  /// Some tokens as they were typed, with what stands between them.
  public func string(of tokens: Range<Int>) -> String { text[range(of: tokens)].string }

  /// The token at an index, or nil beyond the ends.
  public func token(at index: Int) -> Token? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  /// Whether a token is a mark of one ASCII character.
  public func isMark(_ mark: Unicode.Scalar, at index: Int) -> Bool {
    guard let token = token(at: index), token.kind == .mark, token.count == 1 else { return false }
    return text[token.range.lowerBound] == UInt8(ascii: mark)
  }

  /// Whether some tokens are no part of a compound with a hyphen.
  public func isWhole(_ tokens: Range<Int>) -> Bool {
    let isJoinedBefore =
      isHyphen(at: tokens.lowerBound - 1) && self.tokens[tokens.lowerBound].isJoined
    let isJoinedAfter =
      isHyphen(at: tokens.upperBound) && self.tokens[tokens.upperBound].isJoined
      && token(at: tokens.upperBound + 1)?.isJoined == true
    return !isJoinedBefore && !isJoinedAfter
  }

  /// Whether a letter follows the full stop that some tokens end with: "U.N." in "U.N.O.D.C."
  public func runsOn(after tokens: Range<Int>) -> Bool {
    isMark(".", at: tokens.upperBound - 1)
      && token(at: tokens.upperBound).map { $0.isJoined && $0.isWord } ?? false
  }

  /// Whether a token is a hyphen, be it one that no line may be broken at.
  public func isHyphen(at index: Int) -> Bool {
    guard let token = token(at: index), token.kind == .mark else { return false }
    return token.hash == WordingReader.hyphenHash
  }

  /// The compound with hyphens that a token is part of: of most the token alone.
  public func compound(around index: Int) -> Range<Int> {
    var start = index
    while tokens[start].isJoined, isHyphen(at: start - 1), start >= 2, tokens[start - 1].isJoined {
      start -= 2
    }
    var end = index + 1
    while isHyphen(at: end), tokens[end].isJoined, token(at: end + 1)?.isJoined == true { end += 2 }
    return start..<end
  }
}
