internal import SourceText

/// A document while it is being set: its Markdown so far, one blank line between blocks.
struct Galley {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }
  var last: UInt8? { bytes.last }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Begins a block.
  /// - Parameter indentation: The number of spaces before it; more than 0 makes it belong to the
  ///   list item before.
  mutating func startBlock(indentation: Int = 0) {
    if !bytes.isEmpty { append("\n\n") }
    append(.space, times: indentation)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ byte: UInt8, times: Int) {
    bytes.append(contentsOf: repeatElement(byte, count: times))
  }

  mutating func append(_ markdown: String) { bytes.append(contentsOf: markdown.utf8) }

  mutating func append(_ markdown: [UInt8]) { bytes.append(contentsOf: markdown) }

  mutating func append(_ markdown: TextSlice) {
    markdown.withBytes { bytes.append(contentsOf: $0) }
  }

  /// The whole document, with the final newline.
  consuming func finished() -> String {
    if !bytes.isEmpty { append(.lineFeed) }
    return String(decoding: bytes, as: UTF8.self)
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

  /// The text with its first letter a capital.
  var beginningWithCapital: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
