internal import SourceText

/// Reads the text of a document, and finds the edits that type its numbers.
///
/// Where it changes a paragraph, it puts the label before its text, and takes the paragraph out of
/// its list, so that nothing numbers it again.
final class BodyReader: XMLVisitor {
  private let bytes: TextStorage
  private let numbering: Numbering
  private let styles: ParagraphStyles
  private var count = NumberingCount()

  private(set) var edits: [TextEdit] = []
  private var placed = PlacedNotes()
  private var margins = PageMargins()

  private var open: [Paragraph] = []
  /// How many boxes, and how many repetitions for older programs, the reading is in.
  private var boxDepth = 0
  private var repetitionDepth = 0
  private var cellDepth = 0
  /// The table whose cells are no cells any more.
  private let unfolded: Range<Int>?
  private var hasContents = false
  /// Where the text of the next paragraph begins, if it was joined to one before by a deletion.
  private var joinedStart: Int?

  /// What is known of a paragraph at its end.
  private struct Paragraph {
    let tag: Range<Int>
    var style: String?
    var instance: String?
    var level: Int?
    /// The elements by which a reader takes it for one of a list, from their first bytes to their
    /// last.
    var marks: [String: Range<Int>] = [:]
    var indentation = Indentation()
    var properties: Range<Int>?
    var hasText = false
    var isMarkDeleted = false
    var isHidden = false
    var isRunIn = false

    /// Where the text begins.
    var textStart: Int { properties?.upperBound ?? tag.upperBound }
  }

  /// - Parameter unfolded: The table whose cells are no cells any more.
  init(
    _ bytes: TextStorage, _ numbering: Numbering, _ styles: ParagraphStyles,
    unfolded: Range<Int>? = nil
  ) {
    self.bytes = bytes
    self.unfolded = unfolded
    self.numbering = numbering
    self.styles = styles
    typedCount = bytes.count
  }

  // MARK: Elements

  func begin(_ element: XMLElement, in path: [String]) {
    switch element.name {
    case "w:txbxContent": boxDepth += 1
    case "mc:Fallback": repetitionDepth += 1
    case "w:tc":
      if !(unfolded?.contains(element.tag.lowerBound) ?? false) { cellDepth += 1 }
    case "w:p" where isInText: open.append(Paragraph(tag: element.tag))
    default: if isInText, !open.isEmpty { readProperty(element, in: path) }
    }
  }

  /// What was found, in the order of the document.
  var notes: [WordNote] { placed.notes }

  private var isInText: Bool { boxDepth == 0 && repetitionDepth == 0 }

  private func readProperty(_ element: XMLElement, in path: [String]) {
    let last = open.count - 1
    switch path.last {
    case "w:p" where element.name == "w:pPr": open[last].properties = element.tag
    case "w:pPr" where path.ends(with: "w:p", "w:pPr"):
      if element.name == "w:pStyle" { open[last].style = element.value }
      if Self.marks.contains(element.name) { open[last].marks[element.name] = element.tag }
      if element.name == "w:ind" { open[last].indentation = Indentation(element) }
    case "w:numPr" where path.ends(with: "w:p", "w:pPr", "w:numPr"):
      if element.name == "w:numId" { open[last].instance = element.value }
      if element.name == "w:ilvl" { open[last].level = element.value.flatMap { Int($0) } }
    case "w:rPr" where path.ends(with: "w:p", "w:pPr", "w:rPr"):
      switch element.name {
      case "w:del", "w:moveFrom": open[last].isMarkDeleted = true
      case "w:vanish": open[last].isHidden = element.isOn
      case "w:specVanish": open[last].isRunIn = element.isOn
      default: break
      }
    default: break
    }
  }

  func end(_ name: String, tag: Range<Int>, in path: [String]) {
    switch name {
    case "w:txbxContent": boxDepth -= 1
    case "mc:Fallback": repetitionDepth -= 1
    case "w:tc":
      if !(unfolded?.contains(tag.lowerBound) ?? false) { cellDepth -= 1 }
      // What is joined by a deletion stands in the same cell.
      joinedStart = nil
    case "w:p" where isInText:
      if let paragraph = open.popLast() { end(paragraph, tag) }
    case "w:pPr" where path.last == "w:p" && isInText && !open.isEmpty:
      let start = open[open.count - 1].properties?.lowerBound ?? tag.lowerBound
      open[open.count - 1].properties = start..<tag.upperBound
    case _ where isInText && Self.marks.contains(name) && path.ends(with: "w:p", "w:pPr"):
      guard !open.isEmpty, let start = open[open.count - 1].marks[name]?.lowerBound else { return }
      open[open.count - 1].marks[name] = start..<tag.upperBound
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, in path: [String]) {
    guard isInText, path.last == "w:t", !open.isEmpty else { return }
    open[open.count - 1].hasText = true
    placed.hear(text)
  }

  // MARK: Paragraphs

  private func end(_ paragraph: Paragraph, _ tag: Range<Int>) {
    defer { placed.endParagraph() }
    let start = joinedStart ?? paragraph.textStart
    let isJoined = joinedStart != nil
    joinedStart = paragraph.isMarkDeleted ? start : nil
    let line = styles.line(of: paragraph.style)
    if line.contains(where: \.style.isOfContents) { return cutContents(paragraph, tag) }
    if line.first?.style.isTakenOutOfText ?? false { cut("w:pStyle", of: paragraph) }
    guard let markup = WordMarkup(of: paragraph.tag, in: bytes) else { return }
    guard let (use, level) = numbering(of: paragraph, line) else {
      // In no list by its own words, it would be read as one more paragraph of the list before it.
      if paragraph.instance == "0" { takeOutOfList(paragraph, line) }
      if !isJoined { place(paragraph, line, markup) }
      return
    }
    let isCounted = !paragraph.isMarkDeleted && (!paragraph.isHidden || paragraph.isRunIn)
    let label = isCounted ? count.label(at: level, of: use) : nil
    if use[level].format == .bullet {
      // A bullet is left to who reads the list, which it says itself that it belongs to.
      if cellDepth > 0 { type(markup.run("• "), at: start, in: paragraph, markup) }
      return
    }
    guard !NumberingCount.isExcessive(label) else { return }
    takeOutOfList(paragraph, line)
    guard let label else { return }
    let text = cellDepth > 0 ? label : TypedMark.mark(label, use[level].format, level: level)
    let separator = use[level].separator
    type(
      markup.run(separator == .space ? text + " " : text, isFollowedByTab: separator == .tab),
      at: start, in: paragraph, markup)
  }

  private func cutContents(_ paragraph: Paragraph, _ tag: Range<Int>) {
    if !hasContents {
      placed.add(at: paragraph.tag.lowerBound, "the table of contents was dropped")
    }
    hasContents = true
    edit(paragraph.tag.lowerBound..<max(tag.upperBound, paragraph.tag.upperBound), "")
  }

  /// The list that a paragraph is of, by itself or by its style.
  private func numbering(of paragraph: Paragraph, _ line: ParagraphStyles.Line)
    -> (Numbering.Use, level: Int)?
  {
    guard
      let instance = paragraph.instance ?? line.lazy.compactMap({ $0.style.instance }).first,
      let use = numbering.resolved(instance, styles)
    else { return nil }
    let level =
      paragraph.level
      ?? line.lazy.compactMap { use.level(of: $0.identifier) ?? $0.style.level }.first ?? 0
    return (0..<Numbering.depth).contains(level) ? (use, level) : nil
  }

  /// Leaves a paragraph nothing by which a reader would take it for one of a list, or for a
  /// quotation because of the room that the list gave it. A heading is one whatever numbers it.
  private func takeOutOfList(_ paragraph: Paragraph, _ line: ParagraphStyles.Line) {
    cut("w:numPr", of: paragraph)
    if line.contains(where: \.style.isHeading) { return }
    cut("w:ind", of: paragraph)
    cut("w:pStyle", of: paragraph)
  }

  /// The properties that make a paragraph one of a list, or set it as one.
  private static let marks: Set = ["w:pStyle", "w:numPr", "w:ind"]

  private func cut(_ mark: String, of paragraph: Paragraph) {
    if let range = paragraph.marks[mark] { edit(range, "") }
  }

  private func type(
    _ runs: String, at start: Int, in paragraph: Paragraph, _ markup: WordMarkup
  ) {
    let end = paragraph.tag.upperBound
    if start == end, bytes.isWhole(paragraph.tag) {
      edit(end - 2..<end, ">\(runs)</\(markup.prefix)p>")
    } else {
      edit(start..<start, runs)
    }
  }

  /// The number of bytes with all that is typed.
  private(set) var typedCount: Int

  private func edit(_ range: Range<Int>, _ replacement: String) {
    typedCount += replacement.utf8.count
    guard typedCount <= ZipArchive.partLimit else { return }
    edits.append(TextEdit(TextRange(range.lowerBound, range.upperBound), replacement))
  }

  // MARK: Indentation

  /// Takes the room beside a paragraph that is in no list, for which a reader would take it for a
  /// quotation; whether it is one is found out once all paragraphs have been read.
  private func place(_ paragraph: Paragraph, _ line: ParagraphStyles.Line, _ markup: WordMarkup) {
    guard cellDepth == 0, paragraph.hasText, !paragraph.isMarkDeleted,
      !line.contains(where: { $0.style.isHeading || $0.style.isQuotation || $0.style.isCode })
    else { return }
    let room = line.reduce(paragraph.indentation) { $0.completed(by: $1.style.indentation) }
    let isOfList = line.contains { $0.style.isOfList }
    var cuts = ["w:ind", "w:pStyle"].compactMap { paragraph.marks[$0] }
    if room.left <= 0, !isOfList { cuts = [] }
    margins.add(
      PageMargins.Paragraph(room: room, start: paragraph.textStart, cuts: cuts, markup: markup))
  }

  /// Decides what is indented, at the end of the document.
  func finish() {
    for paragraph in margins.paragraphs where !margins.setsAsQuotation(paragraph.room) {
      for range in paragraph.cuts { edit(range, "") }
      if margins.indents(paragraph.room) {
        edit(paragraph.start..<paragraph.start, paragraph.markup.run(TypedMark.indentationMark))
      }
    }
  }
}
