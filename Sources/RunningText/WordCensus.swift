internal import SourceText

/// Different words of a document, counted, each with the ways in which it is used.
///
/// Capitals and small letters are the same, and so are straight and curly apostrophes.
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
    /// How often it stood in running text in a way that did not count, before one that did.
    var refusedSmall: UInt32 = 0
    var refusedOpening: UInt32 = 0
  }

  private var words: ContiguousArray<Word> = []
  /// The words as they are compared, one after the other.
  private var bytes: ContiguousArray<UInt8> = []
  /// For each hash the number of a word, from 1, or 0.
  private var slots = ContiguousArray<UInt32>(repeating: 0, count: 1 << 6)

  public init() {}

  /// How often a word stands in running text.
  public func count(of word: Int) -> Int { Int(words[word].count) }

  /// The ways in which a word is used; none where nobody has counted it.
  public func uses(of word: Int) -> Uses { words.indices.contains(word) ? words[word].uses : [] }

  /// Takes over the words of texts that come after those that were counted here.
  /// - Returns: For each word there the number that it has here.
  public mutating func join(_ next: WordCensus) -> [Int] {
    next.words.map { other in
      let number = next.bytes.withUnsafeBufferPointer {
        self.number(of: other.hash, $0, Int(other.first)..<Int(other.last))
      }
      var word = words[number]
      word.count &+= other.count
      // Once a way has counted it is not judged again.
      if word.uses.contains(.small) {
        word.count &+= other.refusedSmall
      } else {
        word.refusedSmall &+= other.refusedSmall
      }
      if word.uses.contains(.opening) {
        word.count &+= other.refusedOpening
      } else {
        word.refusedOpening &+= other.refusedOpening
      }
      word.uses.formUnion(other.uses)
      words[number] = word
      return number
    }
  }
}

// MARK: - Counting

extension WordCensus {
  /// Counts a word of a text.
  /// - Parameters:
  ///   - token: The position of its token.
  ///   - use: How it is used there.
  ///   - judge: Is shown a word that is in running text for the first time in one of the ways, by
  ///     its number. Says whether it is a word by itself; if not, the use does not count.
  public mutating func add(
    _ token: Int, of wording: Wording, as use: Uses, judge: (_ word: Int) -> Bool
  ) {
    let token = wording.tokens[token]
    let word = wording.text.withBytes { number(of: token.hash, $0, token.range) }
    if !words[word].uses.contains(use) {
      if use != .apart, !judge(word) {
        if use == .small { words[word].refusedSmall &+= 1 }
        if use == .opening { words[word].refusedOpening &+= 1 }
        return
      }
      words[word].uses.insert(use)
    }
    if !use.isDisjoint(with: .running) { words[word].count &+= 1 }
  }

  /// The number of a word, which it is given where it is new.
  /// - Parameter range: Its bytes in a text, folded or not.
  private mutating func number(
    of hash: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if words[number].hash == hash, isEqual(words[number], text, range) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(hash, text, range)
  }

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
    bytes.withUnsafeBufferPointer {
      Folding.isEqual(text, range, $0.extracting(Int(word.first)..<Int(word.last)))
    }
  }

  @inline(never)
  private mutating func insert(
    _ hash: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    if (words.count + 1) * 2 > slots.count {
      slots = ContiguousArray(repeating: 0, count: slots.count * 4)
      for number in words.indices { enter(number) }
    }
    let first = bytes.count
    bytes += Folding.folded(text, range)
    words.append(Word(hash: hash, first: UInt32(first), last: UInt32(bytes.count)))
    enter(words.count - 1)
    return words.count - 1
  }

  private mutating func enter(_ number: Int) {
    var slot = Int(words[number].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number + 1)
  }
}
