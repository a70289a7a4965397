public import SourceText

/// A text of a report, with all that in it is more than characters.
///
/// Emphasis is what a reader of CommonMark makes of the text as it is printed. Whatever comes
/// first wins: in an autolink a `{` is a character, in a reference a `*` is one.
public struct Prose: Sendable {
  /// The decoded text.
  public let text: TextSlice
  /// By start; an element comes before those that it contains.
  public let elements: [ProseElement]

  /// Reads a text; there is none that cannot be read.
  /// - Parameter text: The decoded text.
  public init(_ text: TextSlice) {
    self.text = text
    elements = text.withBytes { bytes in
      let first = ProseScanner.firstSpecial(in: bytes, from: 0)
      guard first < bytes.count else { return [] }
      var scanner = ProseScanner(bytes)
      return scanner.scan(from: first)
    }
  }

  /// The stretches between the runs of line ends.
  ///
  /// They leave out the white space around them, which a reader of CommonMark does not show; none
  /// is empty.
  public var paragraphs: [Range<Int>] {
    text.withBytes { bytes in
      var paragraphs: [Range<Int>] = []
      var start = 0
      func add(upTo end: Int) {
        let paragraph = bytes.trimmed(start..<end)
        if !paragraph.isEmpty { paragraphs.append(paragraph) }
      }
      for element in elements {
        guard case .paragraphBreak = element.kind else { continue }
        add(upTo: element.range.lowerBound)
        start = element.range.upperBound
      }
      add(upTo: bytes.count)
      return paragraphs
    }
  }
}
