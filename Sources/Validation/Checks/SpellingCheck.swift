internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText
internal import Spelling

/// Looks for words that are in no list and no dictionary; each is reported once.
///
/// Most documents have words only that are in the lists. The others are read a second time, closely.
struct SpellingCheck: WordCheck {
  private let parameters: SpellingParameters
  private var census = WordCensus()

  /// Nil where no words are looked up.
  init?(_ context: CheckContext) {
    guard context.proofreading != nil,
      let rule = context.library.rules(of: .spelling).first?.parameters.spelling
    else { return nil }
    parameters = rule
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    census.add(
      wording, apart: parameters.silentIn.tokenZones,
      isApart: parameters.isApart(passage, wording)
    ) { _, _ in true }
  }

  func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    guard let proofreading = context.proofreading,
      let list = context.library.wordList(context.language.code), let dictionary = list.dictionary
    else { return }
    let lists = [proofreading.houseWords] + list.words
    let suspects = census.words(missingIn: lists)
    guard !suspects.words.isEmpty else { return }
    var reading = CloseReading(of: suspects, parameters)
    reading.read(context)
    reading.report(proofreading.proofreader(with: dictionary), context, &findings)
  }
}

extension SpellingParameters {
  /// Whether other rules hold in the whole of a text than in running text.
  func isApart(_ passage: Passage, _ wording: Wording) -> Bool {
    silentIn.contains(passage.role) || passage.role == .footnote && wording.isCitation
  }
}
