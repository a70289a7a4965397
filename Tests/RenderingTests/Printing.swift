import BuiltInRules
import Diagnostics
import Rendering
import ReportModel
import ReportReading
import RuleLibrary
import SourceText
import Testing
import YAMLSyntax

/// Prints a report, or one part of a series, and holds the document against what is expected.
func check(
  _ sources: String..., part: Int = 0, profile: String = "draft-report", prints expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    printed(sources, part: part, profile: profile) == expected + "\n",
    sourceLocation: sourceLocation)
}

/// The document of one part of a series.
func printed(_ sources: [String], part: Int = 0, profile: String = "draft-report") -> String {
  let series = Series(
    parts: sources.enumerated().map { index, source in
      let file = SourceFile(name: "part\(index).yaml", contents: source)
      let id = FileID(index)
      guard let tree = YAMLReader(file, id: id).read().tree else {
        preconditionFailure("not YAML: \(source)")
      }
      return ReportReader.read(tree, id: id).value
    })
  guard let profile = library.profile(profile), let english = library.language("en")
  else { preconditionFailure("the library has no \(profile), or no English") }
  let renderer = PrintedForm.markdown.renderer.init(
    series: series, identifiers: IdentifierIndex(series), profile: profile, language: english)
  return renderer.render(part: part)
}

/// The built-in library, with a profile of a house that prints its recommendations in line.
private let library = RuleLibrary.builtIn.extended(by: [
  SourceFile(
    name: "profiles/review.yaml",
    contents: """
      summary: The report of a review
      sections: [I, A]
      numbering:
        paragraph: {style: decimal, runs-through: part}
        recommendation: {style: dotted, runs-through: part}
      recommendation: in-line
      last-joiner: and
      outline: []
      """)
]).value

/// A report without a masthead, whose contents are a list of blocks.
func report(_ blocks: String) -> String {
  "contents:\n"
    + blocks.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
}
