public import ReportModel
public import RuleLibrary

/// Prints reports as GitHub Flavored Markdown in the official style.
///
/// What a reader of CommonMark shows are the numbers and the words of the report.
public struct MarkdownRenderer: Renderer {
  private let series: Series
  private let profile: Profile
  private let language: Language
  private let references: ReferencePrinter

  public init(
    series: Series, identifiers: IdentifierIndex, profile: Profile, language: Language
  ) {
    self.series = series
    self.profile = profile
    self.language = language
    references = ReferencePrinter(series: series, identifiers: identifiers, language: language)
  }

  public func render(part: Int) -> String {
    var compositor = MarkdownCompositor(
      series.parts[part], part: part, profile: profile, language: language, references: references)
    return compositor.document()
  }
}
