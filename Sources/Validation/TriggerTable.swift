internal import SourceText

/// The triggers of many searches: one look at each byte of a text says which searches are worth
/// their while.
struct TriggerTable: Sendable {
  /// For each hash of two bytes the number of a group of triggers that may have them, from 1, or 0.
  private var groupOfPair = [UInt16](repeating: 0, count: 1 << 12)
  private var groups: [[Trigger]] = []
  /// Whether a pair is of small letters and spaces alone; most bytes of a text are such.
  private var hasPlainPair = false
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
    if text[pair].isPlain && text[pair + 1].isPlain { hasPlainPair = true }
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
    if hasPlainPair {
      for offset in bytes.indices.dropFirst() where note(pairEndingAt: offset, in: bytes) {
        isFound = true
      }
      return isFound
    }
    var offset = bytes.firstNotPlain(from: 0)
    while offset < bytes.count {
      // Either byte of a pair may be the one that is not plain.
      if offset > 0, note(pairEndingAt: offset, in: bytes) { isFound = true }
      if offset + 1 < bytes.count, note(pairEndingAt: offset + 1, in: bytes) { isFound = true }
      offset = bytes.firstNotPlain(from: offset + 1)
    }
    return isFound
  }

  @inline(__always)
  private mutating func note(pairEndingAt offset: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    let pair = UInt32(bytes[offset &- 1]) &<< 8 | UInt32(bytes[offset])
    let group = groupOfPair[Self.key(pair)]
    return group != 0 && note(Int(group) - 1, at: offset - 1, in: bytes)
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

extension UInt8 {
  /// Whether the byte is a small letter of ASCII or a space.
  fileprivate var isPlain: Bool { self &- 0x61 < 26 || self == 0x20 }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first byte from an offset on that is not plain, or the end. Eight bytes are looked at
  /// together.
  @inline(__always)
  fileprivate func firstNotPlain(from start: Int) -> Int {
    var offset = start
    while offset &+ 8 <= count {
      let bytes = UInt64(
        littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(
          fromByteOffset: offset, as: UInt64.self))
      let highest: UInt64 = 0x8080_8080_8080_8080
      let low = bytes & ~highest
      let isLetter =
        (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ~bytes
      let spaces = bytes ^ 0x2020_2020_2020_2020
      let isSpace = ~((spaces & ~highest) &+ ~highest | spaces)
      let notPlain = ~(isLetter | isSpace) & highest
      if notPlain != 0 { return offset &+ notPlain.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < count, self[offset].isPlain { offset &+= 1 }
    return offset
  }
}
