internal import Diagnostics
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// The points of a block: (a), (b); below that (i), (ii); below that a., b.
extension ReportReader {
  /// - Parameter level: The level of the points, from 0.
  mutating func readPoints(_ entry: YAMLEntry, in parent: BlockIndex, level: Int) {
    let list = entry.value
    guard list.kind == .sequence else {
      if !list.isEmpty {
        report(
          "value-malformed", at: list.range,
          "`points` is a list, each point on a line of its own with a dash")
      }
      return
    }
    if list.node.isFlow, list.items.contains(where: { $0.kind == .scalar }) {
      report(
        "value-malformed", at: list.range,
        "points in square brackets are cut at each comma; give each a line of its own with a dash")
    }
    for item in list.items { readPoint(item, in: parent, level: level) }
  }

  private mutating func readPoint(_ item: YAMLCursor, in parent: BlockIndex, level: Int) {
    guard item.kind != .mapping || isTextByMistake(item) else {
      readBlock(item, kind: .point, made: nil, in: parent, depth: level)
      return
    }
    // The point keeps its place among the others whatever its text is, so that labels stay right.
    let index = report.open(
      .point, in: parent, depth: level, range: item.range, keyRange: item.range)
    if item.kind == .mapping {
      reportColonInPoint(item)
    } else {
      let text = prose(item, called: "a point")
      report.update(index) { $0.text = text }
    }
  }

  /// Whether a mapping in place of a point was meant as text: `- Train the following:`
  private func isTextByMistake(_ item: YAMLCursor) -> Bool {
    var entries = item.entries
    guard let first = entries.next(), FormatKey(first.key.text) == nil else { return false }
    guard entries.next() == nil || item.node.isFlow else { return false }
    let name = first.key.text.string
    let isProse = item.node.isFlow || name.contains(" ") || name.first?.isUppercase == true
    return isProse
      && !item.entries.contains {
        BlockKind.point.otherKeys.map(\.rawValue).contains($0.key.text.string)
      }
  }

  private mutating func reportColonInPoint(_ item: YAMLCursor) {
    if item.node.isFlow {
      _ = prose(item, called: "a point")
      return
    }
    guard let entry = item.entries.first(where: { _ in true }) else { return }
    let colon = colonRange(after: entry.key.range)
    let isAlone = entry.value.kind == .scalar
    let whole = TextRange(item.range.start, max(item.range.end, colon.end))
    report(
      "value-malformed", at: TextRange(entry.key.range.start, colon.end),
      "this colon makes a key; quote the point, or put it under `>-`",
      caption: "the point is \"\(entry.key.text.string):\(isAlone ? "" : " …")\"",
      fixes: isAlone ? foldingFix(whole) : [])
  }

  /// Where the colon stands that makes a key.
  private func colonRange(after key: TextRange) -> TextRange {
    let bytes = report.file.text.bytes
    var offset = key.end.utf8
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    let isColon = offset < bytes.count && bytes[offset] == 0x3A
    return TextRange(offset, offset + (isColon ? 1 : 0))
  }
}
