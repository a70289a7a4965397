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
    var faults = [profile, declaration.final].flatMap { masthead in
      var head = Report(file: tree.file, id: file)
      head.masthead = masthead
      return HouseStyle(of: head, in: library).findings
    }
    let list = tree.root?["parts"]
    let isReported = (proceedings.findings[file] ?? []).contains { $0.place.range == list?.range }
    if declaration.parts.isEmpty, !isReported {
      let range =
        list?.range ?? tree.root?.entries.first { _ in true }?.key.range ?? TextRange(0, 0)
      faults.append(
        Finding(
          "value-malformed", at: Place(file, range),
          "the series has no parts; list them, such as `parts: [l1.yaml, l1-add1.yaml]`"))
    }
    return faults
  }
}
