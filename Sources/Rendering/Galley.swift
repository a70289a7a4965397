internal import SourceText

/// A document while it is being set: its Markdown so far, one blank line between blocks.
struct Galley {
  // A string from the beginning: the document is as large as the report and must not be copied.
  private(set) var text = ""

  var last: UInt8? { text.utf8.last }

  mutating func reserve(_ count: Int) { text.reserveCapacity(count) }

  /// Begins a block.
  /// - Parameter indentation: The number of spaces before it; more than 0 makes it belong to the
  ///   list item before.
  mutating func startBlock(indentation: Int = 0) {
    if !text.isEmpty { append("\n\n") }
    if indentation > 0 { append(String(repeating: " ", count: indentation)) }
  }

  mutating func append(_ markdown: String) { text += markdown }

  mutating func append(_ markdown: TextSlice) {
    if !markdown.isEmpty { text += markdown.string }
  }

  /// Ends the document with its newline.
  mutating func finish() {
    if !text.isEmpty { append("\n") }
  }
}

extension String {
  /// The characters of a text that is not prose, so that a reader sees each of them.
  var escapedForMarkdown: String {
    let markup = "\\*_`<&~".utf8
    guard utf8.contains(where: markup.contains) else { return self }
    var bytes: [UInt8] = []
    for byte in utf8 {
      if markup.contains(byte) { bytes.append(.backslash) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
