public import ReportModel
public import SourceText

/// Which block of one version of a report is which block of another.
///
/// Blocks are matched by identifier, then by their exact words, then by similar words; blocks with
/// the same words in their order. The time grows with the length of the versions, not with its
/// square: only blocks that share rare pairs of words, or stand in the same place, are held against
/// each other.
public struct Collation: Sendable {
  public let old: Version
  public let new: Version
  private let counterpartsOfOld: [BlockLocation: BlockLocation]
  private let counterpartsOfNew: [BlockLocation: BlockLocation]
  /// The sections that continue an earlier one, with the one that they continue.
  private let openingsOfOld: [BlockLocation: BlockLocation]
  private let openingsOfNew: [BlockLocation: BlockLocation]
  /// What the sections of the old version are in the new one, by the section that opens each.
  private let homes: [BlockLocation: BlockLocation]
  /// Which part of one version is which of the other.
  public let parts: PartCounterparts

  /// - Parameter wording: What of a text tells a block from others; nil where all of it does.
  public init(
    of old: Version, with new: Version, wording: ((TextSlice) -> [TextSlice])? = nil
  ) {
    self.old = old
    self.new = new
    let wording = wording ?? { [$0] }
    var matching = Matching(Sheet(old, wording: wording), Sheet(new, wording: wording))
    matching.run()
    var counterparts: [BlockLocation: BlockLocation] = [:]
    var reverse: [BlockLocation: BlockLocation] = [:]
    counterparts.reserveCapacity(matching.old.leaves.count)
    reverse.reserveCapacity(matching.old.leaves.count)
    for (position, other) in matching.newOfOld.enumerated() where other >= 0 {
      let before = matching.old.leaves[position].location
      let after = matching.new.leaves[other].location
      counterparts[before] = after
      reverse[after] = before
    }
    counterpartsOfOld = counterparts
    counterpartsOfNew = reverse
    openingsOfOld = matching.old.openings
    openingsOfNew = matching.new.openings
    homes = Self.homes(matching, counterparts, openingsOfOld, openingsOfNew)
    parts = PartCounterparts(old, new, reverse)
  }

  private static func homes(
    _ matching: Matching, _ counterparts: [BlockLocation: BlockLocation],
    _ openingsOfOld: [BlockLocation: BlockLocation], _ openingsOfNew: [BlockLocation: BlockLocation]
  ) -> [BlockLocation: BlockLocation] {
    var homes: [BlockLocation: BlockLocation] = [:]
    for position in matching.old.units {
      let leaf = matching.old.leaves[position]
      guard leaf.kind == .division || leaf.kind == .annex,
        let counterpart = counterparts[leaf.location]
      else { continue }
      let opening = openingsOfOld[leaf.location] ?? leaf.location
      if homes[opening] == nil { homes[opening] = openingsOfNew[counterpart] ?? counterpart }
    }
    return homes
  }

  /// What a section of the old version is in the new one, in the part that opens it; nil where no
  /// part has any of it.
  public func home(ofOld section: BlockLocation) -> BlockLocation? {
    homes[opening(ofOld: section)]
  }

  /// The section of the old version that a section continues, or the section itself.
  public func opening(ofOld section: BlockLocation) -> BlockLocation {
    openingsOfOld[section] ?? section
  }

  /// The section of the new version that a section continues, or the section itself.
  public func opening(ofNew section: BlockLocation) -> BlockLocation {
    openingsOfNew[section] ?? section
  }

  /// What a block of the old version is in the new one; nil where it is not there any more.
  public func counterpart(ofOld location: BlockLocation) -> BlockLocation? {
    counterpartsOfOld[location]
  }

  /// What a block of the new version was in the old one; nil where it was not there yet.
  public func counterpart(ofNew location: BlockLocation) -> BlockLocation? {
    counterpartsOfNew[location]
  }
}
