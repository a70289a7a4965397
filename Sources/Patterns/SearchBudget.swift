internal import Glibc

/// How long the searches for a pattern may take, all together.
///
/// The steps of each search have a limit, but so many searches may come close to it that the whole
/// would not end. Time is what counts then: it is far more than any pattern needs that is none of
/// those.
public struct SearchBudget: Sendable {
  /// Nanoseconds.
  private var left: Int

  /// - Parameter milliseconds: The time of all searches together.
  public init(milliseconds: Int) {
    left = milliseconds * 1_000_000
  }

  var isSpent: Bool { left < 0 }

  /// The time on a clock that only goes forward, in nanoseconds.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Takes the time from the budget that has gone since another, and returns what time it is.
  mutating func spend(since start: Int) -> Int {
    let now = Self.now()
    left -= now - start
    return now
  }
}
