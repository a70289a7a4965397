internal import Diagnostics
internal import ReportModel
public import RuleLibrary
internal import RunningText
internal import SourceText
internal import YAMLSyntax

/// A check that looks at the words of each text once. All such checks share one reading of them.
protocol WordCheck: SerialCheck {
  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding])
}

extension CheckKind {
  /// Whether the check looks at words.
  public var readsWords: Bool {
    switch self {
    case .terms, .consistency, .abbreviations, .opening, .wordLimit, .numberStyle, .enumeration,
      .agenda, .meetingDate, .repetition, .article, .spelling, .calendar, .spacing,
      .formerName, .clock:
      true
    default: false
    }
  }

  /// The check of the words of each text that this kind is.
  func wordCheck(_ context: CheckContext) -> (any WordCheck)? {
    switch self {
    case .terms: context.terms
    case .abbreviations: AbbreviationCheck(context)
    case .opening: OpeningCheck(context)
    case .wordLimit: WordLimitCheck(context)
    case .meetingDate: MeetingDateCheck(context)
    case .repetition: RepetitionCheck(context)
    case .spelling: SpellingCheck(context)
    case .calendar: CalendarCheck(context)
    case .clock: ClockCheck(context)
    case .spacing: SpacingCheck(context)
    default: nil
    }
  }
}

extension CheckContext {
  /// An empty wording, to read texts of the report into.
  var emptyWording: Wording { Wording(stoppedWords: language.stoppedWords) }

  /// The place of some words.
  /// - Parameter tokens: The positions of the tokens in their wording.
  func place(_ passage: Passage, _ wording: Wording, _ tokens: Range<Int>) -> Place {
    place(passage.text, wording.range(of: tokens))
  }
}

extension TextZones {
  /// Whether a token is in one of the zones, or is no running text at all.
  func cover(_ token: Token) -> Bool {
    contains(.quotations) && token.zones.contains(.quotation)
      || contains(.italics) && token.zones.contains(.italics)
  }
}
