internal import ReportModel

/// Two blocks that may be the same with other words.
struct Candidate {
  let old: Int
  let new: Int
  let likeness: Double
  /// How far apart they stand, for those that are equally alike.
  let distance: Int

  /// The least likeness of blocks that stand in the same place among their neighbours.
  static let leastInPlace = 0.35
  /// The least likeness of blocks wherever they stand.
  static let least = 0.5
}

extension Matching {
  /// A pair of words that so many blocks have says nothing about any of them.
  private static let mostOwners = 12
  /// The most blocks that a block is held against.
  private static let mostRivals = 4

  mutating func matchSimilarWords() {
    let news = new.units.filter { oldOfNew[$0] < 0 }
    let olds = old.units.filter { newOfOld[$0] < 0 }
    guard !news.isEmpty, !olds.isEmpty else { return }
    var bags: [Int: WordBag] = [:]
    var owners: [UInt32: [Int]] = [:]
    for before in olds {
      let bag = old.words(of: before)
      bags[before] = bag
      for pair in Set(bag.pairs) where owners[pair, default: []].count <= Self.mostOwners {
        owners[pair, default: []].append(before)
      }
    }
    let neighbours = neighbours(of: news)
    var candidates: [Candidate] = []
    for after in news {
      let bag = new.words(of: after)
      let inPlace = neighbours[after] ?? []
      for before in Set(rivals(of: after, bag, owners) + inPlace) {
        guard let other = bags[before], mayBeSame(before, after) else { continue }
        let likeness = bag.likeness(to: other)
        let least = inPlace.contains(before) ? Candidate.leastInPlace : Candidate.least
        guard likeness >= least else { continue }
        candidates.append(
          Candidate(old: before, new: after, likeness: likeness, distance: abs(before - after)))
      }
    }
    match(candidates)
  }

  /// Whether two blocks are not told apart by their identifiers.
  private func mayBeSame(_ before: Int, _ after: Int) -> Bool {
    old.block(before).identifier == nil || new.block(after).identifier == nil
  }

  /// Matches the most alike first.
  mutating func match(_ candidates: [Candidate]) {
    let ordered = candidates.sorted {
      ($1.likeness, $0.distance, $0.new, $0.old) < ($0.likeness, $1.distance, $1.new, $1.old)
    }
    for candidate in ordered where isFree(candidate.old, candidate.new) {
      match(candidate.old, candidate.new)
    }
  }

  /// The old blocks of the same class that share the most rare pairs of words with a new one.
  private func rivals(of after: Int, _ bag: WordBag, _ owners: [UInt32: [Int]]) -> [Int] {
    var votes: [Int: Int] = [:]
    for pair in bag.pairs {
      guard let owners = owners[pair], owners.count <= Self.mostOwners else { continue }
      for before in owners where old.leaves[before].kind == new.leaves[after].kind {
        votes[before, default: 0] += 1
      }
    }
    return votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostRivals)
      .map(\.key)
  }

  /// For each of some new blocks the old ones of its class that stand where it does: after what its
  /// neighbour before was, and before what its neighbour after was.
  private func neighbours(of news: [Int]) -> [Int: [Int]] {
    var places = [Int](repeating: -1, count: old.leaves.count)
    for (place, position) in old.units.enumerated() { places[position] = place }
    var neighbours: [Int: [Int]] = [:]
    for direction in [1, -1] {
      // The next old place to look at; before the first block it is the first.
      var place = direction > 0 ? 0 : old.units.count - 1
      for after in direction > 0 ? new.units : new.units.reversed() {
        let before = oldOfNew[after]
        if before >= 0 {
          place = places[before] + direction
          continue
        }
        var next = place
        while old.units.indices.contains(next), newOfOld[old.units[next]] < 0,
          old.leaves[old.units[next]].kind != new.leaves[after].kind
        {
          next += direction
        }
        guard old.units.indices.contains(next), newOfOld[old.units[next]] < 0 else { continue }
        neighbours[after, default: []].append(old.units[next])
        place = next + direction
      }
    }
    return neighbours
  }
}
