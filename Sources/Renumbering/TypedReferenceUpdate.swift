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
  /// The numbers that the blocks of each part are to have, by their kind.
  private let newNumbers: [[BlockKind: Set<String>]]

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
    newNumbers = series.parts.enumerated().map { part, report in
      var numbers: [BlockKind: Set<String>] = [:]
      for (index, block) in report.blocks.enumerated() {
        guard let kind = block.kind.sequence else { continue }
        let new = labels(BlockLocation(part: part, block: index))
        // What has its number already is found by it.
        if let new, block.label?.text != TextSlice(new) { numbers[kind, default: []].insert(new) }
      }
      return numbers
    }
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
    let scope = Scope(kind: kind, part: part, annex: annex)
    let isOurs = reference.isCertain && passage.role != .footnote
    let targets = reference.numbers.map { self.targets($0.text, in: scope) }
    let meant = ranged(reference.numbers).map { (label: $0, blocks: self.targets($0, in: scope)) }
    let isAffected = meant.contains { label, blocks in
      blocks.contains { newText(of: $0) != label }
        || blocks.isEmpty && isOurs && (isMerging || comesToLife(label, in: scope))
    }
    guard isAffected else { return }
    let map = ScalarMap(passage.text, in: report.file)
    func leave(_ range: Range<Int>, _ reason: (_ typed: String) -> String) {
      result.uncertainties.append(
        RenumberingPlan.Uncertainty(
          place: report.place(map.source(of: range)),
          reason: reason("“\(passage.text.text[range].string)”")))
    }
    guard isOurs else {
      return leave(reference.range) { "\($0) may mean another document; it was left as it is" }
    }
    let blocks = meant.flatMap(\.blocks)
    if meant.allSatisfy({ $0.blocks.count == 1 }),
      !keepsRanges(reference.numbers, targets.compactMap(\.first), in: scope),
      let edit = listing(reference, blocks, in: passage.text.text, map)
    {
      return result.edits.append(edit)
    }
    for stretch in reference.stretches {
      let numbers = reference.numbers[stretch]
      let isAll = numbers.count == reference.numbers.count
      let range = isAll ? reference.range : numbers.range
      if let doubt = doubt(of: numbers, targets[stretch], in: scope) {
        leave(range) { doubt.sentence($0) }
      } else if numbers.contains(where: { !map.isVerbatim($0.range) }) {
        leave(range) { "\($0) is broken over lines; it was left as it is" }
      } else {
        for (number, block) in zip(numbers, targets[stretch].compactMap(\.first)) {
          let new = newText(of: block)
          if new != number.text {
            result.edits.append(TextEdit(map.source(of: number.range), new))
          }
        }
      }
    }
  }

  /// Why nobody can tell how a number or range is to change.
  private enum Doubt {
    /// - Parameters:
    ///   - owner: What the number is looked for in.
    ///   - isGiven: Whether a block gets the number now.
    case missing(BlockKind, String, owner: String, isGiven: Bool)
    case ambiguous
    case scattered

    func sentence(_ typed: String) -> String {
      switch self {
      case .missing(let kind, let number, let owner, let isGiven):
        "\(typed) was left as it is: no \(kind.rawValue) of this \(owner) "
          + (isGiven ? "had" : "has") + " the "
          + "\(kind.sequence == nil ? "label" : "number") \(number)"
          + (isGiven ? ", and one has it now; see whether it is the one that is meant" : "")
      case .ambiguous: "\(typed) does not say which block it means; it was left as it is"
      case .scattered:
        "\(typed) is a range whose blocks no longer follow one another; it was left as it is"
      }
    }
  }

  private func doubt(
    of numbers: ArraySlice<TypedReference.Number>, _ targets: ArraySlice<[BlockLocation]>,
    in scope: Scope
  ) -> Doubt? {
    if let missing = zip(numbers, targets).first(where: { $1.isEmpty }) {
      let owner = series.parts.count == 1 ? "report" : runsOn(scope.kind) ? "series" : "part"
      return .missing(
        scope.kind, missing.0.text, owner: owner,
        isGiven: comesToLife(missing.0.text, in: scope))
    }
    guard targets.allSatisfy({ $0.count == 1 }) else { return .ambiguous }
    let blocks = targets.compactMap(\.first)
    return keepsRanges(Array(numbers), blocks, in: scope) ? nil : .scattered
  }

  /// The blocks that a typed label may mean; numbers that run through the series mean any part.
  private func targets(_ label: String, in scope: Scope) -> [BlockLocation] {
    let parts = runsOn(scope.kind) ? Array(series.parts.indices) : [scope.part]
    let found = parts.flatMap { blocks(label, scope, part: $0, annex: scope.annex) }
    guard found.isEmpty, scope.kind == .section || scope.kind == .annex else { return found }
    // What the part does not have stands in another; a section may be continued in several.
    var names: Set<String> = []
    return series.parts.indices.flatMap { blocks(label, scope, part: $0, annex: nil) }
      .filter { names.insert(newText(of: $0)).inserted }
  }

  private func runsOn(_ kind: BlockKind) -> Bool {
    profile.numbering(of: kind)?.runsThroughSeries ?? false
  }

  /// Whether a number that no block has will be that of one.
  private func comesToLife(_ label: String, in scope: Scope) -> Bool {
    let parts = runsOn(scope.kind) ? Array(series.parts.indices) : [scope.part]
    return parts.contains { newNumbers[$0][scope.kind]?.contains(label) ?? false }
  }

  private func blocks(_ label: String, _ scope: Scope, part: Int, annex: BlockIndex?)
    -> [BlockLocation]
  {
    oldLabels[part].blocks(scope.kind, label, in: annex).map {
      BlockLocation(part: part, block: $0)
    }
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
    _ numbers: [TypedReference.Number], _ blocks: [BlockLocation], in scope: Scope
  ) -> Bool {
    for (index, number) in numbers.enumerated() where number.throughNext {
      guard index + 1 < blocks.count, let first = Int(number.text),
        let last = Int(numbers[index + 1].text), first < last,
        let start = Int(newText(of: blocks[index]))
      else { return false }
      for value in first...last {
        let target = targets(String(value), in: scope)
        guard target.count == 1, Int(newText(of: target[0])) == start + value - first else {
          return false
        }
      }
    }
    return true
  }
}

/// Where a typed number is read.
private struct Scope {
  let kind: BlockKind
  let part: Int
  let annex: BlockIndex?
}

extension TypedReference {
  /// The positions of the numbers that stand for one thing together: a number, or a range.
  fileprivate var stretches: [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = 0
    for (index, number) in numbers.enumerated() where !number.throughNext {
      stretches.append(start..<index + 1)
      start = index + 1
    }
    return stretches
  }
}

extension ArraySlice<TypedReference.Number> {
  fileprivate var range: Range<Int> {
    (first?.range.lowerBound ?? 0)..<(last?.range.upperBound ?? 0)
  }
}
