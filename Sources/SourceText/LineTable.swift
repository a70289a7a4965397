/// A line and a column, as an editor shows them.
public struct LinePosition: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1, without the byte order mark.
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The lines of a file. A line ends with LF, CR or CR LF, whatever the YAML parser thinks of
/// NEL, LS and PS: this is what editors count.
public struct LineTable: Sendable {
  private let text: TextStorage
  private let markCount: Int
  /// The offset of the first byte of each line.
  private let starts: [Int]

  public init(_ file: SourceFile) {
    text = file.text
    markCount = file.byteOrderMarkCount
    starts = Self.starts(in: file.text.all, from: markCount)
  }

  /// How long a line is, or longer.
  private static let usualLine = 32

  private static func starts(in text: TextSlice, from first: Int) -> [Int] {
    let returns = text.offsets(of: 0x0D, in: first..<text.count)
    var starts = [first]
    starts.reserveCapacity(text.count / usualLine)
    text.withBytes { bytes in
      while let end = bytes.firstOffset(of: 0x0A, from: starts[starts.count - 1]) {
        starts.append(end + 1)
      }
    }
    guard !returns.isEmpty else { return starts }
    // Of CR LF the line end is the second.
    starts += returns.lazy.map { $0 + 1 }.filter { $0 == text.count || text[$0] != 0x0A }
    return starts.sorted()
  }

  /// The number of lines; a file that ends with a line end has a last, empty one.
  public var count: Int { starts.count }

  /// The line and column of a position.
  public func position(of offset: TextOffset) -> LinePosition {
    landmark(at: offset, after: nil).position
  }

  /// A place whose line and column are known.
  public struct Landmark: Sendable {
    let offset: Int
    public let position: LinePosition
  }

  /// The line and column of a position, counted on from another on the same line, so that to visit
  /// all places of a long line in order takes no longer than to read it.
  /// - Parameter earlier: A place whose column is known; it helps if it is before on the line.
  public func landmark(at offset: TextOffset, after earlier: Landmark?) -> Landmark {
    let target = max(offset.utf8, markCount)
    let line = index(ofLineWith: target)
    var start = starts[line]
    var column = 1
    if let earlier, start <= earlier.offset, earlier.offset <= target {
      start = earlier.offset
      column = earlier.position.column
    }
    let bytes = text.bytes
    for byte in bytes[start..<max(start, min(target, bytes.count))] where byte & 0xC0 != 0x80 {
      column += 1
    }
    return Landmark(
      offset: min(target, bytes.count), position: LinePosition(line: line + 1, column: column))
  }

  /// The number of UTF-16 units between the start of the line and a position.
  public func utf16Column(of offset: TextOffset) -> Int {
    let target = max(offset.utf8, markCount)
    let bytes = text.bytes[starts[index(ofLineWith: target)]..<min(target, text.count)]
    return bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }

  /// The range of a line, without its line end.
  /// - Parameter line: The line, from 1.
  public func range(ofLine line: Int) -> TextRange {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : text.count
    let bytes = text.bytes
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return TextRange(start, end)
  }

  private func index(ofLineWith offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
