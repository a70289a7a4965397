internal import CMarkGFM
internal import SourceText

/// Walks the blocks that cmark-gfm finds, and takes their text from the source.
struct MarkdownBlockReader {
  /// A list item or quotation that is open.
  private struct Container {
    let isItem: Bool
    /// The item's mark, until the first block of the item has taken it.
    var marker: TextSlice?
    let line: Int
  }

  private let text: TextSlice
  private let lines: [Range<Int>]
  private var containers: [Container] = []
  private var quotations = 0
  private var blocks: [MarkdownBlock] = []

  init(_ text: TextSlice) {
    self.text = text
    lines = text.withBytes { bytes in
      var lines: [Range<Int>] = []
      var start = 0
      for offset in 0...bytes.count where offset == bytes.count || bytes[offset].isLineEnd {
        let isSecondHalf =
          offset > 0 && offset < bytes.count && bytes[offset] == .lineFeed && start == offset
          && bytes[offset - 1] == .carriageReturn
        if !isSecondHalf { lines.append(start..<offset) }
        start = offset + 1
      }
      return lines
    }
  }

  consuming func read() -> [MarkdownBlock] {
    let masked = MaskedMarkdown(text).bytes
    masked.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        let document = cmark_parse_document(
          characters.baseAddress, characters.count, CMARK_OPT_DEFAULT)
        defer { cmark_node_free(document) }
        let iterator = cmark_iter_new(document)
        defer { cmark_iter_free(iterator) }
        var event = cmark_iter_next(iterator)
        while event != CMARK_EVENT_DONE {
          visit(cmark_iter_get_node(iterator), isEnter: event == CMARK_EVENT_ENTER)
          event = cmark_iter_next(iterator)
        }
      }
    }
    return blocks
  }

  private mutating func visit(_ node: OpaquePointer?, isEnter: Bool) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_ITEM: if isEnter { openItem(node) } else { closeContainer() }
    case CMARK_NODE_BLOCK_QUOTE: if isEnter { openQuotation(node) } else { closeContainer() }
    case CMARK_NODE_PARAGRAPH: if isEnter { add(.paragraph, textLines(of: node)) }
    case CMARK_NODE_HEADING: if isEnter { addHeading(node) }
    case CMARK_NODE_CODE_BLOCK: if isEnter { add(.code, codeLines(of: node)) }
    case CMARK_NODE_THEMATIC_BREAK: if isEnter { add(.rule, textLines(of: node)) }
    default: break
    }
  }

  private mutating func openItem(_ node: OpaquePointer?) {
    let line = Int(cmark_node_get_start_line(node))
    let start = lines[line - 1].lowerBound + Int(cmark_node_get_start_column(node)) - 1
    let marker = text.withBytes { bytes in
      var end = start
      while let byte = bytes.byte(at: end), byte.isDigit { end += 1 }
      return text[start..<min(end + 1, bytes.count)]
    }
    containers.append(Container(isItem: true, marker: marker, line: line))
  }

  private mutating func openQuotation(_ node: OpaquePointer?) {
    if !containers.contains(where: { !$0.isItem }) { quotations += 1 }
    let line = Int(cmark_node_get_start_line(node))
    containers.append(Container(isItem: false, marker: nil, line: line))
  }

  private mutating func closeContainer() {
    // An item of which there is nothing but its mark.
    if let container = containers.last, container.marker != nil {
      add(
        .paragraph,
        [MarkdownLine(text: text[0..<0], number: container.line, endsHard: false)])
    }
    containers.removeLast()
  }

  private mutating func add(_ kind: MarkdownBlock.Kind, _ lines: [MarkdownLine]) {
    var markers: [TextSlice] = []
    for index in containers.indices.reversed() {
      guard let marker = containers[index].marker else { continue }
      markers.append(marker)
      containers[index].marker = nil
    }
    blocks.append(
      MarkdownBlock(
        kind: kind, lines: lines, markers: markers.reversed(),
        nesting: containers.count { $0.isItem },
        quotation: containers.contains { !$0.isItem } ? quotations - 1 : nil))
  }
}

// MARK: - Lines

extension MarkdownBlockReader {
  private mutating func addHeading(_ node: OpaquePointer?) {
    let level = Int(cmark_node_get_heading_level(node))
    var lines = textLines(of: node)
    if let first = lines.first?.text.withoutHeadingMarks(level: level) {
      lines = [MarkdownLine(text: first, number: lines[0].number, endsHard: false)]
    } else {
      // cmark counts the line after the underline to the heading as well.
      while lines.count > 1, let last = lines.last, last.text.isEmpty { lines.removeLast() }
      if lines.count > 1, let last = lines.last, last.text.isUnderline { lines.removeLast() }
    }
    add(.heading(level: level), lines)
  }

  private func textLines(of node: OpaquePointer?) -> [MarkdownLine] {
    let first = max(Int(cmark_node_get_start_line(node)), 1)
    let last = min(max(Int(cmark_node_get_end_line(node)), first), lines.count)
    let column = max(Int(cmark_node_get_start_column(node)), 1)
    let depth = containers.count { !$0.isItem }
    return (first...last).map { number in
      let line = lines[number - 1]
      let start = number == first ? min(line.lowerBound + column - 1, line.upperBound) : nil
      return self.line(number, from: start, quotationDepth: depth)
    }
  }

  private func line(_ number: Int, from start: Int?, quotationDepth: Int) -> MarkdownLine {
    text.withBytes { bytes in
      let line = lines[number - 1]
      var start = start ?? line.lowerBound
      if start == line.lowerBound {
        var marks = quotationDepth
        while start < line.upperBound {
          if bytes[start] == UInt8(ascii: ">"), marks > 0 {
            marks -= 1
          } else if !bytes[start].isWhitespace {
            break
          }
          start += 1
        }
      }
      let trimmed = bytes.trimmed(start..<line.upperBound)
      let spaces = line.upperBound - trimmed.upperBound
      let isEscaped = !trimmed.isEmpty && bytes[trimmed.upperBound - 1] == UInt8(ascii: "\\")
      return MarkdownLine(text: text[trimmed], number: number, endsHard: spaces >= 2 || isEscaped)
    }
  }

  /// The lines of a block of code that have something on them; of a fenced one without its fences.
  private func codeLines(of node: OpaquePointer?) -> [MarkdownLine] {
    var lines = textLines(of: node)
    if isFenced(node) {
      if lines.count > 1, lines.last?.text.isFence == true { lines.removeLast() }
      lines.removeFirst()
    }
    return lines.filter { !$0.text.isEmpty }
  }

  private func isFenced(_ node: OpaquePointer?) -> Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return cmark_node_get_fenced(node, &length, &offset, &character) != 0
  }
}

extension TextSlice {
  /// The text of a heading that begins with `#`; nil where it is one by the line beneath it.
  fileprivate func withoutHeadingMarks(level: Int) -> TextSlice? {
    withBytes { bytes in
      guard bytes.prefix(level).count == level,
        bytes.prefix(level).allSatisfy({ $0 == UInt8(ascii: "#") }),
        bytes.byte(at: level)?.isWhitespace ?? true
      else { return nil }
      let text = bytes.trimmed(level..<bytes.count)
      var end = text.upperBound
      while end > text.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
      let closes = end == text.lowerBound || bytes[end - 1].isWhitespace
      return self[closes ? bytes.trimmed(text.lowerBound..<end) : text]
    }
  }

  fileprivate var isUnderline: Bool {
    withBytes { bytes in
      guard let first = bytes.first, "=-".utf8.contains(first) else { return false }
      return bytes.allSatisfy { $0 == first }
    }
  }

  fileprivate var isFence: Bool {
    withBytes { bytes in
      guard bytes.count >= 3, let first = bytes.first, "`~".utf8.contains(first) else {
        return false
      }
      return bytes.allSatisfy { $0 == first }
    }
  }
}
