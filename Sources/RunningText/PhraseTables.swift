internal import SourceText

/// The tables of a ``WordTrie``.
struct PhraseTables: Sendable {
  private(set) var count = 0
  private(set) var longestCount = 0

  private struct Edge {
    let parent: UInt32
    let hash: UInt32
    /// The first byte of the token in `bytes`, and the one after its last.
    let first: UInt32
    let last: UInt32
    let isJoined: Bool
    /// The last phrase that ends here, or −1.
    var phrase: Int32 = -1
  }

  /// A node of the trie is the edge that leads to it, counted from 1; 0 is the root.
  private var edges: [Edge] = []
  private var bytes: [UInt8] = []
  /// For each hash of a parent and a token the number of an edge, or 0.
  private var slots = [UInt32](repeating: 0, count: 64)
  /// For each hash of a token whether a phrase may begin with it.
  private var firsts = [UInt64](repeating: 0, count: 16)
  /// For each phrase another that has the same tokens, or −1.
  private var twins: [Int32] = []
  private var wording = Wording()

  mutating func insert(_ phrase: TextSlice) -> Int {
    wording.read(phrase)
    longestCount = max(longestCount, wording.tokens.count)
    var node: UInt32 = 0
    phrase.withBytes { bytes in
      for index in wording.tokens.indices {
        let token = wording.tokens[index]
        node = child(of: node, token, bytes) ?? insert(token, under: node, bytes)
      }
    }
    return end(at: node)
  }

  /// Gives the phrase that ends at a node the next number.
  private mutating func end(at node: UInt32) -> Int {
    let number = count
    count += 1
    guard node > 0 else {
      twins.append(-1)
      return number
    }
    twins.append(edges[Int(node) - 1].phrase)
    edges[Int(node) - 1].phrase = Int32(number)
    return number
  }

  mutating func insert(_ stem: TextSlice, _ ending: TextSlice) -> Int {
    let first = bytes.count
    var hash = FoldedHash()
    guard append(stem, &hash), append(ending, &hash), bytes.count > first else {
      bytes.removeSubrange(first...)
      return insert(
        TextStorage(capacity: stem.count + ending.count) { buffer in
          stem.withBytes { _ = buffer.initialize(fromContentsOf: $0) }
          ending.withBytes { _ = buffer[stem.count...].initialize(fromContentsOf: $0) }
          return stem.count + ending.count
        }.all)
    }
    longestCount = max(longestCount, 1)
    if let node = firstEdge(of: first..<bytes.count, hash.value) {
      bytes.removeSubrange(first...)
      return end(at: node)
    }
    return end(at: addEdge(under: 0, hash.value, from: first, isJoined: false))
  }

  /// Appends letters as they are compared.
  /// - Returns: Whether there is nothing else.
  private mutating func append(_ part: TextSlice, _ hash: inout FoldedHash) -> Bool {
    part.withBytes { letters in
      for letter in letters {
        guard letter.isLetter else { return false }
        bytes.append(letter | 0x20)
        hash.add(letter | 0x20)
      }
      return true
    }
  }

  /// The node of a first token whose bytes are at a place of `bytes`, if there is one.
  private func firstEdge(of word: Range<Int>, _ hash: UInt32) -> UInt32? {
    var slot = slot(0, hash)
    while slots[slot] != 0 {
      let edge = edges[Int(slots[slot]) - 1]
      if edge.parent == 0, edge.hash == hash,
        bytes[Int(edge.first)..<Int(edge.last)] == bytes[word]
      {
        return slots[slot]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(
    _ token: Token, under parent: UInt32, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    let first = bytes.count
    bytes += Folding.folded(text, token.range)
    return addEdge(
      under: parent, token.hash, from: first, isJoined: parent > 0 && token.isJoined)
  }

  /// Adds a node whose token is the end of `bytes`.
  private mutating func addEdge(
    under parent: UInt32, _ hash: UInt32, from first: Int, isJoined: Bool
  ) -> UInt32 {
    if (edges.count + 1) * 2 > slots.count { grow() }
    edges.append(
      Edge(
        parent: parent, hash: hash, first: UInt32(first), last: UInt32(bytes.count),
        isJoined: isJoined))
    enter(edges.count)
    return UInt32(edges.count)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    firsts = [UInt64](repeating: 0, count: slots.count / 4)
    for number in edges.indices { enter(number + 1) }
  }

  /// Enters an edge into the tables.
  private mutating func enter(_ number: Int) {
    let edge = edges[number - 1]
    var slot = slot(edge.parent, edge.hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number)
    if edge.parent == 0 {
      firsts[Int(edge.hash >> 6) & (firsts.count - 1)] |= 1 &<< UInt64(edge.hash & 63)
    }
  }

  @inline(__always)
  private func slot(_ parent: UInt32, _ hash: UInt32) -> Int {
    let mixed = (hash ^ parent &* 0x9E37_79B9) &* 0x85EB_CA6B
    return Int(mixed >> 7) & (slots.count - 1)
  }

  private func child(
    of parent: UInt32, _ token: Token, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt32? {
    var slot = slot(parent, token.hash)
    while slots[slot] != 0 {
      let number = slots[slot]
      let edge = edges[Int(number) - 1]
      if edge.parent == parent, edge.hash == token.hash,
        parent == 0 || edge.isJoined == token.isJoined,
        Folding.isEqual(text, token.range, bytes[Int(edge.first)..<Int(edge.last)])
      {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

// MARK: - Looking for phrases

extension PhraseTables {
  func forEachMatch(in wording: Wording, _ body: (WordTrie.Match) -> Void) {
    guard count > 0 else { return }
    wording.text.withBytes { text in
      wording.tokens.withUnsafeBufferPointer { tokens in
        firsts.withUnsafeBufferPointer { firsts in
          let mask = firsts.count - 1
          for index in tokens.indices {
            let hash = tokens[index].hash
            guard firsts[Int(hash >> 6) & mask] &>> UInt64(hash & 63) & 1 == 1 else { continue }
            follow(from: index, tokens, text, body)
          }
        }
      }
    }
  }

  func longestMatch(at index: Int, in wording: Wording) -> WordTrie.Match? {
    var longest: WordTrie.Match?
    wording.text.withBytes { text in
      wording.tokens.withUnsafeBufferPointer { tokens in
        guard tokens.indices.contains(index) else { return }
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
      var phrase = edges[Int(node) - 1].phrase
      while phrase >= 0 {
        body(WordTrie.Match(phrase: Int(phrase), tokens: start..<index))
        phrase = twins[Int(phrase)]
      }
    }
  }
}
