internal import Diagnostics
internal import Glibc
internal import Rapporteur
internal import Sharing
internal import SourceText

extension Command {
  static let check = Command(
    name: "check",
    summary: "Check reports against the rules",
    discussion: settingsNote,
    operand: Operand(
      name: "FILE",
      help: "a report or a series in YAML, or a folder of them; - is standard input",
      candidates: .reports, isRepeated: true),
    options: [
      .mode, .format, .fix, .select, .ignore, .circulated, .rules, .strict, .jobs,
    ],
    examples: [
      Example("rapporteur check l1.yaml", "while you write"),
      Example("rapporteur check --for circulation series.yaml", "before it goes to delegations"),
      Example("rapporteur check --fix l1.yaml", "mend what can be mended safely"),
      Example("rapporteur check reports", "all reports in a folder and the folders in it"),
      Example(
        "rapporteur check --circulated old/l1.yaml l1.yaml",
        "see that every number that delegations have stands"),
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
    name: "--select", help: "check these rules only", value: "ID,…",
    candidates: .rules, isList: true)
  fileprivate static let ignore = Option(
    name: "--ignore", help: "do not check these rules", value: "ID,…",
    candidates: .rules, isList: true)
  fileprivate static let strict = Option(
    name: "--strict", help: "fail on warnings too, not on errors alone")
  fileprivate static let jobs = Option(
    name: "--jobs", help: "how many files to check at once; as many as there are processors",
    value: "NUMBER")
}

/// One run of `check`.
private struct Check {
  private let arguments: Arguments
  private let desk: Desk
  private let docket: Docket
  private let sitting: Sitting
  /// How many groups of files are judged at once.
  private let crew: Crew

  init(_ arguments: Arguments, _ desk: Desk) throws {
    self.arguments = arguments
    self.desk = desk
    docket = Docket(arguments.operands)
    let folders = docket.groups.joined().map { $0 == "-" ? Path(".") : Path($0).folder }
    let houses = try Houses(of: folders, ruleFolders: arguments.ruleFolders)
    try Self.checkRuleNames(in: arguments, by: houses)
    let format: ReportFormat = arguments.choice(of: .format) ?? .text
    crew = try Self.crew(arguments)
    let stream = arguments.isFilter ? desk.errors : desk.output
    // Of many files each is another's share.
    let isOfMany = docket.groups.count > 1
    sitting = Sitting(
      houses: isOfMany ? houses.preparedForMany() : houses, crew: isOfMany ? .ofOne : crew,
      options: arguments.checkOptions, makesFixes: arguments.has(.fix),
      failing: arguments.has(.strict) ? .warning : .error,
      reporter: format.reporter(ink: desk.ink(for: stream)), environment: desk.environment,
      standardInput: desk.input, circulated: try arguments.circulated())
  }

  private static func checkRuleNames(in arguments: Arguments, by houses: Houses) throws {
    for name in (arguments.values(of: .select) ?? []) + (arguments.values(of: .ignore) ?? []) {
      let known = houses.all.contains { $0.secretariat.rule(RuleID(name)) != nil }
      if !known { _ = try (houses.all.first?.secretariat ?? Secretariat()).known(name) }
    }
  }

  /// How many of the files that were passed over are named.
  private static let mostNames = 5

  func run() throws -> ExitStatus {
    let work = OrderedWork(count: docket.groups.count, threads: crew.size) {
      [sitting, groups = docket.groups] in sitting.judge(groups[$0])
    }
    var minutes = Minutes(sitting.reporter, to: arguments.isFilter ? desk.errors : desk.output)
    var missingDictionaries: Set<String> = []
    var progress = Progress(of: docket.groups.count, at: desk)
    work.run { index, outcome in
      if !outcome.sentences.isEmpty || !outcome.report.isEmpty { progress?.clear() }
      outcome.sentences.forEach(desk.say)
      if let text = outcome.filtered { desk.output.write(text) }
      minutes.add(outcome)
      missingDictionaries.formUnion(outcome.missingDictionaries)
      progress?.show(index + 1)
    }
    progress?.clear()
    if !docket.others.isEmpty {
      let named = docket.others.prefix(Self.mostNames).joined(separator: ", ")
      let more = docket.others.count - Self.mostNames
      desk.say(
        "passed over, since \(docket.others.count == 1 ? "it is no report" : "they are no reports"): "
          + named + (more > 0 ? " and \(more) more" : ""))
    }
    docket.failures.flatMap(\.complaints).forEach(desk.say)
    if !docket.failures.isEmpty { minutes.noteIncomplete() }
    for dictionary in missingDictionaries.sorted() {
      desk.say("spelling is not checked: the hunspell dictionary \(dictionary) is not installed")
    }
    return minutes.close(arguments.choice(of: .format) == ReportFormat.text ? desk : nil)
  }

  private static func crew(_ arguments: Arguments) throws(Failure) -> Crew {
    guard let typed = arguments.value(of: .jobs) else { return .ofProcessors }
    guard let number = Int(typed), number > 0, number <= 256 else {
      throw Failure("--jobs takes a number from 1 to 256, not \(typed)")
    }
    return .ofThreads(number)
  }
}

extension Arguments {
  fileprivate var checkOptions: CheckOptions {
    var options = CheckOptions()
    options.mode = mode
    options.selected = values(of: .select).map { Set($0.map { RuleID($0) }) }
    options.ignored = Set((values(of: .ignore) ?? []).map { RuleID($0) })
    return options
  }

  /// Whether the fixed text of standard input is asked for.
  fileprivate var isFilter: Bool { has(.fix) && operands.contains("-") }
}
