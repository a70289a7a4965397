extension TextSlice {
  /// The stretches between line ends, without blanks around them. None is empty.
  public var paragraphs: [TextSlice] {
    withBytes { bytes in
      bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        .map { self[$0.startIndex..<$0.endIndex].trimmed }
        .filter { !$0.isEmpty }
    }
  }

  /// The text without spaces and tabs around it, which a reader of Markdown does not show.
  public var trimmed: TextSlice {
    var start = 0
    var end = count
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return self[start..<end]
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
