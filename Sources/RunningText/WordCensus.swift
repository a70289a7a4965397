public import SourceText

/// The different words of a document, counted, each with the ways in which it is used.
///
/// Capitals and small letters are the same, and so are straight and curly apostrophes. Words with
/// digits, abbreviations and single letters are not among them.
public struct WordCensus: Sendable {
  /// The ways in which a word is used.
  public struct Uses: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// In running text with a small letter.
    public static let small = Uses(rawValue: 1)
    /// As the first word of a sentence, with a capital.
    public static let opening = Uses(rawValue: 1 << 1)
    /// With a capital within a sentence.
    public static let name = Uses(rawValue: 1 << 2)
    /// Where other rules hold than in running text, such as in a quotation.
    public static let apart = Uses(rawValue: 1 << 3)
    public static let running: Uses = [.small, .opening]
  }

  private struct Word {
    let hash: UInt32
    /// The first byte in `bytes`, and the one after the last.
    let first: UInt32
    let last: UInt32
    var count: UInt32 = 0
    var uses: Uses = []
  }

  private var words: ContiguousArray<Word> = []
  /// The words as they are compared, one after the other.
  private var bytes: ContiguousArray<UInt8> = []
  /// For each hash the number of a word, from 1, or 0.
  private var slots = ContiguousArray<UInt32>(repeating: 0, count: 1 << 10)

  public init() {}

  /// How often a word stands in running text.
  public func count(of word: Int) -> Int { Int(words[word].count) }

  public func uses(of word: Int) -> Uses { words[word].uses }
}

// MARK: - Counting

extension WordCensus {
  /// The words that are counted by what they are.
  private static let exempt: Token.Traits = [.hasDigits, .allCapitals, .pluralCapitals]

  /// Counts the words of a text.
  /// - Parameters:
  ///   - apart: What running text does not stand in.
  ///   - isApart: Whether the whole text is none.
  ///   - judge: Is shown each word that is in running text for the first time with a small letter,
  ///     or with a capital: the position of its token and the number of the word. Says whether it
  ///     is a word by itself; if not, the use does not count.
  public mutating func add(
    _ wording: Wording, apart: Token.Zones, isApart: Bool = false,
    judge: (_ token: Int, _ word: Int) -> Bool
  ) {
    wording.text.withBytes { text in
      wording.tokens.withUnsafeBufferPointer { tokens in
        for index in tokens.indices {
          let token = tokens[index]
          guard token.kind == .word, token.count > 1, token.traits.isDisjoint(with: Self.exempt)
          else { continue }
          let word = number(of: token, text)
          let use = isApart ? .apart : Self.use(of: token, apart)
          if !words[word].uses.contains(use) {
            if !use.isDisjoint(with: .running), !judge(index, word) { continue }
            words[word].uses.insert(use)
          }
          if !use.isDisjoint(with: .running) { words[word].count &+= 1 }
        }
      }
    }
  }

  @inline(__always)
  private static func use(of token: Token, _ apart: Token.Zones) -> Uses {
    if !token.zones.isDisjoint(with: apart) { return .apart }
    if !token.traits.contains(.capitalized) { return .small }
    return token.traits.contains(.startsSentence) ? .opening : .name
  }

  /// The number of a word, which it is given where it is new.
  @inline(__always)
  private mutating func number(of token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(token.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if words[number].hash == token.hash, isEqual(words[number], text, token.range) {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(token, text)
  }

  @inline(__always)
  private func isEqual(_ word: Word, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> Bool
  {
    let first = Int(word.first)
    guard Int(word.last) - first == range.count else { return isEqualFolded(word, text, range) }
    for offset in 0..<range.count where bytes[first + offset] != text[range.lowerBound + offset] {
      return isEqualFolded(word, text, range)
    }
    return true
  }

  @inline(never)
  private func isEqualFolded(_ word: Word, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> Bool
  {
    var offset = range.lowerBound
    for index in Int(word.first)..<Int(word.last) {
      guard offset < range.upperBound,
        Folding.next(text, &offset, end: range.upperBound) == bytes[index]
      else { return false }
    }
    return offset == range.upperBound
  }

  @inline(never)
  private mutating func insert(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    if (words.count + 1) * 2 > slots.count {
      slots = ContiguousArray(repeating: 0, count: slots.count * 4)
      for number in words.indices { enter(number) }
    }
    let first = bytes.count
    bytes += Folding.folded(text, token.range)
    words.append(Word(hash: token.hash, first: UInt32(first), last: UInt32(bytes.count)))
    enter(words.count - 1)
    return words.count - 1
  }

  private mutating func enter(_ number: Int) {
    var slot = Int(words[number].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }
}

// MARK: - Lists of words

extension WordCensus {
  /// Words that lists were looked through for.
  public struct Suspects {
    /// The words that are in no list, in the order of their first use.
    public fileprivate(set) var words: [Int] = []
    /// Those of them that are in a list as names, which are no words with small letters.
    public fileprivate(set) var names: Set<Int> = []
  }

  /// The words of running text that are in none of some lists.
  ///
  /// A list is looked through once, whatever its length and the document's: nothing is built of it,
  /// and what comes first in it is found first.
  /// - Parameter lists: Words with white space or hyphens between them. A word with a capital is a
  ///   name and is no word with a small letter.
  public func words(missingIn lists: [TextSlice]) -> Suspects {
    var suspects = Suspects()
    var missing = words.map { !$0.uses.isDisjoint(with: .running) }
    var remaining = missing.count { $0 }
    for list in lists where remaining > 0 {
      list.withBytes { text in
        var offset = 0
        while remaining > 0, let word = nextWord(in: text, &offset) {
          guard missing[word.number] else { continue }
          if word.isName, words[word.number].uses.contains(.small) {
            suspects.names.insert(word.number)
          } else {
            missing[word.number] = false
            remaining -= 1
          }
        }
      }
    }
    suspects.words = missing.indices.filter { missing[$0] }
    return suspects
  }

  /// The next word of a list that the document has.
  private func nextWord(in text: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> (
    number: Int, isName: Bool
  )? {
    while offset < text.count {
      let start = offset
      var hash = FoldedHash()
      while offset < text.count {
        let byte = text[offset]
        guard byte > 0x20, byte != Folding.hyphen else { break }
        if byte < 0x80 {
          hash.add(byte.isCapital ? byte | 0x20 : byte)
          offset += 1
        } else {
          hash.add(Folding.next(text, &offset, end: text.count))
        }
      }
      let range = start..<offset
      offset += 1
      guard !range.isEmpty, let number = number(hash.value, text, range) else { continue }
      return (number, text[start].isCapital)
    }
    return nil
  }

  @inline(__always)
  private func number(_ hash: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> Int?
  {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if words[number].hash == hash, isEqual(words[number], text, range) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
