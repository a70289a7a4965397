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
    /// The element that says so, from its first byte to its last.
    var numbering: Range<Int>?
    /// The properties, and the tag that ends them.
    var properties: Range<Int>?
    var propertiesEnd: Range<Int>?
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
      if element.name == "w:pStyle" {
        open[last].style = element.value
        releaseTitle(element)
      } else if element.name == "w:numPr" {
        open[last].numbering = element.tag
      }
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
      open[open.count - 1].propertiesEnd = tag
    case "w:numPr" where isInText && path.ends(with: "w:p", "w:pPr") && !open.isEmpty:
      let start = open[open.count - 1].numbering?.lowerBound ?? tag.lowerBound
      open[open.count - 1].numbering = start..<tag.upperBound
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, in path: [String]) {
    if boxDepth > 0, repetitionDepth == 0, path.last == "w:t" { box += text }
  }

  private func endBox() {
    let text = String(decoding: box, as: UTF8.self)
    let words = text.split { $0 == " " || $0 == "\n" }
    if !words.isEmpty { boxes.append(words.joined(separator: " ")) }
    box = []
  }

  // MARK: Paragraphs

  private func end(_ paragraph: Paragraph) {
    let start = joinedStart ?? paragraph.textStart
    joinedStart = paragraph.isMarkDeleted ? start : nil
    guard let (use, level) = numbering(of: paragraph) else { return }
    let isCounted = !paragraph.isMarkDeleted && (!paragraph.isHidden || paragraph.isRunIn)
    let label = isCounted ? count.label(at: level, of: use) : nil
    // A bullet is left to who reads the list, which it says itself that it belongs to.
    guard use[level].format != .bullet, let prefix = prefix(of: paragraph) else { return }
    let runs = label.map { Markup(prefix: prefix).runs($0, use[level].separator) } ?? ""
    takeOutOfList(paragraph, prefix, runs, at: start)
  }

  /// The list that a paragraph is of, by itself or by its style.
  private func numbering(of paragraph: Paragraph) -> (Numbering.Use, level: Int)? {
    let line = styles.line(of: paragraph.style)
    guard
      let instance = paragraph.instance ?? line.lazy.compactMap({ $0.style.instance }).first,
      let use = numbering.resolved(instance, styles)
    else { return nil }
    let level =
      paragraph.level
      ?? line.lazy.compactMap { use.level(of: $0.identifier) ?? $0.style.level }.first ?? 0
    return (0..<Numbering.depth).contains(level) ? (use, level) : nil
  }

  private func takeOutOfList(
    _ paragraph: Paragraph, _ prefix: String, _ runs: String, at start: Int
  ) {
    let markup = Markup(prefix: prefix)
    var runs = runs
    if let numbering = paragraph.numbering {
      edit(numbering, markup.unnumbered)
    } else if let properties = paragraph.properties, let end = paragraph.propertiesEnd {
      if end.isEmpty {
        edit(properties, markup.properties)
      } else {
        edit(end.lowerBound..<end.lowerBound, markup.unnumbered)
      }
    } else if start == paragraph.textStart {
      runs = markup.properties + runs
    } else {
      edit(paragraph.textStart..<paragraph.textStart, markup.properties)
    }
    if !runs.isEmpty { edit(start..<start, runs) }
  }

  /// Lets a paragraph be one of the text that a reader would take out of it, as the document's
  /// title.
  private func releaseTitle(_ element: XMLElement) {
    guard let style = element.value, let name = styles[style]?.name.lowercased() else { return }
    if ["title", "subtitle", "author", "date", "abstract"].contains(name) { edit(element.tag, "") }
  }

  private func edit(_ range: Range<Int>, _ replacement: String) {
    edits.append(TextEdit(TextRange(range.lowerBound, range.upperBound), replacement))
  }

  /// The prefix by which the document itself knows the elements of Word, with its colon; nil where
  /// it has none, so that no attribute could be written, or where the paragraph has one tag only.
  private func prefix(of paragraph: Paragraph) -> String? {
    let tag = TextSlice(bytes, paragraph.tag.lowerBound, paragraph.tag.upperBound)
    guard let colon = tag.withBytes({ $0.prefix(64).firstIndex(of: UInt8(ascii: ":")) }),
      tag[tag.count - 2] != UInt8(ascii: "/")
    else { return nil }
    return tag[1..<colon + 1].string
  }
}

/// What is written into a document.
private struct Markup {
  /// Before the name of each element and attribute: `w:`.
  let prefix: String

  /// Properties of a paragraph that is in no list.
  var properties: String { "<\(prefix)pPr>\(unnumbered)</\(prefix)pPr>" }

  /// The property of being in no list, whatever the style says.
  var unnumbered: String {
    "<\(prefix)numPr><\(prefix)numId \(prefix)val=\"0\"/></\(prefix)numPr>"
  }

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
