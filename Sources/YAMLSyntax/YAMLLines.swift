public import SourceText

/// The lines of an item of a list, or of an entry of a mapping, as they can be moved elsewhere.
public struct YAMLLines: Sendable {
  /// The blank lines and comments before it that go with it.
  public let lead: TextRange
  /// From the first byte after the dash, or from the key, to the end of the last line, with the line
  /// end and the comments below that are indented as what it holds is.
  public let body: TextRange
  /// Of the last item of a list the blank lines and comments below the body that are indented less
  /// than its dash, so that they go with what holds the list.
  public let tail: TextRange
  /// The column of the dash or key, in characters from 0.
  public let column: Int
  /// The column of the first byte of the body.
  public let bodyColumn: Int
  /// Whether it ends with a text to which the blank lines after it belong.
  public let keepsBlankLines: Bool
}

extension YAMLCursor {
  /// The lines of each item of a list that is written with dashes; none for another node.
  /// - Parameter opening: Where the key or dash stands that the list belongs to.
  public func itemLines(after opening: TextOffset) -> [YAMLLines] {
    guard kind == .sequence, !node.isFlow else { return [] }
    return tree.lines(
      of: items.map { item in
        LineReader.Child(start: item.range.start.utf8, last: item, dashColumn: item.indentation)
      }, after: opening)
  }

  /// The lines of each entry of a mapping that is written without braces; none for another node.
  /// - Parameter opening: Where the dash or key stands that the mapping belongs to; nil for the whole
  ///   document.
  public func entryLines(after opening: TextOffset?) -> [YAMLLines] {
    guard kind == .mapping, !node.isFlow else { return [] }
    return tree.lines(
      of: entries.map { entry in
        LineReader.Child(start: entry.key.range.start.utf8, last: entry.value, dashColumn: nil)
      }, after: opening)
  }

  private var indentation: Int { Int(node.indentation) }

  /// Whether the node ends with a text that keeps the blank lines after it: `|+` or `>+`.
  fileprivate var keepsBlankLines: Bool {
    let last = tree.nodes[Int(max(node.next, UInt32(index) + 1)) - 1]
    guard last.kind == .scalar, last.style == .literal || last.style == .folded else {
      return false
    }
    let source = YAMLBytes(tree.file.text.bytes)
    let header = last.start.utf8 + 1
    return (header..<header + 2).contains { source[$0] == UInt8(ascii: "+") }
  }
}

extension YAMLTree {
  fileprivate func lines(of children: [LineReader.Child], after opening: TextOffset?) -> [YAMLLines]
  {
    withExtendedLifetime(file.text) {
      LineReader(source: YAMLBytes(file.text.bytes)).lines(of: children, after: opening?.utf8)
    }
  }

  /// The comments in a stretch that holds nothing else that counts, each from its number sign to the
  /// end of its line; nil stands for a blank line.
  public func commentLines(in range: TextRange) -> [TextSlice?] {
    withExtendedLifetime(file.text) {
      let source = YAMLBytes(file.text.bytes)
      var lines: [TextSlice?] = []
      var offset = range.start.utf8
      while offset < range.end.utf8 {
        let start = source.skippingBlanks(from: offset)
        let end = source.lineEnd(from: start)
        if start == end {
          lines.append(nil)
        } else if source[start] == .hash {
          lines.append(file.slice(TextRange(start, end)))
        }
        offset = end + max(source.breakWidth(at: end), 1)
      }
      return lines
    }
  }
}

/// Tells which lines go with which of the children of a collection.
private struct LineReader {
  let source: YAMLBytes

  struct Child {
    /// The first byte of the item or key.
    let start: Int
    /// What it ends with.
    let last: YAMLCursor
    /// The column of the dash of an item.
    let dashColumn: Int?
  }

  func lines(of children: [Child], after opening: Int?) -> [YAMLLines] {
    var lines: [YAMLLines] = []
    lines.reserveCapacity(children.count)
    // The first child may stand on the line that opens the collection, and then has no lead.
    var lead = children.first.map { first in
      let anchor = anchor(of: first)
      let start = opening.map(nextLine) ?? source.lineStart(of: 0)
      return min(start, source.lineStart(of: anchor))..<anchor
    }
    for (index, child) in children.enumerated() {
      let anchor = anchor(of: child)
      let leadStart = lead?.lowerBound ?? anchor
      let end = nextLine(after: child.last.range.end.utf8)
      let keeps = child.last.keepsBlankLines
      let next = index + 1 < children.count ? self.anchor(of: children[index + 1]) : nil
      let split = split(
        from: end, to: next.map(source.lineStart) ?? nextContent(from: end),
        column: next.map(column), keepsBlankLines: keeps)
      // Between a dash and a key on a later line there may be comments too.
      let bodyEnd = child.dashColumn.map {
        tailStart(from: end, to: split, column: $0, keepsBlankLines: keeps)
      }
      let isOnLine = source.lineStart(of: anchor) == source.lineStart(of: child.start)
      lines.append(
        YAMLLines(
          lead: TextRange(leadStart, isOnLine ? source.lineStart(of: anchor) : child.start),
          body: TextRange(child.start, max(bodyEnd ?? split, child.start)),
          tail: TextRange(max(bodyEnd ?? split, child.start), max(split, child.start)),
          column: column(of: anchor), bodyColumn: column(of: child.start),
          keepsBlankLines: keeps))
      lead = split..<max(split, next ?? split)
    }
    return lines
  }

  /// The dash of an item, or the first byte of a key.
  private func anchor(of child: Child) -> Int {
    guard let column = child.dashColumn else { return child.start }
    var line = source.lineStart(of: child.start)
    while source[line + column] != .hyphen || source.skippingBlanks(from: line) != line + column {
      guard line > 0 else { return child.start }
      line = source.lineStart(of: line - 1)
    }
    return line + column
  }

  private func column(of offset: Int) -> Int { offset - source.lineStart(of: offset) }

  private func nextLine(after offset: Int) -> Int {
    let end = source.lineEnd(from: offset)
    return end + source.breakWidth(at: end)
  }

  /// The start of the first line that is neither blank nor a comment.
  private func nextContent(from start: Int) -> Int {
    var line = start
    while line < source.count {
      let first = source.skippingBlanks(from: line)
      guard source[first] == .hash || source.isLineEnd(at: first) else { return line }
      line = nextLine(after: first)
    }
    return source.count
  }

  /// Where, in blank lines and comments, those begin that are indented less than a column.
  private func tailStart(from start: Int, to end: Int, column: Int, keepsBlankLines: Bool) -> Int {
    var tail = start
    var line = start
    while line < end {
      let first = source.skippingBlanks(from: line)
      let next = nextLine(after: first)
      if !source.isLineEnd(at: first) {
        if first - line < column { return tail }
        tail = next
      } else if keepsBlankLines, tail == line {
        tail = next
      }
      line = next
    }
    return end
  }

  /// Where, in blank lines and comments, those end that go with what comes before them: comments
  /// that are indented as it is, and comments with a blank line between them and what comes next.
  private func split(from start: Int, to end: Int, column: Int?, keepsBlankLines: Bool) -> Int {
    let isAtEnd = end >= source.count
    let column = column ?? (isAtEnd ? -1 : source.skippingBlanks(from: end) - end)
    var split = start
    var line = start
    var hasBlank = false
    var hasComment = false
    while line < end {
      let first = source.skippingBlanks(from: line)
      let next = nextLine(after: first)
      if source.isLineEnd(at: first) {
        if keepsBlankLines, !hasComment { split = next }
        if !hasBlank, hasComment, !isAtEnd { split = line }
        hasBlank = true
      } else {
        hasComment = true
        if first - line > column { split = next }
      }
      line = next
    }
    return split
  }
}
