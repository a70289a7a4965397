internal import SourceText

/// The phrases of a ``WordTrie`` that others are added to.
final class PhraseTables: PhraseNodes, @unchecked Sendable {
  // Sendable: a trie copies what it shares before it changes it.
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private(set) var longestCount = 0

  struct Edge {
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
  @exclusivity(unchecked) private(set) var edges: [Edge] = []
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  /// For each hash of a parent and a token the number of an edge, or 0.
  @exclusivity(unchecked) private(set) var slots = [UInt32](repeating: 0, count: 64)
  /// For each hash of a token, or of two, whether a phrase may be that token or begin with those two.
  @exclusivity(unchecked) private(set) var firsts = [UInt64](repeating: 0, count: 16)
  /// For each phrase another that has the same tokens, or −1.
  @exclusivity(unchecked) private(set) var twins: [Int32] = []
  @exclusivity(unchecked) private var wording = Wording()

  init() {}

  init(copying other: PhraseTables) {
    count = other.count
    longestCount = other.longestCount
    edges = other.edges
    bytes = other.bytes
    slots = other.slots
    firsts = other.firsts
    twins = other.twins
  }

  func insert(_ phrase: TextSlice) -> Int {
    insertLetters(phrase, nil) ?? insertTokens(of: phrase)
  }

  private func insertTokens(of phrase: TextSlice) -> Int {
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
  private func end(at node: UInt32) -> Int {
    let number = count
    count += 1
    guard node > 0 else {
      twins.append(-1)
      return number
    }
    twins.append(edges[Int(node) - 1].phrase)
    edges[Int(node) - 1].phrase = Int32(number)
    noteBeginning(edges[Int(node) - 1])
    return number
  }

  func insert(_ stem: TextSlice, _ ending: TextSlice) -> Int {
    insertLetters(stem, ending)
      ?? insertTokens(
        of: TextStorage(capacity: stem.count + ending.count) { buffer in
          stem.withBytes { _ = buffer.initialize(fromContentsOf: $0) }
          ending.withBytes { _ = buffer[stem.count...].initialize(fromContentsOf: $0) }
          return stem.count + ending.count
        }.all)
  }

  /// Adds a word that need not be read, since it is letters of ASCII alone; nil where it is not.
  private func insertLetters(_ stem: TextSlice, _ ending: TextSlice?) -> Int? {
    var hash = FoldedHash()
    guard Self.add(stem, to: &hash), ending.map({ Self.add($0, to: &hash) }) ?? true,
      !stem.isEmpty || ending?.isEmpty == false
    else { return nil }
    longestCount = max(longestCount, 1)
    var slot = slot(0, hash.value)
    while slots[slot] != 0 {
      let edge = edges[Int(slots[slot]) - 1]
      if edge.parent == 0, edge.hash == hash.value, isWord(edge, stem, ending) {
        return end(at: slots[slot])
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let first = bytes.count
    append(stem)
    if let ending { append(ending) }
    return end(at: addEdge(under: 0, hash.value, from: first, isJoined: false))
  }

  /// Adds letters to a hash.
  /// - Returns: Whether there is nothing else.
  private static func add(_ part: TextSlice, to hash: inout FoldedHash) -> Bool {
    part.withBytes { letters in
      for letter in letters {
        guard letter.isLetter else { return false }
        hash.add(letter | 0x20)
      }
      return true
    }
  }

  private func append(_ part: TextSlice) {
    part.withBytes { letters in
      for letter in letters { bytes.append(letter | 0x20) }
    }
  }

  /// Whether the token of an edge is a word of letters that is given in two parts.
  private func isWord(_ edge: Edge, _ stem: TextSlice, _ ending: TextSlice?) -> Bool {
    let (first, middle, last) = (Int(edge.first), Int(edge.first) + stem.count, Int(edge.last))
    guard last - first == stem.count + (ending?.count ?? 0) else { return false }
    return isEqual(bytes[first..<middle], stem)
      && (ending.map { isEqual(bytes[middle..<last], $0) } ?? true)
  }

  private func isEqual(_ folded: ArraySlice<UInt8>, _ letters: TextSlice) -> Bool {
    letters.withBytes { letters in zip(folded, letters).allSatisfy { $0 == $1 | 0x20 } }
  }

  /// Makes room for some words.
  func reserve(_ count: Int) {
    edges.reserveCapacity(edges.count + count)
    bytes.reserveCapacity(bytes.count + count * 8)
    grow(to: (edges.count + count) * 2)
  }

  private func insert(
    _ token: Token, under parent: UInt32, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    let first = bytes.count
    bytes += Folding.folded(text, token.range)
    return addEdge(
      under: parent, token.hash, from: first, isJoined: parent > 0 && token.isJoined)
  }

  /// Adds a node whose token is the end of `bytes`.
  private func addEdge(
    under parent: UInt32, _ hash: UInt32, from first: Int, isJoined: Bool
  ) -> UInt32 {
    if (edges.count + 1) * 2 > slots.count { grow(to: slots.count * 4) }
    edges.append(
      Edge(
        parent: parent, hash: hash, first: UInt32(first), last: UInt32(bytes.count),
        isJoined: isJoined))
    enter(edges.count)
    return UInt32(edges.count)
  }

  private func grow(to expected: Int) {
    if expected > slots.count { enterAll(in: expected) }
  }

  /// Enters all edges into new tables.
  private func enterAll(in expected: Int) {
    var capacity = slots.count
    while capacity < expected { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    firsts = [UInt64](repeating: 0, count: slots.count / 4)
    for number in edges.indices { enter(number + 1) }
  }

  /// Enters an edge into the tables.
  private func enter(_ number: Int) {
    let edge = edges[number - 1]
    var slot = slot(edge.parent, edge.hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(number)
    noteBeginning(edge)
  }

  /// Notes that a phrase may begin with the token of an edge, or with that and the one before.
  private func noteBeginning(_ edge: Edge) {
    if edge.parent == 0 {
      if edge.phrase >= 0 { note(edge.hash) }
    } else {
      let parent = edges[Int(edge.parent) - 1]
      if parent.parent == 0 { note(Self.hashOfPair(parent.hash, edge.hash)) }
    }
  }

  private func note(_ hash: UInt32) {
    firsts[Int(hash >> 6) & (firsts.count - 1)] |= 1 &<< UInt64(hash & 63)
  }

  @inline(__always)
  private func slot(_ parent: UInt32, _ hash: UInt32) -> Int {
    Self.slot(of: parent, hash, among: slots.count)
  }

  func firstBeginning(in tokens: UnsafeBufferPointer<Token>, from index: Int) -> Int? {
    firsts.withUnsafeBufferPointer { firsts in
      Self.firstBeginning(in: tokens, from: index) { hash in
        firsts[Int(hash >> 6) & (firsts.count - 1)] &>> UInt64(hash & 63) & 1 == 1
      }
    }
  }

  func child(
    of parent: UInt32, _ token: Token, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt32? {
    var slot = slot(parent, token.hash)
    while slots[slot] != 0 {
      let number = slots[slot]
      let edge = edges[Int(number) - 1]
      if edge.parent == parent, edge.hash == token.hash,
        parent == 0 || edge.isJoined == token.isJoined,
        bytes.withUnsafeBufferPointer({
          Folding.isEqual(text, token.range, $0.extracting(Int(edge.first)..<Int(edge.last)))
        })
      {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  func phrase(at node: UInt32) -> Int32 { edges[Int(node) - 1].phrase }

  func twin(of phrase: Int32) -> Int32 { twins[Int(phrase)] }
}
