public import SourceText

/// The blocks of a Markdown document, with their text as it is typed.
///
/// CommonMark decides what is a heading, a paragraph, an item of a list. All text and every number
/// is taken from the source: a reader of CommonMark would count the items of a list anew, and drop
/// notes and addresses that nothing cites.
public struct MarkdownDocument: Sendable {
  /// The blocks that hold text, in reading order.
  public let blocks: [MarkdownBlock]

  /// Reads a document; there is none that cannot be read.
  /// - Parameter text: The whole text, without a byte order mark.
  public init(_ text: TextSlice) {
    blocks = MarkdownBlockReader(text).read()
  }
}

/// A block of a Markdown document that holds text.
public struct MarkdownBlock: Sendable {
  public enum Kind: Hashable, Sendable {
    /// `# Title`, or a title with a line beneath it: the number of `#`.
    case heading(level: Int)
    case paragraph
    /// Text that is indented by four spaces, or fenced.
    case code
    /// A line across the page.
    case rule
  }

  public let kind: Kind
  /// The lines without the marks of what they stand in, and without blanks around them.
  public let lines: [MarkdownLine]
  /// The marks of the list items that begin here, from the outermost: `4.`, `-`.
  public let markers: [TextSlice]
  /// The number of list items around.
  public let nesting: Int
  /// Which quotation the block stands in, counted from 0; nil outside of any.
  public let quotation: Int?

  public init(
    kind: Kind, lines: [MarkdownLine], markers: [TextSlice] = [], nesting: Int = 0,
    quotation: Int? = nil
  ) {
    self.kind = kind
    self.lines = lines
    self.markers = markers
    self.nesting = nesting
    self.quotation = quotation
  }

  /// The block with other lines.
  /// - Parameter kind: What it is then; nil where it stays what it is.
  public func saying(_ lines: [MarkdownLine], as kind: Kind? = nil) -> MarkdownBlock {
    MarkdownBlock(
      kind: kind ?? self.kind, lines: lines, markers: markers, nesting: nesting,
      quotation: quotation)
  }

  /// The line on which the block begins, from 1.
  public var line: Int { lines.first?.number ?? 1 }
}

/// A line of a block.
public struct MarkdownLine: Sendable {
  public let text: TextSlice
  /// The line in the source, from 1.
  public let number: Int
  /// Whether a reader breaks the line after it, for two spaces or a backslash at its end.
  public let endsHard: Bool

  public init(text: TextSlice, number: Int, endsHard: Bool = false) {
    self.text = text
    self.number = number
    self.endsHard = endsHard
  }

  /// The line with other words.
  public func saying(_ text: TextSlice) -> MarkdownLine {
    MarkdownLine(text: text, number: number, endsHard: endsHard)
  }
}
