internal import SourceText

/// The files in an archive of the ZIP form, by its directory.
struct ZipArchive {
  private let file: TextStorage
  let entries: [Entry]

  /// The most bytes of a file that is unpacked.
  static let partLimit = 64 << 20

  /// The most bytes of all files of XML, which others unpack as one.
  private static let limit = 256 << 20

  /// A file in the archive, as the directory has it.
  struct Entry {
    let name: TextSlice
    let flags: UInt16
    let method: UInt16
    /// The time and day of the last change, in the form of DOS.
    let time: UInt32
    let checksum: UInt32
    /// The number of bytes, unpacked.
    let count: Int
    /// Where its bytes are in the archive.
    let packed: Range<Int>

    var isEncrypted: Bool { flags & 1 != 0 }

    /// Whether it is of XML, by its name.
    var isMarkup: Bool {
      let name = name.string.lowercased()
      return name.hasSuffix(".xml") || name.hasSuffix(".rels")
    }
  }

  /// Reads the directory of an archive.
  init(_ file: TextStorage) throws(WordDocumentFault) {
    self.file = file
    let record = BinaryRecord(file)
    guard let end = Self.endOfDirectory(in: record) else {
      throw record.number(at: 0, bytes: 4) == 0xE011_CFD0
        ? .compoundFile
        : record.number(at: 0, bytes: 4) == Signature.file ? .damaged : .notWord
    }
    guard let count = record.number(at: end + 10, bytes: 2),
      var offset = record.number(at: end + 16, bytes: 4)
    else { throw .damaged }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard let (entry, next) = Self.entry(at: offset, in: record, file) else { throw .damaged }
      entries.append(entry)
      offset = next
    }
    self.entries = entries
    let sizes = entries.lazy.filter(\.isMarkup).map(\.count)
    guard sizes.reduce(0, +) <= Self.limit else { throw .excessive }
  }

  /// The first file of a name.
  subscript(name: String) -> Entry? {
    let name = TextSlice(name)
    return entries.first { $0.name == name }
  }

  /// The bytes of a file, unpacked.
  func contents(of entry: Entry) throws(WordDocumentFault) -> TextStorage {
    guard entry.count <= Self.partLimit else { throw .excessive }
    guard !entry.isEncrypted else { throw .compoundFile }
    let unpacked: TextStorage? = packed(entry).withBytes { packed in
      switch entry.method {
      case Method.stored:
        packed.count == entry.count ? TextStorage(copying: packed) : nil
      case Method.deflated: Inflation.inflated(packed, count: entry.count)
      default: nil
      }
    }
    guard let unpacked, Inflation.checksum(of: unpacked.all) == entry.checksum else {
      throw .damaged
    }
    return unpacked
  }

  /// The bytes of a file as they are in the archive.
  private func packed(_ entry: Entry) -> TextSlice {
    TextSlice(file, entry.packed.lowerBound, entry.packed.upperBound)
  }

  /// The archive with other contents in some of its files, which are stored as they are.
  func replacing(_ contents: [TextSlice: TextStorage]) -> TextStorage {
    var writer = ZipWriter()
    for entry in entries {
      if let replacement = contents[entry.name] {
        writer.add(entry, stored: replacement.all)
      } else {
        writer.add(entry, packed: packed(entry))
      }
    }
    return writer.finished()
  }

  // MARK: The directory

  enum Signature {
    static let file = 0x0403_4B50
    static let entry = 0x0201_4B50
    static let end = 0x0605_4B50
  }

  enum Method {
    static let stored: UInt16 = 0
    static let deflated: UInt16 = 8
  }

  /// Where the record is that ends the archive; a comment may come after it.
  private static func endOfDirectory(in record: BinaryRecord) -> Int? {
    var offset = record.count - 22
    let first = max(offset - Int(UInt16.max), 0)
    while offset >= first {
      if record.number(at: offset, bytes: 4) == Signature.end { return offset }
      offset -= 1
    }
    return nil
  }

  private static func entry(at offset: Int, in record: BinaryRecord, _ file: TextStorage)
    -> (Entry, next: Int)?
  {
    guard record.number(at: offset, bytes: 4) == Signature.entry,
      let flags = record.number(at: offset + 8, bytes: 2),
      let method = record.number(at: offset + 10, bytes: 2),
      let time = record.number(at: offset + 12, bytes: 4),
      let checksum = record.number(at: offset + 16, bytes: 4),
      let nameCount = record.number(at: offset + 28, bytes: 2),
      let extraCount = record.number(at: offset + 30, bytes: 2),
      let commentCount = record.number(at: offset + 32, bytes: 2)
    else { return nil }
    let name = offset + 46
    let extra = name + nameCount
    let next = extra + extraCount + commentCount
    guard next <= record.count,
      let sizes = sizes(at: offset, extra: extra..<extra + extraCount, in: record),
      let packed = record.packedBytes(of: sizes.packed, fromHeaderAt: sizes.header)
    else { return nil }
    let entry = Entry(
      name: TextSlice(file, name, extra), flags: UInt16(flags), method: UInt16(method),
      time: UInt32(time), checksum: UInt32(checksum), count: sizes.unpacked, packed: packed)
    return (entry, next)
  }

  /// How large a file is, and where its header is; of those that four bytes cannot tell, an extra
  /// field has eight.
  private static func sizes(at offset: Int, extra: Range<Int>, in record: BinaryRecord)
    -> (unpacked: Int, packed: Int, header: Int)?
  {
    guard var packed = record.number(at: offset + 20, bytes: 4),
      var unpacked = record.number(at: offset + 24, bytes: 4),
      var header = record.number(at: offset + 42, bytes: 4)
    else { return nil }
    let unknown = Int(UInt32.max)
    guard unpacked == unknown || packed == unknown || header == unknown else {
      return (unpacked, packed, header)
    }
    guard var place = record.extraField(1, in: extra) else { return nil }
    func next() -> Int? {
      defer { place = place.dropFirst(8) }
      return place.count < 8 ? nil : record.number(at: place.lowerBound, bytes: 8)
    }
    if unpacked == unknown { unpacked = next() ?? -1 }
    if packed == unknown { packed = next() ?? -1 }
    if header == unknown { header = next() ?? -1 }
    return unpacked < 0 || packed < 0 || header < 0 ? nil : (unpacked, packed, header)
  }
}

/// Numbers in a file of bytes, the least significant byte first.
private struct BinaryRecord {
  private let storage: TextStorage

  init(_ storage: TextStorage) {
    self.storage = storage
  }

  var count: Int { storage.count }

  /// The number at an offset; nil where the file has none there, or one that no file needs.
  func number(at offset: Int, bytes: Int) -> Int? {
    guard offset >= 0, offset <= count - bytes else { return nil }
    var value: UInt64 = 0
    for index in (0..<bytes).reversed() {
      value = value << 8 | UInt64(storage.base[offset + index])
    }
    return value > UInt64(UInt32.max) << 8 ? nil : Int(value)
  }

  /// Where the bytes of a file are, which come after its header.
  func packedBytes(of size: Int, fromHeaderAt header: Int) -> Range<Int>? {
    guard number(at: header, bytes: 4) == ZipArchive.Signature.file,
      let name = number(at: header + 26, bytes: 2), let extra = number(at: header + 28, bytes: 2)
    else { return nil }
    let start = header + 30 + name + extra
    return start <= count && size <= count - start ? start..<start + size : nil
  }

  /// Where the contents of an extra field are.
  func extraField(_ wanted: Int, in range: Range<Int>) -> Range<Int>? {
    var offset = range.lowerBound
    while offset + 4 <= range.upperBound, let tag = number(at: offset, bytes: 2),
      let size = number(at: offset + 2, bytes: 2), offset + 4 + size <= range.upperBound
    {
      if tag == wanted { return offset + 4..<offset + 4 + size }
      offset += 4 + size
    }
    return nil
  }
}
