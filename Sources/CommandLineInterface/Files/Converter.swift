internal import Glibc
internal import SourceText

/// The program that turns Word documents into Markdown: pandoc, which is installed apart.
struct Converter {
  /// Lists keep their own numbers and letters, and paragraphs stay on one line.
  private static let arguments = [
    "pandoc", "--from", "docx", "--to",
    "markdown_strict+fancy_lists+startnum+pipe_tables+footnotes+backtick_code_blocks",
    "--wrap=none", "--markdown-headings=atx",
  ]

  /// A Word document as Markdown.
  static func markdown(of path: Path) throws(Failure) -> TextStorage {
    // A file that cannot be read is the system's affair, whatever the program would say of it.
    _ = try StoredFile(at: path)
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0 else { throw failure(of: path, SystemError.last.reason) }
    let process: pid_t
    do throws(SystemError) {
      process = try start(with: path, output: pipes)
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
    defer { close(pipes[0]) }
    let output = Result { () throws(Failure) in try StoredFile(standardInput: pipes[0]) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw failure(of: path, "pandoc cannot make sense of it") }
    return try output.get().text
  }

  private static func failure(of path: Path, _ reason: String) -> Failure {
    Failure("\(path.text) cannot be read: \(reason)")
  }

  private static func start(with path: Path, output: [Int32]) throws(SystemError) -> pid_t {
    // A name that begins with a hyphen would be taken for an option.
    let file = path.text.hasPrefix("-") ? "./\(path.text)" : path.text
    var words = (arguments + [file]).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, output[0])
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    let code = posix_spawnp(&process, "pandoc", &actions, nil, &words, environ)
    guard code == 0 else { throw SystemError(code: code) }
    return process
  }
}
