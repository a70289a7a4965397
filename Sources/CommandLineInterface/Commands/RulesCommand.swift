internal import Diagnostics
internal import Rapporteur

extension Command {
  static let rules = Command(
    name: "rules",
    summary: "List the rules, or test them by their examples",
    operand: nil,
    options: [.format, .test, .rules],
    examples: [
      Example("rapporteur rules", "see what is checked"),
      Example("rapporteur rules --rules our-rules --test", "after you have written a rule"),
    ],
    run: listRules)

  private static func listRules(_ arguments: Arguments, _ desk: Desk) throws -> ExitStatus {
    let house = try House(of: Path("."), ruleFolders: arguments.ruleFolders)
    let isJSON = arguments.value(of: .format) == "json"
    if arguments.has(.test) { return test(house.secretariat, asJSON: isJSON, desk) }
    let rules = house.secretariat.rules
    if isJSON {
      for rule in rules { desk.output.write(rule.json.text + "\n") }
    } else {
      list(rules, on: desk)
    }
    return .clean
  }

  private static func test(_ secretariat: Secretariat, asJSON isJSON: Bool, _ desk: Desk)
    -> ExitStatus
  {
    let (examples, failures, untested) =
      secretariat.withDictionaries(environment: desk.environment).testRules()
    untested.forEach(desk.say)
    if isJSON {
      let record: JSON = [
        "examples": .integer(examples), "failures": .array(failures.map { .string($0) }),
      ]
      desk.output.write(record.text + "\n")
    } else {
      for failure in failures { desk.output.write(failure + "\n") }
      let verdict =
        failures.isEmpty
        ? "all do as they say" : "\(counted(failures.count, "fault"))"
      desk.output.write("\(counted(examples, "example")) run: \(verdict)\n")
    }
    return failures.isEmpty ? .clean : .findings
  }

  private static func list(_ rules: [RuleDescription], on desk: Desk) {
    let ink = desk.ink(for: desk.output)
    let width = rules.map(\.id.name.utf8.count).max() ?? 0
    let left = String(repeating: " ", count: width + 4)
    let room = max((desk.output.terminalWidth ?? .max) - left.count, 20)
    var group: String?
    for rule in rules {
      if rule.group != group {
        desk.output.write((group == nil ? "" : "\n") + ink(.bold, rule.group) + "\n")
        group = rule.group
      }
      let summary = rule.summary.wrapped(to: room).joined(separator: "\n" + left)
      desk.output.write("  \(rule.id.name.padded(to: width))  \(summary)\n")
    }
  }
}

extension Option {
  fileprivate static let format = Option(
    name: "--format", help: "text, or json: an object a line for each rule", value: "FORMAT",
    choices: ["text", "json"])
  fileprivate static let test = Option(
    name: "--test", help: "run the examples of every rule instead")
}

extension RuleDescription {
  fileprivate var json: JSON {
    let severity = Mode.allCases.map { mode in
      (key: mode.rawValue, value: severities[mode].map { JSON.string($0.rawValue) } ?? .null)
    }
    return [
      "id": .string(id.name),
      "group": .string(group),
      "summary": .string(summary),
      "explanation": .string(explanation),
      "authority": .string(authority),
      "severity": .object(severity),
    ]
  }
}
