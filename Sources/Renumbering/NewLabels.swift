internal import Collation
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// The labels that the blocks of a series are to have.
///
/// Paragraphs and recommendations become whole numbers in sequence. Sections run on from the first
/// label of a continued section's children; at the top of an addendum the labels that rise stay.
struct NewLabels {
  private var labels: [ContiguousArray<String?>]
  /// The first number of each kind in each part.
  private(set) var starts: [[BlockKind: Int]] = []
  private let series: Series
  private let profile: Profile
  private let language: Language
  /// The numbers that stay, where a version has been circulated.
  private let circulated: CirculatedNumbers?
  /// Whether each part continues a document.
  private let isAddendum: [Bool]
  /// The last number of a kind that runs through the series, in the parts so far.
  private var running: [BlockKind: Int] = [:]
  /// The sections of the parts so far, by the labels as typed of the section around them.
  private var opened: [[String]: OpenedSections] = [:]

  init(
    series: Series, profile: Profile, language: Language, circulated: CirculatedNumbers? = nil
  ) {
    self.series = series
    self.profile = profile
    self.language = language
    self.circulated = circulated
    isAddendum = series.parts.indices.map {
      profile.isAddendum($0, of: series, language: language)
    }
    labels = series.parts.map { ContiguousArray(repeating: nil, count: $0.blocks.count) }
    for part in series.parts.indices {
      if let circulated {
        keepNumbers(of: part, circulated)
      } else {
        numberBlocks(of: part)
      }
      labelSections(of: part)
      labelAnnexes(of: part)
    }
  }

  /// The label of a block; nil for a block that has none.
  subscript(location: BlockLocation) -> String? { labels[location.part][location.block] }

  // MARK: Paragraphs and recommendations

  private mutating func numberBlocks(of part: Int) {
    let report = series.parts[part]
    var next: [BlockKind: Int] = [:]
    for kind in [BlockKind.paragraph, .recommendation] { next[kind] = start(of: kind, in: part) }
    starts.append(next)
    var paragraph = 0
    var isInAnnex = false
    for (index, block) in report.blocks.enumerated() {
      if block.kind == .annex {
        isInAnnex = true
        next[.paragraph] = 1
      }
      guard let kind = block.kind.sequence, block.label != nil else { continue }
      let number = next[kind, default: 1]
      let isDotted = profile.numbering(of: kind)?.isDotted ?? false
      labels[part][index] = isDotted ? "\(max(paragraph, 1)).\(number)" : String(number)
      next[kind] = number + 1
      if kind == .paragraph {
        paragraph = number
        if profile.recommendations.isDotted { next[.recommendation] = 1 }
      }
      if kind == .recommendation || !isInAnnex { running[kind] = number }
    }
  }

  private mutating func keepNumbers(of part: Int, _ circulated: CirculatedNumbers) {
    var first: [BlockKind: Int] = [:]
    for (index, block) in series.parts[part].blocks.enumerated() {
      guard let kind = block.kind.sequence, block.label != nil else { continue }
      let location = BlockLocation(part: part, block: index)
      guard let label = circulated[location] else {
        // No number is free for it.
        labels[part][index] = block.label?.string
        continue
      }
      labels[part][index] = label.text
      // What has a suffix belongs to a number of the part before.
      if first[kind] == nil { first[kind] = label.number + (label.suffix == nil ? 0 : 1) }
    }
    starts.append(first)
  }

  private func start(of kind: BlockKind, in part: Int) -> Int {
    if profile.numbering(of: kind)?.isDotted ?? false { return 1 }
    let runsOn = profile.numbering(of: kind)?.runsThroughSeries ?? false
    if runsOn, part > 0, let last = running[kind] { return last + 1 }
    let report = series.parts[part]
    switch profile.firstNumber(of: kind, inPart: part, of: series, language: language) {
    case .asTyped:
      let first = report.blocks.lazy.filter { $0.kind.sequence == kind }.compactMap(\.number).first
      return first?.number ?? 1
    case .expected(let number, let unnumbered):
      // Of a later part this came from numbers as typed; no part so far has any of this kind.
      return runsOn && part > 0 ? series.parts[0].declaredStart(of: kind) ?? 1 : number + unnumbered
    }
  }

  // MARK: Sections and annexes

  private mutating func labelSections(of part: Int) {
    let report = series.parts[part]
    // A section does not continue another of the same part, whatever its label: the first has it.
    let parents = [nil] + report.divisions.map(Optional.some)
    let openedHere = parents.compactMap { label(part, siblingsIn: $0) }
    for (path, sections) in openedHere.reversed() { opened[path] = sections }
  }

  /// Labels the sections directly in a section, and says which are there now, with the labels as
  /// typed of the section around them; nil where there are none, and in an annex, which no later
  /// part continues.
  private mutating func label(_ part: Int, siblingsIn parent: BlockIndex?)
    -> (path: [String], sections: OpenedSections)?
  {
    let report = series.parts[part]
    let siblings = report.children(of: parent).filter { report.blocks[$0].kind == .section }
    guard let first = siblings.first else { return nil }
    let isInAnnex = parent.flatMap(report.annex) != nil
    let path = report.path(of: parent)
    let depth = report.blocks[first].depth
    let typed = siblings.lazy.compactMap { report.blocks[$0].label?.string }.first { !$0.isEmpty }
    let before = isInAnnex ? nil : opened[path]
    let style = before?.style ?? profile.sectionStyle(ofSiblingsFrom: typed, depth: depth)
    var siblingsSoFar = before ?? OpenedSections(style: style)
    var next = before.map { $0.last + 1 } ?? start(of: siblings, in: part, parent, style, typed)
    var assigned = 0
    for index in siblings {
      guard let label = report.blocks[index].label else { continue }
      if let continued = before?.numbers[label.string], continued > assigned {
        next = continued
      } else if parent == nil, let number = style.parse(label.string),
        isAddendum[part]
          ? number > assigned && !siblingsSoFar.contains(number)
          : number > next
            && profile.label(ofChapter: report.blocks[index].title?.string ?? "") == label.string
      {
        next = number
      }
      labels[part][index] = style.format(next)
      assigned = next
      siblingsSoFar.add(next, typed: label.string)
      next = max(next, before?.last ?? 0) + 1
    }
    return isInAnnex ? nil : (path, siblingsSoFar)
  }

  /// The number of the first of some siblings: in an addendum by itself the one that is typed,
  /// where what comes before it stands in another document.
  private func start(
    of siblings: [BlockIndex], in part: Int, _ parent: BlockIndex?, _ style: NumberingStyle,
    _ typed: String?
  ) -> Int {
    let blocks = series.parts[part].blocks
    let mayStartAnywhere =
      isAddendum[part]
      && (parent.map { blocks[$0].isContinued || blocks[siblings[0]].isContinued } ?? true)
    return mayStartAnywhere ? typed.flatMap(style.parse) ?? 1 : 1
  }

  private mutating func labelAnnexes(of part: Int) {
    let report = series.parts[part]
    let annexes = report.children(of: nil).filter { report.blocks[$0].kind == .annex }
    guard let first = annexes.first, let label = report.blocks[first].label else { return }
    if annexes.count == 1, label.isEmpty { return }
    let start = isAddendum[part] ? NumberingStyle.upperRoman.parse(label.string) : nil
    for (offset, index) in annexes.enumerated() {
      labels[part][index] = NumberingStyle.upperRoman.format((start ?? 1) + offset)
    }
  }
}

/// The sections directly in a section, in the parts so far.
private struct OpenedSections {
  let style: NumberingStyle
  /// The new numbers by the labels as typed: a later part continues a section by its label.
  private(set) var numbers: [String: Int] = [:]
  private(set) var last = 0
  private var taken: Set<Int> = []

  init(style: NumberingStyle) {
    self.style = style
  }

  func contains(_ number: Int) -> Bool { taken.contains(number) }

  mutating func add(_ number: Int, typed: String) {
    taken.insert(number)
    last = max(last, number)
    if !typed.isEmpty, numbers[typed] == nil { numbers[typed] = number }
  }
}
