internal import Diagnostics
internal import SourceText

/// What the checks of a run come to.
struct CheckTally: Sendable {
  /// The number of files that were judged.
  private(set) var files = 0
  /// The number of listed findings of each severity that there is.
  private(set) var counts: [Severity: Int] = [:]
  private(set) var unlisted = 0
  private(set) var isFailing = false
  /// The number of findings that make a check fail.
  private(set) var failures = 0
  /// The number of files in which nothing was found.
  private(set) var passes = 0
  /// The rules that are broken.
  private(set) var rules: [RuleID: BrokenRule] = [:]

  struct BrokenRule: Sendable {
    let summary: String
    let explanation: String
    let authority: String
  }

  init() {}

  init(_ record: CheckRecord) {
    files = record.judged.count
    unlisted = record.unlisted
    isFailing = record.isFailing
    var faulty: Set<FileID> = []
    for diagnostic in record.diagnostics {
      counts[diagnostic.severity, default: 0] += 1
      if diagnostic.severity >= record.failing { failures += 1 }
      faulty.insert(diagnostic.finding.place.file)
      let id = diagnostic.finding.rule
      guard rules[id] == nil else { continue }
      rules[id] = BrokenRule(
        summary: record.summary(id) ?? id.name, explanation: diagnostic.explanation,
        authority: diagnostic.authority)
    }
    passes = record.judged.count { !faulty.contains($0) }
  }

  mutating func add(_ other: CheckTally) {
    files += other.files
    counts.merge(other.counts, uniquingKeysWith: +)
    unlisted += other.unlisted
    isFailing = isFailing || other.isFailing
    failures += other.failures
    passes += other.passes
    rules.merge(other.rules) { first, _ in first }
  }

  /// The number of listed findings of all severities.
  var findings: Int { counts.values.reduce(0, +) }

  func count(of severity: Severity) -> Int { counts[severity] ?? 0 }
}
