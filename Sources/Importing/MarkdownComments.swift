internal import SourceText

/// The comments of a Markdown document: `<!-- … -->`.
struct MarkdownComments {
  /// The document with blanks for every comment, so that all else keeps its place.
  let rest: TextSlice
  let remarks: [ImportNote]
  let isEmpty: Bool

  init(in text: TextSlice) {
    let opening = TextSlice("<!--")
    let closing = TextSlice("-->")
    guard var start = text.firstRange(of: opening) else {
      rest = text
      remarks = []
      isEmpty = true
      return
    }
    var bytes = text.withBytes(Array.init)
    var found: [ImportNote] = []
    var line = 1
    var counted = 0
    while let end = text.firstRange(of: closing, from: start.upperBound) {
      line += bytes[counted..<start.lowerBound].count { $0 == UInt8(ascii: "\n") }
      counted = start.lowerBound
      let words = text[start.upperBound..<end.lowerBound].paragraphs
      if let first = words.first {
        let shown = words.count > 1 ? "\(first) …" : first.string
        found.append(ImportNote(line: line, "a comment was dropped: “\(shown)”"))
      }
      for offset in start.lowerBound..<end.upperBound
      where bytes[offset] != UInt8(ascii: "\n") && bytes[offset] != UInt8(ascii: "\r") {
        bytes[offset] = .space
      }
      guard let next = text.firstRange(of: opening, from: end.upperBound) else { break }
      start = next
    }
    rest = TextSlice(String(decoding: bytes, as: UTF8.self))
    remarks = found
    isEmpty = false
  }
}
