internal import ReportModel

/// What stands at a place of a merged report.
enum MergedBlock {
  /// A block as one part has it, with all that it holds.
  case whole(BlockLocation)
  /// A section that several parts have between them: where each has it, and what all of them say.
  indirect case joined([BlockLocation], contents: [MergedBlock])
}
