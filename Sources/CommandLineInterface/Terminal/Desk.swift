internal import Glibc
internal import Rapporteur

/// Where a command works: its streams, and what the environment asks for.
struct Desk {
  /// The file descriptor of standard input.
  let input: Int32
  let output: TextOutput
  let errors: TextOutput
  let environment: [String: String]

  /// The streams and environment of the process.
  static var standard: Desk {
    var environment: [String: String] = [:]
    for name in ["NO_COLOR", "TERM"] + Secretariat.dictionaryVariables {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return Desk(
      input: STDIN_FILENO, output: TextOutput(descriptor: STDOUT_FILENO),
      errors: TextOutput(descriptor: STDERR_FILENO), environment: environment)
  }

  /// The ink for a stream: colours on a terminal, unless the environment asks for none.
  func ink(for stream: TextOutput) -> Ink {
    let isPlain = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    return stream.isTerminal && !isPlain ? .coloured : .plain
  }

  /// The columns that running text may take.
  var textWidth: Int {
    min(output.terminalWidth ?? 88, 88)
  }

  /// Says why something could not be done.
  func complain(_ failure: Failure) {
    failure.complaints.forEach(say)
  }

  /// Writes a line to standard error, after all that has been written to standard output.
  func say(_ line: String) {
    output.flush()
    errors.write("\(line)\n")
    errors.flush()
  }
}
