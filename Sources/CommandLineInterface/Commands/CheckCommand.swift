internal import Diagnostics
internal import Rapporteur
internal import SourceText

extension Command {
  static let check = Command(
    name: "check",
    summary: "Check reports against the rules",
    discussion: settingsNote,
    operand: Operand(
      name: "FILE", help: "a report or a series in YAML; - is standard input", isRepeated: true),
    options: [.mode, .format, .fix, .select, .ignore, .rules, .strict],
    examples: [
      Example("rapporteur check l1.yaml", "while you write"),
      Example("rapporteur check --for circulation series.yaml", "before it goes to delegations"),
      Example("rapporteur check --fix l1.yaml", "mend what can be mended safely"),
      Example(
        "rapporteur check --ignore bracket-pending,number-missing l1.yaml",
        "leave some matters for later"),
    ],
    run: { arguments, desk in try Check(arguments, desk).run() })
}

extension Option {
  fileprivate static let format = Option(
    name: "--format", help: "how findings are reported: text, json, sarif, github or junit",
    value: "FORMAT", choices: ReportFormat.allCases.map(\.rawValue))
  fileprivate static let fix = Option(
    name: "--fix", help: "make the fixes that are safe, then report what is left")
  fileprivate static let select = Option(
    name: "--select", help: "check these rules only", value: "ID,…", isList: true)
  fileprivate static let ignore = Option(
    name: "--ignore", help: "do not check these rules", value: "ID,…", isList: true)
  fileprivate static let strict = Option(
    name: "--strict", help: "fail on warnings too, not on errors alone")
}

/// One run of `check`.
private struct Check {
  private let arguments: Arguments
  private let desk: Desk
  private var registry: Registry
  private var assignments: [Assignment]
  private var isWriteFailed = false

  init(_ arguments: Arguments, _ desk: Desk) throws {
    self.arguments = arguments
    self.desk = desk
    registry = Registry(arguments.operands, standardInput: desk.input)
    assignments = try Assignment.all(of: registry, ruleFolders: arguments.ruleFolders)
    try checkRuleNames()
  }

  consuming func run() -> ExitStatus {
    registry.failures.forEach(desk.complain)
    if arguments.has(.fix) { fix() }
    let record = record()
    // The text of standard input goes to standard output when it is being fixed.
    let stream = isFilter ? desk.errors : desk.output
    let format: ReportFormat = arguments.choice(of: .format) ?? .text
    if !registry.requested.isEmpty {
      format.reporter(ink: desk.ink(for: stream)).report(record, to: stream)
    }
    if format == .text, !registry.requested.isEmpty { desk.say(record.sentence) }
    if isWriteFailed || !registry.failures.isEmpty { return .failed }
    return record.isFailing ? .findings : .clean
  }

  /// Whether the fixed text of standard input is asked for.
  private var isFilter: Bool {
    arguments.has(.fix) && registry.requested.contains { registry.path(of: $0) == nil }
  }

  private func checkRuleNames() throws {
    for name in (arguments.values(of: .select) ?? []) + (arguments.values(of: .ignore) ?? []) {
      let known = assignments.contains { $0.house.secretariat.rule(RuleID(name)) != nil }
      if !known { _ = try (assignments.first?.house.secretariat ?? Secretariat()).known(name) }
    }
  }

  private func options(of house: House) -> CheckOptions {
    var options = CheckOptions()
    options.mode = arguments.mode
    options.selected = arguments.values(of: .select).map { Set($0.map { RuleID($0) }) }
    // Who asks for a rule hears it, whatever the settings say.
    options.ignored = house.settings.ignored.subtracting(options.selected ?? [])
    options.ignored.formUnion((arguments.values(of: .ignore) ?? []).map { RuleID($0) })
    options.severities = house.settings.severities
    return options
  }

  private func record() -> CheckRecord {
    let outcomes = assignments.map { assignment in
      assignment.house.secretariat.check(assignment.documents, options(of: assignment.house))
    }
    let files = assignments.first?.documents.files ?? registry.documents.files
    return CheckRecord(
      lines: LineTables(files), judged: registry.requested,
      diagnostics: outcomes.flatMap(\.diagnostics),
      unlisted: outcomes.reduce(0) { $0 + $1.unlisted },
      failing: arguments.has(.strict) ? .warning : .error,
      summary: { [assignments] id in
        assignments.lazy.compactMap { $0.house.secretariat.rule(id)?.summary }.first
      })
  }

  /// Makes the safe fixes and writes the files that they change.
  private mutating func fix() {
    let fixed = assignments.flatMap { assignment in
      assignment.house.secretariat.fix(assignment.documents, options(of: assignment.house))
    }
    for file in fixed {
      let name = registry.documents[file.file].name
      do throws(Failure) {
        if let path = registry.path(of: file.file) { try file.text.store(at: path) }
        for index in assignments.indices {
          assignments[index].documents[file.file] = SourceFile(name: name, text: file.text)
        }
        desk.say("\(name): mended \(counted(file.mended, "finding"))")
      } catch {
        desk.complain(error)
        isWriteFailed = true
      }
    }
    for file in registry.requested where registry.path(of: file) == nil {
      desk.output.write((assignments.first?.documents ?? registry.documents)[file].text)
    }
  }
}

extension CheckRecord {
  /// What the check found, in a sentence.
  fileprivate var sentence: String {
    var counts = Severity.allCases.reversed().compactMap { severity in
      let number = self.count(of: severity)
      return number == 0 ? nil : counted(number, severity.rawValue)
    }
    if unlisted > 0 { counts.append("\(unlisted) more not listed") }
    let files = counted(judged.count, "file")
    return "\(files) checked: \(counts.isEmpty ? "nothing found" : counts.joined(separator: ", "))"
  }
}
