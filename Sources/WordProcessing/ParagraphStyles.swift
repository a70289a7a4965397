/// The styles of a document, as far as they number paragraphs or hide text.
struct ParagraphStyles {
  var styles: [String: Style] = [:]
  /// The style of the paragraphs that name none.
  var standard: String?

  struct Style {
    var name = ""
    var parent: String?
    var instance: String?
    var level: Int?
    /// Whether text of the style is hidden; nil where the style says nothing of it.
    var isHidden: Bool?

    /// Whether paragraphs are headings.
    var isHeading: Bool { name.lowercased().hasPrefix("heading ") }

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

  /// Whether a style hides text, or one that it is based on.
  func isHidden(_ identifier: String?) -> Bool {
    line(of: identifier).lazy.compactMap(\.style.isHidden).first ?? false
  }

  /// A style that is based on itself would have no end.
  private static let longestLine = 32
}
