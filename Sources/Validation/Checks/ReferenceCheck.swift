internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds references that lead nowhere.
struct ReferenceCheck: TextCheck {
  private var suggestions = Suggestions()

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    for element in prose.elements {
      switch element.kind {
      case .reference(let reference):
        check(reference, element.range, passage, context, &findings)
      case .unclosedReference:
        let place = context.place(passage.text, element.range)
        findings.append(
          Finding(
            "reference-unresolved", at: place,
            "this brace opens a reference that no brace closes; a brace that is to be printed is "
              + "typed `{{`",
            fixes: [Fix("Write `{{`", safety: .needsReview, edits: [FileEdit(place, "{{")])]))
      default: break
      }
    }
  }

  private mutating func check(
    _ reference: Reference, _ whole: Range<Int>, _ passage: Passage, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard !reference.identifiers.isEmpty, !reference.identifiers.contains(where: \.isEmpty) else {
      findings.append(
        Finding(
          "reference-unresolved", at: context.place(passage.text, whole),
          "this reference names nothing; between the braces stands an identifier"))
      return
    }
    for range in reference.identifiers {
      let identifier = reference.identifier(range, in: passage.text.text)
      guard let location = context.identifiers[identifier] else {
        reportUnknown(
          identifier.string, isCapitalized: identifier != passage.text.text[range],
          context.place(passage.text, range), context, &findings)
        continue
      }
      let block = context.series.parts[location.part].blocks[location.block]
      guard let what = Self.unnumbered(block.kind) else { continue }
      findings.append(
        Finding(
          "reference-unresolved", at: context.place(passage.text, range),
          "`\(identifier.string)` is \(what), which has no number to refer to"))
    }
  }

  /// What a block is called of a kind that is printed without a number; nil for other kinds.
  private static func unnumbered(_ kind: BlockKind) -> String? {
    switch kind {
    case .text: "an unnumbered paragraph"
    case .heading, .quote, .table: "a \(kind.rawValue)"
    default: nil
    }
  }

  private mutating func reportUnknown(
    _ identifier: String, isCapitalized: Bool, _ place: Place, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let near = suggestions.nearest(to: identifier, among: context.identifiers.identifiers)
    // An identifier with a capital cannot be referred to: it is that which is malformed.
    let meant = near?.lowercased() == near ? near : nil
    let typed = meant.map { isCapitalized ? $0.prefix(1).uppercased() + $0.dropFirst() : $0 }
    findings.append(
      Finding(
        unknown: "reference-unresolved", at: place, "no block has the identifier `\(identifier)`",
        meant: meant, written: typed))
  }
}
