internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds references that were typed as numbers: they go stale, or lead past the end.
struct TypedReferenceCheck: TextCheck {
  private let words: ReferenceWords
  private let context: CheckContext
  /// The numbers of each kind in the body. Only a number that no block has asks for them.
  private lazy var extents: [BlockKind: NumberExtent] = NumberExtent.all(in: context)

  init(_ context: CheckContext) {
    words = context.language.referenceWords
    self.context = context
  }

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.role == .text || passage.role == .title else { return }
    for reference in prose.typedReferences(words) where reference.isCertain {
      guard let kind = BlockKind(rawValue: reference.kind) else { continue }
      let annex = passage.block.flatMap { context.report.annex(of: $0) }
      let targets = reference.numbers.map { self.targets(kind, $0.text, annex) }
      if targets.allSatisfy({ $0.count == 1 }) {
        report(reference, kind, targets.compactMap(\.first), passage, context, &findings)
      } else if annex == nil {
        for (number, blocks) in zip(reference.numbers, targets) where blocks.isEmpty {
          reportOutOfRange(number, of: reference, kind, passage, &findings)
        }
      }
    }
  }

  /// The blocks that a typed label means; where numbers run through the series, what this part does
  /// not have stands in another.
  private func targets(_ kind: BlockKind, _ label: String, _ annex: BlockIndex?)
    -> [BlockLocation]
  {
    let own = context.labels.blocks(kind, label, in: annex)
    if own.isEmpty, context.profile.numbering(of: kind)?.runsThroughSeries ?? false {
      return context.otherLabels.flatMap { part, labels in
        labels.blocks(kind, label, in: nil).map { BlockLocation(part: part, block: $0) }
      }
    }
    return own.map { BlockLocation(part: context.part, block: $0) }
  }

  private func report(
    _ reference: TypedReference, _ kind: BlockKind, _ targets: [BlockLocation], _ passage: Passage,
    _ context: CheckContext, _ findings: inout [Finding]
  ) {
    let place = context.place(passage.text, reference.fullRange)
    let typed = passage.text.text[reference.fullRange].string
    let points = reference.numbers.map { number in
      passage.text.text[number.range.upperBound..<number.pointsEnd].string
    }
    let blocks = zip(targets, points).compactMap { block($0, points: $1) }
    let identifiers = blocks.compactMap { block in
      context.series.parts[block.part].blocks[block.block].identifier?.string
    }
    var fixes: [Fix] = []
    if identifiers.count == targets.count, !reference.numbers.contains(where: \.throughNext) {
      let isCapitalized = typed.first?.isUppercase ?? false
      let list = identifiers.joined(separator: ", ")
      let text = "{\(isCapitalized ? list.prefix(1).uppercased() + list.dropFirst() : list)}"
      fixes.append(
        Fix("Refer by identifier: `\(text)`", safety: .needsReview, edits: [FileEdit(place, text)]))
    }
    let owner =
      targets.count > 1
      ? "them"
      : (points[0].isEmpty ? "" : "point \(points[0].drop { $0 != "(" }) of ")
        + context.name(of: targets[0])
    let advice =
      fixes.isEmpty
      ? "give \(owner) an `id` and refer to it"
      : "refer by identifier, which follows the number"
    findings.append(
      Finding(
        "reference-typed", at: place, "“\(typed)” is typed as a number; \(advice)",
        scope: kind.rawValue, fixes: fixes))
  }

  /// The point of a block that letters after its number name, or the block where there are none.
  /// - Parameter points: Such as ` (a) (i)`.
  /// - Returns: Nil where they name none, or several.
  private func block(_ location: BlockLocation, points: String) -> BlockLocation? {
    let report = context.series.parts[location.part]
    var block = location.block
    for (level, label) in points.split(whereSeparator: { !$0.isASCII || $0 == " " }).enumerated() {
      let siblings = report.children(of: block).filter { report.blocks[$0].kind == .point }
      guard level < NumberingStyle.points.count,
        let number = NumberingStyle.points[level].parse(String(label)), number <= siblings.count
      else { return nil }
      block = siblings[number - 1]
    }
    return BlockLocation(part: location.part, block: block)
  }

  /// A number past the last one, or of a block that is gone, is an error of the text; one before the
  /// first may be another document's.
  private mutating func reportOutOfRange(
    _ number: TypedReference.Number, of reference: TypedReference, _ kind: BlockKind,
    _ passage: Passage, _ findings: inout [Finding]
  ) {
    guard let extent = extents[kind], let label = Label(number.text),
      let remark = extent.remark(on: label)
    else { return }
    let range = reference.numbers.count == 1 ? reference.range : number.range
    findings.append(
      Finding(
        "reference-out-of-range", at: context.place(passage.text, range),
        "there is no \(kind.rawValue) \(number.text); \(remark)",
        ceiling: context.series.isSingleReport ? .warning : nil, scope: kind.rawValue))
  }
}

/// The numbers that blocks of a kind have, over the parts in which a typed number may be read.
private struct NumberExtent {
  private var first = Int.max
  private var last = 0
  /// The highest number in all parts, in any of which a number past the last may have been meant.
  private var highest = 0
  /// How many blocks are not numbered yet; they may be meant by the numbers that they will get.
  private var unnumbered = 0
  /// Whether a block that is not numbered yet, or in a way of its own, may be the one that is meant.
  private var isPatchy = false

  static func all(in context: CheckContext) -> [BlockKind: NumberExtent] {
    var extents: [BlockKind: NumberExtent] = [:]
    for (part, report) in context.series.parts.enumerated() {
      for (index, block) in report.blocks.enumerated() {
        guard let kind = block.kind.sequence, block.label != nil,
          kind == .recommendation || report.annex(of: index) == nil
        else { continue }
        let numbering = context.profile.numbering(of: kind)
        let isNear = part == context.part || numbering?.runsThroughSeries ?? false
        extents[kind, default: NumberExtent()].add(block.number, isNear: isNear)
      }
    }
    return extents
  }

  private mutating func add(_ label: Label?, isNear: Bool) {
    if isNear, label?.prefix != nil || label == nil { isPatchy = true }
    guard let number = label?.number else {
      unnumbered += 1
      return
    }
    highest = max(highest, number)
    if isNear { (first, last) = (min(first, number), max(last, number)) }
  }

  /// What is said of a number that no block has; nil where nothing can be.
  func remark(on label: Label) -> String? {
    if label.number > highest + unnumbered { return "the last is \(highest + unnumbered)" }
    guard !isPatchy, first <= label.number, label.number <= last else { return nil }
    return "the numbers from \(first) to \(last) are without it"
  }
}
