internal import ProseSyntax
internal import ReportModel
internal import SourceText

/// Tables with their titles above and their notes beneath.
extension ManuscriptReader {
  /// Reads a table, or the title of one that comes next.
  mutating func readTable(_ block: MarkdownBlock) -> Bool {
    if let table = block.table {
      readTable(table, title: nil)
      return true
    }
    guard block.markers.isEmpty, block.nesting == 0, let title = block.text.strong,
      position < blocks.count, blocks[position].quotation == nil,
      let table = blocks[position].table
    else { return false }
    position += 1
    readTable(table, title: (title, block.line))
    return true
  }

  private mutating func readTable(_ lines: [MarkdownLine], title: (TextSlice, line: Int)?) {
    nextInList = nil
    let outer = notes.enterScope()
    var table = DraftBlock(.table, level: level, line: lines[0].number)
    if let title { table.title = transcribed(title.0, at: .emphasized, line: title.line) }
    for (index, line) in headed(lines).enumerated() {
      table.paragraphs.append(
        index == 1 ? line.text.string : transcribed(line.text, at: .inline, line: line.number))
    }
    add(table, takesText: false)
    readTableNotes()
    notes.leaveScope(to: outer)
  }

  /// The lines of a table with its first row as its head, where that is empty: Word documents
  /// seldom say which row it is.
  private mutating func headed(_ lines: [MarkdownLine]) -> [MarkdownLine] {
    guard !isOfficial, lines.count > 2,
      lines[0].text.withBytes({ $0.allSatisfy { $0.isBlank || $0 == UInt8(ascii: "|") } })
    else { return lines }
    remark(lines[0].number, "the table had no head; its first row became it")
    return [lines[2], lines[1]] + lines[3...]
  }
}

extension MarkdownBlock {
  /// The lines of a table; nil where the block is none.
  var table: [MarkdownLine]? {
    guard kind == .paragraph, lines.count >= 2, MarkdownTable(lines.map(\.text)) != nil else {
      return nil
    }
    return lines
  }
}
