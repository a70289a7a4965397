internal import BuiltInRules
internal import Diagnostics
internal import ReportModel
internal import ReportReading
internal import RuleLibrary
internal import SourceText
internal import Validation
internal import YAMLSyntax

/// What each kind of check takes by itself.
struct CheckCosts {
  /// The time of the bare event loop, in seconds.
  let floor: Double
  /// The time of reading every text for no check at all, which the checks of texts share.
  let texts: Double
  /// The time that each kind adds, in seconds, the costliest first.
  let kinds: [(kind: CheckKind, time: Double)]

  init?(on count: Int, runs: Int) {
    let file = SampleReport(recommendations: count).file
    let library = RuleLibrary.builtIn
    guard let tree = YAMLReader(file, id: FileID(0)).read().tree,
      let profile = library.profile("draft-report"), let language = library.language("en")
    else { return nil }
    let series = Series(parts: [ReportReader.read(tree, id: FileID(0)).value])
    let validator = Validator {
      CheckContext(
        series: series, identifiers: IdentifierIndex(series), part: 0, profile: profile,
        language: language, mode: .circulation, library: library)
    }
    func shortest(_ work: () -> Void) -> Double {
      (0..<runs).map { _ in Measurement.seconds(work) }.min() ?? 0
    }
    floor = shortest { _ = BareEventLoop(over: file).run() }
    let texts = shortest { _ = validator.findings(by: []) }
    self.texts = texts
    kinds = CheckKind.allCases
      .map { kind in (kind, max(shortest { _ = validator.findings(by: [kind]) } - texts, 0)) }
      .sorted { $0.1 > $1.1 }
  }
}
