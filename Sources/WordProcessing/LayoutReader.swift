internal import SourceText

/// Finds the edits that make plain what no reader of Word's text can read: cells of several
/// paragraphs, tables within tables, rows that were deleted, elements around text that say nothing.
final class LayoutReader: XMLVisitor {
  private let bytes: TextStorage
  private(set) var edits: [TextEdit] = []
  /// The table at the head of the document, whose cells become paragraphs of the text.
  private(set) var unfolded: Range<Int>?
  private var placed = PlacedNotes()
  private var tables: [Table] = []
  private var boxDepth = 0
  /// What is cut as a whole: the name of the element, how deep it stands, and where it begins.
  private var cut: (name: String, depth: Int, start: Int)?
  /// Where the controls begin that are open.
  private var controls: [Int] = []
  private var controlProperties = 0
  /// Whether the body has had a text outside of tables.
  private var hasBegun = false

  init(_ bytes: TextStorage) {
    self.bytes = bytes
  }

  /// What was found, in the order of the document.
  var notes: [WordNote] { placed.notes }

  private struct Table {
    let offset: Int
    /// Whether its cells become paragraphs of the text.
    let isUnfolded: Bool
    var row = 0
    var isRowDeleted = false
    /// The tag that ends the last paragraph of the cell; nil where there is none yet.
    var lastEnd: Range<Int>?
    var hasText = false
    var isJoined = false
    var isMerged = false
  }

  /// Elements around text that say nothing of it, whose text a reader drops with them.
  private static let wrappers: Set = [
    "w:customXml", "w:fldSimple", "w:bdo", "w:dir", "w:rubyBase", "w:sdt", "w:sdtContent",
    "mc:AlternateContent", "mc:Choice",
  ]

  /// Elements without text that have no meaning once what they stand in is gone.
  private static let properties: Set = [
    "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:tblPrEx", "w:customXmlPr", "w:rubyPr", "w:rt",
    "w:sdtEndPr", "mc:Fallback",
  ]

  // MARK: Elements

  func begin(_ element: XMLElement, in path: [String]) {
    if element.name == "w:txbxContent" { boxDepth += 1 }
    guard boxDepth == 0, cut == nil else { return }
    if Self.wrappers.contains(element.name) { edit(element.tag) }
    switch element.name {
    case "w:tbl": beginTable(element)
    case "w:tr":
      if let last = tables.indices.last { tables[last].row = element.tag.lowerBound }
      if isFlat { edit(element.tag) }
    case "w:tc":
      beginCell()
      if isFlat { edit(element.tag) }
    case "w:gridSpan", "w:vMerge":
      if let last = tables.indices.last { tables[last].isMerged = true }
    case "w:del" where path.last == "w:trPr":
      if let last = tables.indices.last { tables[last].isRowDeleted = true }
    case "w:p" where isInCell: beginParagraph(element)
    // Columns that have no width are none for other readers.
    case "w:gridCol" where element["w"] == nil && bytes.isWhole(element.tag):
      rewrite(element.tag) { "<\($0.prefix)gridCol \($0.prefix)w=\"2000\"/>" }
    case "w:cr": rewrite(element.tag) { "<\($0.prefix)br/>" }
    // Runs stand in the run that has the reading above them.
    case "w:ruby": rewrite(element.tag) { "</\($0.prefix)r>" }
    case "w:sdt": controls.append(element.tag.lowerBound)
    case "w:sdtPr": controlProperties = element.tag.lowerBound
    case "w:docPartGallery" where element.value == "Table of Contents":
      // The words of the control come after what says that it is one.
      if let start = controls.last { cutContents(from: start, depth: path.count - 3) }
    case "w:pPr" where isInCell && path.last == "w:p": cut(element, at: path.count)
    case _ where Self.properties.contains(element.name):
      if isFlat || !element.name.hasPrefix("w:t") { cut(element, at: path.count) }
    default: break
    }
  }

  private func cut(_ element: XMLElement, at depth: Int) {
    cut = (element.name, depth, element.tag.lowerBound)
  }

  private func cutContents(from start: Int, depth: Int) {
    takeBack(from: start)
    cut = ("w:sdt", depth, start)
    placed.add(at: start, "the table of contents was dropped")
    placed.endParagraph()
  }

  func end(_ name: String, tag: Range<Int>, in path: [String]) {
    if name == "w:txbxContent" { boxDepth -= 1 }
    guard boxDepth == 0 else { return }
    if let cut {
      guard cut.name == name, cut.depth == path.count else { return }
      edit(cut.start..<tag.upperBound)
      self.cut = nil
      if name == "w:sdt" { controls.removeLast() }
      return
    }
    if Self.wrappers.contains(name) { edit(tag) }
    switch name {
    case "w:cr": if !tag.isEmpty { edit(tag) }
    case "w:ruby": rewrite(tag) { "<\($0.prefix)r>" }
    case "w:sdt": controls.removeLast()
    case "w:sdtPr": edit(controlProperties..<tag.upperBound)
    case "w:tbl": endTable(tag)
    case "w:tr":
      if isFlat { edit(tag) } else { endRow(tag) }
    case "w:tc" where isFlat: edit(tag)
    case "w:p":
      if isInCell, !tag.isEmpty { tables[tables.count - 1].lastEnd = tag }
      placed.endParagraph()
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, in path: [String]) {
    guard boxDepth == 0, path.last == "w:t" else { return }
    placed.hear(text)
    if tables.isEmpty { hasBegun = true } else { tables[tables.count - 1].hasText = true }
  }

  private func edit(_ range: Range<Int>, _ replacement: String = "") {
    guard !range.isEmpty else { return }
    edits.append(TextEdit(TextRange(range.lowerBound, range.upperBound), replacement))
  }

  private func rewrite(_ tag: Range<Int>, _ words: (WordMarkup) -> String) {
    if let markup = WordMarkup(of: tag, in: bytes) { edit(tag, words(markup)) }
  }

  /// Takes back the edits from a place on, which is cut as a whole.
  private func takeBack(from start: Int) {
    while let last = edits.last, last.range.start.utf8 >= start { edits.removeLast() }
  }

  // MARK: Tables

  /// Whether the innermost table is to be gone: it stands in another one, or holds the masthead.
  private var isFlat: Bool { tables.count > 1 || tables.last?.isUnfolded ?? false }

  private var isInCell: Bool { tables.first.map { !$0.isUnfolded } ?? false }

  private func beginTable(_ element: XMLElement) {
    let isFirst = tables.isEmpty && !hasBegun
    tables.append(Table(offset: element.tag.lowerBound, isUnfolded: isFirst))
    if tables.count > 1 {
      // Its paragraphs go on with those of the cell that it stands in.
      tables[tables.count - 1].lastEnd = tables[tables.count - 2].lastEnd
      if isInCell {
        placed.add(at: element.tag.lowerBound, "a table in a cell was written as text of the cell")
      }
    }
    if isFlat { edit(element.tag) }
  }

  private func endTable(_ tag: Range<Int>) {
    if isFlat { edit(tag) }
    guard let table = tables.popLast() else { return }
    if let last = tables.indices.last {
      tables[last].lastEnd = table.lastEnd
      tables[last].isJoined = tables[last].isJoined || table.isJoined
      return
    }
    hasBegun = hasBegun || table.hasText
    if table.isUnfolded {
      unfolded = table.offset..<tag.upperBound
      if table.hasText {
        note(table, "the table at the head of the document was read as the lines that it holds")
      }
      return
    }
    if table.isJoined { note(table, "the paragraphs of each cell of the table became one") }
    if table.isMerged { note(table, "cells of the table that were merged became single ones") }
  }

  private func note(_ table: Table, _ message: String) {
    placed.add(at: table.offset, message)
    placed.endParagraph()
  }

  private func endRow(_ tag: Range<Int>) {
    guard let last = tables.indices.last, tables[last].isRowDeleted else { return }
    tables[last].isRowDeleted = false
    let start = tables[last].row
    takeBack(from: start)
    edit(start..<tag.upperBound)
  }

  // MARK: Cells

  private func beginCell() {
    guard let last = tables.indices.last, last == 0 else { return }
    tables[last].lastEnd = nil
  }

  /// Joins a paragraph to the one before it in the cell.
  private func beginParagraph(_ element: XMLElement) {
    let last = tables.count - 1
    guard let end = tables[last].lastEnd, !bytes.isWhole(element.tag),
      let markup = WordMarkup(of: element.tag, in: bytes)
    else { return }
    edit(end)
    edit(element.tag, markup.run(" "))
    tables[last].isJoined = true
  }
}
