internal import Rapporteur

/// The help of the program and of its commands, made from their definitions.
package enum HelpPage {
  private static let width = 80

  /// The name of every command with its page.
  package static var ofEachCommand: [(command: String, page: String)] {
    Command.all.map { ($0.name, of($0)) }
  }

  /// The command lines that lead from the first draft to the printed text.
  package static var firstSteps: [String] {
    [
      "rapporteur new draft-report -o l1.yaml",
      "rapporteur check l1.yaml",
      "rapporteur renumber l1.yaml",
      "rapporteur check --for circulation l1.yaml",
      "rapporteur render l1.yaml -o l1.md",
    ]
  }

  static func ofProgram() -> String {
    var page = """
      Rapporteur checks, renumbers and prints the reports of meetings.

      Usage: rapporteur COMMAND [options] [FILE…]

      Commands

      """
    page += table(Command.all.map { ($0.name, $0.summary) })
    page += "\nFrom the first draft to the printed text\n"
    page += firstSteps.map { "  \($0)\n" }.joined()
    page += """

      rapporteur COMMAND --help explains a command; rapporteur --version says which
      version this is.

      """
    return page
  }

  static func of(_ command: Command) -> String {
    var page = "\(command.summary).\n\nUsage: rapporteur \(command.name)"
    if !command.options.isEmpty { page += " [options]" }
    if let operand = command.operand {
      let name = operand.isRepeated ? "\(operand.name)…" : operand.name
      page += " \(name)\n\n" + table([(name, operand.help)])
    } else {
      page += "\n"
    }
    if case .profiles? = command.operand?.candidates {
      let names = Secretariat().profileNames.alternatives
      page +=
        "\n" + lines("The kinds are \(names), and those of your own rules.".wrapped(to: width))
    }
    for paragraph in command.discussion.split(separator: "\n\n") {
      page += "\n" + lines(String(paragraph).wrapped(to: width))
    }
    if !command.options.isEmpty {
      page += "\nOptions\n" + table(command.options.map { ($0.synopsis, $0.help) })
    }
    page += "\nExamples\n"
    for example in command.examples {
      page += "  \(example.line)\n      \(example.purpose)\n"
    }
    page += """

      Exit status: 0 where nothing is wrong, 1 where there are errors, 2 where the
      command could not be carried out.

      """
    return page
  }

  /// Two columns, the second wrapped.
  private static func table(_ rows: [(name: String, text: String)]) -> String {
    let left = (rows.map(\.name.displayWidth).max() ?? 0) + 4
    return rows.map { row in
      row.text.wrapped(to: width - left).enumerated()
        .map { index, line in
          (index == 0 ? "  \(row.name)" : "").padded(to: left) + line + "\n"
        }
        .joined()
    }.joined()
  }

  private static func lines(_ lines: [String]) -> String {
    lines.map { "\($0)\n" }.joined()
  }
}
