internal import ReportModel
internal import SourceText

/// Matches the blocks of two versions, the surest first.
struct Matching {
  let old: Sheet
  let new: Sheet
  /// For each old block its position in the new version, or −1.
  private(set) var newOfOld: [Int]
  /// For each new block its position in the old version, or −1.
  private(set) var oldOfNew: [Int]

  init(_ old: Sheet, _ new: Sheet) {
    self.old = old
    self.new = new
    newOfOld = Array(repeating: -1, count: old.leaves.count)
    oldOfNew = Array(repeating: -1, count: new.leaves.count)
  }

  mutating func run() {
    matchIdentifiers()
    matchDivisionsOfParts()
    matchUniqueWords()
    matchNeighbours()
    matchRepeatedWords()
    matchWithdrawn()
    matchSimilarWords()
    matchDivisionsByContents()
    matchPoints()
  }

  mutating func match(_ before: Int, _ after: Int) {
    newOfOld[before] = after
    oldOfNew[after] = before
  }

  func isFree(_ before: Int, _ after: Int) -> Bool { newOfOld[before] < 0 && oldOfNew[after] < 0 }

  // MARK: Identifiers

  private mutating func matchIdentifiers() {
    let before = Self.identified(in: old)
    for (identifier, after) in Self.identified(in: new) where after >= 0 {
      guard let position = before[identifier], position >= 0,
        old.leaves[position].kind == new.leaves[after].kind
      else { continue }
      match(position, after)
    }
  }

  /// The blocks by identifier; −1 where several have it.
  private static func identified(in sheet: Sheet) -> [TextSlice: Int] {
    var positions: [TextSlice: Int] = [:]
    for position in sheet.leaves.indices {
      guard let identifier = sheet.block(position).identifier, !identifier.isEmpty else { continue }
      positions[identifier.text] = positions[identifier.text] == nil ? position : -1
    }
    return positions
  }

  // MARK: The same words

  private mutating func matchUniqueWords() {
    // What continues a section is that section: the one that opens it stands for all.
    let before = free(old, newOfOld, without: continuations(in: old))
    let after = free(new, oldOfNew, without: continuations(in: new))
    for (fingerprint, positions) in after where positions.count == 1 {
      if let others = before[fingerprint], others.count == 1 { match(others[0], positions[0]) }
    }
  }

  /// A section that several parts have is in each the one that the part had.
  private mutating func matchDivisionsOfParts() {
    struct Name: Hashable {
      let symbol: TextSlice
      let fingerprint: Int
    }
    func divisions(_ sheet: Sheet, _ counterparts: [Int]) -> [Name: [Int]] {
      var divisions: [Name: [Int]] = [:]
      for position in sheet.units
      where counterparts[position] < 0 && sheet.leaves[position].kind == .division {
        let leaf = sheet.leaves[position]
        guard let symbol = sheet.version.report(of: leaf.location).masthead[.symbol]?.text else {
          continue
        }
        divisions[Name(symbol: symbol, fingerprint: leaf.fingerprint), default: []]
          .append(position)
      }
      return divisions
    }
    let before = divisions(old, newOfOld)
    for (name, positions) in divisions(new, oldOfNew) where positions.count == 1 {
      if let others = before[name], others.count == 1 { match(others[0], positions[0]) }
    }
  }

  /// The blocks that are not matched yet, by their words.
  private func free(
    _ sheet: Sheet, _ counterparts: [Int], without others: Set<Int> = []
  ) -> [Int: [Int]] {
    var positions: [Int: [Int]] = [:]
    for position in sheet.units where counterparts[position] < 0 && !others.contains(position) {
      positions[sheet.leaves[position].fingerprint, default: []].append(position)
    }
    return positions
  }

  private func continuations(in sheet: Sheet) -> Set<Int> {
    Set(sheet.openings.keys.compactMap { sheet.position(of: $0) })
  }

  /// Of blocks with the same words, those belong together whose neighbours do.
  private mutating func matchNeighbours() {
    let places = places(in: old)
    for direction in [1, -1] {
      let range = direction > 0 ? Array(new.units.indices) : new.units.indices.reversed()
      for place in range {
        let other = oldOfNew[new.units[place]]
        guard other >= 0, new.units.indices.contains(place + direction),
          old.units.indices.contains(places[other] + direction)
        else { continue }
        let after = new.units[place + direction]
        let before = old.units[places[other] + direction]
        if isFree(before, after), old.leaves[before].fingerprint == new.leaves[after].fingerprint {
          match(before, after)
        }
      }
    }
  }

  /// For each position its place among the units.
  private func places(in sheet: Sheet) -> [Int] {
    var places = [Int](repeating: -1, count: sheet.leaves.count)
    for (place, position) in sheet.units.enumerated() { places[position] = place }
    return places
  }

  private mutating func matchRepeatedWords() {
    let before = free(old, newOfOld)
    for (fingerprint, positions) in free(new, oldOfNew) {
      for (other, position) in zip(before[fingerprint] ?? [], positions) { match(other, position) }
    }
  }

  /// A block of which nothing is left but that it is withdrawn is known by its number alone, in its
  /// part: numbers may begin again in each.
  private mutating func matchWithdrawn() {
    struct Name: Hashable {
      let kind: Sheet.Class
      let label: TextSlice
      let symbol: TextSlice?
    }
    let areSingle = old.version.parts.count == 1 && new.version.parts.count == 1
    func name(_ sheet: Sheet, _ position: Int) -> Name? {
      guard let label = sheet.block(position).label, !label.isEmpty else { return nil }
      let leaf = sheet.leaves[position]
      let symbol = sheet.version.report(of: leaf.location).masthead[.symbol]?.text
      return Name(kind: leaf.kind, label: label.text, symbol: areSingle ? nil : symbol)
    }
    let withdrawn = new.units.filter {
      oldOfNew[$0] < 0 && new.leaves[$0].isWordless && new.block($0).isWithdrawn
    }
    guard !withdrawn.isEmpty else { return }
    var labelled: [Name: [Int]] = [:]
    for position in old.units where newOfOld[position] < 0 {
      if let name = name(old, position) { labelled[name, default: []].append(position) }
    }
    for position in withdrawn {
      let others = name(new, position).flatMap { labelled[$0] } ?? []
      if let other = others.first(where: { newOfOld[$0] < 0 }) { match(other, position) }
    }
  }

  // MARK: Divisions by what they hold

  private mutating func matchDivisionsByContents() {
    // By new division the old ones that held what it holds, with the number of such blocks.
    var votes: [Int: [Int: Int]] = [:]
    // From the inside out: what a section holds may be sections.
    for after in new.units.reversed() {
      if let origins = votes[after] {
        let best = origins.filter { newOfOld[$0.key] < 0 }
          .max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let best { match(best.key, after) }
      }
      let before = oldOfNew[after]
      guard before >= 0 else { continue }
      let (origin, parent) = (old.leaves[before].parent, new.leaves[after].parent)
      guard origin >= 0, parent >= 0, isFree(origin, parent),
        old.leaves[origin].kind == new.leaves[parent].kind
      else { continue }
      votes[parent, default: [:]][origin, default: 0] += 1
    }
  }

  // MARK: Points

  /// Points are matched within the blocks that hold them.
  private mutating func matchPoints() {
    for after in new.units where new.end(of: after) > after + 1 {
      guard ![.division, .annex].contains(new.leaves[after].kind) else { continue }
      let before = oldOfNew[after]
      if before >= 0 { matchPoints(of: before, after) }
    }
  }

  private mutating func matchPoints(of before: Int, _ after: Int) {
    let olds = old.points(of: before)
    let news = new.points(of: after)
    guard !olds.isEmpty, !news.isEmpty else { return }
    let alignment = Alignment(
      of: olds.map { old.leaves[$0].fingerprint }, with: news.map { new.leaves[$0].fingerprint })
    for pair in alignment.pairs where isFree(olds[pair.old], news[pair.new]) {
      match(olds[pair.old], news[pair.new])
    }
    // What stands elsewhere among the points.
    for point in news where oldOfNew[point] < 0 {
      let same = olds.first {
        newOfOld[$0] < 0 && old.leaves[$0].fingerprint == new.leaves[point].fingerprint
      }
      if let same { match(same, point) }
    }
    matchSimilarPoints(olds, news)
    for point in news where oldOfNew[point] >= 0 && new.end(of: point) > point + 1 {
      matchPoints(of: oldOfNew[point], point)
    }
  }

  private mutating func matchSimilarPoints(_ olds: [Int], _ news: [Int]) {
    let freeOlds = olds.filter { newOfOld[$0] < 0 }.prefix(Self.mostPoints)
    let freeNews = news.filter { oldOfNew[$0] < 0 }.prefix(Self.mostPoints)
    guard !freeOlds.isEmpty, !freeNews.isEmpty else { return }
    let bags = freeOlds.map { (position: $0, words: old.words(of: $0)) }
    var candidates: [Candidate] = []
    for (place, after) in freeNews.enumerated() {
      let words = new.words(of: after)
      for (otherPlace, bag) in bags.enumerated() {
        let likeness = words.likeness(to: bag.words)
        guard likeness >= Candidate.leastInPlace else { continue }
        candidates.append(
          Candidate(
            old: bag.position, new: after, likeness: likeness, distance: abs(place - otherPlace)))
      }
    }
    match(candidates)
  }

  /// The most points of one block that are held against each other by similar words.
  private static let mostPoints = 100
}
