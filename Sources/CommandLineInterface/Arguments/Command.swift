/// A command of the program: what it is called, what it takes, and what it does.
///
/// Parsing, help and messages all come from this one definition, and so do the manual and what a
/// shell offers while a command is typed.
package struct Command: Sendable {
  package let name: String
  /// What the command does, in one line that begins with a verb.
  package let summary: String
  /// What more there is to know; a blank line between paragraphs.
  package var discussion = ""
  package let operand: Operand?
  package let options: [Option]
  package let examples: [Example]
  let run: @Sendable (Arguments, Desk) throws -> ExitStatus

  /// A command line to copy, and when one would.
  package struct Example: Sendable {
    package let line: String
    package let purpose: String

    init(_ line: String, _ purpose: String) {
      self.line = line
      self.purpose = purpose
    }
  }

  /// Every command. To add one, write its file and name it here.
  package static var all: [Command] {
    [
      .check, .renumber, .compare, .render, .importing, .assemble, .new, .rules, .explain,
    ]
  }
}

/// What a command takes besides its options.
package struct Operand: Sendable {
  /// What stands for it in the usage line, such as `FILE`.
  package let name: String
  package let help: String
  package var candidates = Candidates.none
  /// Whether there may be more than one.
  package var isRepeated = false
  /// How many there must be, where there may not be any number.
  package var count = 1
}

/// An option of a command.
package struct Option: Sendable {
  /// The option as it is typed, such as `--format` or `-o`.
  package let name: String
  package let help: String
  /// What stands for the value in the help; nil where there is none.
  package var value: String?
  /// The values that there are, the first being what holds where the option is left out; empty
  /// where any text will do.
  package var choices: [String] = []
  /// What a shell offers for the value, where there are no choices.
  var candidates = Candidates.none
  /// Whether the value is a list with commas.
  package var isList = false

  /// What a shell offers for the value.
  package var offered: Candidates { choices.isEmpty ? candidates : .words(choices) }

  /// The option with its value, as the help shows it.
  var synopsis: String { value.map { "\(name) \($0)" } ?? name }
}

/// What a shell can offer where something is to be typed.
package enum Candidates: Sendable {
  /// Nothing that is known beforehand.
  case none
  case words([String])
  /// Files whose names end in one of these; any files where there are none.
  case files(endingIn: [String])
  case folders
  case rules
  case profiles

  /// Reports and series.
  static let reports = Candidates.files(endingIn: [".yaml", ".yml"])
}
