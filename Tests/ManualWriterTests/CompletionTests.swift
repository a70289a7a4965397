import CommandLineInterface
import Foundation
import Testing

@testable import ManualWriter

@Suite final class CompletionTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rapporteur-\(UUID().uuidString)")
    for name in ["reports", "rules"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    for name in ["first draft.yaml", "l1.yaml", "l1.md", "l1.docx", "old.yml", "map.json"] {
      try Data().write(to: folder.appending(path: name))
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Checks what a shell offers at the end of a line, whatever of it stands there already.
  private func check(
    _ shell: CompletingShell, _ line: String, offers expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let offers = try shell.offers(for: "rapporteur \(line)", in: folder).map { offer in
      String(offer.split(whereSeparator: { "=,".contains($0) }).last ?? "")
    }
    #expect(Set(offers) == Set(expected), "\(shell): \(line)", sourceLocation: sourceLocation)
  }

  @Test(arguments: CompletingShell.installed)
  func `the commands are offered first, and the options of the program`(_ shell: CompletingShell)
    throws
  {
    try check(shell, "", offers: Command.all.map(\.name))
    try check(shell, "ren", offers: ["render", "renumber"])
    try check(shell, "--", offers: ["--help", "--version"])
  }

  @Test(arguments: CompletingShell.installed)
  func `every option of every command is offered, and its help`(_ shell: CompletingShell) throws {
    for command in Command.all {
      try check(shell, "\(command.name) -", offers: command.options.map(\.name) + ["--help"])
    }
    try check(shell, "check l1.yaml --fo", offers: ["--for", "--format"])
  }

  @Test(arguments: CompletingShell.installed)
  func `the values of an option are offered after a space and after a sign`(
    _ shell: CompletingShell
  ) throws {
    try check(shell, "check --for ", offers: ["drafting", "circulation", "adoption"])
    try check(shell, "check --for=", offers: ["drafting", "circulation", "adoption"])
    try check(shell, "check --format=j", offers: ["json", "junit"])
    try check(shell, "compare --format ", offers: ["text", "markdown", "json"])
    try check(shell, "check --jobs ", offers: [])
  }

  @Test(arguments: CompletingShell.installed)
  func `rules and profiles are those that there are`(_ shell: CompletingShell) throws {
    try check(shell, "explain ", offers: Vocabulary().rules)
    try check(shell, "check --select ", offers: Vocabulary().rules)
    try check(shell, "new ", offers: Vocabulary().profiles)
    try check(shell, "new --rules rules dr", offers: ["draft-report"])
  }

  @Test(arguments: CompletingShell.installed)
  func `a list goes on after a comma, without what stands in it`(_ shell: CompletingShell) throws {
    let styles = ["percent-style", "date-style", "time-style"]
    try check(shell, "check --ignore word-limit,number-style,percent", offers: [styles[0]])
    let rest = Vocabulary().rules.filter { !styles.contains($0) }
    try check(shell, "check --ignore=\(styles.joined(separator: ",")),", offers: rest)
  }

  @Test(arguments: CompletingShell.installed)
  func `files are offered by their endings, and folders to look into`(_ shell: CompletingShell)
    throws
  {
    let folders = ["reports", "rules"]
    let reports = ["first draft.yaml", "l1.yaml", "old.yml"]
    try check(shell, "check ", offers: reports + folders)
    try check(shell, "check l1.yaml f", offers: ["first draft.yaml"])
    try check(shell, "check --circulated ", offers: reports + folders)
    try check(shell, "import ", offers: ["l1.md", "l1.docx"] + folders)
    try check(shell, "renumber --map ", offers: ["map.json"] + folders)
    try check(shell, "check --rules ", offers: folders)
    try check(
      shell, "render l1.yaml -o ",
      offers: reports + ["l1.md", "l1.docx", "map.json"] + folders)
  }
}
