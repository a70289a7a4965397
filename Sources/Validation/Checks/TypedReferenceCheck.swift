internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds references that were typed as numbers: they go stale, or lead past the end.
struct TypedReferenceCheck: TextCheck {
  private let words: ReferenceWords
  private let context: CheckContext
  /// The highest numbers of the body, over all parts that are at hand. Only a number that no block
  /// has asks for them.
  private lazy var highest: [BlockKind: Int] = Self.highestNumbers(in: context.series)

  init(_ context: CheckContext) {
    words = context.language.referenceWords
    self.context = context
  }

  private static func highestNumbers(in series: Series) -> [BlockKind: Int] {
    var highest: [BlockKind: Int] = [:]
    for report in series.parts {
      for index in report.blocks.indices {
        guard let kind = report.blocks[index].kind.sequence,
          let number = report.blocks[index].number?.number
        else { continue }
        highest[kind] = max(highest[kind] ?? 0, number)
      }
    }
    return highest
  }

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.role == .text || passage.role == .title else { return }
    for reference in prose.typedReferences(words) where reference.isCertain {
      guard let kind = BlockKind(rawValue: reference.kind) else { continue }
      let annex = passage.block.flatMap { context.report.annex(of: $0) }
      let targets = reference.numbers.map { context.labels.blocks(kind, $0.text, in: annex) }
      if targets.allSatisfy({ $0.count == 1 }) {
        report(reference, kind, targets.compactMap(\.first), passage, context, &findings)
      } else if annex == nil {
        reportOutOfRange(reference, kind, passage, context, &findings)
      }
    }
  }

  private func report(
    _ reference: TypedReference, _ kind: BlockKind, _ targets: [BlockIndex], _ passage: Passage,
    _ context: CheckContext, _ findings: inout [Finding]
  ) {
    let place = context.place(passage.text, reference.range)
    let typed = passage.text.text[reference.range].string
    let identifiers = targets.compactMap { context.report.blocks[$0].identifier?.string }
    var fixes: [Fix] = []
    if identifiers.count == targets.count, !reference.numbers.contains(where: \.throughNext) {
      let isCapitalized = typed.first?.isUppercase ?? false
      let list = identifiers.joined(separator: ", ")
      let text = "{\(isCapitalized ? list.prefix(1).uppercased() + list.dropFirst() : list)}"
      fixes.append(
        Fix("Refer by identifier: `\(text)`", safety: .needsReview, edits: [FileEdit(place, text)]))
    }
    let advice =
      fixes.isEmpty
      ? "give \(targets.count == 1 ? context.name(of: targets[0]) : "them") an `id` and refer to it"
      : "refer by identifier, which follows the number"
    findings.append(
      Finding(
        "reference-typed", at: place, "“\(typed)” is typed as a number; \(advice)",
        scope: kind.rawValue, fixes: fixes))
  }

  /// A number past the last one is an error of the text; one before the first may be another part's.
  private mutating func reportOutOfRange(
    _ reference: TypedReference, _ kind: BlockKind, _ passage: Passage, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard let highest = highest[kind] else { return }
    for number in reference.numbers {
      guard let value = Label(number.text)?.number, value > highest else { continue }
      let range = reference.numbers.count == 1 ? reference.range : number.range
      findings.append(
        Finding(
          "reference-out-of-range", at: context.place(passage.text, range),
          "there is no \(kind.rawValue) \(number.text); the last is \(highest)",
          ceiling: context.series.isSingleReport ? .warning : nil, scope: kind.rawValue))
    }
  }
}
