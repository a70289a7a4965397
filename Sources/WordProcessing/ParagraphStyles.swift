/// The styles of a document, as far as they number paragraphs, or set or hide their text.
struct ParagraphStyles {
  var styles: [String: Style] = [:]
  /// The style of the paragraphs that name none.
  var standard: String?

  /// A property of text that is on or off, by the name of its element.
  enum Toggle: String, CaseIterable {
    case hidden = "w:vanish"
    case bold = "w:b"
    case italic = "w:i"
  }

  struct Style {
    var name = ""
    var parent: String?
    var instance: String?
    var level: Int?
    /// What the style says of properties that are on or off.
    var toggles: [Toggle: Bool] = [:]
    var indentation = Indentation()

    /// Whether paragraphs are headings.
    var isHeading: Bool { name.lowercased().hasPrefix("heading ") }

    /// Whether paragraphs are quotations, by the names that Word and others have for them.
    var isQuotation: Bool {
      let name = name.lowercased()
      return name == "block text"
        || ["quote", "quotation", "extract"].contains { name.contains($0) }
    }

    var isCode: Bool { name.lowercased() == "source code" }

    /// Whether a reader takes paragraphs for ones of a list that is open.
    var isOfList: Bool { name.lowercased() == "list paragraph" }

    /// Whether paragraphs are lines of a table of contents, which Word makes.
    var isOfContents: Bool {
      let name = name.lowercased()
      return name.hasPrefix("toc ") && name.dropFirst(4).allSatisfy(\.isNumber)
    }

    /// Whether a reader would take paragraphs out of the text, as the document's title.
    var isTakenOutOfText: Bool {
      ["title", "subtitle", "author", "date", "abstract"].contains(name.lowercased())
    }
  }

  /// A style and those that it is based on, the nearest first.
  typealias Line = [(identifier: String, style: Style)]

  subscript(identifier: String) -> Style? { styles[identifier] }

  /// A style and those that it is based on, the nearest first.
  func line(of identifier: String?) -> Line {
    var line: Line = []
    var next = identifier ?? standard
    while let identifier = next, let style = styles[identifier], line.count < Self.longestLine {
      line.append((identifier, style))
      next = style.parent
    }
    return line
  }

  /// Whether any style switches a property on.
  func use(_ toggle: Toggle) -> Bool { styles.values.contains { $0.toggles[toggle] ?? false } }

  /// Whether text has a property by its styles, where it does not say so itself: of two that switch
  /// it on, the second takes back what the first does (ISO/IEC 29500-1, 17.7.3).
  func set(_ toggle: Toggle, run: String?, paragraph: String?) -> Bool {
    let isOnInRun = run.map { isOn(toggle, in: $0) } ?? false
    return isOnInRun != isOn(toggle, in: paragraph)
  }

  /// Whether a style switches a property on, or one that it is based on.
  func isOn(_ toggle: Toggle, in identifier: String?) -> Bool {
    line(of: identifier).lazy.compactMap { $0.style.toggles[toggle] }.first ?? false
  }

  /// A style that is based on itself would have no end.
  private static let longestLine = 32
}
