internal import CMarkGFM

/// What is asked of cmark-gfm.
enum CommonMark {
  struct Emphasis {
    /// How many bytes each delimiter has: 1, or 2 where it is strong.
    let width: Int
    /// From the first delimiter to the end of the last.
    var range: Range<Int>
  }

  /// Whether a text such as `&amp;` stands for a character.
  static func isEntity(_ candidate: UnsafeBufferPointer<UInt8>) -> Bool {
    characters(of: candidate) != nil
  }

  /// What a text such as `&amp;` stands for; nil where it stands for itself.
  static func characters(of candidate: UnsafeBufferPointer<UInt8>) -> String? {
    withParagraph(candidate) { paragraph in
      guard let text = cmark_node_first_child(paragraph) else { return nil }
      let bytes = literal(of: text).map { UInt8(bitPattern: $0) }
      return bytes.elementsEqual(candidate) ? nil : String(decoding: bytes, as: UTF8.self)
    } ?? nil
  }

  /// The emphases of a line by start, a container before what it contains.
  ///
  /// Positions are counted, not asked for: cmark puts both halves of `***a***` at one column, but
  /// every byte of the line is either text or a delimiter.
  /// - Parameter line: A line in which only `*` and `_` are special, and that is a paragraph.
  /// - Returns: The emphases, with their places in the line.
  static func emphases(in line: UnsafeBufferPointer<UInt8>) -> [Emphasis] {
    withParagraph(line) { paragraph in
      var found: [Emphasis] = []
      var open: [Int] = []
      var position = 0
      let iterator = cmark_iter_new(paragraph)
      defer { cmark_iter_free(iterator) }
      var event = cmark_iter_next(iterator)
      while event != CMARK_EVENT_DONE {
        let node = cmark_iter_get_node(iterator)
        let type = cmark_node_get_type(node)
        if type == CMARK_NODE_TEXT {
          position += literal(of: node).count
        } else if type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG {
          let width = type == CMARK_NODE_EMPH ? 1 : 2
          if event == CMARK_EVENT_ENTER {
            open.append(found.count)
            found.append(Emphasis(width: width, range: position..<position))
            position += width
          } else {
            position += width
            let index = open.removeLast()
            found[index].range = found[index].range.lowerBound..<position
          }
        }
        event = cmark_iter_next(iterator)
      }
      return found
    } ?? []
  }

  private static func literal(of node: OpaquePointer?) -> UnsafeBufferPointer<CChar> {
    guard let start = cmark_node_get_literal(node) else { return .init(start: nil, count: 0) }
    var count = 0
    while start[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: start, count: count)
  }

  private static func withParagraph<Result>(
    _ line: UnsafeBufferPointer<UInt8>, _ body: (OpaquePointer) -> Result
  ) -> Result? {
    line.withMemoryRebound(to: CChar.self) { characters in
      let document = cmark_parse_document(
        characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
      defer { cmark_node_free(document) }
      return cmark_node_first_child(document).map(body)
    }
  }
}
