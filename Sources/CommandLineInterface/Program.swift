internal import Glibc
internal import Rapporteur

/// The program as it is started from a command line.
public struct Program {
  private let desk: Desk

  /// The program at the standard streams of its process.
  public init() {
    Self.occupyStandardStreams()
    self.init(desk: .standard)
  }

  /// Sees to it that no file gets the number of a standard stream that is closed, and with it what
  /// is written there.
  private static func occupyStandardStreams() {
    // Opened the wrong way round, they answer as a closed stream does.
    let modes = [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ]
    for (descriptor, mode) in modes where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }

  init(desk: Desk) {
    self.desk = desk
  }

  /// Carries out a command.
  /// - Parameter arguments: What was typed after the name of the program.
  /// - Returns: The exit status: 0 where nothing is wrong, 1 where there are errors, 2 where the
  ///   command could not be carried out.
  public func run(_ arguments: [String]) -> Int32 {
    // The writes say so instead: a reader that has seen enough, such as `head`, is no fault, and
    // at the limit of the size of files there is still a temporary file to remove.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var status: ExitStatus
    do {
      status = try carryOut(arguments)
    } catch let failure as Failure {
      desk.complain(failure)
      status = .failed
    } catch {
      desk.complain(Failure("\(error)"))
      status = .failed
    }
    desk.output.flush()
    if let fault = desk.output.fault {
      desk.complain(Failure("standard output cannot be written: \(fault.reason)"))
      status = .failed
    }
    desk.errors.flush()
    return status.rawValue
  }

  private func carryOut(_ arguments: [String]) throws -> ExitStatus {
    guard let first = arguments.first else {
      throw Failure("name a command, such as check; rapporteur --help lists them")
    }
    switch first {
    case "--help", "-h", "help":
      let name = arguments.dropFirst().first
      desk.output.write(
        try name.map { HelpPage.of(try Self.command(named: $0)) } ?? HelpPage.ofProgram())
      return .clean
    case "--version":
      desk.output.write("rapporteur \(Secretariat.version)\n")
      return .clean
    default:
      let command = try Self.command(named: first)
      let rest = arguments.dropFirst()
      if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
        desk.output.write(HelpPage.of(command))
        return .clean
      }
      return try command.run(Arguments(Array(rest), for: command), desk)
    }
  }

  private static func command(named name: String) throws(Failure) -> Command {
    if let command = Command.all.first(where: { $0.name == name }) { return command }
    let isOption = name.hasPrefix("-")
    let known = isOption ? ["--help", "--version"] : Command.all.map(\.name)
    throw Failure(
      "there is no \(isOption ? "option" : "command") \(name)",
      suggesting: name, among: known, otherwise: "rapporteur --help lists the commands")
  }
}
