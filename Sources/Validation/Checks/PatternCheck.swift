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
  private var pairs = BytePairs()

  init(_ library: RuleLibrary) {
    searches = library.rules(of: .pattern).compactMap { rule in
      rule.parameters.pattern.map { PatternSearch(rule.id, $0) }
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
    guard !searches.isEmpty else { return }
    pairs.read(passage.text.text)
    for index in searches.indices where searches[index].mayMatch(passage.text.text, pairs) {
      searches[index].search(passage, prose, context, &findings)
    }
  }
}

/// One pattern, compiled when one of its triggers first occurs.
private struct PatternSearch: Sendable {
  private let rule: RuleID
  private let parameters: PatternParameters
  private let triggers: [Trigger]
  private var pattern: Pattern?
  private var searches = 0
  /// Whether the pattern took too long once; it is not tried again.
  private var isGivenUp = false

  private struct Trigger: Sendable {
    let text: TextSlice
    /// The keys of its pairs of bytes.
    let pairs: [Int]
  }

  init(_ rule: RuleID, _ parameters: PatternParameters) {
    self.rule = rule
    self.parameters = parameters
    triggers = parameters.triggers.map {
      let text = TextSlice($0)
      return Trigger(text: text, pairs: BytePairs.keys(of: text))
    }
  }

  func mayMatch(_ text: TextSlice, _ pairs: BytePairs) -> Bool {
    triggers.contains { trigger in
      trigger.pairs.isEmpty
        ? text.firstOffset(of: trigger.text[0]) != nil
        : trigger.pairs.allSatisfy(pairs.mayContain)
          && (trigger.pairs.count == 1 || text.firstRange(of: trigger.text) != nil)
    }
  }

  mutating func prepare() {
    searches = Self.manySearches
    pattern = try? compiled()
  }

  mutating func search(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard !isGivenUp, !parameters.silentIn.contains(passage.role) else { return }
    do {
      searches += 1
      if searches == Self.manySearches { self.pattern = nil }
      let pattern = try self.pattern ?? compiled()
      self.pattern = pattern
      for groups in try pattern.matches(in: passage.text.text) {
        guard let range = groups[0], !range.isEmpty, !parameters.silentIn.cover(range, of: prose)
        else { continue }
        findings.append(finding(at: range, groups, passage, context))
      }
    } catch {
      isGivenUp = true
      findings.append(
        Finding(
          rule, at: context.place(passage.text.range),
          "the pattern of the rule \(rule) takes too long on this text; it was given up",
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

/// Which pairs of bytes may occur in a text: the most that can be known of it in one look at each
/// byte.
private struct BytePairs: Sendable {
  /// For each key the number of the text in which it occurred last.
  private var seen = [UInt32](repeating: 0, count: 1 << 12)
  private var number: UInt32 = 0

  mutating func read(_ text: TextSlice) {
    number &+= 1
    text.withBytes { bytes in
      seen.withUnsafeMutableBufferPointer { seen in
        var last: UInt8 = 0
        for byte in bytes {
          seen[Self.key(last, byte)] = number
          last = byte
        }
      }
    }
  }

  /// Whether a pair with a key may occur in the text that was read last.
  func mayContain(_ key: Int) -> Bool { seen[key] == number }

  static func keys(of text: TextSlice) -> [Int] {
    (1..<max(text.count, 1)).map { key(text[$0 - 1], text[$0]) }
  }

  @inline(__always)
  private static func key(_ first: UInt8, _ second: UInt8) -> Int {
    Int(((UInt32(first) << 8 | UInt32(second)) &* 0x9E37_79B1) >> 20)
  }
}
