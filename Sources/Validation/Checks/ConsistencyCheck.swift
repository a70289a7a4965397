internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds words and signs of which a document uses two forms: "per cent" and "%".
struct ConsistencyCheck: PhraseCheck, Sendable {
  private var uses: [FormUses]

  init(_ library: RuleLibrary, _ phrases: PhraseRegister) {
    uses = library.rules(of: .consistency).compactMap { rule in
      rule.parameters.consistency.map { FormUses(rule.id, $0, phrases) }
    }
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ phrases: PhraseRegister, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    for index in uses.indices { uses[index].note(passage, wording, phrases) }
  }

  mutating func join(_ next: ConsistencyCheck, _ findings: inout [Finding]) {
    for index in uses.indices { uses[index].join(next.uses[index]) }
  }

  mutating func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    for use in uses { use.report(context, &findings) }
  }
}

/// Where a document uses the forms of one rule.
private struct FormUses {
  private let rule: RuleID
  private let parameters: ConsistencyParameters
  /// The list of the forms among the phrases that are looked for.
  private let forms: Int
  private var uses: [Use] = []
  private var counts: [Int]

  private struct Use {
    let form: Int
    let passage: Passage
    /// UTF-8 offsets in the decoded text.
    let range: Range<Int>
    /// The number that stands before.
    let number: Range<Int>?
  }

  init(_ rule: RuleID, _ parameters: ConsistencyParameters, _ phrases: PhraseRegister) {
    self.rule = rule
    self.parameters = parameters
    forms = phrases.list(of: rule)
    counts = parameters.forms.map { _ in 0 }
  }

  mutating func note(_ passage: Passage, _ wording: Wording, _ phrases: PhraseRegister) {
    guard !parameters.silentIn.contains(passage.role) else { return }
    for match in phrases.matches(of: forms) {
      let first = match.tokens.lowerBound
      guard !parameters.silentIn.cover(wording.tokens[first]), wording.isWhole(match.tokens),
        !wording.isBeforeProportion(match.tokens.upperBound)
      else { continue }
      if counts.indices.contains(match.phrase) { counts[match.phrase] += 1 }
      uses.append(
        Use(
          form: match.phrase, passage: passage, range: wording.range(of: match.tokens),
          number: wording.numberBefore(first)?.range))
    }
  }

  mutating func join(_ next: FormUses) {
    uses += next.uses
    for form in counts.indices { counts[form] += next.counts[form] }
  }

  /// Reports the forms that are not the one that the document uses most, or else first.
  func report(_ context: CheckContext, _ findings: inout [Finding]) {
    guard let most = counts.max(), most < uses.count else { return }
    let first = uses.first { counts.indices.contains($0.form) && counts[$0.form] == most }
    let form = parameters.forms[first?.form ?? 0].string
    for use in uses where use.form != first?.form ?? 0 {
      let text = use.passage.text.text
      let range = (use.number?.lowerBound ?? use.range.lowerBound)..<use.range.upperBound
      let typed = text[use.range].string
      let written = use.number.map { text[$0].string + (isSign(form) ? "" : " ") + form }
      let advice =
        use.form < parameters.forms.count
        ? "“\(typed)” here and “\(form)” elsewhere; a document has one of them throughout"
        : "write “\(form)”, not “\(typed)”"
      // A sign stands after a number only.
      let isCertain = use.number != nil || isSign(form) == isSign(typed)
      findings.append(
        Finding(
          rule, at: context.place(use.passage.text, range), advice, caption: written ?? form,
          fixes: isCertain
            ? context.rewriting(
              use.passage.text, range, as: written ?? form, isSafe: parameters.isSafe) : []))
    }
  }

  private func isSign(_ form: String) -> Bool {
    form.unicodeScalars.first.map { !$0.properties.isAlphabetic } ?? false
  }
}

extension Wording {
  /// Whether a proportion of units follows: "0.5% m/m", by mass, which has the sign in any document.
  fileprivate func isBeforeProportion(_ index: Int) -> Bool {
    guard let unit = token(at: index), unit.isWord, unit.count == 1, isMark("/", at: index + 1),
      let other = token(at: index + 2)
    else { return false }
    return other.isJoined && other.hash == unit.hash
  }

  /// The number before a token, where no more than spaces stands between them.
  fileprivate func numberBefore(_ index: Int) -> Token? {
    guard let number = token(at: index - 1), number.kind == .number else { return nil }
    let gap = text[number.range.upperBound..<tokens[index].range.lowerBound]
    return gap.string.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? number : nil
  }
}
