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

  /// Whether a style hides text, or one that it is based on.
  func isHidden(_ identifier: String?) -> Bool {
    line(of: identifier).lazy.compactMap(\.style.isHidden).first ?? false
  }

  /// A style that is based on itself would have no end.
  private static let longestLine = 32
}
