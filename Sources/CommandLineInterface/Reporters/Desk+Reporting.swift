internal import Diagnostics
internal import Rapporteur
internal import SourceText

/// What commands other than `check` have to tell of the files, on standard error.
extension Desk {
  /// The most lines that are told of one thing; of a check the settings say it.
  private static var mostLines: Int { Limits.findings.usual }

  /// Tells what stands in the way, in the order of the files and of the places in them.
  func report(_ obstacles: [Diagnostic], _ lines: LineTables) {
    let sorted = obstacles.sorted { $0.finding.place.precedes($1.finding.place) }
    TextReporter(ink: ink(for: errors)).report(
      CheckRecord(
        lines: lines, judged: [], diagnostics: Array(sorted.prefix(Self.mostLines))),
      to: errors)
    sayUnlisted(sorted.count)
  }

  private func sayUnlisted(_ count: Int) {
    if count > Self.mostLines { say("\(count - Self.mostLines) more not listed") }
  }

  /// Tells which numbers were left alone, and why, a line each, in the same order.
  func report(_ uncertain: [RelatedPlace], _ lines: LineTables) {
    let reporter = TextReporter(ink: ink(for: errors))
    let sorted = uncertain.sorted { $0.place.precedes($1.place) }
    for place in sorted.prefix(Self.mostLines) {
      errors.write(reporter.note(place, lines) + "\n")
    }
    sayUnlisted(sorted.count)
  }

  /// Tells what could not be read, so that it is left out of a printed document or stands there as
  /// nobody meant it, a line each.
  func report(omitted: [Diagnostic], _ lines: LineTables) {
    for finding in omitted.prefix(Self.mostLines).map(\.finding) {
      let location = lines.location(of: finding.place)
      say(
        "\(location.file.shown):\(location.from.line): not printed as meant: \(finding.message.shown)"
      )
    }
    sayUnlisted(omitted.count)
  }
}

extension Place {
  /// Whether the place is in an earlier file, or comes before another in the same one.
  fileprivate func precedes(_ other: Place) -> Bool {
    (file, range.start) < (other.file, other.range.start)
  }
}
