internal import CommandLineInterface

/// A file that is installed beside the program.
struct PackagedFile {
  /// Its path below `/usr/share`.
  let path: String
  let text: String

  /// All of them.
  /// - Parameters:
  ///   - date: When the program was last changed, such as "November 24, 2026".
  ///   - manual: The pages of the manual.
  static func all(date: String, manual: Manual) -> [PackagedFile] {
    let vocabulary = Vocabulary()
    let commands = vocabulary.commands
    let pages =
      [ManPage.ofProgram(commands, date: date)] + commands.map { ManPage(of: $0, date: date) }
    return pages.map { PackagedFile(path: "man/man1/\($0.name).1", text: $0.text) }
      + [
        PackagedFile(
          path: "bash-completion/completions/rapporteur",
          text: BashCompletion(vocabulary: vocabulary).text),
        PackagedFile(
          path: "zsh/vendor-completions/_rapporteur",
          text: ZshCompletion(vocabulary: vocabulary).text),
        PackagedFile(
          path: "fish/vendor_completions.d/rapporteur.fish",
          text: FishCompletion(vocabulary: vocabulary).text),
      ]
      + manual.html.map { PackagedFile(path: "doc/rapporteur/html/\($0.name)", text: $0.text) }
  }
}
