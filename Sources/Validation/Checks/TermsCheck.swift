internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// Looks for words that rule files avoid. All lists together are looked for in one pass.
struct TermsCheck: TextCheck {
  private let rules: [(id: RuleID, parameters: TermParameters)]
  private var lexicon = Lexicon()
  /// What each phrase of the lexicon is.
  private var entries: [Entry] = []

  private struct Entry {
    let rule: Int
    /// The term; nil for a phrase in which an avoided word is right.
    let term: TermParameters.Term?
  }

  init(_ context: CheckContext) {
    rules = context.library.rules(of: .terms).compactMap { rule in
      rule.parameters.terms.map { (rule.id, $0) }
    }
    for (index, rule) in rules.enumerated() {
      for term in rule.parameters.terms {
        lexicon.add(term.avoided)
        entries.append(Entry(rule: index, term: term))
      }
      for exception in rule.parameters.exceptions {
        lexicon.add(exception)
        entries.append(Entry(rule: index, term: nil))
      }
    }
  }

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    var hits: [Lexicon.Hit] = []
    lexicon.search(passage.text.text) { hits.append($0) }
    guard !hits.isEmpty else { return }
    for (index, hit) in hits.enumerated() {
      guard let term = entries[hit.phrase].term else { continue }
      let rule = rules[entries[hit.phrase].rule]
      let typed = passage.text.text[hit.range].string
      guard !rule.parameters.silentIn.contains(passage.role),
        !rule.parameters.matchesCase || typed == term.avoided,
        !isTakenIn(index, hits),
        !rule.parameters.silentIn.cover(hit.range, of: prose),
        !rule.parameters.sparesNames || !isInName(hit.range, passage.text.text)
      else { continue }
      let preferred =
        rule.parameters.matchesCase ? term.preferred : Self.cased(term.preferred, like: typed)
      findings.append(
        finding(rule.id, hit.range, typed, preferred, rule.parameters, passage, context))
    }
  }

  private func finding(
    _ rule: RuleID, _ range: Range<Int>, _ typed: String, _ preferred: String,
    _ parameters: TermParameters, _ passage: Passage, _ context: CheckContext
  ) -> Finding {
    Finding(
      rule, at: context.place(passage.text, range), "write “\(preferred)”, not “\(typed)”",
      caption: preferred,
      fixes: context.rewriting(passage.text, range, as: preferred, isSafe: parameters.isSafe))
  }

  /// Whether another phrase of the same rule takes a term in: one in which it is right, or a longer
  /// term. Hits are in the order of their starts, so that only those close before can.
  private func isTakenIn(_ index: Int, _ hits: [Lexicon.Hit]) -> Bool {
    let hit = hits[index]
    func takesIn(_ other: Lexicon.Hit) -> Bool {
      let entry = entries[other.phrase]
      return entry.rule == entries[hit.phrase].rule
        && (entry.term == nil || other.range.count > hit.range.count)
        && other.range.lowerBound <= hit.range.lowerBound
        && hit.range.upperBound <= other.range.upperBound
    }
    let start = hit.range.lowerBound
    return hits[..<index].reversed().prefix { $0.range.lowerBound > start - lexicon.longest }
      .contains(where: takesIn)
      || hits[index...].prefix { $0.range.lowerBound == start }.contains(where: takesIn)
  }

  /// Whether a capitalized word stands within a sentence, as the words of names do.
  private func isInName(_ range: Range<Int>, _ text: TextSlice) -> Bool {
    guard (0x41...0x5A).contains(text[range.lowerBound]) else { return false }
    var before = range.lowerBound
    while before > 0, text[before - 1] == 0x20 { before -= 1 }
    guard before > 0 else { return false }
    return ![
      UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"),
      UInt8(ascii: ":"),
    ].contains(text[before - 1])
  }

  /// A word with the capitals that another has.
  private static func cased(_ word: String, like typed: String) -> String {
    guard let first = typed.first, first.isUppercase else { return word }
    let isAllCapitals = typed.count > 1 && typed == typed.uppercased()
    return isAllCapitals ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
  }
}
