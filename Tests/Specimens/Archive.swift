/// An archive of the ZIP form whose files are not packed, so that a test can be read.
public struct Archive {
  public var files: [(name: String, contents: [UInt8])] = []
  /// Whether the files are written in the form of packed ones; they are not smaller for that.
  public var isDeflated = false
  /// What the directory says that a file has, unpacked, where that is not the truth.
  public var claimedCount: Int?
  /// The same for files of certain names.
  public var claimedCounts: [String: Int] = [:]
  /// The flags of each file: 1 says that it is encrypted.
  public var flags = 0

  public init() {}

  public mutating func add(_ name: String, _ contents: String) {
    files.append((name, Array(contents.utf8)))
  }

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, contents) in files {
      let packed = isDeflated ? deflated(contents) : contents
      let fields: [UInt8] = [
        number(20, 2), number(flags, 2), number(isDeflated ? 8 : 0, 2), number(0x5421_0000, 4),
        number(Int(checksum(contents)), 4), number(packed.count, 4),
        number(claimedCounts[name] ?? claimedCount ?? contents.count, 4),
        number(name.utf8.count, 2), number(0, 2),
      ].flatMap { $0 }
      directory += number(0x0201_4B50, 4) + number(20, 2) + fields
      directory += [UInt8](repeating: 0, count: 10) + number(bytes.count, 4) + Array(name.utf8)
      bytes += number(0x0403_4B50, 4) + fields + Array(name.utf8) + packed
    }
    let end: [UInt8] = [
      number(0x0605_4B50, 4), number(0, 4), number(files.count, 2), number(files.count, 2),
      number(directory.count, 4), number(bytes.count, 4), number(0, 2),
    ].flatMap { $0 }
    return bytes + directory + end
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// Blocks of at most 65,535 bytes, each of which says that it is not packed.
  private func deflated(_ contents: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = contents[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      bytes.append(rest.isEmpty ? 1 : 0)
      bytes += number(block.count, 2) + number(~block.count, 2) + block
    } while !rest.isEmpty
    return bytes
  }

  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
    }
    return ~sum
  }
}
