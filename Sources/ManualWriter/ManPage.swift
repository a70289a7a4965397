internal import CommandLineInterface
internal import Rapporteur

/// A page for `man`, in the language mdoc.
struct ManPage {
  /// Such as `rapporteur-check`.
  let name: String
  let text: String

  /// - Parameters:
  ///   - summary: What it is about, in one line.
  ///   - date: When the program was last changed, such as "November 24, 2026".
  ///   - sections: The rest of the page.
  init(_ name: String, summary: String, date: String, sections: [Section]) {
    self.name = name
    text =
      """
      .\\" Written by ManualWriter from Sources/CommandLineInterface/Commands.
      .Dd \(date)
      .Dt \(name.uppercased()) 1
      .Os Rapporteur \(Secretariat.version)
      .Sh NAME
      .Nm \(name)
      .Nd \(Self.escaped(summary.beginning { $0.lowercased() }))

      """ + sections.map(\.text).joined()
  }

  struct Section {
    let text: String

    /// - Parameters:
    ///   - title: Its heading.
    ///   - lines: What stands beneath, in mdoc.
    init(_ title: String, _ lines: [String]) {
      text = ([".Sh \(title)"] + lines).map { "\($0)\n" }.joined()
    }
  }
}

// MARK: - What pages consist of

extension ManPage {
  /// A text in which what means something to the formatter is written so that it means itself.
  static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&\(plain)" : plain
  }

  /// A text as short lines, of which one begins with each sentence: the formatter puts more space
  /// there.
  static func prose(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      let isNewSentence = lines.last?.hasSuffix(".") == true && word.first?.isUppercase == true
      if let line = lines.last, !isNewSentence, line.utf8.count + word.utf8.count < 72 {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines.map(escaped)
  }

  /// A text with a blank line between paragraphs.
  static func paragraphs(_ text: String) -> [String] {
    Array(text.split(separator: "\n\n").map { prose(String($0)) }.joined(separator: [".Pp"]))
  }

  static func sentence(_ text: String) -> [String] {
    prose(text.beginning { $0.uppercased() } + ".")
  }

  /// Terms with what there is to say of each.
  /// - Parameter items: A term as the rest of the line after `.It`, and lines in mdoc.
  static func list(_ items: [(term: String, lines: [String])]) -> [String] {
    [".Bl -tag -width Ds"] + items.flatMap { [".It \($0.term)"] + $0.lines } + [".El"]
  }

  static let exitStatus = Section(
    "EXIT STATUS",
    list([
      ("0", ["Nothing is wrong."]),
      ("1", ["There are findings."]),
      ("2", sentence("the command could not be carried out; standard error says why")),
    ]))

  static func seeAlso(_ pages: [String]) -> Section {
    Section("SEE ALSO", [".Xr " + pages.map { "\($0) 1" }.joined(separator: " ,\n.Xr ")])
  }
}

// MARK: - The page of a command

extension ManPage {
  init(of command: Command, date: String) {
    var description = Self.sentence(command.summary)
    if let operand = command.operand {
      description += Self.list([(operand.term, Self.sentence(operand.help))])
    }
    if !command.discussion.isEmpty {
      description += [".Pp"] + Self.paragraphs(command.discussion)
    }
    self.init(
      "rapporteur-\(command.name)", summary: command.summary, date: date,
      sections: [
        Section("SYNOPSIS", Self.synopsis(of: command)),
        Section("DESCRIPTION", description),
        Section("OPTIONS", Self.list(command.options.map { ($0.term, Self.lines(on: $0)) })),
        Self.exitStatus,
        Section("EXAMPLES", Self.lines(on: command.examples)),
        Self.seeAlso(["rapporteur"]),
      ])
  }

  private static func synopsis(of command: Command) -> [String] {
    [".Nm rapporteur \(command.name)"] + command.options.map { ".Op \($0.term)" }
      + (command.operand.map { [".\($0.term)"] } ?? [])
  }

  private static func lines(on option: Option) -> [String] {
    guard option.choices.count > 1 else { return sentence(option.help) }
    return sentence(option.help) + sentence("without this option it is \(option.choices[0])")
  }

  private static func lines(on examples: [Command.Example]) -> [String] {
    let blocks = examples.map { example in
      [
        "\(escaped(example.purpose.beginning { $0.uppercased() })):",
        ".Dl \(escaped(example.line))",
      ]
    }
    return Array(blocks.joined(separator: [".Pp"]))
  }
}

extension Option {
  /// The option with its value, in mdoc.
  fileprivate var term: String {
    "Fl \(name.dropFirst())" + (value.map { " Ar \($0)" } ?? "")
  }
}

extension Operand {
  fileprivate var term: String { "Ar \(name)\(isRepeated ? " ..." : "")" }
}

extension String {
  /// The text with its first letter changed.
  fileprivate func beginning(with change: (String) -> String) -> String {
    change(String(prefix(1))) + dropFirst()
  }
}
