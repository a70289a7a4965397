internal import ProseSyntax

/// Reads the words of a text in one pass over its bytes.
struct WordingReader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where tokens are written to: there is room for one a byte, and none has fewer.
  private let tokens: UnsafeMutablePointer<Token>
  private var count = 0
  /// What some of the tokens are.
  private(set) var traits: Token.Traits = []
  private var offset = 0
  /// The end of the token before, or of the delimiters after it.
  private var joint = -1
  private var boundaries: Boundaries
  private var surroundings = Surroundings()
  /// What is open here, of either sort.
  private var zones: Token.Zones = []
  private var sentence: SentenceState = .begins
  private let stoppedWords: [UInt32]

  private enum SentenceState: Equatable {
    /// The next word begins a sentence.
    case begins
    /// It does if it has a capital, and does not stand at the full stop or the like before it.
    case mayBegin(after: Int)
    case goesOn
  }

  static let hyphenHash = hash(of: Folding.hyphen)

  /// - Parameter tokens: Has room for as many tokens as there are bytes.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ elements: [ProseElement], _ stoppedWords: [UInt32],
    to tokens: UnsafeMutablePointer<Token>
  ) {
    self.bytes = bytes
    self.stoppedWords = stoppedWords
    self.tokens = tokens
    boundaries = Boundaries(elements)
  }

  /// - Returns: The tokens that were written.
  mutating func read() -> UnsafeBufferPointer<Token> {
    while offset < bytes.count {
      if offset >= boundaries.next {
        cross()
        continue
      }
      let byte = bytes[offset]
      if byte.isLetter {
        readWord(from: offset)
      } else if byte == 0x20 {
        offset &+= 1
      } else if byte.isDigit {
        readNumber()
      } else if byte >= 0x80 {
        readMultiByte()
      } else if byte > 0x20 {
        readMark(width: 1)
      } else {
        offset &+= 1
      }
    }
    return UnsafeBufferPointer(start: tokens, count: count)
  }

  @inline(__always)
  private mutating func add(
    _ kind: Token.Kind, _ start: Int, _ end: Int, hash: UInt32 = 0, _ traits: Token.Traits = []
  ) {
    let traits = start == joint ? traits.union(.joined) : traits
    self.traits.formUnion(traits)
    (tokens + count).initialize(
      to: Token(kind, start, end, hash: hash, zones: zones, traits: traits))
    count &+= 1
    offset = end
    joint = end
  }

  /// Adds a token that a sentence can begin with.
  @inline(__always)
  private mutating func addWord(
    _ kind: Token.Kind, _ start: Int, _ end: Int, hash: UInt32, _ traits: Token.Traits
  ) {
    var traits = traits
    if sentence != .goesOn {
      if beginsSentence(kind, start, traits) { traits.insert(.startsSentence) }
      sentence = .goesOn
    }
    add(kind, start, end, hash: hash, traits)
  }

  private func beginsSentence(_ kind: Token.Kind, _ start: Int, _ traits: Token.Traits) -> Bool {
    switch sentence {
    case .begins: true
    case .mayBegin(let stop): start != stop && (kind != .word || traits.contains(.capitalized))
    case .goesOn: false
    }
  }
}

// MARK: - Elements

extension WordingReader {
  /// Takes in the element that begins here, or the end of one.
  private mutating func cross() {
    switch boundaries.cross(at: offset) {
    case .delimiter(let end):
      // In "*word*s" the letters are one word to a reader.
      if joint == offset { joint = end }
      offset = end
    case .token(let kind, let end):
      if kind == .paragraphBreak {
        surroundings = Surroundings()
        noteZones()
        add(kind, offset, end)
        sentence = .begins
      } else if kind == .footnote {
        add(kind, offset, end)
      } else {
        addWord(kind, offset, end, hash: 0, [])
      }
    case .opening:
      readMark(width: 1)
      boundaries.enterBrackets()
    case .nothing: break
    }
    noteZones()
  }

  private mutating func noteZones() { zones = boundaries.zones.union(surroundings.zones) }
}

// MARK: - Words and numbers

extension WordingReader {
  private mutating func readWord(from start: Int) {
    var (hash, end) = FoldedHash.ofLetters(bytes, from: start)
    // Most words end at a space, and are no more than letters.
    if bytes.byte(at: end) == 0x20, end > start {
      return addWord(.word, start, end, hash: hash.value, bytes.capitals(of: start..<end))
    }
    var traits: Token.Traits = []
    while true {
      let byte = bytes.byte(at: end)
      let small = byte | 0x20
      if small &- 0x61 < 26 {
        hash.add(small)
        end &+= 1
      } else if byte.isDigit {
        traits.insert(.hasDigits)
        hash.add(byte)
        end &+= 1
      } else if let next = bytes.continuation(at: end, of: start) {
        if bytes.isLoweredDigit(at: end) { traits.insert(.hasDigits) }
        while end < next { hash.add(Folding.next(bytes, &end, end: next)) }
      } else {
        break
      }
    }
    finishWord(start, end, hash.value, traits)
  }

  private mutating func finishWord(
    _ start: Int, _ end: Int, _ hash: UInt32, _ digits: Token.Traits
  ) {
    let traits = digits.union(bytes.capitals(of: start..<end))
    if traits.contains(.capitalized), let symbol = bytes.endOfSymbol(from: start, after: end) {
      return addWord(.symbol, start, symbol, hash: 0, traits)
    }
    if let address = bytes.endOfAddress(start, after: end) {
      return addWord(.address, start, address, hash: 0, [])
    }
    addWord(.word, start, end, hash: hash, traits)
    let apostrophe = bytes.apostropheWidth(at: end)
    if apostrophe > 0, bytes.byte(at: end + apostrophe) | 0x20 == UInt8(ascii: "s"),
      !bytes.isLetter(at: end + apostrophe + 1)
    {
      add(.possessive, end, end + apostrophe + 1)
    }
  }

  private mutating func readNumber() {
    let start = offset
    var hash = FoldedHash()
    var end = start
    while true {
      let byte = bytes.byte(at: end)
      guard byte.isDigit || bytes.isSeparator(at: end) else { break }
      hash.add(byte)
      end &+= 1
    }
    if let symbol = bytes.endOfSymbol(from: start, after: end) {
      addWord(.symbol, start, symbol, hash: 0, .hasDigits)
    } else if bytes.isLetter(at: end) {
      readWord(from: start)
    } else {
      addWord(.number, start, end, hash: hash.value, .hasDigits)
    }
  }
}

// MARK: - Marks

extension WordingReader {
  private mutating func readMultiByte() {
    switch CharacterClass.ofMultiByte(bytes, at: offset) {
    case .letter: readWord(from: offset)
    case .space: offset = min(offset + CharacterClass.width(of: bytes[offset]), bytes.count)
    case .mark: readMark(width: CharacterClass.width(of: bytes[offset]))
    }
  }

  private mutating func readMark(width: Int) {
    let start = offset
    let end = min(start + width, bytes.count)
    var folded = start
    var hash = FoldedHash()
    while folded < end { hash.add(Folding.next(bytes, &folded, end: end)) }
    let effect = surroundings.read(bytes, at: start)
    if effect == .closes { noteZones() }
    if width == 1 { noteSentence(at: start) }
    add(.mark, start, end, hash: hash.value)
    if effect == .opens { noteZones() }
  }

  /// Notes whether the next word may begin a sentence.
  private mutating func noteSentence(at offset: Int) {
    switch bytes[offset] {
    case UInt8(ascii: "."): if !isStopOfWord(at: offset) { sentence = .mayBegin(after: offset + 1) }
    case UInt8(ascii: "!"), UInt8(ascii: "?"): sentence = .mayBegin(after: offset + 1)
    // The cell of a table.
    case UInt8(ascii: "|"): sentence = .begins
    default: break
    }
  }

  /// Whether a full stop belongs to the word before it: an initial, or "vol."
  private func isStopOfWord(at offset: Int) -> Bool {
    guard count > 0, joint == offset else { return false }
    let word = tokens[count - 1]
    guard word.kind == .word else { return false }
    return word.count == 1 || stoppedWords.contains(word.hash)
  }

  private static func hash(of byte: UInt8) -> UInt32 {
    var hash = FoldedHash()
    hash.add(byte)
    return hash.value
  }
}
