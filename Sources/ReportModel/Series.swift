public import SourceText

/// The parts of a meeting's report, in order. A report that belongs to no series is a series of one.
public struct Series: Sendable {
  /// The file that lists the parts; nil for a report by itself.
  public let file: SourceFile?
  public let parts: [Report]

  public init(file: SourceFile? = nil, parts: [Report]) {
    self.file = file
    self.parts = parts
  }

  /// Whether this is one report that belongs to no series.
  public var isSingleReport: Bool { file == nil }
}

/// A block of one of the parts of a series.
public struct BlockLocation: Hashable, Comparable, Sendable {
  /// The position of the part in the series, from 0.
  public let part: Int
  public let block: BlockIndex

  public init(part: Int, block: BlockIndex) {
    self.part = part
    self.block = block
  }

  public static func < (left: BlockLocation, right: BlockLocation) -> Bool {
    (left.part, left.block) < (right.part, right.block)
  }
}

/// The blocks of a series by their identifiers.
public struct IdentifierIndex: Sendable {
  private var locations: [TextSlice: BlockLocation] = [:]
  private var order: [TextSlice] = []
  /// Identifiers that are given again, with the block that had each first.
  public private(set) var repetitions: [(later: BlockLocation, first: BlockLocation)] = []

  public init(_ series: Series) {
    for (part, report) in series.parts.enumerated() {
      for index in report.blocks.indices {
        guard let identifier = report.blocks[index].identifier, !identifier.isEmpty else {
          continue
        }
        let location = BlockLocation(part: part, block: index)
        if let first = locations[identifier.text] {
          repetitions.append((location, first))
        } else {
          locations[identifier.text] = location
          order.append(identifier.text)
        }
      }
    }
  }

  /// The block with an identifier.
  public subscript(identifier: TextSlice) -> BlockLocation? { locations[identifier] }

  /// All identifiers, in the order of their blocks.
  public var identifiers: some Sequence<String> { order.lazy.map(\.string) }
}
