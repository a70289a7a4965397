/// The numbered list that a CommonMark reader is in the middle of.
///
/// A reader takes the number of the first item of a list only, and counts from there.
struct NumberedList {
  /// The number that the reader shows before the next item; nil where no list is open.
  private var next: Int?

  /// Adds a paragraph at the left edge that begins with a number and a full stop.
  /// - Returns: Whether a reader shows that number. Where not, the paragraph must not be an item,
  ///   and the list ends before it.
  mutating func add(_ number: Int) -> Bool {
    guard next == nil || next == number else {
      next = nil
      return false
    }
    next = number + 1
    return true
  }

  /// Says that a block at the left edge has ended the list.
  mutating func close() { next = nil }
}
