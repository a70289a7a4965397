internal import Glibc
internal import Rapporteur
internal import SourceText

/// The program that turns Word documents into Markdown: pandoc, which is installed apart.
struct Converter {
  /// Lists keep their own numbers and letters, and paragraphs stay on one line.
  private static let arguments = [
    "pandoc", "--from", "docx", "--to",
    "markdown_strict+startnum+pipe_tables+footnotes+backtick_code_blocks",
    "--wrap=none", "--markdown-headings=atx",
  ]

  /// A Word document as Markdown.
  ///
  /// The program counts nothing that Word counts, so that it is given the numbers as text.
  static func markdown(of document: TypedDocument, at path: Path) throws(Failure) -> TextStorage {
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0 else { throw failure(of: path, SystemError.last.reason) }
    let process: pid_t
    do throws(SystemError) {
      let input = try temporaryFile(holding: document.file)
      defer { fclose(input) }
      process = try start(input: fileno(input), output: pipes)
    } catch {
      close(pipes[0])
      close(pipes[1])
      throw Failure(
        error.code == ENOENT
          ? "\(path.text) is a Word document, and pandoc, which reads it, is not installed; "
            + "apt-get install pandoc installs it"
          : "pandoc cannot be started: \(error.reason)")
    }
    close(pipes[1])
    let output = Result { () throws(Failure) in try StoredFile(standardInput: pipes[0]) }
    // Of what is too much the rest is not waited for.
    close(pipes[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw failure(of: path, Limit.reason(for: status)) }
    return try output.get().text
  }

  private static func failure(of path: Path, _ reason: String) -> Failure {
    Failure("\(path.text) cannot be read: \(reason)")
  }

  /// A file that no folder has, and that is gone when it is closed.
  private static func temporaryFile(holding bytes: TextStorage) throws(SystemError)
    -> UnsafeMutablePointer<FILE>
  {
    guard let file = tmpfile() else { throw .last }
    do throws(SystemError) {
      try writeAll(UnsafeRawBufferPointer(bytes.bytes), to: fileno(file))
      guard lseek(fileno(file), 0, SEEK_SET) == 0 else { throw .last }
    } catch {
      fclose(file)
      throw error
    }
    return file
  }

  private static func start(input: Int32, output: [Int32]) throws(SystemError) -> pid_t {
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, output[0])
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    // A process has the limits of the one that starts it.
    let code = Limit.holding(Limit.all) {
      posix_spawnp(&process, "pandoc", &actions, nil, &words, environ)
    }
    guard code == 0 else { throw SystemError(code: code) }
    return process
  }
}

/// How much of the machine the program may use: a small document can be made to need all of it.
private struct Limit {
  let resource: __rlimit_resource_t
  let most: rlim_t

  /// The most time of the processor, in seconds; it waits for nothing else.
  private static let seconds: rlim_t = 60
  private static let gibibytes: rlim_t = 2

  static let all = [
    Limit(resource: __rlimit_resource_t(RLIMIT_CPU.rawValue), most: seconds),
    Limit(resource: __rlimit_resource_t(RLIMIT_AS.rawValue), most: gibibytes << 30),
  ]

  /// Does something under limits, where the system has none that are lower.
  static func holding<Result>(_ limits: [Limit], _ work: () -> Result) -> Result {
    var before = limits.map { _ in rlimit() }
    for (index, limit) in limits.enumerated() {
      getrlimit(limit.resource, &before[index])
      var held = before[index]
      held.rlim_cur = min(held.rlim_cur, limit.most)
      setrlimit(limit.resource, &held)
    }
    defer {
      for (index, limit) in limits.enumerated() { setrlimit(limit.resource, &before[index]) }
    }
    return work()
  }

  /// Why the program ended without a result.
  /// - Parameter status: What waiting for it told.
  static func reason(for status: Int32) -> String {
    let signal = status & 0x7F
    if signal == SIGXCPU { return "pandoc did not come to its end in \(seconds) seconds" }
    if signal == 0, status >> 8 == 251 {
      return "pandoc would need more than \(gibibytes) GiB of memory for it"
    }
    return "pandoc cannot make sense of it"
  }
}
