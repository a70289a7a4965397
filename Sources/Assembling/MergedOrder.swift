public import ReportModel
public import RuleLibrary

/// Where the blocks of the parts stand in the merged report, by their position in reading order.
public struct MergedOrder {
  /// For each part the position of each of its blocks.
  public private(set) var positions: [[BlockIndex]]
  /// For each block of the merged report where it comes from; of a joined section, who opened it.
  private(set) var origins: [BlockLocation] = []

  /// The order of the merged report, be there conflicts or not.
  /// - Parameter profile: The profile of the merged report.
  public init(of series: Series, by profile: Profile) {
    self.init(Consolidation(of: series, by: profile), of: series)
  }

  init(_ consolidation: Consolidation, of series: Series) {
    positions = series.parts.map { Array(repeating: -1, count: $0.blocks.count) }
    for block in consolidation.contents { add(block, series) }
    for annex in consolidation.annexes { add(.whole(annex), series) }
  }

  private mutating func add(_ block: MergedBlock, _ series: Series) {
    switch block {
    case .whole(let location):
      for index in location.block..<series.parts[location.part].blocks[location.block].end {
        positions[location.part][index] = origins.count
        origins.append(BlockLocation(part: location.part, block: index))
      }
    case .joined(let locations, let contents):
      for location in locations { positions[location.part][location.block] = origins.count }
      origins.append(locations[0])
      for inner in contents { add(inner, series) }
    }
  }
}
