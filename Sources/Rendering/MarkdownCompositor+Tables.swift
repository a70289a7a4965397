internal import ProseSyntax
internal import ReportModel
internal import SourceText

extension MarkdownCompositor {
  /// Sets a table beneath its title, and its notes beneath it.
  ///
  /// A text that is no table is printed as the paragraphs that its lines are.
  mutating func setTable(_ block: Block) {
    let lines = block.text?.text.paragraphs ?? []
    lettering { compositor in
      compositor.setTitle(of: block)
      if let table = MarkdownTable(lines) {
        compositor.set(table)
      } else {
        for line in lines {
          compositor.startBlockAtEdge()
          compositor.set(line, at: .paragraphStart)
        }
      }
    }
  }

  private mutating func setTitle(of table: Block) {
    let title = markdown(of: table.title, at: .emphasized)
    guard !title.isEmpty else { return }
    startBlockAtEdge()
    galley.append("**\(title)**")
  }

  private mutating func set(_ table: MarkdownTable) {
    startBlockAtEdge()
    set(table.header, of: table)
    galley.append("\n")
    if table.delimiters[0] != .pipe { galley.append("| ") }
    galley.append(table.delimiters)
    for row in table.rows {
      galley.append("\n")
      set(row, of: table)
    }
  }

  private mutating func set(_ row: MarkdownTable.Row, of table: MarkdownTable) {
    if row.line[0] != .pipe { galley.append("| ") }
    var copied = 0
    for (column, cell) in row.cells.enumerated() {
      // A reader drops the cells for which the header has no column.
      if column >= table.columnCount { galley.append("\\") }
      galley.append(row.line[copied..<cell.lowerBound])
      set(cell: row.line[cell])
      copied = cell.upperBound
    }
    galley.append(row.line[copied..<row.line.count])
  }

  private mutating func set(cell: TextSlice) {
    let content = cell.trimmed
    let margin = content.start - cell.start
    galley.append(cell[0..<margin])
    set(content, at: .inline)
    galley.append(cell[margin + content.count..<cell.count])
  }
}
