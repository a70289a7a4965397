internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// The reading of some texts, each of them once, for all checks that look at texts or at their words.
struct Perusal {
  private let context: CheckContext
  private var elementChecks: [any TextCheck]
  private var textChecks: [any TextCheck]
  private var wordChecks: [any WordCheck]
  private var phraseChecks: [any PhraseCheck]
  private var wording: Wording
  private var phrases: PhraseRegister?
  private var findings: [Finding] = []

  init(by kinds: [CheckKind], _ context: CheckContext) {
    self.context = context
    elementChecks = kinds.compactMap { $0.elementCheck(context) }
    textChecks = kinds.compactMap { $0.textCheck(context) }
    wordChecks = kinds.compactMap { $0.wordCheck(context) }
    phraseChecks = kinds.compactMap { $0.phraseCheck(context) }
    wording = context.emptyWording
    phrases = phraseChecks.isEmpty ? nil : context.phrases
  }

  mutating func read(_ stretch: Stretch) {
    context.report.forEachPassage(in: stretch) { read($0) }
  }

  private mutating func read(_ passage: Passage) {
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

  /// Takes over what was read of the texts after these by the same checks.
  mutating func join(_ next: Perusal) {
    findings += next.findings
    for index in elementChecks.indices {
      elementChecks[index].join(any: next.elementChecks[index], &findings)
    }
    for index in textChecks.indices {
      textChecks[index].join(any: next.textChecks[index], &findings)
    }
    for index in wordChecks.indices {
      wordChecks[index].join(any: next.wordChecks[index], &findings)
    }
    for index in phraseChecks.indices {
      phraseChecks[index].join(any: next.phraseChecks[index], &findings)
    }
  }

  /// The findings when all texts have been read.
  mutating func finish() -> [Finding] {
    for index in elementChecks.indices { elementChecks[index].finish(context, &findings) }
    for index in textChecks.indices { textChecks[index].finish(context, &findings) }
    for index in wordChecks.indices { wordChecks[index].finish(context, &findings) }
    for index in phraseChecks.indices { phraseChecks[index].finish(context, &findings) }
    return findings
  }
}

extension SerialCheck {
  /// Takes over what a check of the same kind has seen.
  fileprivate mutating func join(any next: any SerialCheck, _ findings: inout [Finding]) {
    guard let next = next as? Self else { preconditionFailure("the checks are of two kinds") }
    join(next, &findings)
  }
}
