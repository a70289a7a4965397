/// Reads the part of a document that has its styles.
final class StylesReader: XMLVisitor {
  private(set) var styles = ParagraphStyles()
  private var identifier: String?

  func begin(_ element: XMLElement, in path: [String]) {
    if element.name == "w:style" {
      identifier = element["styleId"]
      guard let identifier else { return }
      styles.styles[identifier] = ParagraphStyles.Style()
      if element["type"] == "paragraph", element["default"].map(XMLReading.isOn) ?? false {
        styles.standard = identifier
      }
    }
    guard let identifier else { return }
    if path.ends(with: "w:style", "w:rPr"),
      let toggle = ParagraphStyles.Toggle(rawValue: element.name)
    {
      styles.styles[identifier]?.toggles[toggle] = element.isOn
    }
    if element.name == "w:ind", path.ends(with: "w:style", "w:pPr") {
      styles.styles[identifier]?.indentation = Indentation(element)
    }
    guard let value = element.value else { return }
    switch element.name {
    case "w:name" where path.last == "w:style":
      styles.styles[identifier]?.name = value
    case "w:basedOn" where path.last == "w:style":
      styles.styles[identifier]?.parent = value
    case "w:numId" where path.ends(with: "w:style", "w:pPr", "w:numPr"):
      styles.styles[identifier]?.instance = value
    case "w:ilvl" where path.ends(with: "w:style", "w:pPr", "w:numPr"):
      styles.styles[identifier]?.level = Int(value)
    default: break
    }
  }

  func end(_ name: String, tag: Range<Int>, in path: [String]) {
    if name == "w:style" { identifier = nil }
  }
}
