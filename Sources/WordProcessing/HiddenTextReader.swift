internal import SourceText

/// Finds the text that Word hides, and the edits that cut it.
///
/// What else is hidden, such as the mark of a footnote, is left where it is.
final class HiddenTextReader: XMLVisitor {
  private let styles: ParagraphStyles
  private let isAnyStyleHidden: Bool

  private(set) var edits: [TextEdit] = []
  private var placed = PlacedNotes()

  private var boxDepth = 0
  private var paragraphStyle: String?
  private var run = Run()
  /// Where the hidden text begins that is read.
  private var start: Int?
  private var stretch: [UInt8] = []
  private var offset = 0

  private struct Run {
    var style: String?
    var isHidden: Bool?
  }

  init(_ styles: ParagraphStyles) {
    self.styles = styles
    isAnyStyleHidden = styles.use(.hidden)
  }

  /// What was hidden, each stretch of it on its own.
  var notes: [WordNote] { placed.notes }

  func begin(_ element: XMLElement, in path: [String]) {
    offset = element.tag.lowerBound
    if element.name == "w:txbxContent" { boxDepth += 1 }
    guard boxDepth == 0 else { return }
    switch element.name {
    case "w:p": paragraphStyle = nil
    case "w:r": run = Run()
    case "w:pStyle" where path.ends(with: "w:p", "w:pPr"): paragraphStyle = element.value
    case "w:rStyle" where path.ends(with: "w:r", "w:rPr"): run.style = element.value
    case "w:vanish" where path.ends(with: "w:r", "w:rPr"): run.isHidden = element.isOn
    case "w:t" where path.last == "w:r":
      if isHidden { start = element.tag.upperBound } else { endStretch() }
    default: break
    }
  }

  /// Whether the text of the run is hidden, by its own words or by its styles.
  private var isHidden: Bool {
    if let isHidden = run.isHidden { return isHidden }
    return isAnyStyleHidden
      && styles.set(.hidden, run: run.style, paragraph: paragraphStyle)
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, in path: [String]) {
    if start != nil {
      stretch += text
    } else if path.last == "w:t", boxDepth == 0 {
      placed.hear(text)
    }
  }

  func end(_ name: String, tag: Range<Int>, in path: [String]) {
    if name == "w:txbxContent" { boxDepth -= 1 }
    guard boxDepth == 0 else { return }
    if name == "w:p" {
      endStretch()
      placed.endParagraph()
    }
    guard name == "w:t", let start else { return }
    if start < tag.lowerBound {
      edits.append(TextEdit(TextRange(start, tag.lowerBound), ""))
    }
    self.start = nil
  }

  private func endStretch() {
    if let words = stretch.words {
      placed.add(at: offset, "hidden text was dropped: “\(words)”", isUnplaced: true)
    }
    stretch = []
  }
}
