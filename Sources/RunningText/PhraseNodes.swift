internal import SourceText

/// Phrases as a tree of their tokens, in which a text is looked through.
///
/// A node is a number from 1; 0 is the root.
protocol PhraseNodes {
  /// How many phrases there are.
  var count: Int { get }

  /// The number of tokens of the longest phrase.
  var longestCount: Int { get }

  /// The first token from an index on that a phrase may begin with: a phrase of one token has its hash,
  /// or one of more has its and that of the token after it.
  func firstBeginning(in tokens: UnsafeBufferPointer<Token>, from index: Int) -> Int?

  /// The node that a token leads to.
  /// - Parameter text: The bytes that the token stands in.
  func child(of parent: UInt32, _ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> UInt32?

  /// The last phrase that ends at a node, or −1.
  func phrase(at node: UInt32) -> Int32

  /// Another phrase that has the same tokens, or −1.
  func twin(of phrase: Int32) -> Int32
}

extension PhraseNodes {
  func forEachMatch(in wording: Wording, _ body: (WordTrie.Match) -> Void) {
    guard count > 0 else { return }
    wording.text.withBytes { text in
      wording.tokens.withUnsafeBufferPointer { tokens in
        var next = 0
        while let index = firstBeginning(in: tokens, from: next) {
          follow(from: index, tokens, text, body)
          next = index + 1
        }
      }
    }
  }

  func longestMatch(at index: Int, in wording: Wording) -> WordTrie.Match? {
    guard count > 0, wording.tokens.indices.contains(index) else { return nil }
    var longest: WordTrie.Match?
    wording.text.withBytes { text in
      wording.tokens.withUnsafeBufferPointer { tokens in
        follow(from: index, tokens, text) { longest = $0 }
      }
    }
    return longest
  }

  private func follow(
    from start: Int, _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>,
    _ body: (WordTrie.Match) -> Void
  ) {
    var node: UInt32 = 0
    var index = start
    while index < tokens.count, let next = child(of: node, tokens[index], text) {
      node = next
      index += 1
      var phrase = phrase(at: node)
      while phrase >= 0 {
        body(WordTrie.Match(phrase: Int(phrase), tokens: start..<index))
        phrase = twin(of: phrase)
      }
    }
  }

  /// The first token from an index on of which the hash, or that of two tokens, is among some.
  @inline(__always)
  static func firstBeginning(
    in tokens: UnsafeBufferPointer<Token>, from index: Int, _ isKnown: (_ hash: UInt32) -> Bool
  ) -> Int? {
    var index = index
    while index < tokens.count {
      let hash = tokens[index].hash
      if isKnown(hash) { return index }
      index &+= 1
      if index < tokens.count, isKnown(hashOfPair(hash, tokens[index].hash)) { return index &- 1 }
    }
    return nil
  }

  /// The hash of two tokens that stand one after the other.
  @inline(__always)
  static func hashOfPair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    first &* 0x9E37_79B1 ^ second
  }

  /// The slot at which the node is looked for that a token leads to from another.
  /// - Parameters:
  ///   - hash: The hash of the token.
  ///   - count: How many slots there are, a power of two.
  @inline(__always)
  static func slot(of parent: UInt32, _ hash: UInt32, among count: Int) -> Int {
    let mixed = (hash ^ parent &* 0x9E37_79B9) &* 0x85EB_CA6B
    return Int(mixed >> 7) & (count - 1)
  }
}
