internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText
internal import Spelling

/// Looks for words that are in no list and no dictionary; each is reported once.
struct SpellingCheck: WordCheck {
  private let parameters: SpellingParameters
  private let zones: Token.Zones
  private let dictionary: String
  private var unknownWords: UnknownWords
  private var reading: CloseReading

  /// Nil where no words are looked up.
  init?(_ context: CheckContext) {
    guard let proofreading = context.proofreading,
      let rule = context.library.rules(of: .spelling).first?.parameters.spelling,
      let list = context.library.wordList(context.language.code), let dictionary = list.dictionary
    else { return nil }
    parameters = rule
    zones = rule.silentIn.tokenZones
    self.dictionary = dictionary
    unknownWords = UnknownWords(proofreading.knownWords(of: list))
    reading = CloseReading(rule)
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    unknownWords.forEach(
      in: wording, apart: zones, isApart: parameters.isApart(passage, wording)
    ) { token, use in
      reading.read(token, as: use, in: wording, of: passage)
    }
  }

  mutating func join(_ next: SpellingCheck, _ findings: inout [Finding]) {
    reading.join(next.reading)
  }

  func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    reading.report(
      context.proofreading?.proofreader(with: dictionary), context, &findings)
  }
}

extension SpellingParameters {
  /// Whether other rules hold in the whole of a text than in running text.
  func isApart(_ passage: Passage, _ wording: Wording) -> Bool {
    silentIn.contains(passage.role) || passage.role == .footnote && wording.isCitation
  }
}
