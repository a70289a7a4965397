public import SourceText

/// The words of some lists, by their hashes: two words that have the same are taken for one.
public struct KnownWords: Sendable {
  /// For each hash the hash of a word, its lowest bit set where the word is no name, or 0.
  private var slots: ContiguousArray<UInt32>
  private var count = 0

  /// - Parameter lists: Words with white space or hyphens between them. A word with a capital is a
  ///   name and is no word with a small letter.
  public init(_ lists: [TextSlice]) {
    // A word and the space after it have some eight bytes.
    let expected = lists.reduce(0) { $0 + $1.count } / 6
    var capacity = 1 << 6
    while capacity < expected { capacity *= 2 }
    slots = ContiguousArray(repeating: 0, count: capacity)
    for list in lists { insert(list) }
  }

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
    let slot = slot(of: hash)
    if slots[slot] == 0 { count += 1 }
    slots[slot] = hash & ~1 | slots[slot] & 1 | (isName ? 0 : 1)
    // Where both are 0 the slot would be empty.
    if slots[slot] == 0 { slots[slot] = 2 }
    if count * 4 > slots.count * 3 { grow() }
  }

  private mutating func grow() {
    let entries = slots
    slots = ContiguousArray(repeating: 0, count: slots.count * 2)
    for entry in entries where entry != 0 { slots[slot(of: entry)] = entry }
  }

  /// The slot that a word has, or that is free for it.
  @inline(__always)
  private func slot(of hash: UInt32) -> Int {
    var slot = Int(hash &>> 1) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] | 1 != hash | 1 { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  enum Entry: UInt32 {
    case none, name, word
  }

  /// What a word is in the lists.
  @inline(__always)
  func entry(_ hash: UInt32) -> Entry {
    let slot = slots[slot(of: hash)]
    return slot == 0 ? .none : slot & 1 == 1 ? .word : .name
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
