import Foundation
import Testing

@testable import ManualWriter

/// A shell that is asked what it offers, as it is when someone presses the tabulator.
enum CompletingShell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The shells that there are here.
  static let installed = allCases.filter { shell in
    let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)")
    if !isThere { print("\(shell) is not installed: what it offers is not tried") }
    return isThere
  }

  /// What is offered at the end of a line: words as they are typed, folders without their slash.
  /// - Parameter folder: Where the line is typed.
  func offers(for line: String, in folder: URL) throws -> Set<String> {
    let output = try run(line, in: folder)
    return Set(
      output.split(separator: "\n").map { offer in
        let word = offer.prefix { $0 != "\t" }.replacing("\\", with: "")
        return String(word.last == "/" ? word.dropLast() : word[...])
      })
  }

  private var completion: String {
    let vocabulary = Vocabulary()
    return switch self {
    case .bash: BashCompletion(vocabulary: vocabulary).text
    case .zsh: ZshCompletion(vocabulary: vocabulary).text
    case .fish: FishCompletion(vocabulary: vocabulary).text
    }
  }

  private func run(_ line: String, in folder: URL) throws -> String {
    let site = FileManager.default.temporaryDirectory
      .appendingPathComponent("rapporteur-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: site) }
    try completion.write(to: site.appending(path: "_rapporteur"), atomically: true, encoding: .utf8)
    try script.write(to: site.appending(path: "script"), atomically: true, encoding: .utf8)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments =
      ["60", "/usr/bin/\(self)"] + flags + [site.appending(path: "script").path] + words(of: line)
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": site.path, "LC_ALL": "C.UTF-8", "site": site.path,
      "line": line,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }

  private var flags: [String] {
    switch self {
    case .bash: ["--norc"]
    case .zsh: ["-f"]
    case .fish: ["--no-config"]
    }
  }

  /// The line in the words in which bash hands it over: a sign of equality is one.
  private func words(of line: String) -> [String] {
    line.replacing("=", with: " = ").split(separator: " ").map(String.init)
      + (line.last == " " || line.last == "=" ? [""] : [])
  }

  private var script: String {
    switch self {
    case .bash:
      """
      source "$site/_rapporteur"
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _rapporteur
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    case .fish:
      """
      source $site/_rapporteur
      complete -C $line
      """
    case .zsh:
      // zsh completes where a line is edited, and a line is edited at a terminal only.
      #"""
      zmodload zsh/zpty
      cat > $site/setup <<'SETUP'
      PROMPT= RPROMPT=
      fpath=($site $fpath)
      autoload -Uz compinit && compinit -u -D
      compadd() {
        local -a hits
        if [[ ${@[1,(i)(-|--)]} != *-[OAD](|\ *) ]]; then
          builtin compadd -O hits "$@"
          print -rl -- $hits >> $site/hits
        fi
        builtin compadd "$@"
      }
      offer() { BUFFER=$line CURSOR=$#line; zle list-choices; exit }
      zle -N zle-line-init offer
      SETUP
      zpty shell zsh -f -i
      zpty -w shell "source $site/setup"
      while zpty -r shell text; do :; done
      cat $site/hits
      """#
    }
  }
}
