public import Diagnostics
internal import ProseSyntax
internal import ReportModel
public import RuleLibrary
internal import RunningText
internal import SourceText

/// Runs the checks over one part of a series.
public struct Validator {
  private let context: CheckContext

  public init(_ context: CheckContext) {
    self.context = context
  }

  /// The findings of checks, in no order; what the reader found is not among them.
  /// - Parameter kinds: The kinds of checks to run.
  public func findings(by kinds: [CheckKind] = CheckKind.allCases) -> [Finding] {
    var findings: [Finding] = []
    let kinds = kinds.filter { !context.isFragmentary || !$0.needsWhole }
    for kind in kinds {
      kind.reportCheck?.check(context, &findings)
    }
    checkTexts(kinds, &findings)
    return findings
  }

  /// Reads each text once, for all checks that look at texts or at their words.
  private func checkTexts(_ kinds: [CheckKind], _ findings: inout [Finding]) {
    var elementChecks = kinds.compactMap { $0.elementCheck(context) }
    var textChecks = kinds.compactMap { $0.textCheck(context) }
    var wordChecks = kinds.compactMap { $0.wordCheck(context) }
    var phraseChecks = kinds.compactMap { $0.phraseCheck(context) }
    var wording = context.emptyWording
    var phrases = phraseChecks.isEmpty ? nil : context.phrases
    context.report.forEachPassage { passage in
      let prose = Prose(passage.text.text)
      if !prose.elements.isEmpty {
        for index in elementChecks.indices {
          elementChecks[index].check(passage, prose, context, &findings)
        }
      }
      for index in textChecks.indices {
        textChecks[index].check(passage, prose, context, &findings)
      }
      guard !wordChecks.isEmpty || !phraseChecks.isEmpty else { return }
      wording.read(prose)
      phrases?.read(wording)
      // Copied once here, and not for each check.
      let (wording, phrases) = (wording, phrases)
      for index in wordChecks.indices {
        wordChecks[index].check(passage, wording, context, &findings)
      }
      guard let phrases else { return }
      for index in phraseChecks.indices {
        phraseChecks[index].check(passage, wording, phrases, context, &findings)
      }
    }
    for index in elementChecks.indices { elementChecks[index].finish(context, &findings) }
    for index in textChecks.indices { textChecks[index].finish(context, &findings) }
    for index in wordChecks.indices { wordChecks[index].finish(context, &findings) }
    for index in phraseChecks.indices { phraseChecks[index].finish(context, &findings) }
  }
}
