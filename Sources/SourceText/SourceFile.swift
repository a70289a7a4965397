/// A file as it was read: its name and every one of its bytes.
public struct SourceFile: Sendable {
  /// The name as the user gave it, for messages.
  public let name: String
  /// The bytes, byte order mark included.
  public let text: TextStorage

  public init(name: String, text: TextStorage) {
    self.name = name
    self.text = text
  }

  public init(name: String, contents: String) {
    self.init(name: name, text: TextStorage(copying: contents.utf8))
  }

  /// The number of bytes of the byte order mark: 3 or 0.
  public var byteOrderMarkCount: Int {
    let bytes = text.bytes
    return bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The text of a stretch of the file.
  public func slice(_ range: TextRange) -> TextSlice {
    TextSlice(text, range.start.utf8, range.end.utf8)
  }
}

/// Where a file stands in the list of those that a run reads.
public struct FileID: Hashable, Comparable, Sendable {
  /// The position in the list, from 0.
  public let index: Int

  public init(_ index: Int) {
    self.index = index
  }

  public static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// A stretch of one of the files of a run.
public struct Place: Hashable, Sendable {
  public let file: FileID
  public let range: TextRange

  public init(_ file: FileID, _ range: TextRange) {
    self.file = file
    self.range = range
  }
}
