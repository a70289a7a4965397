internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// Makes references that were typed as numbers follow the blocks that they meant.
struct TypedReferenceUpdate {
  let series: Series
  private let profile: Profile
  /// The label that a block is to have.
  private let labels: (BlockLocation) -> String?
  /// Whether numbers change that no block of the part has.
  private let isMerging: Bool
  private let language: Language
  private let words: ReferenceWords
  /// The blocks of each part by the labels that they had.
  private let oldLabels: [LabelIndex]

  /// - Parameters:
  ///   - labels: The label that a block is to have.
  ///   - isMerging: Whether the parts become one report: then a number that no block has may soon be
  ///     that of another.
  init(
    series: Series, profile: Profile, language: Language, isMerging: Bool = false,
    labels: @escaping (BlockLocation) -> String?
  ) {
    self.series = series
    self.isMerging = isMerging
    self.profile = profile
    self.labels = labels
    self.language = language
    words = language.referenceWords
    oldLabels = series.parts.map(LabelIndex.init)
  }

  struct Result {
    var edits: [TextEdit] = []
    var uncertainties: [RenumberingPlan.Uncertainty] = []
  }

  /// The edits of the texts of a part, and the references that are left for a person to judge.
  func update(part: Int) -> Result {
    var result = Result()
    let report = series.parts[part]
    report.forEachPassage { passage in
      guard passage.role != .quote, passage.role != .masthead else { return }
      for reference in Prose(passage.text.text).typedReferences(words) {
        update(reference, in: passage, part: part, &result)
      }
    }
    return result
  }

  private func update(
    _ reference: TypedReference, in passage: Passage, part: Int,
    _ result: inout Result
  ) {
    guard let kind = BlockKind(rawValue: reference.kind) else { return }
    let report = series.parts[part]
    let annex = passage.block.flatMap { report.annex(of: $0) }
    let targets = reference.numbers.map { self.targets(kind, $0.text, part: part, annex: annex) }
    let meant = ranged(reference.numbers).map { label in
      (label: label, blocks: self.targets(kind, label, part: part, annex: annex))
    }
    let isAffected = meant.contains { label, blocks in
      blocks.contains { newText(of: $0) != label }
    }
    let isLost = isMerging && reference.isCertain && targets.contains { $0.isEmpty }
    guard isAffected || isLost else { return }
    let map = ScalarMap(passage.text, in: report.file)
    let typed = passage.text.text[reference.range].string
    func leave(_ reason: String) {
      result.uncertainties.append(
        RenumberingPlan.Uncertainty(
          place: report.place(map.source(of: reference.range)), reason: "“\(typed)” \(reason)"))
    }
    guard reference.isCertain, passage.role != .footnote else {
      return leave("may mean another document; it was left as it is")
    }
    guard !isLost else { return leave("means no block of this part; it was left as it is") }
    guard targets.allSatisfy({ $0.count == 1 }) else {
      return leave("does not say which block it means; it was left as it is")
    }
    let blocks = targets.compactMap(\.first)
    guard keepsRanges(reference, blocks, kind, part: part, annex: annex) else {
      if meant.allSatisfy({ $0.blocks.count == 1 }),
        let edit = listing(reference, meant.flatMap(\.blocks), in: passage.text.text, map)
      {
        return result.edits.append(edit)
      }
      return leave("is a range whose blocks no longer follow one another; it was left as it is")
    }
    guard reference.numbers.allSatisfy({ map.isVerbatim($0.range) }) else {
      return leave("is broken over lines; it was left as it is")
    }
    for (number, block) in zip(reference.numbers, blocks) {
      let new = newText(of: block)
      if new != number.text {
        result.edits.append(TextEdit(map.source(of: number.range), new))
      }
    }
  }

  /// The blocks that a typed label may mean; numbers that run through the series mean any part.
  private func targets(_ kind: BlockKind, _ label: String, part: Int, annex: BlockIndex?)
    -> [BlockLocation]
  {
    let runsOn = profile.numbering(of: kind)?.runsThroughSeries ?? false
    let parts = runsOn ? Array(series.parts.indices) : [part]
    let found = parts.flatMap { blocks(kind, label, part: $0, annex: annex) }
    guard found.isEmpty, kind == .section || kind == .annex else { return found }
    // What the part does not have stands in another; a section may be continued in several.
    var names: Set<String> = []
    return series.parts.indices.flatMap { blocks(kind, label, part: $0, annex: nil) }
      .filter { names.insert(newText(of: $0)).inserted }
  }

  private func blocks(_ kind: BlockKind, _ label: String, part: Int, annex: BlockIndex?)
    -> [BlockLocation]
  {
    oldLabels[part].blocks(kind, label, in: annex).map { BlockLocation(part: part, block: $0) }
  }

  /// The label of a block as a reference names it: of a section, with those around it.
  private func newText(of location: BlockLocation) -> String {
    let report = series.parts[location.part]
    guard report.blocks[location.block].kind == .section else { return labels(location) ?? "" }
    var path = [labels(location) ?? ""]
    var next = report.blocks[location.block].parent
    while let current = next, report.blocks[current].kind != .annex {
      if report.blocks[current].kind == .section {
        path.append(labels(BlockLocation(part: location.part, block: current)) ?? "")
      }
      next = report.blocks[current].parent
    }
    return path.reversed().joined(separator: ".")
  }

  // MARK: Ranges

  /// The labels that a reference means, with those within its ranges: "12–14" means all three.
  private func ranged(_ numbers: [TypedReference.Number]) -> [String] {
    var labels: [String] = []
    for (index, number) in numbers.enumerated() {
      labels.append(number.text)
      guard number.throughNext, let first = Int(number.text),
        let last = Int(numbers[index + 1].text), first < last, last - first < Self.longestRange
      else { continue }
      labels += (first + 1..<last).map { String($0) }
    }
    return labels
  }

  /// The most numbers that a range can mean; the rest is a slip.
  private static let longestRange = 10_000

  /// The edit that names the blocks of a list of numbers and ranges anew: "1, 4 and 5" for "1–3".
  /// - Returns: Nil where the list is not written as lists are, or names points too.
  private func listing(
    _ reference: TypedReference, _ blocks: [BlockLocation], in text: TextSlice, _ map: ScalarMap
  ) -> TextEdit? {
    let numbers = blocks.compactMap { Int(newText(of: $0)) }
    guard numbers.count == blocks.count, let first = reference.numbers.first,
      let last = reference.numbers.last
    else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    var items: [String] = []
    var start: Int?
    for number in reference.numbers {
      let begin = start ?? number.range.lowerBound
      start = number.throughNext ? begin : nil
      if !number.throughNext { items.append(text[begin..<number.range.upperBound].string) }
    }
    guard map.isVerbatim(range), language.list(items) == text[range].string,
      !text[range.upperBound..<text.count].string.drop(while: { $0 == " " }).hasPrefix("(")
    else { return nil }
    return TextEdit(map.source(of: range), language.list(folded(numbers.sorted())))
  }

  /// Whole numbers, three or more that follow one another as a range.
  private func folded(_ numbers: [Int]) -> [String] {
    var items: [String] = []
    var rest = numbers[...]
    while let first = rest.first {
      let run = rest.enumerated().prefix { $0.element == first + $0.offset }.count
      if run >= 3 {
        items.append(
          language.phrase(.range, ["first": String(first), "last": String(first + run - 1)]))
      } else {
        items += rest.prefix(run).map { String($0) }
      }
      rest = rest.dropFirst(run)
    }
    return items
  }

  /// Whether the blocks of each range still follow one another: "12–14" means all three.
  private func keepsRanges(
    _ reference: TypedReference, _ blocks: [BlockLocation], _ kind: BlockKind, part: Int,
    annex: BlockIndex?
  ) -> Bool {
    for (index, number) in reference.numbers.enumerated() where number.throughNext {
      guard index + 1 < blocks.count, let first = Int(number.text),
        let last = Int(reference.numbers[index + 1].text), first < last,
        let start = Int(newText(of: blocks[index]))
      else { return false }
      for value in first...last {
        let target = targets(kind, String(value), part: part, annex: annex)
        guard target.count == 1, Int(newText(of: target[0])) == start + value - first else {
          return false
        }
      }
    }
    return true
  }
}
