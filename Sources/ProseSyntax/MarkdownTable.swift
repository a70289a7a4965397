public import SourceText

/// A GFM table as it is typed, cut into cells.
public struct MarkdownTable {
  /// A line of the table: its cells between their pipes, which stand as they are typed.
  public struct Row {
    public let line: TextSlice
    /// Offsets in the line, white space included. A text before the first pipe is a cell too.
    public let cells: [Range<Int>]
  }

  public let header: Row
  /// Dashes and colons, which say how columns are aligned.
  public let delimiters: TextSlice
  public let rows: [Row]

  public var columnCount: Int { header.cells.count }

  /// - Parameter lines: Lines without white space around them.
  /// - Returns: nil where the lines are no table: the second must be of dashes, and have as many
  ///   cells as the first.
  public init?(_ lines: [TextSlice]) {
    guard lines.count >= 2 else { return nil }
    header = Row(lines[0])
    delimiters = lines[1]
    rows = lines.dropFirst(2).map(Row.init)
    let dashes = Row(delimiters)
    guard dashes.isDelimiters, dashes.cells.count == header.cells.count else { return nil }
  }
}

extension MarkdownTable.Row {
  fileprivate init(_ line: TextSlice) {
    self.line = line
    var cells: [Range<Int>] = []
    var start = 0
    var isEscaped = false
    for offset in 0..<line.count {
      if line[offset] == UInt8(ascii: "|"), !isEscaped {
        if offset > 0 { cells.append(start..<offset) }
        start = offset + 1
      }
      isEscaped = line[offset] == UInt8(ascii: "\\") && !isEscaped
    }
    if start < line.count { cells.append(start..<line.count) }
    self.cells = cells
  }

  /// Whether every cell has dashes, with a colon on either side or not, and there is a pipe.
  fileprivate var isDelimiters: Bool {
    line.withBytes { $0.contains(UInt8(ascii: "|")) }
      && cells.allSatisfy { Self.isDelimiter(line[$0].trimmed) }
  }

  private static func isDelimiter(_ cell: TextSlice) -> Bool {
    cell.withBytes { bytes in
      var dashes = bytes[...]
      if dashes.first == UInt8(ascii: ":") { dashes.removeFirst() }
      if dashes.last == UInt8(ascii: ":") { dashes.removeLast() }
      return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
    }
  }
}
