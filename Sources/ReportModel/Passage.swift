public import SourceText

/// A text of a report that is printed, with what it is.
public struct Passage: Sendable {
  public enum Role: Sendable {
    /// The title or subtitle of the report.
    case masthead
    /// The title of a section, heading, table or annex.
    case title
    /// Running text: of a paragraph, recommendation, point, or text by itself.
    case text
    case quote
    case table
    case footnote
    /// A few words that stand within a formula, such as who made the statements.
    case formula
  }

  public let text: SourcedText
  public let role: Role
  /// The block that the text belongs to; nil for the masthead and for footnotes.
  public let block: BlockIndex?
  /// The position of the footnote whose text this is.
  public let footnote: Int?

  public init(text: SourcedText, role: Role, block: BlockIndex?, footnote: Int? = nil) {
    self.text = text
    self.role = role
    self.block = block
    self.footnote = footnote
  }
}

extension Report {
  /// Hands over every printed text, in reading order; footnotes come last.
  public func forEachPassage(_ body: (Passage) -> Void) {
    stretches(meetingAt: []).forEach { forEachPassage(in: $0, body) }
  }

  /// Hands over every printed text of a stretch, in reading order.
  public func forEachPassage(in stretch: Stretch, _ body: (Passage) -> Void) {
    if stretch.hasMasthead {
      for field in [MastheadField.title, .subtitle] {
        if let text = masthead[field] { body(Passage(text: text, role: .masthead, block: nil)) }
      }
    }
    for index in stretch.blocks {
      forEachPassage(of: index, body)
    }
    guard stretch.hasFootnotes else { return }
    for (index, note) in footnotes.enumerated() {
      body(Passage(text: note.text, role: .footnote, block: nil, footnote: index))
    }
  }

  private func forEachPassage(of index: BlockIndex, _ body: (Passage) -> Void) {
    func visit(_ text: SourcedText?, _ role: Passage.Role) {
      if let text, !text.isEmpty { body(Passage(text: text, role: role, block: index)) }
    }
    visit(blocks[index].title, .title)
    let kind = blocks[index].kind
    visit(blocks[index].text, kind == .quote ? .quote : kind == .table ? .table : .text)
    if let particulars = blocks[index].particulars {
      visit(particulars.by, .formula)
      visit(particulars.source, .formula)
    }
  }
}
