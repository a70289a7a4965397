/// The styles of a document, as far as they number paragraphs.
struct ParagraphStyles {
  var styles: [String: Style] = [:]
  /// The style of the paragraphs that name none.
  var standard: String?

  struct Style {
    var name = ""
    var parent: String?
    var instance: String?
    var level: Int?
  }

  subscript(identifier: String) -> Style? { styles[identifier] }

  /// A style and those that it is based on, the nearest first.
  func line(of identifier: String?) -> [(identifier: String, style: Style)] {
    var line: [(identifier: String, style: Style)] = []
    var next = identifier ?? standard
    while let identifier = next, let style = styles[identifier], line.count < Self.longestLine {
      line.append((identifier, style))
      next = style.parent
    }
    return line
  }

  /// A style that is based on itself would have no end.
  private static let longestLine = 32
}
