public import SourceText

/// The words of some lists, by their hashes: two words that have the same are taken for one.
public struct KnownWords: Sendable {
  // Most have one table, that of the program; a house's own words have another.
  private var tables: [StoredNumbers] = []

  /// - Parameter lists: Words with white space or hyphens between them. A word with a capital is a
  ///   name and is no word with a small letter.
  public init(_ lists: [TextSlice]) {
    if lists.contains(where: { !$0.isEmpty }) {
      tables.append(StoredNumbers(TextSlice(WordTable(lists).storedNumbers)))
    }
  }

  /// The words of a table that was made while the program was built.
  /// - Parameter stored: What ``storedTable`` was.
  public init(stored: StoredNumbers) {
    tables = [stored]
  }

  /// The table of the words, as it is to be kept in the program.
  public var storedTable: String { tables.first.map { StoredNumbers.text(of: $0) } ?? "" }

  /// These words and others.
  public func union(_ other: KnownWords) -> KnownWords {
    var words = self
    words.tables += other.tables
    return words
  }

  /// Whether a token is a word of the lists, were it written in small letters.
  public func have(_ token: Token) -> Bool { entry(token.hash) == .word }

  enum Entry {
    case none, name, word
  }

  /// What a word is in the lists.
  func entry(_ hash: UInt32) -> Entry {
    var found = Entry.none
    for table in tables {
      let entry = table.withBytes { bytes in
        WordTable.entry(of: hash, among: bytes.count / 4) { StoredNumbers.number($0, of: bytes) }
      }
      if entry == .word { return .word }
      if entry == .name { found = .name }
    }
    return found
  }
}

/// A table of words while it is made, of a power of two slots. At the slot that a hash says, or after
/// it, stands the upper part of the hash, with 1 as the lowest bit where the word is no name; 0 where
/// no word stands.
private struct WordTable {
  private var slots: ContiguousArray<Int>
  private var count = 0

  init(_ lists: [TextSlice]) {
    // A word and the space after it have some eight bytes.
    let expected = lists.reduce(0) { $0 + $1.count } / 6
    var capacity = 1 << 6
    while capacity < expected { capacity *= 2 }
    slots = ContiguousArray(repeating: 0, count: capacity)
    for list in lists { insert(list) }
  }

  var storedNumbers: String { StoredNumbers.text(of: slots) }

  private mutating func insert(_ list: TextSlice) {
    list.withBytes { text in
      var offset = 0
      while offset < text.count {
        let start = offset
        var hash: FoldedHash
        (hash, offset) = FoldedHash.ofLetters(text, from: start)
        while offset < text.count, text[offset] > 0x20, text[offset] != Folding.hyphen {
          hash.add(Folding.next(text, &offset, end: text.count))
        }
        if offset > start { insert(hash.value, isName: text[start].isCapital) }
        offset += 1
      }
    }
  }

  private mutating func insert(_ hash: UInt32, isName: Bool) {
    let word = Self.word(of: hash)
    let slot = slot(of: word)
    if slots[slot] == 0 { count += 1 }
    slots[slot] = word | slots[slot] & 1 | (isName ? 0 : 1)
    if count * 4 > slots.count * 3 { grow() }
  }

  private mutating func grow() {
    let entries = slots
    slots = ContiguousArray(repeating: 0, count: slots.count * 2)
    for entry in entries where entry != 0 { slots[slot(of: entry & ~1)] = entry }
  }

  private func slot(of word: Int) -> Int {
    Self.slot(of: word, among: slots.count) { slots[$0] }
  }

  /// The upper part of a hash, above the lowest bit; never 0.
  @inline(__always)
  private static func word(of hash: UInt32) -> Int { max(Int(hash &>> 5), 1) &<< 1 }

  /// The slot that a word has, or that is free for it.
  @inline(__always)
  private static func slot(of word: Int, among count: Int, _ entry: (Int) -> Int) -> Int {
    var slot = word &>> 1 & (count &- 1)
    while true {
      let entry = entry(slot)
      if entry == 0 || entry & ~1 == word { return slot }
      slot = (slot &+ 1) & (count &- 1)
    }
  }

  /// What a word is in a table.
  @inline(__always)
  static func entry(of hash: UInt32, among count: Int, _ entry: (Int) -> Int) -> KnownWords.Entry {
    let found = entry(slot(of: word(of: hash), among: count, entry))
    return found == 0 ? .none : found & 1 == 1 ? .word : .name
  }
}

/// Looks for the words of a document that are in no list.
///
/// Words with digits, abbreviations and single letters are not looked at.
public struct UnknownWords: Sendable {
  private let known: KnownWords
  /// Words that were known a moment ago, each at a place that its hash says.
  private var recent = ContiguousArray<UInt32>(repeating: 0, count: 1 << 10)

  public init(_ known: KnownWords) {
    self.known = known
  }

  /// Hands over each word of a text that is in no list, and how it is used.
  /// - Parameters:
  ///   - apart: What running text does not stand in.
  ///   - isApart: Whether the whole text is none.
  public mutating func forEach(
    in wording: Wording, apart: Token.Zones, isApart: Bool,
    _ body: (_ token: Int, _ use: WordCensus.Uses) -> Void
  ) {
    wording.tokens.withUnsafeBufferPointer { tokens in
      for index in tokens.indices {
        let token = tokens[index]
        guard token.kind == .word, token.hash != recent[Int(token.hash) & (recent.count - 1)],
          token.count > 1, token.traits.isDisjoint(with: Self.exempt)
        else { continue }
        let use = isApart ? .apart : WordCensus.Uses(of: token, apart: apart)
        switch known.entry(token.hash) {
        case .word: recent[Int(token.hash) & (recent.count - 1)] = token.hash
        // What is a name is no word with a small letter.
        case .name where use == .name || use == .opening: break
        case .name, .none: body(index, use)
        }
      }
    }
  }

  private static var exempt: Token.Traits { [.hasDigits, .allCapitals, .pluralCapitals] }
}

extension WordCensus.Uses {
  /// How a word is used where it stands.
  /// - Parameter apart: What running text does not stand in.
  @inline(__always)
  init(of token: Token, apart: Token.Zones) {
    if !token.zones.isDisjoint(with: apart) {
      self = .apart
    } else if !token.traits.contains(.capitalized) {
      self = .small
    } else {
      self = token.traits.contains(.startsSentence) ? .opening : .name
    }
  }
}
