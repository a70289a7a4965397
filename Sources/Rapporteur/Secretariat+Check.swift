internal import Collation
internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import Sharing
internal import SourceText
internal import Validation
internal import YAMLSyntax

/// What was found in a file.
struct Judgement {
  let reported: [Finding]
  /// What a comment in the file allows.
  let allowed: [Finding]
}

extension Documents {
  /// Whether the files are so long that to check them takes longer than to begin another thread.
  fileprivate var areWorthSharing: Bool { files.reduce(0) { $0 + $1.text.count } >= 1 << 16 }
}

extension Secretariat {
  /// Checks the requested files.
  public func check(_ documents: Documents, _ options: CheckOptions = CheckOptions())
    -> CheckOutcome
  {
    var verdict = Verdict(library, options)
    var listed: [Diagnostic] = []
    var unlisted = 0
    let proofreading = proofreading(options)
    let circulated = options.circulated.flatMap { self.circulation(of: $0, in: documents) }
    listed += circulated?.obstacles ?? []
    let kinds = kinds(for: options)
    let crew = documents.areWorthSharing ? crew : .ofOne
    let reading = { @Sendable [limits] in
      ProceedingsReader.read(documents, within: limits, by: crew)
    }
    let (secretariat, read) =
      kinds.count == CheckKind.allCases.count
      ? prepared(by: crew, during: reading) : (self, reading())
    for proceedings in read {
      for judgement in secretariat.judge(
        proceedings, for: options.mode, by: kinds, with: proofreading,
        since: circulated?.version, crew: crew)
      {
        let diagnostics = judgement.reported.compactMap { verdict.diagnostic($0) }.withoutEchoes
          .sorted(by: Self.precedes)
        listed += diagnostics.prefix(options.findingsPerFile)
        unlisted += max(diagnostics.count - options.findingsPerFile, 0)
      }
    }
    proofreading?.keepRecords()
    return CheckOutcome(
      judged: read.flatMap(\.judged), diagnostics: listed, unlisted: unlisted,
      missingDictionaries: proofreading?.missingDictionaries.sorted() ?? [])
  }

  /// The dictionaries for a check; nil where nobody wants to hear of misspelled words.
  private func proofreading(_ options: CheckOptions) -> Proofreading? {
    let isWanted = CheckKind.spelling.faults.contains { rule in
      options.selected?.contains(rule) ?? true && !options.ignored.contains(rule)
        && options.severities[rule] != .some(nil)
    }
    return isWanted ? shelf.map { Proofreading(with: $0, words: options.houseWords) } : nil
  }

  /// The kinds of checks of which the selected rules are.
  ///
  /// Whether a comment in a file allows something is known only when all have run.
  private func kinds(for options: CheckOptions) -> [CheckKind] {
    guard let selected = options.selected,
      selected.isDisjoint(with: CheckKind.suppression.faults)
    else { return CheckKind.allCases }
    let ofOneKind = CheckKind.allCases.filter { !selected.isDisjoint(with: $0.faults) }
    let isAll = selected.isSubset(of: ofOneKind.flatMap(\.faults))
    return isAll ? ofOneKind : ofOneKind + CheckKind.allCases.filter(\.faults.isEmpty)
  }

  /// Judges the requested parts, and the files without which these cannot be judged.
  /// - Parameters:
  ///   - kinds: The kinds of checks to run.
  ///   - proofreading: Where words are looked up; nil where none are.
  ///   - circulated: The version whose numbers stay.
  ///   - crew: Does the shares of the check.
  /// - Returns: What was found in each file, in the order of the files.
  func judge(
    _ proceedings: Proceedings, for mode: Mode, by kinds: [CheckKind] = CheckKind.allCases,
    with proofreading: Proofreading? = nil, since circulated: Version? = nil,
    crew: Crew = .ofOne
  ) -> [Judgement] {
    var judgements: [FileID: Judgement] = [:]
    for file in proceedings.unjudged {
      let found = proceedings.findings[file] ?? []
      let faults = file == proceedings.seriesFile ? declarationFaults(of: proceedings) : []
      judgements[file] = Judgement(reported: found + faults, allowed: [])
    }
    let identifiers = IdentifierIndex(proceedings.series)
    let numbers =
      proceedings.isReadable && !proceedings.series.parts.isEmpty
      ? circulated.map { self.numbers(of: proceedings, since: $0) } : nil
    for part in proceedings.requested {
      let report = proceedings.series.parts[part]
      guard let tree = proceedings.trees[report.id] else { continue }
      var findings = proceedings.findings[report.id] ?? []
      let causes = Causes(findings, in: report.file)
      if proceedings.isReadable, proceedings.hasKeys(inPart: part) {
        let style = HouseStyle(of: report, in: library)
        findings += style.findings
        // Words are looked up when all shares are done.
        nonisolated(unsafe) let proofreading = proofreading
        let validator = Validator { [checks, library] in
          CheckContext(
            series: proceedings.series, identifiers: identifiers, part: part,
            profile: style.profile, language: style.language, mode: mode, library: library,
            proofreading: proofreading, circulated: numbers, prepared: checks,
            isFragmentary: proceedings.isFragmentary)
        }
        findings += validator.findings(by: kinds, with: crew).filter { finding in
          !causes.explainLine(finding) && !(causes.explainWord(finding) && isOnWords(finding))
        }
      }
      findings.removeAll(where: causes.explainValue)
      let isSpellingJudged = proofreading?.missingDictionaries.isEmpty ?? false
      let (reported, allowed) = Suppressions(in: tree, id: report.id) { library.ruleIDs }
        .applied(to: findings) { rule in
          library.ruleWithoutExamples(rule)?.severity[mode] == nil
            || !isSpellingJudged && CheckKind.spelling.faults.contains(rule)
        }
      judgements[report.id] = Judgement(reported: reported, allowed: allowed)
    }
    return judgements.sorted { $0.key < $1.key }.map(\.value)
  }

  private func isOnWords(_ finding: Finding) -> Bool {
    library.ruleWithoutExamples(finding.rule)?.kind.readsWords ?? false
  }

  /// Why a report cannot be read, or a series as a whole.
  /// - Parameter isMerged: Whether the parts are to be merged, to which end every value must be read
  ///   that no comment allows to be as it is.
  func obstaclesToReading(_ proceedings: Proceedings, isMerged: Bool = false) -> [Diagnostic] {
    var verdict = Verdict(library, CheckOptions())
    let files = isMerged ? Set(proceedings.findings.keys) : proceedings.unfaithful
    let unread = files.sorted().flatMap { file in
      let found = proceedings.findings[file] ?? []
      guard !proceedings.unfaithful.contains(file), let tree = proceedings.trees[file] else {
        return found
      }
      return Suppressions(in: tree, id: file) { library.ruleIDs }.applied(to: found) { _ in true }
        .reported.filter { CheckKind.source.faults.contains($0.rule) }
    }
    // A report can be read without its series, but a series not without its parts.
    let absences = proceedings.seriesFile == nil ? [] : proceedings.absences
    let faults = unread.filter { finding in
      !proceedings.absences.contains { $0.place == finding.place }
    }
    let declaration =
      isMerged ? declarationFaults(of: proceedings) : [emptySeries(proceedings)].compactMap { $0 }
    return (declaration + absences + faults).compactMap { verdict.diagnostic($0) }
      .filter { $0.severity == .error }
  }

  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let (a, b) = (left.finding, right.finding)
    if a.place.range.start != b.place.range.start {
      return a.place.range.start < b.place.range.start
    }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.message < b.message
  }
}
