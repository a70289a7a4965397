internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds identifiers that nothing in the series refers to.
struct IdentifierUseCheck: TextCheck {
  private var used: Set<TextSlice> = []

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    noteReferences(in: prose)
  }

  mutating func join(_ next: IdentifierUseCheck, _ findings: inout [Finding]) {
    used.formUnion(next.used)
  }

  mutating func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    // The other parts are read only where this one leaves something open.
    if !unused(context).isEmpty { readOtherParts(context) }
    for identifier in unused(context) {
      findings.append(
        Finding(
          "identifier-unused", at: context.place(identifier.range),
          "nothing refers to `\(identifier.string)`"))
    }
  }

  private mutating func noteReferences(in prose: Prose) {
    for element in prose.elements {
      guard case .reference(let reference) = element.kind else { continue }
      for range in reference.identifiers {
        used.insert(reference.identifier(range, in: prose.text))
      }
    }
  }

  private mutating func readOtherParts(_ context: CheckContext) {
    for part in context.series.parts.indices where part != context.part {
      context.series.parts[part].forEachPassage { noteReferences(in: Prose($0.text.text)) }
    }
  }

  private func unused(_ context: CheckContext) -> [SourcedText] {
    context.report.blocks.indices.compactMap { context.report.blocks[$0].identifier }
      .filter { !used.contains($0.text) }
  }
}
