internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import Validation
internal import YAMLSyntax

extension Secretariat {
  /// Checks the requested files.
  public func check(_ documents: Documents, _ options: CheckOptions = CheckOptions())
    -> CheckOutcome
  {
    var verdict = Verdict(library, options)
    var listed: [Diagnostic] = []
    var unlisted = 0
    for proceedings in ProceedingsReader.read(documents) {
      let found = findings(of: proceedings, mode: options.mode)
      for (_, findings) in found.sorted(by: { $0.key < $1.key }) {
        let diagnostics = findings.compactMap { verdict.diagnostic($0) }.sorted(by: Self.precedes)
        listed += diagnostics.prefix(options.findingsPerFile)
        unlisted += max(diagnostics.count - options.findingsPerFile, 0)
      }
    }
    return CheckOutcome(diagnostics: listed, unlisted: unlisted)
  }

  /// All findings of the requested parts, and of files without which these cannot be judged.
  func findings(of proceedings: Proceedings, mode: Mode) -> [FileID: [Finding]] {
    var found: [FileID: [Finding]] = [:]
    if let file = proceedings.seriesFile { found[file] = proceedings.findings[file] }
    for report in proceedings.series.parts where proceedings.trees[report.id] == nil {
      found[report.id] = proceedings.findings[report.id]
    }
    let identifiers = IdentifierIndex(proceedings.series)
    for part in proceedings.requested {
      let report = proceedings.series.parts[part]
      guard let tree = proceedings.trees[report.id] else { continue }
      var findings = proceedings.findings[report.id] ?? []
      if proceedings.isReadable, tree.root?.kind == .mapping {
        let style = HouseStyle(of: report, in: library)
        findings += style.findings
        findings += Validator(
          CheckContext(
            series: proceedings.series, identifiers: identifiers, part: part,
            profile: style.profile, language: style.language, mode: mode)
        ).findings()
      }
      found[report.id] = Suppressions(in: tree, id: report.id, known: library.ruleIDs)
        .applied(to: findings)
    }
    return found
  }

  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let (a, b) = (left.finding, right.finding)
    if a.place.range.start != b.place.range.start {
      return a.place.range.start < b.place.range.start
    }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.message < b.message
  }
}
