public import ReportModel
internal import SourceText

/// A version of a report: some or all parts of a series, as they stood at one time.
public struct Version: Sendable {
  public let series: Series
  /// The positions of the parts that are held against another version, in order.
  public let parts: [Int]
  /// Where the blocks of each part stand in the merged report; nil where no report is merged of them.
  private let positions: [[BlockIndex]]?

  /// - Parameters:
  ///   - parts: The positions of the parts to hold against another version; nil for all.
  ///   - positions: For each part where its blocks stand in the merged report; nil where no report is
  ///     merged of them.
  public init(_ series: Series, parts: [Int]? = nil, positions: [[BlockIndex]]? = nil) {
    self.series = series
    self.parts = parts ?? Array(series.parts.indices)
    self.positions = positions
  }

  /// Where a block stands among those of all parts, as a reader of the whole comes to it.
  public func rank(of location: BlockLocation) -> Int {
    positions?[location.part][location.block] ?? location.part << 32 + location.block
  }

  /// The path of the file that the user named for the version.
  public var name: String {
    let isWhole = parts.count == series.parts.count
    return (isWhole ? series.file : nil)?.name ?? series.parts[parts[0]].file.name
  }

  public func report(of location: BlockLocation) -> Report { series.parts[location.part] }

  public func block(at location: BlockLocation) -> Block {
    series.parts[location.part].blocks[location.block]
  }
}
