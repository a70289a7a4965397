internal import SourceText

/// The triggers of many searches: one look at each byte of a text says which searches are worth
/// their while.
struct TriggerTable: Sendable {
  /// For each hash of two bytes the number of a group of triggers that may have them, from 1, or 0.
  private var groupOfPair = [UInt16](repeating: 0, count: 1 << 12)
  private var groups: [[Trigger]] = []
  /// The triggers of one byte, which are looked for by themselves.
  private var bytes: [(byte: UInt8, search: Int)] = []
  /// For each search the number of the text in which one of its triggers occurred last.
  private var found: [UInt32] = []
  private var textNumber: UInt32 = 0

  private struct Trigger {
    let text: TextSlice
    /// The offset of its pair of bytes.
    let pair: Int
    let search: Int
  }

  /// Adds a trigger.
  /// - Parameter search: The number of its search; searches are numbered from 0.
  mutating func insert(_ text: TextSlice, of search: Int) {
    while found.count <= search { found.append(0) }
    guard text.count > 1 else {
      if !text.isEmpty { bytes.append((text[0], search)) }
      return
    }
    let pair = Self.rarestPair(of: text)
    let key = Self.key(UInt32(text[pair]) << 8 | UInt32(text[pair + 1]))
    if groupOfPair[key] == 0 {
      groups.append([])
      groupOfPair[key] = UInt16(groups.count)
    }
    groups[Int(groupOfPair[key]) - 1].append(Trigger(text: text, pair: pair, search: search))
  }

  /// Looks for the triggers in a text.
  /// - Returns: Whether a trigger of any search occurs.
  mutating func read(_ text: TextSlice) -> Bool {
    textNumber &+= 1
    var isFound = false
    for (byte, search) in bytes where text.firstOffset(of: byte) != nil {
      found[search] = textNumber
      isFound = true
    }
    return text.withBytes { note(in: $0) } || isFound
  }

  /// Whether a trigger of a search occurs in the text that was read last.
  func occurs(for search: Int) -> Bool { found[search] == textNumber }

  private mutating func note(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFound = false
    var pair: UInt32 = 0
    groupOfPair.withUnsafeBufferPointer { groupOfPair in
      for offset in bytes.indices {
        pair = (pair &<< 8 | UInt32(bytes[offset])) & 0xFFFF
        let group = groupOfPair[Self.key(pair)]
        if group != 0, note(Int(group) - 1, at: offset - 1, in: bytes) { isFound = true }
      }
    }
    return isFound
  }

  /// Notes the triggers of a group whose pair of bytes stands at an offset.
  private mutating func note(
    _ group: Int, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var isFound = false
    for trigger in groups[group] where found[trigger.search] != textNumber {
      let start = offset - trigger.pair
      guard start >= 0, start + trigger.text.count <= bytes.count,
        trigger.text.withBytes({ $0.elementsEqual(bytes[start..<start + $0.count]) })
      else { continue }
      found[trigger.search] = textNumber
      isFound = true
    }
    return isFound
  }

  @inline(__always)
  private static func key(_ pair: UInt32) -> Int { Int((pair &* 0x9E37_79B1) &>> 20) }

  /// The pair of bytes of a trigger that is likely to be the rarest: small letters and spaces are
  /// what texts are full of. Of two the later, since marks of several bytes begin alike.
  private static func rarestPair(of trigger: TextSlice) -> Int {
    func frequency(_ byte: UInt8) -> Int {
      switch byte {
      case UInt8(ascii: " "): 3
      case UInt8(ascii: "a")...UInt8(ascii: "z"): 2
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: ","): 1
      default: 0
      }
    }
    let frequencies = (0..<trigger.count - 1).map {
      frequency(trigger[$0]) + frequency(trigger[$0 + 1])
    }
    return frequencies.lastIndex(of: frequencies.min() ?? 0) ?? 0
  }
}
