internal import SourceText

/// Puts an archive together.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file of another archive as it is there.
  mutating func add(_ entry: ZipArchive.Entry, packed: TextSlice) {
    add(
      entry, packed, flags: entry.flags, method: entry.method, checksum: entry.checksum,
      unpackedCount: entry.count)
  }

  /// Adds a file of another archive with other contents.
  mutating func add(_ entry: ZipArchive.Entry, stored contents: TextSlice) {
    add(
      entry, contents, flags: entry.flags, method: ZipArchive.Method.stored,
      checksum: Inflation.checksum(of: contents), unpackedCount: contents.count)
  }

  private mutating func add(
    _ entry: ZipArchive.Entry, _ packed: TextSlice, flags: UInt16, method: UInt16,
    checksum: UInt32, unpackedCount: Int
  ) {
    let header = bytes.count
    // What stands in both places: from the version that is needed to the length of the extra field.
    var common: [UInt8] = []
    common.append(20, bytes: 2)
    // Without the sizes after the contents, as they are known before.
    common.append(Int(flags & ~8), bytes: 2)
    common.append(Int(method), bytes: 2)
    common.append(Int(entry.time), bytes: 4)
    common.append(Int(checksum), bytes: 4)
    common.append(packed.count, bytes: 4)
    common.append(unpackedCount, bytes: 4)
    common.append(entry.name.count, bytes: 2)
    common.append(0, bytes: 2)

    bytes.append(ZipArchive.Signature.file, bytes: 4)
    bytes += common
    entry.name.withBytes { bytes += $0 }
    packed.withBytes { bytes += $0 }

    directory.append(ZipArchive.Signature.entry, bytes: 4)
    directory.append(20, bytes: 2)
    directory += common
    // No comment, on the first disk, no attributes.
    directory.append(0, bytes: 10)
    directory.append(header, bytes: 4)
    entry.name.withBytes { directory += $0 }
    count += 1
  }

  /// The archive, with its directory.
  func finished() -> TextStorage {
    var archive = bytes + directory
    archive.append(ZipArchive.Signature.end, bytes: 4)
    archive.append(0, bytes: 4)
    archive.append(count, bytes: 2)
    archive.append(count, bytes: 2)
    archive.append(directory.count, bytes: 4)
    archive.append(bytes.count, bytes: 4)
    archive.append(0, bytes: 2)
    return TextStorage(copying: archive)
  }
}

extension [UInt8] {
  /// Adds a number, the least significant byte first.
  fileprivate mutating func append(_ number: Int, bytes: Int) {
    for index in 0..<bytes {
      append(index < 8 ? UInt8(truncatingIfNeeded: number >> (8 * index)) : 0)
    }
  }
}
