internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText

/// A check that looks at phrases which its rules name. All such checks share one look through the
/// words of a text.
protocol PhraseCheck: SerialCheck {
  /// - Parameter phrases: Those that stand in the text, by the rules that name them.
  mutating func check(
    _ passage: Passage, _ wording: Wording, _ phrases: PhraseRegister, _ context: CheckContext,
    _ findings: inout [Finding])
}

extension CheckKind {
  /// The check that this kind is of the phrases of each text.
  func phraseCheck(_ context: CheckContext) -> (any PhraseCheck)? {
    switch self {
    case .consistency:
      context.prepared?.consistency ?? ConsistencyCheck(context.library, context.phrases)
    case .numberStyle:
      context.prepared?.numberStyle ?? NumberStyleCheck(context.library, context.phrases)
    case .enumeration:
      context.prepared?.enumeration ?? EnumerationCheck(context.library, context.phrases)
    case .agenda: NamedAgendaItemCheck(context)
    case .article: ArticleCheck(context)
    case .formerName: FormerNameCheck(context)
    default: nil
    }
  }
}
