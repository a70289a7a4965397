public import ReportModel
public import RuleLibrary
public struct MarkdownRenderer {
  public init(series: Series, identifiers: IdentifierIndex, profile: Profile, language: Language) {}
  public func render(part: Int) -> String { "" }
}
