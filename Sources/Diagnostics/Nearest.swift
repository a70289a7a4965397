public import SourceText

/// Finds the candidate that a word was most likely meant to be, for "did you mean".
/// - Returns: The candidate at the smallest edit distance, if that is small enough for its length.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased().unicodeScalars)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let limit = min(best.map { $0.distance - 1 } ?? .max, max(1, max(typed.count, 3) / 3))
    let letters = Array(candidate.lowercased().unicodeScalars)
    guard abs(letters.count - typed.count) <= limit else { continue }
    let distance = editDistance(typed, letters)
    if distance <= limit { best = (candidate, distance) }
  }
  return best?.candidate
}

extension Finding {
  /// A finding on a name that is not known, with the one that was most likely meant.
  /// - Parameters:
  ///   - meant: The name that was meant, for the message; nil where none is near.
  ///   - written: That name as it is written at the place, where that is another form of it.
  public init(
    unknown rule: RuleID, at place: Place, _ message: String, meant: String?,
    written: String? = nil
  ) {
    let question = meant.map { "did you mean `\($0)`?" }
    let fix = (written ?? meant).map {
      Fix("Write `\($0)`", safety: .needsReview, edits: [FileEdit(place, $0)])
    }
    self.init(
      rule, at: place, message + (question.map { "; \($0)" } ?? ""), caption: question,
      fixes: fix.map { [$0] } ?? [])
  }
}

/// The number of insertions, deletions, substitutions and swaps of neighbours (the optimal string
/// alignment distance) between two words.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var row = [i + 1]
    row.reserveCapacity(right.count + 1)
    for (j, b) in right.enumerated() {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
      if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
