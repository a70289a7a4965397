internal import Diagnostics
internal import Rapporteur
internal import SourceText

extension Command {
  static let renumber = Command(
    name: "renumber",
    summary: "Number paragraphs, recommendations and sections anew",
    discussion: """
      Labels become consecutive, and references that were typed as numbers follow where it is \
      certain what they mean; the others are listed. Nothing else in a file changes.

      With --circulated every number that was printed stays with its block, what was inserted \
      gets a Latin suffix after the number before it (12 bis), and what was withdrawn must stand \
      with "withdrawn: true".
      """,
    operand: Operand(
      name: "FILE", help: "a report or a series in YAML; - is standard input", candidates: .reports,
      isRepeated: true),
    options: [.dryRun, .map, .circulated, .rules],
    examples: [
      Example("rapporteur renumber l1.yaml", "after a recommendation was inserted or moved"),
      Example("rapporteur renumber --dry-run series.yaml", "see first what would change"),
      Example(
        "rapporteur renumber --map numbers.json series.yaml", "keep a list of old and new numbers"),
      Example(
        "rapporteur renumber --circulated old/series.yaml series.yaml",
        "number what was inserted since delegations have the text"),
    ],
    run: { arguments, desk in try Renumbering(arguments, desk).run() })
}

extension Option {
  fileprivate static let dryRun = Option(
    name: "--dry-run", help: "print what would change as a unified diff, and write nothing")
  fileprivate static let map = Option(
    name: "--map", help: "write the old and the new numbers to this file, as JSON", value: "FILE",
    candidates: .files(endingIn: [".json"]))
}

/// One run of `renumber`.
private struct Renumbering {
  private let arguments: Arguments
  private let desk: Desk
  private let registry: Registry
  private let outcomes: [RenumberOutcome]

  init(_ arguments: Arguments, _ desk: Desk) throws {
    self.arguments = arguments
    self.desk = desk
    let circulated = try arguments.circulated()
    func read() -> Registry {
      Registry(arguments.operands, circulated: circulated, standardInput: desk.input)
    }
    var registry = read()
    if !arguments.operands.contains("-") {
      let finished = try registry.finishReissue(isAllowed: !arguments.has(.dryRun))
      if !finished.isEmpty {
        let names = finished.map(\.text).joined(separator: ", ")
        desk.say("finished an earlier run that was interrupted: \(names) written")
        registry = read()
      }
    }
    self.registry = registry
    outcomes = try Assignment.all(of: registry, ruleFolders: arguments.ruleFolders).map {
      [circulated = registry.circulated] in
      $0.house.secretariat.renumber($0.documents, since: circulated)
    }
  }

  func run() throws -> ExitStatus {
    // All is planned before any file is written, and one file that cannot be read stops it all.
    guard registry.failures.isEmpty else {
      registry.failures.forEach(desk.complain)
      return .failed
    }
    let lines = LineTables(registry.documents.files)
    let obstacles = outcomes.flatMap(\.obstacles)
    guard obstacles.isEmpty else {
      desk.report(obstacles, lines)
      return .findings
    }
    desk.report(outcomes.flatMap(\.uncertain), lines)
    if arguments.has(.dryRun) {
      printDiff()
    } else {
      try write()
    }
    let remaining = outcomes.flatMap(\.remaining)
    if edits.isEmpty && remaining.isEmpty { desk.say("all numbers are in sequence") }
    desk.report(remaining, lines)
    return remaining.contains { $0.severity == .error } ? .findings : .clean
  }

  private var edits: [(file: FileID, edits: EditScript)] {
    outcomes.flatMap { $0.edits.map { (file: $0.key, edits: $0.value) } }
      .filter { !$0.edits.isEmpty }
      .sorted { $0.file < $1.file }
  }

  private var changes: [NumberChange] { outcomes.flatMap(\.changes) }

  private func printDiff() {
    for (file, edits) in edits {
      desk.output.write(UnifiedDiff(of: registry.documents[file], edits).text)
    }
    if arguments.has(.map) { desk.say("a dry run writes no map of the numbers") }
  }

  private func write() throws {
    let mapName = arguments.value(of: .map)
    try registry.refuseToOverwrite(mapName ?? "-")
    let items = edits.compactMap { file, edits in
      registry.path(of: file).map { path in
        let old = registry.documents[file].text
        return Reissue.Item(path: path, old: old, new: edits.applied(to: old))
      }
    }
    try withSignalsHeld { () throws(Failure) in
      // With the numbers changed and no map of them, nobody could say what they were.
      let map = try mapName.flatMap { (name) throws(Failure) in
        name == "-" ? nil : try StagedText(TextStorage(copying: mapText.utf8), for: Path(name))
      }
      do throws(Failure) {
        try Reissue(items).carryOut()
      } catch {
        map?.discard()
        throw error
      }
      try map?.takePlace()
    }
    for file in registry.requested where registry.path(of: file) == nil {
      let edits = outcomes.lazy.compactMap { $0.edits[file] }.first ?? EditScript()
      desk.output.write(edits.applied(to: registry.documents[file].text))
    }
    if mapName == "-" { desk.output.write(mapText) }

    // Where standard output has been given to a text, the changes are told beside it.
    let isTaken = mapName == "-" || arguments.operands.contains("-")
    let stream = isTaken ? desk.errors : desk.output
    for change in changes { stream.write(change.line + "\n") }
    tellReferences()
    if items.count > 1 { desk.say("written: \(items.map(\.path.text).joined(separator: ", "))") }
  }

  /// Says which words of a text were changed: a number in it may have meant something else.
  private func tellReferences() {
    let lines = LineTables(registry.documents.files)
    for reference in outcomes.flatMap(\.references) {
      let edit = reference.edit
      let place = lines.location(of: Place(reference.file, edit.range)).start
      let old = registry.documents[reference.file].slice(edit.range).string
      desk.say("\(place): “\(old)” in the text is now “\(edit.replacement)”")
    }
  }

  /// The old and the new numbers, for programs.
  private var mapText: String {
    JSON.array(
      changes.map { change in
        [
          "kind": .string(change.kind),
          "id": change.identifier.map { .string($0) } ?? .null,
          "file": .string(registry.documents[change.file].name),
          "old": .string(change.old),
          "new": .string(change.new),
        ]
      }
    ).text + "\n"
  }
}

extension Registry {
  /// Finishes what an interrupted run left beside the files.
  /// - Returns: The files that were written.
  fileprivate func finishReissue(isAllowed: Bool) throws(Failure) -> [Path] {
    let files = documents.files.indices.compactMap { path(of: FileID($0))?.linkTarget }
    var folders: [Path] = []
    for file in files where !folders.contains(file.folder) { folders.append(file.folder) }
    // What another run is about to finish itself is not taken from it.
    return try withFoldersLocked(folders) { () throws(Failure) in
      guard isAllowed || !folders.contains(where: { ReissueList(leftIn: $0) != nil }) else {
        throw Failure(
          "an earlier run was interrupted, and some files have their new numbers while others have "
            + "not; rapporteur renumber without --dry-run finishes it")
      }
      return try ReissueList.finish(in: folders, among: files)
    }
  }
}

extension NumberChange {
  /// The change on a line: `recommendation 14 → 13  (consult-survivors)`.
  fileprivate var line: String {
    let label = old.isEmpty ? kind : "\(kind) \(old)"
    return "\(label) → \(new)" + (identifier.map { "  (\($0))" } ?? "")
  }
}
