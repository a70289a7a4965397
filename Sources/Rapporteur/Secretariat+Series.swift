internal import Diagnostics
internal import ReportModel
internal import ReportReading
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

extension Secretariat {
  /// What a series file says that nothing can be made of: profiles and languages that are not known
  /// here, and no parts.
  func declarationFaults(of proceedings: Proceedings) -> [Finding] {
    guard let file = proceedings.seriesFile, let tree = proceedings.trees[file] else { return [] }
    let declaration = SeriesDeclaration.read(tree, id: file).value
    var profile = Masthead()
    profile.entries[.report] = declaration.profile.map {
      Masthead.Entry(keyRange: $0.range, value: $0)
    }
    let faults = [profile, declaration.final].flatMap { masthead in
      var head = Report(file: tree.file, id: file)
      head.masthead = masthead
      return HouseStyle(of: head, in: library).findings
    }
    return faults + [emptySeries(proceedings)].compactMap { $0 }
  }

  /// What is said of a series that lists no parts, so that there is nothing to do with it; nil of any
  /// other, or where it has been said that the list cannot be read.
  func emptySeries(_ proceedings: Proceedings) -> Finding? {
    guard proceedings.series.parts.isEmpty, let file = proceedings.seriesFile,
      let tree = proceedings.trees[file],
      SeriesDeclaration.read(tree, id: file).value.parts.isEmpty
    else { return nil }
    let list = tree.root?["parts"]
    let isReported = (proceedings.findings[file] ?? []).contains { $0.place.range == list?.range }
    guard !isReported else { return nil }
    let range = list?.range ?? tree.root?.entries.first { _ in true }?.key.range ?? TextRange(0, 0)
    return Finding(
      "value-malformed", at: Place(file, range),
      "the series has no parts; list them, such as `parts: [l1.yaml, l1-add1.yaml]`")
  }
}
