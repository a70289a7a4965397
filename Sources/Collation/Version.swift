public import ReportModel

/// A version of a report: some or all parts of a series, as they stood at one time.
public struct Version: Sendable {
  public let series: Series
  /// The positions of the parts that are held against another version, in order.
  public let parts: [Int]

  /// - Parameter parts: The positions of the parts to hold against another version; nil for all.
  public init(_ series: Series, parts: [Int]? = nil) {
    self.series = series
    self.parts = parts ?? Array(series.parts.indices)
  }

  public func report(of location: BlockLocation) -> Report { series.parts[location.part] }

  public func block(at location: BlockLocation) -> Block {
    series.parts[location.part].blocks[location.block]
  }
}
