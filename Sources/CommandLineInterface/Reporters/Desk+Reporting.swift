internal import Diagnostics
internal import SourceText

/// What commands other than `check` have to tell of the files, on standard error.
extension Desk {
  /// Tells what stands in the way, in the order of the files and of the places in them.
  func report(_ obstacles: [Diagnostic], _ lines: LineTables) {
    TextReporter(ink: ink(for: errors)).report(
      CheckRecord(
        lines: lines, judged: [],
        diagnostics: obstacles.sorted { $0.finding.place.precedes($1.finding.place) }),
      to: errors)
  }

  /// Tells which numbers were left alone, and why, a line each, in the same order.
  func report(_ uncertain: [RelatedPlace], _ lines: LineTables) {
    let reporter = TextReporter(ink: ink(for: errors))
    for place in uncertain.sorted(by: { $0.place.precedes($1.place) }) {
      errors.write(reporter.note(place, lines) + "\n")
    }
  }
}

extension Place {
  /// Whether the place is in an earlier file, or comes before another in the same one.
  fileprivate func precedes(_ other: Place) -> Bool {
    (file, range.start) < (other.file, other.range.start)
  }
}
