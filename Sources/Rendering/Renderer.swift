public import ReportModel
public import RuleLibrary

/// What prints the parts of a series in one form.
public protocol Renderer: Sendable {
  /// Creates a renderer of a series.
  /// - Parameters:
  ///   - identifiers: The blocks that references name, of all parts of the series.
  ///   - profile: How a report of this kind prints its recommendations and lists.
  ///   - language: The words that are printed.
  init(series: Series, identifiers: IdentifierIndex, profile: Profile, language: Language)

  /// The document of one part.
  /// - Parameter part: The position of the part in the series, from 0.
  func render(part: Int) -> String
}

/// The forms in which a report is printed: `render --to`.
public enum PrintedForm: String, CaseIterable, Sendable {
  case markdown

  /// What prints reports in this form.
  public var renderer: any Renderer.Type {
    switch self {
    case .markdown: MarkdownRenderer.self
    }
  }
}
