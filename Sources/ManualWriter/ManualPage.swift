internal import CommandLineInterface
internal import Diagnostics
internal import Rapporteur

/// A page of the manual.
struct ManualPage {
  let name: String
  let text: String

  /// - Parameters:
  ///   - title: What stands above the page.
  ///   - abstract: The page in one sentence.
  ///   - source: The files that the page is made from.
  init(_ name: String, title: String, abstract: String, source: String, sections: [String]) {
    self.name = name
    text =
      """
      # \(title)

      \(abstract)

      <!-- Written by "swift run ManualWriter" from \(source). -->


      """ + sections.joined(separator: "\n")
  }
}

extension ManualPage {
  /// Every page.
  static var all: [ManualPage] { [commands] + rules }

  /// The page of the commands: what `--help` says of each.
  private static var commands: ManualPage {
    ManualPage(
      "Commands", title: "Commands", abstract: "What each command does, and what it takes.",
      source: "Sources/CommandLineInterface/Commands",
      sections: HelpPage.ofEachCommand.map { command, page in
        "## \(command)\n\n\(Self.code(page, in: "text"))"
      })
  }

  /// A page for each group of rules.
  private static var rules: [ManualPage] {
    let groups = Dictionary(grouping: Secretariat().rules, by: \.group)
    return groups.sorted { $0.key < $1.key }.map { group, rules in
      ManualPage(
        "Rules-\(group)", title: "Rules: \(group)",
        abstract: "What `check` holds a report to, and on whose authority.",
        source: "Rules/\(group)", sections: rules.map(section))
    }
  }

  /// A rule with the first of its examples of each kind; `explain` shows them all.
  private static func section(_ rule: RuleDescription) -> String {
    var section = """
      ## \(rule.id)

      **\(rule.summary).** \(rule.explanation)

      - Severity: \(severities(of: rule))
      - Authority: \(rule.authority)


      """
    if let right = rule.passes.first { section += "Right:\n\n" + code(right, in: "yaml") + "\n" }
    if let wrong = rule.fails.first { section += "Wrong:\n\n" + code(wrong.source, in: "yaml") }
    return section
  }

  /// "error", or where it is not the same throughout, "note in drafting, error in circulation, …".
  private static func severities(of rule: RuleDescription) -> String {
    let words = Mode.allCases.map { rule.severities[$0]?.rawValue ?? "silent" }
    guard Set(words).count > 1 else { return words[0] }
    return zip(words, Mode.allCases).map { "\($0) in \($1.rawValue)" }.joined(separator: ", ")
  }

  private static func code(_ text: String, in language: String) -> String {
    "```\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")```\n"
  }
}
