internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds words that are typed twice: "the the".
///
/// Names and words in capitals are left alone, since there are names that say a word twice.
struct RepetitionCheck: WordCheck {
  private let rule: RuleID
  private let parameters: RepetitionParameters
  private var exceptions = WordTrie()

  init?(_ context: CheckContext) {
    guard let rule = context.library.rules(of: .repetition).first,
      let parameters = rule.parameters.repetition
    else { return nil }
    self.rule = rule.id
    self.parameters = parameters
    for word in parameters.exceptions { exceptions.insert(word) }
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard !parameters.silentIn.contains(passage.role) else { return }
    var last: UInt32 = 0
    for (index, token) in wording.tokens.enumerated() {
      defer { last = token.kind == .word ? token.hash : 0 }
      guard token.kind == .word, token.hash == last, isRepeated(index, wording) else { continue }
      let range = wording.range(of: index - 1..<index + 1)
      let typed = wording.string(at: index)
      findings.append(
        Finding(
          rule, at: context.place(passage.text, range), "“\(typed)” is typed twice",
          fixes: context.rewriting(
            passage.text, wording.tokens[index - 1].range.upperBound..<range.upperBound, as: "",
            isSafe: false, title: "Take out the second")))
    }
  }

  /// Whether a small word says again what the word before it says, with spaces alone between them.
  private func isRepeated(_ index: Int, _ wording: Wording) -> Bool {
    let (first, second) = (wording.tokens[index - 1], wording.tokens[index])
    let text = wording.text
    return second.traits.isEmpty && !parameters.silentIn.cover(second)
      && first.zones == second.zones
      && text[first.range].string.lowercased() == text[second.range].string
      && (first.range.upperBound..<second.range.lowerBound).allSatisfy { text[$0] == 0x20 }
      && wording.isWhole(index - 1..<index + 1)
      && exceptions.longestMatch(at: index, in: wording) == nil
  }
}
