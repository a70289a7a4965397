internal import Glibc

/// The line on a terminal that says how far a long run has come.
struct Progress {
  private let output: TextOutput
  private let total: Int
  private var shown: timespec?

  /// - Returns: Nil where nobody would see it, or where the run is over before it is read.
  init?(of total: Int, at desk: Desk) {
    guard total > 50, desk.errors.isTerminal, desk.environment["TERM"] != "dumb" else { return nil }
    output = desk.errors
    self.total = total
  }

  /// Says how many files are done, some times a second.
  mutating func show(_ done: Int) {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    if let shown, done < total,
      (now.tv_sec - shown.tv_sec) * 1000 + (now.tv_nsec - shown.tv_nsec) / 1_000_000 < 100
    {
      return
    }
    shown = now
    output.write("\r\(done) of \(total)")
    output.flush()
  }

  /// Makes room for other lines.
  func clear() {
    output.write("\r\u{1B}[K")
    output.flush()
  }
}
