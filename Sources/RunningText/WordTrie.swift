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

  private enum Phrases {
    case none
    case growing(PhraseTables)
    case stored(StoredPhrases)
  }

  private var phrases = Phrases.none

  public init() {}

  /// A trie that was made while the program was built, and is not added to.
  /// - Parameters:
  ///   - numbers: What ``storedNumbers`` was.
  ///   - letters: What ``storedLetters`` was.
  public init(stored numbers: StoredNumbers, letters: TextSlice) {
    phrases = numbers.isEmpty ? .none : .stored(StoredPhrases(numbers, letters: letters))
  }

  /// How the phrases hang together, as it is to be kept in the program.
  public var storedNumbers: String {
    switch phrases {
    case .none: ""
    case .growing(let tables): StoredPhrases.numbers(of: tables)
    case .stored(let stored): StoredNumbers.text(of: stored.numbers)
    }
  }

  /// The words of the phrases, as they are to be kept in the program.
  public var storedLetters: String {
    switch phrases {
    case .none: ""
    case .growing(let tables): String(decoding: tables.bytes, as: UTF8.self)
    case .stored(let stored): stored.letters.string
    }
  }

  /// The number of phrases.
  public var count: Int {
    switch phrases {
    case .none: 0
    case .growing(let tables): tables.count
    case .stored(let stored): stored.count
    }
  }

  /// The number of tokens of the longest phrase.
  public var longestCount: Int {
    switch phrases {
    case .none: 0
    case .growing(let tables): tables.longestCount
    case .stored(let stored): stored.longestCount
    }
  }

  public var isEmpty: Bool { count == 0 }

  /// Adds a phrase and gives it the next number, from 0.
  @discardableResult
  public mutating func insert(_ phrase: TextSlice) -> Int {
    growing().insert(phrase)
  }

  /// Adds a phrase and gives it the next number, from 0.
  @discardableResult
  public mutating func insert(_ phrase: String) -> Int { insert(TextSlice(phrase)) }

  /// Adds a word that is given in two parts, its stem and its ending.
  ///
  /// Letters alone are one token, so that thousands of words are added without being read.
  @discardableResult
  public mutating func insert(_ stem: TextSlice, _ ending: TextSlice) -> Int {
    growing().insert(stem, ending)
  }

  /// Makes room for some phrases.
  public mutating func reserve(_ count: Int) {
    growing().reserve(count)
  }

  /// The tables, copied where another trie has them too.
  private mutating func growing() -> PhraseTables {
    let tables: PhraseTables
    switch phrases {
    case .none: tables = PhraseTables()
    case .growing(var shared):
      phrases = .none
      tables = isKnownUniquelyReferenced(&shared) ? shared : PhraseTables(copying: shared)
    case .stored: preconditionFailure("what is kept in the program is not added to")
    }
    phrases = .growing(tables)
    return tables
  }

  /// Hands over every phrase that stands in a text, in the order of their first tokens, the shorter
  /// before the longer.
  public func forEachMatch(in wording: Wording, _ body: (Match) -> Void) {
    switch phrases {
    case .none: break
    case .growing(let tables): tables.forEachMatch(in: wording, body)
    case .stored(let stored): stored.forEachMatch(in: wording, body)
    }
  }

  /// The longest phrase that begins with a token.
  public func longestMatch(at index: Int, in wording: Wording) -> Match? {
    switch phrases {
    case .none: nil
    case .growing(let tables): tables.longestMatch(at: index, in: wording)
    case .stored(let stored): stored.longestMatch(at: index, in: wording)
    }
  }
}
