internal import SourceText
internal import YAMLSyntax

/// What comments in a file stand at: each at the outermost key with its value, or item of a list,
/// that starts on its line, or on the line after it where it is alone.
struct CommentedSpans {
  /// For each comment the span of its key or item; nil where it stands at nothing.
  private(set) var spans: [TextRange?]
  /// The lines at which the comments stand, in ascending order, with the comments of each.
  private var lines: [(range: TextRange, comments: [Int])] = []
  /// The first line that has not been found yet.
  private var next = 0

  /// - Parameter comments: The comments, in their order in the file.
  init(of comments: [YAMLComment], in tree: YAMLTree) {
    spans = Array(repeating: nil, count: comments.count)
    // The line at which the last comment that is alone stands; the end of the file where none comes.
    var reached = TextOffset(0)
    let end = TextOffset(tree.file.text.count)
    for (index, comment) in comments.enumerated() {
      var line = comment.range.start
      if comment.isAlone {
        // Of comments above one another the first has gone all the way.
        if reached <= line {
          reached = Self.lineAfter(comment.range.end, in: tree.file) ?? end
        }
        guard reached < end else { continue }
        line = reached
      }
      let range = TextRange(tree.file.startOfLine(at: line), tree.file.endOfLine(at: line))
      if lines.last?.range == range {
        lines[lines.count - 1].comments.append(index)
      } else {
        lines.append((range, [index]))
      }
    }
    if let root = tree.root { visit(root) }
  }

  /// The next line with more than a comment.
  private static func lineAfter(_ offset: TextOffset, in file: SourceFile) -> TextOffset? {
    var start = file.wholeLine(at: offset).end
    while start.utf8 < file.text.count {
      let line = file.slice(TextRange(start, file.endOfLine(at: start)))
      let first = (0..<line.count).lazy.map { line[$0] }.first { $0 != 0x20 && $0 != 0x09 }
      if let first, first != UInt8(ascii: "#") { return start }
      start = file.wholeLine(at: start).end
    }
    return nil
  }

  private mutating func visit(_ node: YAMLCursor) {
    for entry in node.entries {
      let end = max(entry.key.range.end, entry.value.range.end)
      take(TextRange(entry.key.range.start, end), holding: entry.value)
      guard next < lines.count else { return }
    }
    for item in node.items {
      take(item.range, holding: item)
      guard next < lines.count else { return }
    }
  }

  /// Takes the next key or item: what holds others comes before them.
  private mutating func take(_ span: TextRange, holding inner: YAMLCursor) {
    while next < lines.count, lines[next].range.end < span.start { next += 1 }
    guard next < lines.count else { return }
    if lines[next].range.start <= span.start {
      for comment in lines[next].comments { spans[comment] = span }
      next += 1
    }
    if next < lines.count, lines[next].range.start <= span.end { visit(inner) }
  }
}
