internal import Diagnostics
internal import SourceText

/// What commands other than `check` have to tell of the files, on standard error.
extension Desk {
  /// Tells what stands in the way.
  func report(_ obstacles: [Diagnostic], _ lines: LineTables) {
    TextReporter(ink: ink(for: errors)).report(
      CheckRecord(lines: lines, judged: [], diagnostics: obstacles), to: errors)
  }

  /// Tells which numbers were left alone, and why, a line each.
  func report(_ uncertain: [RelatedPlace], _ lines: LineTables) {
    let reporter = TextReporter(ink: ink(for: errors))
    for place in uncertain { errors.write(reporter.note(place, lines) + "\n") }
  }
}
