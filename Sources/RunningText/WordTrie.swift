public import SourceText

/// Words and phrases by their tokens, so that a text is looked through once however many there are:
/// a token that begins none costs one look into a table of bits.
///
/// Capitals and small letters are the same, and so are straight and curly apostrophes.
///
/// To hand a trie on costs no more than to hand on an object.
public struct WordTrie: Sendable {
  /// A phrase that stands in a text.
  public struct Match: Sendable {
    /// The number that the phrase was given when it was added.
    public let phrase: Int
    /// The positions of its tokens.
    public let tokens: Range<Int>

    public init(phrase: Int, tokens: Range<Int>) {
      self.phrase = phrase
      self.tokens = tokens
    }
  }

  private var tables: PhraseTables

  public init() {
    tables = PhraseTables()
  }

  /// A trie that was made while the program was built.
  public init(_ stored: Stored) {
    tables = PhraseTables(stored)
  }

  /// A trie as it is kept in the program.
  public struct Stored: Sendable {
    let numbers: StoredNumbers
    let letters: TextSlice

    /// - Parameters:
    ///   - numbers: What ``WordTrie/storedNumbers`` was.
    ///   - letters: What ``WordTrie/storedLetters`` was.
    public init(numbers: StoredNumbers, letters: TextSlice) {
      self.numbers = numbers
      self.letters = letters
    }
  }

  /// How the phrases hang together, as it is to be kept in the program.
  public var storedNumbers: String { tables.storedNumbers }

  /// The words of the phrases, as they are to be kept in the program.
  public var storedLetters: String { tables.storedLetters }

  /// The number of phrases.
  public var count: Int { tables.count }

  /// The number of tokens of the longest phrase.
  public var longestCount: Int { tables.longestCount }

  public var isEmpty: Bool { count == 0 }

  /// Adds a phrase and gives it the next number, from 0.
  @discardableResult
  public mutating func insert(_ phrase: TextSlice) -> Int {
    own()
    return tables.insert(phrase)
  }

  /// Adds a phrase and gives it the next number, from 0.
  @discardableResult
  public mutating func insert(_ phrase: String) -> Int { insert(TextSlice(phrase)) }

  /// Adds a word that is given in two parts, its stem and its ending.
  ///
  /// Letters alone are one token, so that thousands of words are added without being read.
  @discardableResult
  public mutating func insert(_ stem: TextSlice, _ ending: TextSlice) -> Int {
    own()
    return tables.insert(stem, ending)
  }

  /// Makes room for some phrases.
  public mutating func reserve(_ count: Int) {
    own()
    tables.reserve(count)
  }

  private mutating func own() {
    if !isKnownUniquelyReferenced(&tables) { tables = PhraseTables(copying: tables) }
  }

  /// Hands over every phrase that stands in a text, in the order of their first tokens, the shorter
  /// before the longer.
  public func forEachMatch(in wording: Wording, _ body: (Match) -> Void) {
    tables.forEachMatch(in: wording, body)
  }

  /// The longest phrase that begins with a token.
  public func longestMatch(at index: Int, in wording: Wording) -> Match? {
    tables.longestMatch(at: index, in: wording)
  }
}
