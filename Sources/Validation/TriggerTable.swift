internal import SourceText

/// The triggers of many searches: one look at each byte of a text says which searches are worth
/// their while.
struct TriggerTable: Sendable {
  /// For each hash of two bytes the number of the first trigger that may have them, from 1, or 0.
  private var firstOfPair = [UInt32](repeating: 0, count: 1 << 12)
  private var triggers: [Trigger] = []
  /// The texts of all triggers, one after the other.
  private var letters: [UInt8] = []
  /// The triggers that are looked for by themselves: those of one byte, and those of small letters
  /// and spaces alone, of which texts are full.
  private var plain: [(needle: Needle, search: Int)] = []
  /// For each search the number of the text in which one of its triggers occurred last.
  private var found: [UInt32] = []
  private var textNumber: UInt32 = 0

  private struct Trigger {
    /// Its bytes in `letters`.
    let letters: Range<Int>
    /// The offset of its pair of bytes.
    let offset: Int
    let pair: UInt16
    /// The number of the next trigger whose pair has the same hash, from 1, or 0.
    let next: UInt32
    let search: Int
  }

  /// Adds a trigger.
  /// - Parameter search: The number of its search; searches are numbered from 0.
  mutating func insert(_ text: TextSlice, of search: Int) {
    while found.count <= search { found.append(0) }
    guard let offset = Self.rarestPair(of: text) else {
      if !text.isEmpty { plain.append((Needle(text), search)) }
      return
    }
    let pair = UInt16(text[offset]) << 8 | UInt16(text[offset + 1])
    let key = Self.key(pair)
    triggers.append(
      Trigger(
        letters: letters.count..<letters.count + text.count, offset: offset, pair: pair,
        next: firstOfPair[key], search: search))
    firstOfPair[key] = UInt32(triggers.count)
    text.withBytes { letters += $0 }
  }

  /// Looks for the triggers in a text.
  /// - Returns: Whether a trigger of any search occurs.
  mutating func read(_ text: TextSlice) -> Bool {
    textNumber &+= 1
    var isFound = false
    for (needle, search) in plain where needle.firstRange(in: text) != nil {
      found[search] = textNumber
      isFound = true
    }
    return text.withBytes { note(in: $0) } || isFound
  }

  /// Whether a trigger of a search occurs in the text that was read last.
  func occurs(for search: Int) -> Bool { found[search] == textNumber }

  private mutating func note(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFound = false
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
    let pair = UInt16(bytes[offset &- 1]) &<< 8 | UInt16(bytes[offset])
    let first = firstOfPair[Self.key(pair)]
    return first != 0 && note(Int(first), pair, at: offset - 1, in: bytes)
  }

  /// Notes the triggers whose pair of bytes stands at an offset.
  /// - Parameter first: The number of the first that may have it.
  private mutating func note(
    _ first: Int, _ pair: UInt16, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var isFound = false
    var number = first
    while number != 0 {
      let trigger = triggers[number - 1]
      number = Int(trigger.next)
      guard trigger.pair == pair, found[trigger.search] != textNumber,
        stands(trigger.letters, at: offset - trigger.offset, in: bytes)
      else { continue }
      found[trigger.search] = textNumber
      isFound = true
    }
    return isFound
  }

  /// Whether some of the letters stand at a place of a text.
  private func stands(
    _ range: Range<Int>, at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    start >= 0 && start + range.count <= bytes.count
      && letters[range].elementsEqual(bytes[start..<start + range.count])
  }

  @inline(__always)
  private static func key(_ pair: UInt16) -> Int { Int((UInt32(pair) &* 0x9E37_79B1) &>> 20) }

  /// The pair of bytes of a trigger that is likely to be the rarest; nil where all are small letters
  /// and spaces. Of two the later, since marks of several bytes begin alike.
  private static func rarestPair(of trigger: TextSlice) -> Int? {
    trigger.withBytes { bytes in
      var rarest: (offset: Int, commonness: Int)?
      for offset in 0..<max(bytes.count - 1, 0) {
        let (first, second) = (bytes[offset], bytes[offset + 1])
        if first.isPlain && second.isPlain { continue }
        let commonness = first.commonness + second.commonness
        if commonness <= rarest?.commonness ?? .max { rarest = (offset, commonness) }
      }
      return rarest?.offset
    }
  }
}

extension UInt8 {
  /// Whether the byte is a small letter of ASCII or a space.
  fileprivate var isPlain: Bool { self &- 0x61 < 26 || self == 0x20 }

  /// How common the byte is in a text, in four steps.
  fileprivate var commonness: Int {
    switch self {
    case UInt8(ascii: " "): 3
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 2
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: ","): 1
    default: 0
    }
  }
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
