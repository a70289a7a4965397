public import Diagnostics
internal import RuleLibrary
internal import SourceText

extension Secretariat {
  /// The names of the profiles that `new` can begin.
  public var profileNames: [String] { library.profileNames }

  /// All rules, by group and then by identifier.
  public var rules: [RuleDescription] {
    library.ruleIDs.compactMap(rule).sorted { ($0.group, $0.id) < ($1.group, $1.id) }
  }

  /// The identifiers of all rules, in alphabetical order.
  public var ruleIDs: [RuleID] { library.ruleIDs }

  /// A rule, or nil where there is none of that name.
  public func rule(_ id: RuleID) -> RuleDescription? {
    library.rule(id).map(RuleDescription.init)
  }

  /// What a rule says in one sentence, or nil where there is none of that name.
  public func summary(of rule: RuleID) -> String? { library.ruleWithoutExamples(rule)?.summary }

  /// Runs the examples of every rule, also with a byte order mark, CRLF line ends and a multi-byte
  /// prefix.
  /// - Returns: The number of examples run, a sentence for each that does not do as it says, and
  ///   one for each rule that cannot be tested here.
  public func testRules() -> (examples: Int, failures: [String], untested: [String]) {
    let prepared = decoded
    var examples = 0
    var failures: [String] = []
    var untested: [String] = []
    for id in library.ruleIDs {
      guard let rule = library.rule(id) else {
        failures.append("\(id): the rule file cannot be read")
        continue
      }
      let trial = RuleTrial(rule, prepared)
      if let obstacle = trial.obstacle {
        untested.append("\(id) is not tested: \(obstacle)")
        continue
      }
      for (example, passes) in rule.passes.map({ ($0, true) }) + rule.fails.map({ ($0, false) }) {
        examples += 1
        failures += trial.failures(of: example, passes: passes)
      }
    }
    return (examples, failures, untested)
  }
}

extension RuleDescription {
  init(_ rule: Rule) {
    var severities: [Mode: Severity] = [:]
    for mode in Mode.allCases { severities[mode] = rule.severity[mode] }
    self.init(
      id: rule.id, group: rule.group, summary: rule.summary, explanation: rule.explanation,
      authority: rule.authority, severities: severities, passes: rule.passes.map(\.shown),
      fails: rule.fails.map {
        FailingExample(
          source: $0.shown, says: $0.says, marks: $0.marks, fixed: $0.fixed?.excerpt)
      })
  }
}

extension RuleExample {
  /// The source as it is shown, after the one that was circulated or the part before.
  fileprivate var shown: String {
    if let after {
      return "# The part before\n\(after.excerpt)\n# The part\n\(source.excerpt)"
    }
    guard let circulated else { return source.excerpt }
    return "# As it was circulated\n\(circulated.excerpt)\n# As it stands now\n\(source.excerpt)"
  }
}

/// Holds the examples of a rule against what the checks say of them.
private struct RuleTrial {
  private let rule: Rule
  private let secretariat: Secretariat

  init(_ rule: Rule, _ secretariat: Secretariat) {
    self.rule = rule
    self.secretariat = secretariat
  }

  /// A way to write the same source with other bytes.
  private struct Disguise {
    let name: String
    let lineBreak: String
    let prefix: String

    static let all = [
      Disguise(name: "as it is", lineBreak: "\n", prefix: ""),
      Disguise(name: "with a byte order mark", lineBreak: "\n", prefix: "\u{FEFF}"),
      Disguise(name: "with CRLF", lineBreak: "\r\n", prefix: ""),
      Disguise(name: "after multi-byte text", lineBreak: "\n", prefix: "# é, 決議, 🕊\n"),
    ]

    func file(_ example: RuleExample, _ source: String) -> SourceFile {
      let bytes = Array(lines(prefix).utf8) + example.encoding.bytes(of: lines(source))
      return SourceFile(name: "example.yaml", text: TextStorage(copying: bytes))
    }

    func lines(_ text: String) -> String {
      lineBreak == "\n"
        ? text
        : text.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: lineBreak)
    }
  }

  func failures(of example: RuleExample, passes: Bool) -> [String] {
    Disguise.all.compactMap { disguise in
      let complaint =
        passes
        ? self.complaint(ofPassing: example, disguise) : complaint(ofFailing: example, disguise)
      return complaint.map {
        "\(rule.id), \(disguise.name): \($0)\n\(example.source.excerpt)"
      }
    }
  }

  /// Why the rule cannot be tested here; nil where it can.
  var obstacle: String? {
    guard rule.kind == .spelling, let example = rule.fails.first else { return nil }
    if secretariat.shelf == nil { return "no words are looked up" }
    let missing = outcome(of: example, Disguise.all[0]).missingDictionaries.first
    return missing.map { "the hunspell dictionary \($0) is not installed" }
  }

  private func outcome(of example: RuleExample, _ disguise: Disguise) -> CheckOutcome {
    var options = CheckOptions()
    options.mode = example.mode
    options.selected = [rule.id]
    var documents = Documents()
    let file = documents.add(
      disguise.file(example, example.source.whole), isRequested: example.after == nil)
    if let after = example.after {
      let paths = ["before.yaml", "example.yaml"]
      let series = documents.add(
        SourceFile(name: "series.yaml", contents: "parts: [\(paths.joined(separator: ", "))]\n"),
        isRequested: true)
      documents.relate(
        series, path: paths[0],
        to: documents.add(disguise.file(example, after.whole), isRequested: false))
      documents.relate(series, path: paths[1], to: file)
    }
    if let circulated = example.circulated {
      options.circulated = documents.add(
        disguise.file(example, circulated.whole), isRequested: false)
    }
    let outcome = secretariat.check(documents, options)
    return CheckOutcome(
      diagnostics: outcome.diagnostics.filter { $0.finding.place.file == file },
      missingDictionaries: outcome.missingDictionaries)
  }

  private func complaint(ofPassing example: RuleExample, _ disguise: Disguise) -> String? {
    return outcome(of: example, disguise).diagnostics.first.map {
      "should pass, but: \($0.finding.message)"
    }
  }

  private func complaint(ofFailing example: RuleExample, _ disguise: Disguise) -> String? {
    let file = disguise.file(example, example.source.whole)
    let diagnostics = outcome(of: example, disguise).diagnostics
    guard !diagnostics.isEmpty else { return "should fail, but nothing is said" }
    let said = diagnostics.map { diagnostic in
      (diagnostic.finding.message, file.slice(diagnostic.finding.place.range).string)
    }
    let isSaid = said.contains { message, marked in
      message.contains(example.says ?? "")
        && (example.marks.map { disguise.lines($0) == marked } ?? true)
    }
    guard isSaid else {
      let all = said.map { "“\($0)” at “\($1)”" }.joined(separator: "; ")
      return "should say “\(example.says ?? "")” at “\(example.marks ?? "…")”, but says \(all)"
    }
    guard let expected = example.fixed else { return nil }
    var script = EditScript()
    for fix in diagnostics.compactMap(\.finding.fixes.first) {
      script.insert(all: fix.edits.lazy.map(\.edit))
    }
    let fixed = script.applied(to: file.text).all
    return fixed == disguise.file(example, expected.whole).text.all
      ? nil : "the fix gives\n\(fixed)"
  }
}
