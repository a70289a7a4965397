internal import Diagnostics

/// What is written down of a check, sitting by sitting.
struct Minutes {
  private let reporter: any Reporter
  private let output: TextOutput
  private var tally = CheckTally()
  private var isIncomplete = false
  /// Reports that wait until it is known what comes before them.
  private var held: [String] = []

  init(_ reporter: any Reporter, to output: TextOutput) {
    self.reporter = reporter
    self.output = output
  }

  mutating func add(_ outcome: Sitting.Outcome) {
    tally.add(outcome.tally)
    isIncomplete = isIncomplete || outcome.isIncomplete
    guard !outcome.report.isEmpty else { return }
    if reporter.isFramed {
      held.append(outcome.report)
    } else {
      output.write(outcome.report)
    }
  }

  /// Notes that not all could be judged.
  mutating func noteIncomplete() { isIncomplete = true }

  /// Writes what is still to be written.
  /// - Parameter desk: Where a sentence is said to people; nil where programs read the report, who
  ///   must have it whole even where there was nothing to report on.
  func close(_ desk: Desk?) -> ExitStatus {
    output.write(reporter.framed(held, tally))
    if tally.files > 0 { desk?.say(tally.sentence) }
    if isIncomplete { return .failed }
    return tally.isFailing ? .findings : .clean
  }
}

extension CheckTally {
  /// What the check found, in a sentence.
  fileprivate var sentence: String {
    var found = Severity.allCases.reversed().compactMap { severity in
      counts[severity].map { counted($0, severity.rawValue) }
    }
    if unlisted > 0 { found.append("\(unlisted) more not listed") }
    return "\(counted(files, "file")) checked: "
      + (found.isEmpty ? "nothing found" : found.joined(separator: ", "))
  }
}
