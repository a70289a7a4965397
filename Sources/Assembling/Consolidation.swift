internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Which blocks of the parts make up the merged report, and in which order.
///
/// A section that a part continues is one with the section that an earlier part opened. Sections
/// stand in the order of the outline, or of their labels; what a part says before its first
/// subsection follows what earlier parts say there.
struct Consolidation {
  private(set) var contents: [MergedBlock] = []
  /// The annexes of all parts, one after another.
  let annexes: [BlockLocation]
  /// What the parts say differently, so that they cannot be merged.
  private(set) var conflicts: [Finding] = []
  private let series: Series
  private let profile: Profile

  init(of series: Series, by profile: Profile) {
    self.series = series
    self.profile = profile
    annexes = series.parts.enumerated().flatMap { part, report in
      report.children(of: nil).filter { report.blocks[$0].kind == .annex }
        .map { BlockLocation(part: part, block: $0) }
    }
    contents = merge(series.parts.indices.map { ($0, nil) }, outline: profile.outline, depth: 0)
  }

  /// A section of one or more parts, with what follows it before the next.
  private struct Group {
    var origins: [BlockLocation]
    var followers: [BlockLocation] = []
    /// The section before it in the part that opens it.
    let predecessor: Int?
  }

  /// Merges what is directly in the same section of several parts.
  private mutating func merge(
    _ parents: [(part: Int, block: BlockIndex?)], outline: [OutlineSection], depth: Int
  ) -> [MergedBlock] {
    var leading: [MergedBlock] = []
    var groups: [Group] = []
    var known: [String: Int] = [:]
    for (part, parent) in parents {
      let report = series.parts[part]
      var last: Int?
      for child in report.children(of: parent) where report.blocks[child].kind != .annex {
        let location = BlockLocation(part: part, block: child)
        guard report.blocks[child].kind == .section || report.blocks[child].kind == .heading else {
          if let last {
            groups[last].followers.append(location)
          } else {
            leading.append(.whole(location))
          }
          continue
        }
        let key = self.key(of: location)
        if let index = known[key], groups[index].origins.last?.part != part {
          compare(location, with: groups[index].origins)
          groups[index].origins.append(location)
          last = index
        } else {
          reportIfContinuedElsewhere(location, groups)
          groups.append(Group(origins: [location], predecessor: last))
          last = groups.count - 1
          if known[key] == nil { known[key] = groups.count - 1 }
        }
      }
    }
    return leading
      + ordered(groups, outline, depth).flatMap { group in
        [merged(group, outline, depth)] + group.followers.map { .whole($0) }
      }
  }

  private mutating func merged(_ group: Group, _ outline: [OutlineSection], _ depth: Int)
    -> MergedBlock
  {
    guard group.origins.count > 1 else { return .whole(group.origins[0]) }
    let title = comparableTitle(of: group.origins[0])
    let inner = outline.first { OutlineSection.comparable($0.title) == title }?.contents ?? []
    return .joined(
      group.origins,
      contents: merge(
        group.origins.map { ($0.part, $0.block) }, outline: inner, depth: depth + 1))
  }

  // MARK: The order of sections

  private func ordered(_ groups: [Group], _ outline: [OutlineSection], _ depth: Int) -> [Group] {
    let positions = positions(of: groups, in: outline) ?? numbers(of: groups, depth)
    return groups.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }.map { groups[$0] }
  }

  /// The places of sections in the outline, where it names every one of them.
  private func positions(of groups: [Group], in outline: [OutlineSection]) -> [Int]? {
    guard !outline.isEmpty else { return nil }
    let titles = outline.map { OutlineSection.comparable($0.title) }
    let positions = groups.compactMap { titles.firstIndex(of: comparableTitle(of: $0.origins[0])) }
    return positions.count == groups.count ? positions : nil
  }

  /// The numbers of sections; what has none stands after the section that it follows in its part.
  private func numbers(of groups: [Group], _ depth: Int) -> [Int] {
    let first = groups.lazy.map { self.label(of: $0.origins[0]) }.first { !$0.isEmpty }
    let style = profile.sectionStyle(ofSiblingsFrom: first, depth: depth)
    var numbers: [Int] = []
    for group in groups {
      let before = group.predecessor.map { numbers[$0] } ?? 0
      numbers.append(style.parse(label(of: group.origins[0])) ?? before)
    }
    return numbers
  }

  // MARK: Sections that are one

  /// What makes a section the same one in another part: its label; where it has none, its title.
  private func key(of location: BlockLocation) -> String {
    let kind = block(at: location).kind
    let label = label(of: location)
    return label.isEmpty
      ? "\(kind) “\(comparableTitle(of: location))”" : "\(kind) \(label)"
  }

  private mutating func compare(_ location: BlockLocation, with origins: [BlockLocation]) {
    let block = block(at: location)
    let opened = origins.first { self.block(at: $0).title != nil }
    if let title = block.title, let opened, let first = self.block(at: opened).title,
      comparableTitle(of: location) != comparableTitle(of: opened)
    {
      report(
        title, of: location,
        "section \(label(of: location)) is “\(first.string)” in \(name(of: opened)), "
          + "not “\(title.string)”", beside: first, of: opened, "where it was opened")
    }
    let earlier = origins.first { self.block(at: $0).particulars?.item != nil }
    if let item = block.particulars?.item, let earlier,
      let first = self.block(at: earlier).particulars?.item, first.text != item.text
    {
      report(
        item, of: location,
        "section \(label(of: location)) is on agenda item \(first.string) in "
          + "\(name(of: earlier)), not \(item.string)",
        beside: first, of: earlier, "the item there")
    }
  }

  /// A continued section that was opened under another label is either section.
  private mutating func reportIfContinuedElsewhere(_ location: BlockLocation, _ groups: [Group]) {
    guard block(at: location).isContinued, let label = block(at: location).label, !label.isEmpty
    else { return }
    let title = comparableTitle(of: location)
    guard
      let opened = groups.lazy.map({ $0.origins[0] }).first(where: {
        $0.part != location.part && self.comparableTitle(of: $0) == title
      }), let first = block(at: opened).label
    else { return }
    report(
      label, of: location,
      "“\(block(at: location).title?.string ?? "")” is section \(first.string) in "
        + "\(name(of: opened)), not \(label.string)",
      beside: first, of: opened, "where it was opened")
  }

  private mutating func report(
    _ text: SourcedText, of location: BlockLocation, _ message: String,
    beside other: SourcedText, of opened: BlockLocation, _ note: String
  ) {
    conflicts.append(
      Finding(
        "title-mismatch", at: series.parts[location.part].place(text.range), message,
        related: [RelatedPlace(series.parts[opened.part].place(other.range), note)]))
  }

  private func block(at location: BlockLocation) -> Block {
    series.parts[location.part].blocks[location.block]
  }

  private func label(of location: BlockLocation) -> String {
    block(at: location).label?.string ?? ""
  }

  private func comparableTitle(of location: BlockLocation) -> String {
    OutlineSection.comparable(block(at: location).title?.string ?? "")
  }

  private func name(of location: BlockLocation) -> String {
    series.parts[location.part].file.name
  }
}
