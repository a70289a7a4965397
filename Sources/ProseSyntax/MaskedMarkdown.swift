internal import SourceText

/// The text of a document with an `x` for every byte that can begin no block.
///
/// It has the blocks of the document and nothing else: no definition of a link or note that would
/// vanish, no HTML that would swallow lines, and no emphasis to look for however many marks there
/// are. Every byte keeps its place.
struct MaskedMarkdown {
  private(set) var bytes: [UInt8]

  private static let opening = ASCIISet(" \t>#-+*_=`~0123456789.)".utf8)
  private static let inline = ASCIISet("*_`[]<>&~!\\|:".utf8)

  init(_ text: TextSlice) {
    bytes = text.withBytes(Array.init)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, !bytes[end].isLineEnd { end += 1 }
      maskLine(start..<end)
      start = end + 1
    }
  }

  private mutating func maskLine(_ line: Range<Int>) {
    var offset = line.lowerBound
    while offset < line.upperBound, Self.opening.contains(bytes[offset]) { offset += 1 }
    // The rest of a fence says whether it is one.
    let isFence = offset > line.lowerBound && bytes[offset - 1] == UInt8(ascii: "`")
    while offset < line.upperBound {
      if Self.inline.contains(bytes[offset]), !(isFence && bytes[offset] == UInt8(ascii: "`")) {
        bytes[offset] = UInt8(ascii: "x")
      }
      offset += 1
    }
  }
}
