internal import SourceText

/// Finds the edits that set in bold or italics, run by run, what the style of a paragraph sets so,
/// as readers know the form of runs alone. A heading needs none.
final class EmphasisReader: XMLVisitor {
  private let bytes: TextStorage
  private let styles: ParagraphStyles
  private let toggles: [ParagraphStyles.Toggle]
  private(set) var edits: [TextEdit] = []

  private var boxDepth = 0
  private var style: String?
  private var isHeading = false
  private var run: Run?

  private struct Run {
    let tag: Range<Int>
    var properties: Range<Int>?
    var style: String?
    /// What the run says itself.
    var given: Set<ParagraphStyles.Toggle> = []
  }

  init(_ bytes: TextStorage, _ styles: ParagraphStyles) {
    self.bytes = bytes
    self.styles = styles
    toggles = [.bold, .italic].filter(styles.use)
  }

  func begin(_ element: XMLElement, in path: [String]) {
    if element.name == "w:txbxContent" { boxDepth += 1 }
    guard boxDepth == 0, !toggles.isEmpty else { return }
    switch element.name {
    case "w:p": name(nil)
    case "w:pStyle" where path.ends(with: "w:p", "w:pPr"): name(element.value)
    case "w:r": run = Run(tag: element.tag)
    case "w:rPr" where path.last == "w:r": run?.properties = element.tag
    case "w:rStyle" where path.ends(with: "w:r", "w:rPr"): run?.style = element.value
    case "w:t" where path.last == "w:r": emphasize()
    default:
      guard path.ends(with: "w:r", "w:rPr") else { return }
      if let toggle = ParagraphStyles.Toggle(rawValue: element.name) { run?.given.insert(toggle) }
    }
  }

  func end(_ name: String, tag: Range<Int>, in path: [String]) {
    if name == "w:txbxContent" { boxDepth -= 1 }
  }

  private func name(_ style: String?) {
    self.style = style
    isHeading = styles.line(of: style).contains(where: \.style.isHeading)
  }

  /// Gives the run what its paragraph has.
  private func emphasize() {
    guard let run, !isHeading, let markup = WordMarkup(of: run.tag, in: bytes) else { return }
    // A run may have several texts.
    self.run = nil
    let given = toggles.filter { toggle in
      !run.given.contains(toggle) && styles.isOn(toggle, in: style)
    }
    let elements = given.map { toggle in
      markup.toggle(toggle, isOn: styles.set(toggle, run: run.style, paragraph: style))
    }.joined()
    guard !elements.isEmpty else { return }
    let properties = run.properties ?? run.tag.upperBound..<run.tag.upperBound
    let isOpen = !properties.isEmpty && !bytes.isWhole(properties)
    edits.append(
      isOpen
        ? TextEdit(TextRange(properties.upperBound, properties.upperBound), elements)
        : TextEdit(
          TextRange(properties.lowerBound, properties.upperBound), markup.properties(elements)))
  }
}
