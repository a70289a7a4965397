internal import SourceText

/// The phrases of a ``WordTrie`` that was made while the program was built, read where they stand.
///
/// The numbers are: how many phrases there are, how many tokens the longest has, how many slots there
/// are; the nodes, each at the slot that its token and its parent say, or after it; as many numbers as
/// slots with the bits of the hashes that phrases begin with, four in each byte; and for each
/// phrase another that has the same tokens, from 1.
final class StoredPhrases: PhraseNodes, Sendable {
  let numbers: StoredNumbers
  let letters: TextSlice
  let count: Int
  let longestCount: Int
  private let slotCount: Int

  init(_ numbers: StoredNumbers, letters: TextSlice) {
    self.numbers = numbers
    self.letters = letters
    count = numbers[0]
    longestCount = numbers[1]
    slotCount = numbers[2]
  }

  func firstBeginning(in tokens: UnsafeBufferPointer<Token>, from index: Int) -> Int? {
    numbers.withBytes { bytes in
      let start = 4 * (Self.headCount + slotCount * Node.count)
      let bits = bytes.extracting(start..<start + 4 * slotCount)
      return Self.firstBeginning(in: tokens, from: index) { hash in
        bits[Int(hash >> 2) & (bits.count - 1)] &>> UInt8(hash & 3) & 1 == 1
      }
    }
  }

  func child(
    of parent: UInt32, _ token: Token, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt32? {
    numbers.withBytes { numbers in
      let key = Node.Key(token.hash, under: parent)
      var slot = Self.slot(of: parent, token.hash, among: slotCount)
      while true {
        let node = Node(at: slot, of: numbers)
        if node.isNone { return nil }
        if node.has(key), parent == 0 || node.isJoined == token.isJoined,
          letters.withBytes({ Folding.isEqual(text, token.range, $0.extracting(node.letters)) })
        {
          return UInt32(slot &+ 1)
        }
        slot = (slot &+ 1) & (slotCount &- 1)
      }
    }
  }

  func phrase(at node: UInt32) -> Int32 {
    numbers.withBytes { Int32(Node(at: Int(node) - 1, of: $0).phrase) }
  }

  func twin(of phrase: Int32) -> Int32 {
    Int32(numbers[Self.headCount + slotCount * (Node.count + 1) + Int(phrase)]) - 1
  }

  /// How many numbers stand before the slots.
  private static var headCount: Int { 3 }

  /// A node, which is numbered by its slot, from 1.
  ///
  /// It has four numbers: the lower bits of the hash of its token; its parent, counted from 1, with
  /// the upper bits of the hash above it; where the letters of the token begin, with how many they are
  /// above that; and the last phrase that ends there, from 1, above a bit that says whether the token
  /// is joined to what is before it.
  private struct Node {
    static let count = 4

    let numbers: UnsafeBufferPointer<UInt8>
    let first: Int

    @inline(__always)
    init(at slot: Int, of numbers: UnsafeBufferPointer<UInt8>) {
      self.numbers = numbers
      first = StoredPhrases.headCount &+ slot &* Self.count
    }

    /// What a node is known by, as it is stored.
    struct Key {
      let lower: UInt32
      let upper: UInt32

      @inline(__always)
      init(_ hash: UInt32, under parent: UInt32) {
        lower = StoredNumbers.characters(of: Node.lower(hash))
        upper = StoredNumbers.characters(of: Node.upper(hash, parent))
      }
    }

    var isNone: Bool { StoredNumbers.characters(first &+ 1, of: numbers) == 0 }

    @inline(__always)
    func has(_ key: Key) -> Bool {
      StoredNumbers.characters(first, of: numbers) == key.lower
        && StoredNumbers.characters(first &+ 1, of: numbers) == key.upper
    }

    var letters: Range<Int> {
      let letters = StoredNumbers.number(first &+ 2, of: numbers)
      let start = letters & 0xF_FFFF
      return start..<start &+ letters &>> 20
    }

    var isJoined: Bool { StoredNumbers.number(first &+ 3, of: numbers) & 1 == 1 }

    var phrase: Int { StoredNumbers.number(first &+ 3, of: numbers) &>> 1 &- 1 }

    private static func lower(_ hash: UInt32) -> UInt32 { hash & 0xFFF_FFFF }

    private static func upper(_ hash: UInt32, _ parent: UInt32) -> UInt32 {
      parent &+ 1 | (hash &>> 28) &<< 20
    }

    static func numbers(of edge: PhraseTables.Edge, under parent: UInt32) -> [Int] {
      let length = edge.last - edge.first
      precondition(
        parent + 1 < 1 << 20 && edge.first < 1 << 20 && length < 1 << 8,
        "too many phrases to be kept in the program")
      return [
        Int(lower(edge.hash)), Int(upper(edge.hash, parent)), Int(edge.first | length << 20),
        Int(edge.phrase + 1) << 1 | (edge.isJoined ? 1 : 0),
      ]
    }
  }
}

extension StoredPhrases {
  /// The text of the numbers that phrases are stored as.
  static func numbers(of tables: PhraseTables) -> String {
    StoredNumbers.text(
      of: [tables.count, tables.longestCount, tables.slots.count] + nodes(of: tables)
        + bits(of: tables) + tables.twins.map { Int($0) + 1 })
  }

  private static func nodes(of tables: PhraseTables) -> [Int] {
    let slotCount = tables.slots.count
    var numbers = [Int](repeating: 0, count: slotCount * Node.count)
    // The node that an edge leads to, 0 being the root.
    var nodes: [UInt32] = [0]
    for edge in tables.edges {
      let parent = nodes[Int(edge.parent)]
      var slot = slot(of: parent, edge.hash, among: slotCount)
      while numbers[slot * Node.count + 1] != 0 { slot = (slot + 1) & (slotCount - 1) }
      let first = slot * Node.count
      numbers.replaceSubrange(
        first..<first + Node.count, with: Node.numbers(of: edge, under: parent))
      nodes.append(UInt32(slot + 1))
    }
    return numbers
  }

  private static func bits(of tables: PhraseTables) -> [Int] {
    tables.firsts.flatMap { bits in
      stride(from: 0, to: 64, by: 16).map { first in
        let characters = (0..<4).map { UInt32(bits >> UInt64(first + 4 * $0) & 0xF) << (8 * $0) }
        return StoredNumbers.number(of: characters.reduce(0, |))
      }
    }
  }
}
