internal import Diagnostics
internal import Rapporteur

extension Command {
  static let explain = Command(
    name: "explain",
    summary: "Explain a rule, with its source and examples",
    operand: Operand(
      name: "ID", help: "the rule, as it stands in brackets after a finding", candidates: .rules),
    options: [.rules],
    examples: [
      Example("rapporteur explain number-out-of-sequence", "when a finding puzzles you")
    ],
    run: { arguments, desk in
      let house = try House(of: Path("."), ruleFolders: arguments.ruleFolders)
      for name in arguments.operands {
        let id = try house.secretariat.known(name)
        guard let rule = house.secretariat.rule(id) else { continue }
        let page = RulePage(rule: rule, ink: desk.ink(for: desk.output), width: desk.textWidth)
        desk.output.write(page.text)
      }
      return .clean
    })
}

/// A rule as a page of a manual.
struct RulePage {
  let rule: RuleDescription
  let ink: Ink
  /// The most columns of a line of prose.
  let width: Int

  var text: String {
    var page = "\(ink(.bold, rule.id.name)) (\(rule.group))\n\n"
    page += prose(rule.summary) + "\n"
    page += section("Severity", Mode.allCases.map(severity).joined())
    page += section("Why", paragraphs(rule.explanation))
    page += section("Authority", prose(rule.authority))
    if !rule.passes.isEmpty {
      page += section("Right", rule.passes.map(source).joined(separator: "\n"))
    }
    if !rule.fails.isEmpty {
      page += section("Wrong", rule.fails.map(failing).joined(separator: "\n"))
    }
    return String(page.dropLast())
  }

  private func section(_ title: String, _ body: String) -> String {
    "\(ink(.bold, title))\n\(body)\n"
  }

  private func severity(_ mode: Mode) -> String {
    let severity = rule.severities[mode]
    let word = severity.map { ink($0.colour, $0.rawValue) } ?? "silent"
    return "    \(mode.rawValue.padded(to: 13))\(word)\n"
  }

  private func prose(_ text: String) -> String {
    text.wrapped(to: max(width - 4, 20)).map { "    \($0)\n" }.joined()
  }

  private func paragraphs(_ text: String) -> String {
    text.split(separator: "\n\n").map { prose(String($0)) }.joined(separator: "\n")
  }

  private func source(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .reversed().drop { $0.isEmpty }.reversed()
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }
      .joined()
  }

  private func failing(_ example: RuleDescription.FailingExample) -> String {
    var text = source(example.source)
    if let says = example.says { text += prose("→ … \(says) …") }
    if let fixed = example.fixed { text += "    → \(ink(.green, "becomes"))\n" + source(fixed) }
    return text
  }
}
