internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// Holds the symbol against the way symbols are made, and against the rest of the masthead.
struct SymbolCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    guard let field = context.report.masthead[.symbol] else { return }
    let symbol = DocumentSymbol(field.string)
    checkShape(symbol, field, context, &findings)
    // A misspelt abbreviation is one fault, not three.
    checkDistribution(symbol.corrected, field, context, &findings)
    checkSubtitle(symbol.corrected, field, context, &findings)
  }

  private func checkShape(
    _ symbol: DocumentSymbol, _ field: SourcedText, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard symbol.hasShape else {
      findings.append(
        Finding(
          "symbol-malformed", at: context.place(field.range),
          "`\(symbol.text)` is not a document symbol; a symbol is parts with single slashes "
            + "between them, the organ first, such as CTOC/COP/WG.4/2019/L.1"))
      return
    }
    for fault in symbol.faults {
      findings.append(
        fault.finding("symbol-malformed", at: context.place(field, fault.range)))
    }
  }

  /// L. goes with Limited and R. with Restricted; nothing follows the other way round.
  private func checkDistribution(
    _ symbol: DocumentSymbol, _ field: SourcedText, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard let distribution = context.report.masthead[.distribution] else { return }
    for (mark, expected) in [("L", "Limited"), ("R", "Restricted")] where symbol.has(mark) {
      if distribution.string != expected {
        findings.append(
          Finding(
            "symbol-distribution-mismatch", at: context.place(field.range),
            "a symbol with \(mark). is of \(expected) distribution, not \(distribution.string)",
            related: [RelatedPlace(context.place(distribution.range), "the distribution")],
            fixes: [
              Fix(
                "Write \(expected)", safety: .needsReview,
                edits: [FileEdit(context.place(distribution.range), expected)])
            ]))
      }
    }
  }

  /// An addendum says so both in its symbol and in its subtitle.
  private func checkSubtitle(
    _ symbol: DocumentSymbol, _ field: SourcedText, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let word = context.language.phrase(.addendum)
    let subtitle = context.report.masthead[.subtitle]
    let saysAddendum = subtitle?.string.lowercased().hasPrefix(word.lowercased()) ?? false
    guard symbol.has("Add") != saysAddendum else { return }
    let message =
      saysAddendum
      ? "the subtitle is “\(subtitle?.string ?? word)”, but the symbol has no Add."
      : "the symbol is that of an addendum, but the subtitle is not “\(word)”"
    findings.append(
      Finding(
        "symbol-subtitle-mismatch", at: context.place(field.range), message,
        related: subtitle.map { [RelatedPlace(context.place($0.range), "the subtitle")] } ?? []))
  }
}

extension DocumentSymbol.Fault {
  /// The finding that an abbreviation is not written as in symbols, with the form that is right.
  func finding(_ rule: RuleID, at place: Place) -> Finding {
    Finding(
      rule, at: place, "`\(typed)` is written \(correction) in a document symbol",
      caption: correction,
      fixes: [
        Fix(
          "Write \(correction)", safety: isModifier ? .safe : .needsReview,
          edits: [FileEdit(place, correction)])
      ])
  }
}
