#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte occurs first.
  /// - Parameter start: The offset from which it is looked for.
  public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where a byte occurs last.
  /// - Parameter end: The offset before which it is looked for.
  public func lastOffset(of byte: UInt8, before end: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = ones &* UInt64(byte)
    var offset = Swift.min(end, count)
    while offset >= 8 {
      let word = UnsafeRawBufferPointer(self).loadUnaligned(
        fromByteOffset: offset - 8, as: UInt64.self)
      // Not zero where one of the eight bytes is the one that is looked for.
      let rest = word ^ pattern
      if (rest &- ones) & ~rest & (ones << 7) != 0 { break }
      offset -= 8
    }
    while offset > 0 {
      offset -= 1
      if self[offset] == byte { return offset }
    }
    return nil
  }
}

extension TextSlice {
  /// Where a byte occurs first.
  /// - Parameter start: The offset in the slice from which it is looked for.
  public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    withBytes { $0.firstOffset(of: byte, from: start) }
  }

  /// Every place at which a byte occurs.
  /// - Parameter range: The offsets in the slice among which it is looked for.
  public func offsets(of byte: UInt8, in range: Range<Int>) -> [Int] {
    let text = self[0..<range.upperBound]
    var offsets: [Int] = []
    var next = range.lowerBound
    while let offset = text.firstOffset(of: byte, from: next) {
      offsets.append(offset)
      next = offset + 1
    }
    return offsets
  }

  /// Where other bytes occur first.
  /// - Parameters:
  ///   - needle: The bytes to find; nothing is found where there are none.
  ///   - start: The offset in the slice from which they are looked for.
  public func firstRange(of needle: TextSlice, from start: Int = 0) -> Range<Int>? {
    Needle(needle).firstRange(in: self, from: start)
  }
}

/// Bytes that are looked for in many texts.
public struct Needle: Sendable {
  private let text: TextSlice
  /// The offset of the byte that is likely to be the rarest, so that few places have to be looked at.
  private let anchor: Int

  /// - Parameter text: The bytes to find; nothing is found where there are none.
  public init(_ text: TextSlice) {
    self.text = text
    anchor = text.withBytes { bytes in
      bytes.indices.min { bytes[$0].commonness < bytes[$1].commonness } ?? 0
    }
  }

  /// Where the bytes occur first.
  /// - Parameter start: The offset in the text from which they are looked for.
  public func firstRange(in haystack: TextSlice, from start: Int = 0) -> Range<Int>? {
    guard !text.isEmpty, start + text.count <= haystack.count else { return nil }
    return haystack.withBytes { bytes in
      text.withBytes { sought in
        guard let base = bytes.baseAddress, let first = sought.baseAddress else { return nil }
        let last = bytes.count - sought.count
        var offset = start
        while offset <= last,
          let found = memchr(base + offset + anchor, Int32(first[anchor]), last - offset + 1)
        {
          offset = UnsafeRawPointer(found) - UnsafeRawPointer(base) - anchor
          if memcmp(base + offset, first, sought.count) == 0 {
            return offset..<offset + sought.count
          }
          offset += 1
        }
        return nil
      }
    }
  }
}

extension UInt8 {
  /// How common a byte is in English text, in thousandths; 1 of all that are no small letters.
  fileprivate var commonness: Int {
    switch self {
    case UInt8(ascii: " "): 170
    case UInt8(ascii: "e"): 98
    case UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "o"): 70
    case UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "r"): 55
    case UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "d"): 40
    case UInt8(ascii: "c"), UInt8(ascii: "u"), UInt8(ascii: "m"), UInt8(ascii: "f"): 22
    case UInt8(ascii: "p"), UInt8(ascii: "g"), UInt8(ascii: "w"), UInt8(ascii: "y"): 16
    case UInt8(ascii: "b"), UInt8(ascii: "v"), UInt8(ascii: "k"): 9
    default: 1
    }
  }
}
