/// What the bytes of a file are, apart from YAML.
struct Encoding {
  /// An encoding other than UTF-8 that the whole file is in.
  enum Other: String {
    case utf16 = "UTF-16"
    case utf32 = "UTF-32"
  }

  let other: Other?
  let isASCII: Bool
  /// The stretches that are not UTF-8, up to a number of them.
  let faults: [Range<Int>]
  /// Whether the file has more faults than are listed.
  let hasMoreFaults: Bool

  /// Looks through the bytes of a file.
  /// - Parameters:
  ///   - start: The first byte after a byte order mark.
  ///   - limit: The most faults to list.
  init(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) {
    other = Self.other(bytes)
    var faults: [Range<Int>] = []
    var hasMoreFaults = false
    var offset = Self.endOfASCII(bytes, from: start)
    isASCII = offset == bytes.count
    if other == nil {
      while offset < bytes.count {
        let (width, isValid) = Self.sequence(bytes, at: offset)
        if !isValid {
          hasMoreFaults = faults.count == limit
          if hasMoreFaults { break }
          faults.append(offset..<offset + width)
        }
        offset += width
        if offset < bytes.count, bytes[offset] < 0x80 {
          offset = Self.endOfASCII(bytes, from: offset)
        }
      }
    }
    self.faults = faults
    self.hasMoreFaults = hasMoreFaults
  }

  private static func other(_ bytes: UnsafeBufferPointer<UInt8>) -> Other? {
    guard bytes.count >= 4 else {
      return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? .utf16 : nil
    }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (0, 0, 0, 1...), (1..., 0, 0, 0): return .utf32
    case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _), (1..., 0, 1..., 0), (0, 1..., 0, 1...):
      return .utf16
    default: return nil
    }
  }

  private static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = start
    while offset + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      offset += 8
    }
    while offset < raw.count, raw[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// The width of the character at an offset, or of the stretch that begins one and does not end it
  /// (Unicode Standard, table 3-7).
  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int)
    -> (width: Int, isValid: Bool)
  {
    let lead = bytes[offset]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0...0x7F: return (1, true)
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: count = 4
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    for index in 1..<count {
      let allowed = index == 1 ? second : 0x80...0xBF
      guard offset + index < bytes.count, allowed.contains(bytes[offset + index]) else {
        return (index, false)
      }
    }
    return (count, true)
  }
}

extension Unicode.Scalar {
  /// The character that a byte from 0x80 stands for in Windows-1252; nil where it stands for none.
  init?(windows1252 byte: UInt8) {
    let upper: [UInt32] = [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
      0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
    let value = (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
    guard value > 0 else { return nil }
    self.init(value)
  }
}
