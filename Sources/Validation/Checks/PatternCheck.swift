internal import Diagnostics
internal import Patterns
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// Looks for the patterns that rule files have.
struct PatternCheck: TextCheck, Sendable {
  private var searches: [PatternSearch]
  private var triggers = TriggerTable()

  init(_ library: RuleLibrary) {
    searches = library.rules(of: .pattern).compactMap { rule in
      rule.parameters.pattern.map { PatternSearch(rule.id, $0) }
    }
    for (index, search) in searches.enumerated() {
      for trigger in search.triggers { triggers.insert(trigger, of: index) }
    }
  }

  /// The check with its patterns compiled, for many reports.
  var prepared: PatternCheck {
    var check = self
    for index in check.searches.indices { check.searches[index].prepare() }
    return check
  }

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard triggers.read(passage.text.text) else { return }
    for index in searches.indices where triggers.occurs(for: index) {
      searches[index].search(passage, prose, context)
    }
  }

  mutating func join(_ next: PatternCheck, _ findings: inout [Finding]) {
    for index in searches.indices { searches[index].join(next.searches[index]) }
  }

  func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    for search in searches { findings += search.findings }
  }
}

/// One pattern, compiled when one of its triggers first occurs.
private struct PatternSearch: Sendable {
  private let rule: RuleID
  private let parameters: PatternParameters
  let triggers: [TextSlice]
  private var pattern: Pattern?
  private var searches = 0
  /// The time that the searches in a file may take.
  private var budget = SearchBudget(milliseconds: 2_000)
  /// Whether the pattern took too long; it is not tried again.
  private var isGivenUp = false
  private(set) var findings: [Finding] = []

  init(_ rule: RuleID, _ parameters: PatternParameters) {
    self.rule = rule
    self.parameters = parameters
    triggers = Array(parameters.triggers)
  }

  mutating func prepare() {
    searches = Self.manySearches
    pattern = try? compiled()
  }

  /// Takes over what another has found in the texts after these, where this one has not given up.
  mutating func join(_ next: PatternSearch) {
    guard !isGivenUp else { return }
    isGivenUp = next.isGivenUp
    findings += next.findings
  }

  mutating func search(_ passage: Passage, _ prose: Prose, _ context: CheckContext) {
    guard !isGivenUp, !parameters.silentIn.contains(passage.role) else { return }
    do {
      searches += 1
      if searches == Self.manySearches { self.pattern = nil }
      let pattern = try self.pattern ?? compiled()
      self.pattern = pattern
      var zones = ZoneMap(prose)
      for groups in try pattern.matches(in: passage.text.text, within: &budget) {
        guard let range = groups[0], !range.isEmpty, !zones.isIn(parameters.silentIn, range)
        else { continue }
        findings.append(finding(at: range, groups, passage, context))
      }
    } catch {
      isGivenUp = true
      let hasSpentAll = error as? Pattern.SearchFault == .budgetSpent
      findings.append(
        Finding(
          rule, at: context.place(passage.text.range),
          hasSpentAll
            ? "the pattern of the rule \(rule) takes too long on this file; from here on it was "
              + "given up"
            : "the pattern of the rule \(rule) takes too long on this text; it was given up",
          ceiling: .warning))
    }
  }

  /// How many texts are searched before it pays to have machine code made of the pattern.
  private static let manySearches = 50

  private func compiled() throws -> Pattern {
    try Pattern(
      parameters.pattern, ignoresCase: parameters.ignoresCase,
      usesUnicodeProperties: parameters.usesUnicodeProperties,
      isForManySearches: searches >= Self.manySearches)
  }

  private func finding(
    at range: Range<Int>, _ groups: [Range<Int>?], _ passage: Passage, _ context: CheckContext
  ) -> Finding {
    let texts = groups.map { $0.map { passage.text.text[$0].string } ?? "" }
    let replacement = parameters.replacement(for: texts)
    return Finding(
      rule, at: context.place(passage.text, range), parameters.message(for: texts),
      caption: replacement,
      fixes: replacement.map {
        context.rewriting(passage.text, range, as: $0, isSafe: parameters.isSafe)
      } ?? [])
  }
}
