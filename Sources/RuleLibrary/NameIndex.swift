internal import SourceText

/// The positions of States by the keys of their names.
///
/// Two names with the same hash are taken for one. The numbers are: how many entries have an article
/// that none before them has, their positions, and a table of a power of two slots of three numbers
/// each, two for a hash and one for a position, from 1.
struct NameIndex: Sendable {
  let numbers: StoredNumbers
  private let slots: StoredNumbers

  init(_ numbers: StoredNumbers) {
    self.numbers = numbers
    slots = numbers.isEmpty ? numbers : numbers[1 + numbers[0]..<numbers.count]
  }

  /// The positions of entries that have, together, each article once.
  var articleOwners: [Int] { numbers.isEmpty ? [] : (1..<1 + numbers[0]).map { numbers[$0] } }

  func position(of name: String) -> Int? {
    let hash = Hash(NameKey(name))
    var slot = hash.slot(among: slots.count / 3)
    while !slots.isEmpty, slots[3 * slot + 2] != 0 {
      if slots[3 * slot] == hash.low, slots[3 * slot + 1] == hash.high {
        return slots[3 * slot + 2] - 1
      }
      slot = (slot + 1) & (slots.count / 3 - 1)
    }
    return nil
  }

  /// A hash of a name, in two numbers of 28 bits.
  fileprivate struct Hash: Hashable {
    let low: Int
    let high: Int

    /// FNV-1a.
    init(_ key: NameKey) {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in key.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      low = Int(hash & 0xFFF_FFFF)
      high = Int(hash >> 28 & 0xFFF_FFFF)
    }

    func slot(among count: Int) -> Int { low & (count - 1) }
  }
}

/// The names of States, while they are collected.
struct NameRegister {
  private let articles: Articles
  private let articleOwners: [Int]
  private var positions: [NameIndex.Hash: Int] = [:]
  private(set) var clashes: [(name: String, position: Int)] = []

  init(_ entries: [StateNames.Entry]) {
    var seen: Set<String> = []
    articleOwners = entries.indices.filter {
      entries[$0].article.map { seen.insert($0).inserted } ?? false
    }
    articles = Articles(seen)
  }

  mutating func addNames(of entries: [StateNames.Entry]) {
    // A short form is its own entry's, whatever else it is a former or common name of.
    for (position, entry) in entries.enumerated() { add(entry.name, position) }
    for (position, entry) in entries.enumerated() {
      for name in entry.otherNames { add(name, position) }
      // The terminology database has "Gambia (the)".
      if let article = entry.article { add("\(entry.name) \(article)", position) }
    }
  }

  private mutating func add(_ name: String, _ position: Int) {
    add(NameKey(name), of: name, position)
    // "the former Yugoslav Republic of Macedonia" is known without its article too.
    let count = articles.count(before: name)
    if count > 0 { add(NameKey(String(name.utf8.dropFirst(count)) ?? ""), of: name, position) }
  }

  private mutating func add(_ key: NameKey, of name: String, _ position: Int) {
    let hash = NameIndex.Hash(key)
    guard let first = positions[hash] else {
      positions[hash] = position
      return
    }
    if first != position { clashes.append((name, position)) }
  }

  var index: NameIndex {
    var slotCount = 64
    while slotCount < 2 * positions.count { slotCount *= 2 }
    var slots = [Int](repeating: 0, count: 3 * slotCount)
    for (hash, position) in positions.sorted(by: { ($0.value, $0.key.low) < ($1.value, $1.key.low) }
    ) {
      var slot = hash.slot(among: slotCount)
      while slots[3 * slot + 2] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots.replaceSubrange(3 * slot..<3 * slot + 3, with: [hash.low, hash.high, position + 1])
    }
    let numbers = [articleOwners.count] + articleOwners + slots
    return NameIndex(StoredNumbers(TextSlice(StoredNumbers.text(of: numbers))))
  }
}
