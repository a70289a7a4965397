internal import Diagnostics
internal import Rapporteur
internal import Sharing
internal import SourceText

/// The judging of a group of files: fixed where that is asked for, checked, and reported.
struct Sitting: Sendable {
  let houses: Houses
  /// Does the shares of the work on a group.
  let crew: Crew
  /// What the user asks for, before the settings of a house have their say.
  let options: CheckOptions
  /// Whether the safe fixes are made first.
  let makesFixes: Bool
  /// The least severity that makes the check fail.
  let failing: Severity
  let reporter: any Reporter
  /// The variables of the environment that say where dictionaries are.
  let environment: [String: String]
  /// The file descriptor of standard input.
  let standardInput: Int32
  /// The path of the version that has been circulated, where one was named.
  let circulated: String?

  /// What came of a group of files.
  struct Outcome: Sendable {
    /// What is said on standard error.
    var sentences: [String] = []
    /// The findings, in the form that was asked for.
    var report = ""
    var tally = CheckTally()
    /// The dictionaries that are not installed.
    var missingDictionaries: Set<String> = []
    /// The text of standard input with its fixes.
    var filtered: TextStorage?
    /// Whether a file could not be read or written.
    var isIncomplete = false
  }

  /// Judges the files at some paths.
  func judge(_ names: [String]) -> Outcome {
    let registry = Registry(names, circulated: circulated, standardInput: standardInput)
    var assignments = Assignment.all(of: registry, by: houses)
    var outcome = Outcome()
    outcome.sentences = registry.failures.flatMap(\.complaints)
    outcome.isIncomplete = !registry.failures.isEmpty
    if makesFixes { fix(registry, &assignments, &outcome) }
    let record = record(registry, assignments, &outcome)
    let output = TextOutput()
    reporter.report(record, to: output)
    outcome.report = output.text
    outcome.tally = CheckTally(record)
    return outcome
  }

  private func options(of house: House, in registry: Registry) -> CheckOptions {
    var options = options
    // Who asks for a rule hears it, whatever the settings say.
    options.ignored.formUnion(house.settings.ignored.subtracting(options.selected ?? []))
    options.severities = house.settings.severities
    options.houseWords = house.settings.words
    options.findingsPerFile = house.settings.limits.findings
    options.circulated = registry.circulated
    return options
  }

  private func record(
    _ registry: Registry, _ assignments: [Assignment], _ outcome: inout Outcome
  ) -> CheckRecord {
    let outcomes = assignments.map { assignment in
      assignment.house.secretariat.working(by: crew).withDictionaries(environment: environment)
        .check(assignment.documents, options(of: assignment.house, in: registry))
    }
    outcome.missingDictionaries.formUnion(outcomes.flatMap(\.missingDictionaries))
    let files = assignments.first?.documents.files ?? registry.documents.files
    return CheckRecord(
      lines: LineTables(files), judged: Set(outcomes.flatMap(\.judged)).sorted(),
      diagnostics: outcomes.flatMap(\.diagnostics),
      unlisted: outcomes.reduce(0) { $0 + $1.unlisted },
      failing: failing,
      summary: { id in
        assignments.lazy.compactMap { $0.house.secretariat.summary(of: id) }.first
      })
  }

  /// Makes the safe fixes and writes the files that they change.
  private func fix(
    _ registry: Registry, _ assignments: inout [Assignment], _ outcome: inout Outcome
  ) {
    for assignment in assignments.indices {
      let house = assignments[assignment].house
      let fixed = house.secretariat.working(by: crew).fix(
        assignments[assignment].documents, options(of: house, in: registry))
      for file in fixed {
        let name = registry.documents[file.file].name
        do throws(Failure) {
          if let path = registry.path(of: file.file) {
            let known = assignments[assignment].documents[file.file].text
            try file.text.store(at: path, replacing: known)
          }
          // A part may be another house's too, which must see what was mended.
          for index in assignments.indices {
            assignments[index].documents[file.file] = SourceFile(name: name, text: file.text)
          }
          outcome.sentences.append("\(name): \(file.summary)")
        } catch {
          outcome.sentences += error.complaints
          outcome.isIncomplete = true
        }
      }
    }
    for file in registry.requested where registry.path(of: file) == nil {
      outcome.filtered = (assignments.first?.documents ?? registry.documents)[file].text
    }
  }
}

extension FixedFile {
  /// What was mended, the most frequent first: `mended 3 findings (2 quote-straight, 1 stop-missing)`.
  fileprivate var summary: String {
    let rules = mended.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    return "mended \(counted(mended.values.reduce(0, +), "finding")) (\(rules))"
  }
}
