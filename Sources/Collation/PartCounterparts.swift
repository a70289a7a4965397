internal import ReportModel
internal import SourceText

/// Which part of one version is which of the other: by its symbol, then by where most of its blocks
/// are.
public struct PartCounterparts: Sendable {
  /// For each new part the old ones by the number of their blocks that it has.
  private var votes: [Int: [Int: Int]] = [:]
  private var oldOfNew: [Int: Int] = [:]
  private var newOfOld: [Int: Int] = [:]

  /// - Parameter counterparts: The blocks of the old version by those of the new one.
  init(_ old: Version, _ new: Version, _ counterparts: [BlockLocation: BlockLocation]) {
    for part in new.parts {
      for block in new.series.parts[part].blocks.indices {
        guard let origin = counterparts[BlockLocation(part: part, block: block)] else { continue }
        votes[part, default: [:]][origin.part, default: 0] += 1
      }
    }
    if old.parts.count == 1, new.parts.count == 1 {
      match(old.parts[0], new.parts[0])
      return
    }
    func symbol(_ version: Version, _ part: Int) -> TextSlice? {
      version.series.parts[part].masthead[.symbol]?.text
    }
    var free = old.parts
    for part in new.parts {
      guard let name = symbol(new, part),
        let place = free.firstIndex(where: { symbol(old, $0) == name })
      else { continue }
      match(free.remove(at: place), part)
    }
    for part in new.parts where oldOfNew[part] == nil {
      let votes = votes[part, default: [:]]
      let known = free.indices.filter { votes[free[$0]] != nil }
      guard let place = known.max(by: { votes[free[$0], default: 0] < votes[free[$1], default: 0] })
      else { continue }
      match(free.remove(at: place), part)
    }
  }

  private mutating func match(_ old: Int, _ new: Int) {
    oldOfNew[new] = old
    newOfOld[old] = new
  }

  /// The part of the old version that a new one is.
  public func old(of part: Int) -> Int? { oldOfNew[part] }

  /// The part of the new version that an old one is.
  public func new(of part: Int) -> Int? { newOfOld[part] }

  /// The part of the new version that an old one is, or that has the most of it; nil where none has
  /// anything.
  public func home(ofOld part: Int) -> Int? {
    if let new = newOfOld[part] { return new }
    let candidates = votes.compactMap { new, votes in votes[part].map { (new: new, votes: $0) } }
    return candidates.max { ($0.votes, $1.new) < ($1.votes, $0.new) }?.new
  }

  /// The part of the old version that a new one is, or that had the most of it; nil where none had
  /// anything.
  public func home(ofNew part: Int) -> Int? {
    if let old = oldOfNew[part] { return old }
    let candidates = votes[part, default: [:]]
    return candidates.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
