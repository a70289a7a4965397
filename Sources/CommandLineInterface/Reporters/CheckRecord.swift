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
}

/// A way to report what a check found.
protocol Reporter: Sendable {
  /// Whether something that only the whole run can tell comes before the findings.
  var isFramed: Bool { get }

  /// Writes what was found in some files.
  func report(_ record: CheckRecord, to output: TextOutput)

  /// What is still to be written at the end of a run.
  /// - Parameter reports: The reports that were held back, where there is a frame.
  func framed(_ reports: [String], _ tally: CheckTally) -> String
}

extension Reporter {
  var isFramed: Bool { false }
  func framed(_ reports: [String], _ tally: CheckTally) -> String { "" }
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
