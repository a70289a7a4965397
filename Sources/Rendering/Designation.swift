internal import ReportModel

/// What a block is called in a reference to it: its noun, and its number as it is cited.
struct Designation: Comparable {
  /// What blocks have in common that are named together: "annex I, paragraphs 3 and 4".
  struct Key: Hashable {
    let part: Int
    /// The annex that the blocks are or stand in; nil in the body.
    let annex: BlockIndex?
    /// The kind whose noun is used.
    let kind: BlockKind
  }

  let key: Key
  let location: BlockLocation
  /// The number that decides the order; nil where the order in the report does.
  let label: Label?
  /// The number as it is cited, as Markdown: "12", "II.A", "13 (b) (i)".
  let number: String
  /// Whether the number is all there is, so that it may be part of a range.
  let isWhole: Bool

  /// Whether the number is the next after another's.
  func follows(_ other: Designation) -> Bool {
    guard isWhole, other.isWhole, let label, let previous = other.label else { return false }
    return label.number == previous.number + 1
  }

  static func < (left: Designation, right: Designation) -> Bool {
    if let first = left.label, let second = right.label, first != second { return first < second }
    if (left.label == nil) != (right.label == nil) { return right.label == nil }
    return left.location < right.location
  }

  static func == (left: Designation, right: Designation) -> Bool {
    left.location == right.location
  }
}
