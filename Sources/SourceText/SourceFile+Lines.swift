/// The line around a place, without a table of all lines.
extension SourceFile {
  /// The offset of the first byte of the line that holds a place.
  public func startOfLine(at offset: TextOffset) -> TextOffset {
    let bytes = text.bytes
    var start = min(offset.utf8, bytes.count)
    while start > byteOrderMarkCount, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D {
      start -= 1
    }
    return TextOffset(start)
  }

  /// The offset just after the last byte of the line that holds a place, before its line end.
  public func endOfLine(at offset: TextOffset) -> TextOffset {
    let bytes = text.bytes
    var end = offset.utf8
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return TextOffset(end)
  }

  /// A line with its line end, as a range that can be removed without a trace.
  public func wholeLine(at offset: TextOffset) -> TextRange {
    let bytes = text.bytes
    var end = endOfLine(at: offset).utf8
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return TextRange(startOfLine(at: offset), TextOffset(end))
  }

  /// How the lines of the file end: as its first one does.
  public var lineBreak: String {
    let bytes = text.bytes
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if bytes[first] == 0x0A { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }
}
