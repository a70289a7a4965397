/// A command of the program: what it is called, what it takes, and what it does.
///
/// Parsing, help and messages all come from this one definition.
struct Command: Sendable {
  let name: String
  /// What the command does, in one line that begins with a verb.
  let summary: String
  /// What more there is to know; a blank line between paragraphs.
  var discussion = ""
  let operand: Operand?
  let options: [Option]
  let examples: [Example]
  let run: @Sendable (Arguments, Desk) throws -> ExitStatus

  /// A command line to copy, and when one would.
  struct Example: Sendable {
    let line: String
    let purpose: String

    init(_ line: String, _ purpose: String) {
      self.line = line
      self.purpose = purpose
    }
  }

  /// Every command. To add one, write its file and name it here.
  static var all: [Command] {
    [
      .check, .renumber, .compare, .render, .importing, .assemble, .new, .rules, .explain,
    ]
  }
}

/// What a command takes besides its options.
struct Operand: Sendable {
  /// What stands for it in the usage line, such as `FILE`.
  let name: String
  let help: String
  /// Whether there may be more than one.
  var isRepeated = false
  /// How many there must be, where there may not be any number.
  var count = 1
}

/// An option of a command.
struct Option: Sendable {
  /// The option as it is typed, such as `--format` or `-o`.
  let name: String
  let help: String
  /// What stands for the value in the help; nil where there is none.
  var value: String?
  /// The values that there are, the first being what holds where the option is left out; empty
  /// where any text will do.
  var choices: [String] = []
  /// Whether the value is a list with commas.
  var isList = false

  /// The option with its value, as the help shows it.
  var synopsis: String { value.map { "\(name) \($0)" } ?? name }
}
