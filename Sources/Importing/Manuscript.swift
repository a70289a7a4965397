internal import ProseSyntax
public import RuleLibrary
public import SourceText

/// A document that is to become a report file.
public struct Manuscript: Sendable {
  /// How a document is read.
  public enum Reading: Sendable {
    /// As one that was printed from a report file: nothing is inferred but what the form says.
    case official
    /// The same with every point as a paragraph of text: for a report whose own text looks so much
    /// like points that they cannot be told apart.
    case officialWithoutPoints
    /// As one that a person wrote, or that came out of another format.
    case free
  }

  let document: MarkdownDocument
  /// The comments of the document, which a free reading leaves out.
  let comments: MarkdownComments
  let language: Language
  let states: StateNames?

  /// - Parameters:
  ///   - text: The document as Markdown, without a byte order mark.
  ///   - states: The names by which two States are told from one with "and" in its name.
  public init(_ text: TextSlice, language: Language, states: StateNames?) {
    document = MarkdownDocument(text)
    comments = MarkdownComments(in: text)
    self.language = language
    self.states = states
  }

  /// Reads the document; there is none that cannot be read.
  /// - Parameter profile: What kind of report it is taken for.
  public func draft(reading: Reading, as profile: Profile) -> Draft {
    var reader = ManuscriptReader(self, reading: reading, as: profile)
    return reader.read()
  }

  /// A report as it was read, with what was decided on the way.
  public struct Draft: Sendable {
    public let report: ReportDraft
    public let notes: [ImportNote]
    /// Whether the document says of itself that it is not yet adopted: by its symbol, its
    /// distribution, its title or its subtitle.
    public let isProvisional: Bool
    /// Whether a free reading found what no printed document has: pages, or lines in bold or italics
    /// that have the label of a section or recommendation.
    public let isHandmade: Bool
    /// Whether a free reading took lines in bold or italics for headings that have no label.
    public let hasPlainHeadings: Bool
  }
}
