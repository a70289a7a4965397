internal import Diagnostics
internal import SourceText

/// What a check found, with all that is needed to report it.
struct CheckRecord {
  let lines: LineTables
  /// The files that were judged.
  let judged: [FileID]
  let diagnostics: [Diagnostic]
  /// The number of findings beyond the limit, which are counted and not listed.
  var unlisted = 0
  /// The least severity that makes the check fail.
  var failing = Severity.error
  /// What a rule says in one sentence.
  var summary: (RuleID) -> String? = { _ in nil }

  var isFailing: Bool { diagnostics.contains { $0.severity >= failing } || unlisted > 0 }

  func count(of severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
}

/// A way to report what a check found.
protocol Reporter {
  func report(_ record: CheckRecord, to output: TextOutput)
}

/// The forms in which a check is reported. To add one, write its reporter and name it here.
enum ReportFormat: String, CaseIterable {
  case text
  case json
  case sarif
  case github
  case junit

  /// - Parameter ink: The colours that the stream takes.
  func reporter(ink: Ink) -> any Reporter {
    switch self {
    case .text: TextReporter(ink: ink)
    case .json: JSONReporter()
    case .sarif: SARIFReporter()
    case .github: GitHubReporter()
    case .junit: JUnitReporter()
    }
  }
}
