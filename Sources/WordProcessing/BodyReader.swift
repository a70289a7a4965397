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
  /// The texts of boxes, which no reader of the text comes to.
  private(set) var boxes: [String] = []

  private var open: [Paragraph] = []
  /// How many boxes, and how many repetitions for older programs, the reading is in.
  private var boxDepth = 0
  private var repetitionDepth = 0
  private var box: [UInt8] = []
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
    var properties: Range<Int>?
    var isMarkDeleted = false
    var isHidden = false
    var isRunIn = false

    /// Where the text begins.
    var textStart: Int { properties?.upperBound ?? tag.upperBound }
  }

  init(_ bytes: TextStorage, _ numbering: Numbering, _ styles: ParagraphStyles) {
    self.bytes = bytes
    self.numbering = numbering
    self.styles = styles
    typedCount = bytes.count
  }

  // MARK: Elements

  func begin(_ element: XMLElement, in path: [String]) {
    switch element.name {
    case "w:txbxContent": boxDepth += 1
    case "mc:Fallback": repetitionDepth += 1
    case "w:p" where isInText: open.append(Paragraph(tag: element.tag))
    case "w:tab", "w:br", "w:p": if boxDepth > 0 { box.append(UInt8(ascii: " ")) }
    default: if isInText, !open.isEmpty { readProperty(element, in: path) }
    }
  }

  private var isInText: Bool { boxDepth == 0 && repetitionDepth == 0 }

  private func readProperty(_ element: XMLElement, in path: [String]) {
    let last = open.count - 1
    switch path.last {
    case "w:p" where element.name == "w:pPr": open[last].properties = element.tag
    case "w:pPr" where path.ends(with: "w:p", "w:pPr"):
      if element.name == "w:pStyle" { open[last].style = element.value }
      if Self.marks.contains(element.name) { open[last].marks[element.name] = element.tag }
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
    case "w:txbxContent":
      boxDepth -= 1
      if boxDepth == 0, repetitionDepth == 0 { endBox() }
    case "mc:Fallback": repetitionDepth -= 1
    // What is joined by a deletion stands in the same cell.
    case "w:tc": joinedStart = nil
    case "w:p" where isInText:
      if let paragraph = open.popLast() { end(paragraph) }
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
    if boxDepth > 0, repetitionDepth == 0, path.last == "w:t" { box += text }
  }

  private func endBox() {
    if let words = box.words { boxes.append(words) }
    box = []
  }

  // MARK: Paragraphs

  private func end(_ paragraph: Paragraph) {
    let start = joinedStart ?? paragraph.textStart
    joinedStart = paragraph.isMarkDeleted ? start : nil
    let line = styles.line(of: paragraph.style)
    if line.first?.style.isTakenOutOfText ?? false { cut("w:pStyle", of: paragraph) }
    guard let prefix = prefix(of: paragraph) else { return }
    guard let (use, level) = numbering(of: paragraph, line) else {
      // In no list by its own words, it would be read as one more paragraph of the list before it.
      if paragraph.instance == "0" { takeOutOfList(paragraph, line) }
      return
    }
    let isCounted = !paragraph.isMarkDeleted && (!paragraph.isHidden || paragraph.isRunIn)
    let label = isCounted ? count.label(at: level, of: use) : nil
    // A bullet is left to who reads the list, which it says itself that it belongs to.
    guard use[level].format != .bullet, !NumberingCount.isExcessive(label) else { return }
    takeOutOfList(paragraph, line)
    guard let label else { return }
    type(Markup(prefix: prefix).runs(label, use[level].separator), at: start, in: paragraph, prefix)
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

  private func type(_ runs: String, at start: Int, in paragraph: Paragraph, _ prefix: String) {
    let end = paragraph.tag.upperBound
    if start == end, bytes.base[end - 2] == UInt8(ascii: "/") {
      edit(end - 2..<end, ">\(runs)</\(prefix)p>")
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

  /// The prefix by which the document itself knows the elements of Word, with its colon; nil where
  /// it has none, which no other reader knows how to read.
  private func prefix(of paragraph: Paragraph) -> String? {
    let tag = TextSlice(bytes, paragraph.tag.lowerBound, paragraph.tag.upperBound)
    let name = tag.withBytes { $0.prefix(64).prefix { $0 > UInt8(ascii: " ") } }
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return tag[1..<colon + 1].string
  }
}

/// What is written into a document.
private struct Markup {
  /// Before the name of each element and attribute: `w:`.
  let prefix: String

  /// A label as text, with what parts it from the text after it.
  func runs(_ label: String, _ separator: Numbering.Separator) -> String {
    let text = separator == .space ? label + " " : label
    let run = "<\(prefix)r><\(prefix)t xml:space=\"preserve\">\(escaped(text))</\(prefix)t>"
    return run + (separator == .tab ? "<\(prefix)tab/>" : "") + "</\(prefix)r>"
  }

  /// The text in ASCII, which every encoding of a document has in common.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar != "<", scalar != "&", scalar != ">" {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "&#\(scalar.value);"
      }
    }
    return escaped
  }
}
