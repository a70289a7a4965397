internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Counts the words of a document, headings and footnotes included, the masthead not.
struct WordLimitCheck: WordCheck {
  private let limit: Int
  private let rule: RuleID
  private var count = 0

  init?(_ context: CheckContext) {
    guard let rule = context.library.rules(of: .wordLimit).first,
      let limit = rule.parameters.wordLimit?.limit(
        isOfSecretariat: context.profile.isOfSecretariat)
    else { return nil }
    self.rule = rule.id
    self.limit = limit
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    if passage.role != .masthead { count += wording.wordCount }
  }

  mutating func join(_ next: WordLimitCheck, _ findings: inout [Finding]) { count += next.count }

  mutating func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    countNames(context)
    guard count > limit else { return }
    let masthead = context.report.masthead
    findings.append(
      Finding(
        rule, at: context.place(masthead[.title]?.range ?? masthead.firstKeyRange),
        "the document has \(Self.text(count)) words; the limit is \(Self.text(limit))"))
  }

  /// Counts the names in lists, which are printed as text.
  private mutating func countNames(_ context: CheckContext) {
    var wording = context.emptyWording
    for block in context.report.blocks {
      guard let lists = block.particulars else { continue }
      for list in [lists.states, lists.organizations] {
        for name in list?.entries ?? [] {
          wording.read(name.text)
          count += wording.wordCount
        }
      }
    }
  }

  /// A number with a comma before each three digits.
  private static func text(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    return text
  }
}

extension Wording {
  /// The number of words as they are counted: what stands between spaces and has a letter or digit.
  var wordCount: Int {
    tokens.withUnsafeBufferPointer { tokens in
      var count = 0
      var isCounted = false
      for token in tokens {
        if !token.isJoined { isCounted = false }
        switch token.kind {
        case .word, .number, .symbol, .address:
          if !isCounted { count &+= 1 }
          isCounted = true
        // "recommendation 12"
        case .reference: count &+= 2
        default: break
        }
      }
      return count
    }
  }
}
