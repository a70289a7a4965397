internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// The keys `continued: true` in the parts, none of which is right in a merged report.
struct ContinuedKeys {
  /// The edits that take them out, by file.
  private(set) var removals: [FileID: [TextEdit]] = [:]

  init(of series: Series, roots: [YAMLCursor]) {
    for (report, root) in zip(series.parts, roots) {
      visit(root.entry("contents"), in: nil, of: report)
    }
  }

  private mutating func visit(_ list: YAMLEntry?, in parent: BlockIndex?, of report: Report) {
    guard let list else { return }
    let blocks = report.children(of: parent).lazy.filter { report.blocks[$0].kind != .annex }
    for (index, cursor) in zip(blocks, list.value.items) {
      let block = report.blocks[index]
      guard block.kind == .section || block.kind == .heading else { continue }
      if block.isContinued {
        let mapping = MappingSource(cursor, in: report.id, opening: cursor.range.start)
        if let range = Self.range(of: "continued", in: mapping) {
          removals[report.id, default: []].append(TextEdit(range, ""))
        }
      }
      visit(cursor.entry("contents"), in: index, of: report)
    }
  }

  /// The stretch that is removed to take a key out with its value.
  private static func range(of key: StaticString, in mapping: MappingSource) -> TextRange? {
    guard let index = mapping.entries.firstIndex(where: { $0.entry.key.text == key }) else {
      return nil
    }
    let entry = mapping.entries[index].entry
    if index > 0, let lines = mapping.entries[index].lines {
      return TextRange(lines.lead.start, lines.body.end)
    }
    if index + 1 < mapping.entries.count {
      return TextRange(entry.key.range.start, mapping.entries[index + 1].entry.key.range.start)
    }
    guard index > 0 else { return nil }
    return TextRange(mapping.entries[index - 1].entry.value.range.end, entry.value.range.end)
  }
}
