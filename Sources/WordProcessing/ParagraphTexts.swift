/// Reads the text of the paragraphs of a document as a person sees it, without what is told apart.
final class ParagraphTexts: XMLVisitor {
  private(set) var paragraphs: [String] = []
  private var text: [UInt8] = []
  private var aside = 0
  private var notes: Set<String> = []
  /// Whether the paragraph is a large letter that the next begins with.
  private var isDropCap = false

  /// Elements whose text is none of the text around them, or none any more.
  private static let asides: Set = [
    "w:txbxContent", "mc:Fallback", "w:del", "w:moveFrom", "m:oMath", "w:rt",
  ]

  func begin(_ element: XMLElement, in path: [String]) {
    if Self.asides.contains(element.name) || isUnusedNote(element) { aside += 1 }
    switch element.name {
    case "w:footnoteReference", "w:endnoteReference":
      if aside == 0, let identifier = element["id"] {
        notes.insert((element.name == "w:footnoteReference" ? "f" : "e") + identifier)
      }
    case "w:framePr": if element["dropCap"] != nil { isDropCap = true }
    case "w:tab", "w:br", "w:cr", "w:noBreakHyphen", "w:softHyphen", "w:sym":
      text.append(UInt8(ascii: " "))
    default: break
    }
  }

  /// Whether the element is a note that the text does not cite; Word keeps such, and never prints
  /// them.
  private func isUnusedNote(_ element: XMLElement) -> Bool {
    guard element.name == "w:footnote" || element.name == "w:endnote" else { return false }
    return !notes.contains((element.name == "w:footnote" ? "f" : "e") + (element["id"] ?? ""))
  }

  func text(_ heard: UnsafeBufferPointer<UInt8>, in path: [String]) {
    if aside == 0, path.last == "w:t" { text += heard }
  }

  func end(_ name: String, tag: Range<Int>, in path: [String]) {
    if Self.asides.contains(name) { aside -= 1 }
    if name == "w:footnote" || name == "w:endnote" { aside = 0 }
    guard name == "w:p", aside == 0 else { return }
    if isDropCap {
      isDropCap = false
      return
    }
    if let words = text.words { paragraphs.append(words) }
    text = []
  }
}
