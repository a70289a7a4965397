internal import SourceText

/// Some of the texts of a report, which stand one after the other.
public struct Stretch: Sendable {
  let blocks: Range<BlockIndex>
  let hasMasthead: Bool
  let hasFootnotes: Bool
}

extension Report {
  /// The texts of the report in stretches of about the same length.
  /// - Parameter count: How many stretches at most; there are fewer where a block is very long.
  public func stretches(_ count: Int) -> [Stretch] {
    guard let first = blocks.first?.range.start.utf8, let last = blocks.last?.range.end.utf8 else {
      return stretches(meetingAt: [])
    }
    let seams = (1..<max(count, 1)).map { number in
      let offset = first + (last - first) / count * number
      let index = blocks.partitioningIndex { $0.range.start.utf8 >= offset }
      return blocks[index...].firstIndex { mayBeSeam($0) } ?? blocks.endIndex
    }
    return stretches(meetingAt: seams)
  }

  /// The texts of the report in stretches that meet where some blocks begin.
  ///
  /// A chapeau is read with its points: other blocks are passed over.
  public func stretches(meetingAt seams: [BlockIndex]) -> [Stretch] {
    let inner = Set(seams).filter { $0 > 0 && $0 < blocks.count && mayBeSeam(blocks[$0]) }.sorted()
    let bounds = [0] + inner + [blocks.count]
    return zip(bounds, bounds.dropFirst()).enumerated().map { index, bounds in
      Stretch(
        blocks: bounds.0..<bounds.1, hasMasthead: index == 0, hasFootnotes: index == inner.count)
    }
  }

  private func mayBeSeam(_ block: Block) -> Bool { block.kind != .point }
}
