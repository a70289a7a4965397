internal import Diagnostics

/// Finds what names were most likely meant to be, for "did you mean".
///
/// Each is looked for among all names of a report. Where very many are unknown something else is
/// wrong, and the time would grow with the square of the report: the later ones get no suggestion.
struct Suggestions {
  private var left = 100

  /// The known name that is nearest to an unknown one.
  mutating func nearest(to name: String, among known: some Sequence<String>) -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return Diagnostics.nearest(to: name, among: known)
  }
}
