public import Collation
internal import ReportModel
internal import SourceText

/// What is different between two versions of a report: what was added, withdrawn, moved,
/// renumbered and reworded.
public struct Comparison: Sendable {
  public let collation: Collation
  /// The changes in the reading order of the new version; those of one block follow one another.
  public private(set) var changes: [Change] = []
  /// The keys of footnotes that are others in the old version, by the parts in which they stand.
  private var renamedKeys: [PartPair: [TextSlice: TextSlice]] = [:]

  private struct PartPair: Hashable {
    let old: Int
    let new: Int
  }

  var old: Version { collation.old }
  var new: Version { collation.new }

  public init(of old: Version, with new: Version) {
    collation = Collation(of: old, with: new)
    let parts = PartHistory(collation)
    let moved = Moves(collation, parts).moved
    let gone = GoneBlocks(collation)
    for part in parts.gone { add(.part(old: part, new: nil), .withdrawn) }
    for location in gone.atBeginning { addWithdrawal(of: location) }
    for part in new.parts {
      let group = parts.group(of: part)
      if let group {
        if part == group.new.first { compareHeads(of: group) }
      } else {
        add(.part(old: nil, new: part), .added)
      }
      for block in new.series.parts[part].blocks.indices
      where new.series.parts[part].blocks[block].kind != .point {
        let location = BlockLocation(part: part, block: block)
        compareBlock(at: location, isMoved: moved.contains(location))
        for location in gone.after[location] ?? [] { addWithdrawal(of: location) }
      }
      if part == group?.new.last ?? part {
        compareFootnotes(of: group ?? PartGroup(old: [], new: [part]))
      }
    }
  }

  /// The keys of footnotes in a part of the new version that are others in a part of the old one.
  mutating func footnoteKeys(_ before: Int, _ after: Int) -> [TextSlice: TextSlice] {
    let pair = PartPair(old: before, new: after)
    if let known = renamedKeys[pair] { return known }
    let renamed = renamedNotes(before, after)
    renamedKeys[pair] = renamed
    return renamed
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

/// Parts of the old version, and the parts of the new one that are made of them.
struct PartGroup {
  var old: [Int]
  var new: [Int]
}

/// What became of whole parts: most are what they were, and one report is merged of several, or cut
/// into them.
private struct PartHistory {
  private(set) var groups: [PartGroup] = []
  /// The old parts that are no part of the new version.
  private(set) var gone: [Int] = []

  init(_ collation: Collation) {
    let (old, new, parts) = (collation.old.parts, collation.new.parts, collation.parts)
    if old.count != new.count, min(old.count, new.count) == 1 {
      let group = PartGroup(
        old: old.filter { parts.home(ofOld: $0) != nil || collation.old.series.parts[$0].isEmpty },
        new: new.filter { parts.home(ofNew: $0) != nil || collation.new.series.parts[$0].isEmpty })
      if !group.old.isEmpty, !group.new.isEmpty { groups = [group] }
      gone = old.filter { !group.old.contains($0) }
    } else {
      groups = new.compactMap { part in
        parts.old(of: part).map { PartGroup(old: [$0], new: [part]) }
      }
      gone = old.filter { parts.new(of: $0) == nil }
    }
  }

  /// The group of a part of the new version; nil where the part is new.
  func group(of part: Int) -> PartGroup? { groups.first { $0.new.contains(part) } }
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
        } else if collation.home(ofOld: location) != nil
          || collation.opening(ofOld: location) != location
        {
          // Another part has the section.
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

  init(_ collation: Collation, _ parts: PartHistory) {
    let (old, new) = (collation.old, collation.new)
    // The children of each section, in all parts that continue it, with where they were.
    var families: [BlockLocation?: [(new: BlockLocation, old: BlockLocation)]] = [:]
    for part in new.parts {
      let blocks = new.series.parts[part].blocks
      for index in blocks.indices where blocks[index].kind != .point {
        let location = BlockLocation(part: part, block: index)
        guard let origin = collation.counterpart(ofNew: location) else { continue }
        let group = parts.group(of: part)
        if let group, !group.old.contains(origin.part), !parts.gone.contains(origin.part) {
          if !collation.wentAlong(location, origin) { moved.insert(location) }
          continue
        }
        let parent = collation.newParent(of: location)
        let before = collation.oldParent(of: origin)
        if before.map({ collation.home(ofOld: $0) ?? .nowhere }) != parent {
          moved.insert(location)
        } else {
          families[parent, default: []].append((location, origin))
        }
      }
    }
    for family in families.values {
      let children = family.sorted {
        (new.rank(of: $0.new), $0.new) < (new.rank(of: $1.new), $1.new)
      }
      let staying = Self.longestRise(children.map { old.rank(of: $0.old) })
      for (index, child) in children.enumerated() where !staying.contains(index) {
        moved.insert(child.new)
      }
    }
  }

  /// The positions of the most elements none of which is less than one before it: what several parts
  /// have of one section has one rank.
  private static func longestRise(_ ranks: [Int]) -> Set<Int> {
    if zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }) { return Set(ranks.indices) }
    // For each length the position of the smallest end of a rise of that length.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: ranks.count)
    for (index, rank) in ranks.enumerated() {
      let place = ends.partitioningIndex { ranks[$0] > rank }
      if place > 0 { before[index] = ends[place - 1] }
      if place == ends.count { ends.append(index) } else { ends[place] = index }
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
}

extension BlockLocation {
  /// A place that no block has: that of a section that is not there any more.
  fileprivate static let nowhere = BlockLocation(part: -1, block: -1)
}

extension Report {
  /// Whether the report has no blocks, so that any report is merged of it.
  fileprivate var isEmpty: Bool { blocks.isEmpty }
}
