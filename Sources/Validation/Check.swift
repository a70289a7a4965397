internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary

/// A check that looks at a report as a whole.
protocol ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding])
}

/// A check that looks at one text after the other.
protocol SerialCheck {
  /// Takes over what another has seen, in the texts that come after those that this one has seen.
  mutating func join(_ next: Self, _ findings: inout [Finding])
  /// Reports what can be said only when all texts have been seen.
  mutating func finish(_ context: CheckContext, _ findings: inout [Finding])
}

extension SerialCheck {
  // For checks that judge each text by itself.
  mutating func join(_ next: Self, _ findings: inout [Finding]) {}
  mutating func finish(_ context: CheckContext, _ findings: inout [Finding]) {}
}

/// A check that looks at each text of a report once. All such checks share one pass.
protocol TextCheck: SerialCheck {
  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding])
}

extension CheckKind {
  /// Whether the check judges by what is absent, or by what comes before and after.
  var needsWhole: Bool {
    switch self {
    case .masthead, .parts, .outline, .section, .continuation, .sequence, .identifier, .reference,
      .typedReference, .footnote, .abbreviations, .stop:
      true
    default: false
    }
  }

  /// The check of the whole report that this kind is.
  var reportCheck: (any ReportCheck)? {
    switch self {
    case .masthead: MastheadCheck()
    case .symbol: SymbolCheck()
    case .parts: PartsCheck()
    case .outline: OutlineCheck()
    case .section: SectionCheck()
    case .continuation: ContinuationCheck()
    case .sequence: SequenceCheck()
    case .identifier: IdentifierCheck()
    case .agenda: AgendaCheck()
    case .states: StatesCheck()
    default: nil
    }
  }

  /// The check that this kind is of the elements of each text; it is not shown texts without any.
  func elementCheck(_ context: CheckContext) -> (any TextCheck)? {
    switch self {
    // While a report is being drafted, what will refer to a block may not be written yet.
    case .identifier: context.mode == .drafting ? nil : IdentifierUseCheck()
    case .reference: ReferenceCheck()
    case .footnote: FootnoteCheck(context)
    case .brackets: BracketCheck()
    case .emphasis: EmphasisCheck()
    default: nil
    }
  }

  /// The check of each text that this kind is.
  func textCheck(_ context: CheckContext) -> (any TextCheck)? {
    switch self {
    case .typedReference: TypedReferenceCheck(context)
    case .documentSymbol: DocumentSymbolCheck()
    case .pattern: context.prepared?.patterns ?? PatternCheck(context.library)
    case .quotation: QuotationCheck()
    case .stop: StopCheck()
    case .continuity: ContinuityCheck()
    case .parentheses: ParenthesisCheck()
    case .typedLabel: TypedLabelCheck()
    default: nil
    }
  }
}
