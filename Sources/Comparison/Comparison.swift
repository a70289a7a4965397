public import Collation
internal import ReportModel
internal import SourceText

/// What is different between two versions of a report: what was added, withdrawn, moved,
/// renumbered and reworded.
public struct Comparison: Sendable {
  public let collation: Collation
  /// The changes in the reading order of the new version; those of one block follow one another.
  public private(set) var changes: [Change] = []

  var old: Version { collation.old }
  var new: Version { collation.new }

  public init(of old: Version, with new: Version) {
    collation = Collation(of: old, with: new)
    let parts = PartPairing(old, new)
    let moved = Moves(collation, parts).moved
    let gone = GoneBlocks(collation)
    for part in parts.goneAtBeginning { add(.part(old: part, new: nil), .withdrawn) }
    for location in gone.atBeginning { addWithdrawal(of: location) }
    for part in new.parts {
      if let before = parts.old[part] {
        compareMastheads(before, part)
      } else {
        add(.part(old: nil, new: part), .added)
      }
      for block in new.series.parts[part].blocks.indices
      where new.series.parts[part].blocks[block].kind != .point {
        let location = BlockLocation(part: part, block: block)
        compareBlock(at: location, isMoved: moved.contains(location))
        for location in gone.after[location] ?? [] { addWithdrawal(of: location) }
      }
      compareFootnotes(parts.old[part], part)
    }
  }

  mutating func add(
    _ subject: Change.Subject, _ deed: Change.Deed, _ passages: [Change.Passage] = []
  ) {
    changes.append(Change(subject: subject, deed: deed, passages: passages))
  }

  mutating func addDeclared(_ subject: Change.Subject, _ passages: [Change.Passage]) {
    changes.append(
      Change(subject: subject, deed: .withdrawn, isDeclared: true, passages: passages))
  }
}

/// Which part of the old version each part of the new one is: by its symbol, then by its place.
private struct PartPairing {
  /// By new part.
  private(set) var old: [Int: Int] = [:]
  /// By old part, where the symbols say so.
  private(set) var new: [Int: Int] = [:]
  /// The old parts that are no part of the new version.
  private(set) var goneAtBeginning: [Int] = []

  init(_ before: Version, _ after: Version) {
    func symbol(_ version: Version, _ part: Int) -> TextSlice? {
      version.series.parts[part].masthead[.symbol]?.text
    }
    var free = before.parts
    for part in after.parts {
      guard let symbol = symbol(after, part),
        let index = free.firstIndex(where: { self.same(symbol, before, $0) })
      else { continue }
      new[free[index]] = part
      old[part] = free.remove(at: index)
    }
    for part in after.parts where old[part] == nil && !free.isEmpty {
      old[part] = free.removeFirst()
    }
    goneAtBeginning = free
  }

  private func same(_ symbol: TextSlice, _ version: Version, _ part: Int) -> Bool {
    version.series.parts[part].masthead[.symbol]?.text == symbol
  }
}

/// The blocks that are not there any more, by the block of the new version after which they stood.
private struct GoneBlocks {
  private(set) var atBeginning: [BlockLocation] = []
  private(set) var after: [BlockLocation: [BlockLocation]] = [:]

  init(_ collation: Collation) {
    var anchor: BlockLocation?
    for part in collation.old.parts {
      let report = collation.old.series.parts[part]
      for block in report.blocks.indices where report.blocks[block].kind != .point {
        let location = BlockLocation(part: part, block: block)
        if let counterpart = collation.counterpart(ofOld: location) {
          anchor = counterpart
        } else if report.blocks[block].isContinued,
          collation.opening(ofOld: location) != location
        {
          continue
        } else if let anchor {
          after[anchor, default: []].append(location)
        } else {
          atBeginning.append(location)
        }
      }
    }
  }
}

/// The blocks that stand in another part or section than before, or in another order.
private struct Moves {
  private(set) var moved: Set<BlockLocation> = []

  init(_ collation: Collation, _ parts: PartPairing) {
    // The children of each section, in all parts that continue it, with where they were.
    var families: [BlockLocation?: [(new: BlockLocation, old: BlockLocation)]] = [:]
    for part in collation.new.parts {
      let blocks = collation.new.series.parts[part].blocks
      for index in blocks.indices where blocks[index].kind != .point {
        let location = BlockLocation(part: part, block: index)
        guard let origin = collation.counterpart(ofNew: location) else { continue }
        if let home = parts.new[origin.part], home != part {
          if !collation.wentAlong(location, origin) { moved.insert(location) }
          continue
        }
        let parent = collation.newParent(of: location)
        let before = collation.oldParent(of: origin)
        if before.map({ collation.homeOfOld($0) }) != parent {
          moved.insert(location)
        } else {
          families[parent, default: []].append((location, origin))
        }
      }
    }
    for family in families.values {
      let staying = Self.longestRise(family.map(\.old))
      for (index, child) in family.enumerated() where !staying.contains(index) {
        moved.insert(child.new)
      }
    }
  }

  /// The positions of the most elements that are in ascending order.
  private static func longestRise(_ locations: [BlockLocation]) -> Set<Int> {
    if zip(locations, locations.dropFirst()).allSatisfy({ $0 < $1 }) {
      return Set(locations.indices)
    }
    // For each length the position of the smallest end of a rise of that length.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: locations.count)
    for (index, location) in locations.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if locations[ends[middle]] < location { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var rise: Set<Int> = []
    var next = ends.last ?? -1
    while next >= 0 {
      rise.insert(next)
      next = before[next]
    }
    return rise
  }
}

extension Collation {
  /// Whether a block stands in the very section in which it stood, wherever that went.
  fileprivate func wentAlong(_ location: BlockLocation, _ origin: BlockLocation) -> Bool {
    guard let parent = new.block(at: location).parent, let before = old.block(at: origin).parent
    else { return false }
    return counterpart(ofNew: BlockLocation(part: location.part, block: parent))
      == BlockLocation(part: origin.part, block: before)
  }

  /// The section that holds a block of the new version, in the part that opens it.
  fileprivate func newParent(of location: BlockLocation) -> BlockLocation? {
    new.block(at: location).parent.map {
      opening(ofNew: BlockLocation(part: location.part, block: $0))
    }
  }

  fileprivate func oldParent(of location: BlockLocation) -> BlockLocation? {
    old.block(at: location).parent.map {
      opening(ofOld: BlockLocation(part: location.part, block: $0))
    }
  }

  /// What a section of the old version is in the new one; a place that no section has where it is
  /// not there any more.
  fileprivate func homeOfOld(_ section: BlockLocation) -> BlockLocation {
    counterpart(ofOld: section).map(opening(ofNew:)) ?? BlockLocation(part: -1, block: -1)
  }
}
