internal import Diagnostics
internal import Rapporteur
internal import SourceText

extension Command {
  static let compare = Command(
    name: "compare",
    summary: "Say what is different between two versions",
    discussion: """
      Blocks are matched by their identifiers, then by their words, so that a text is found again \
      with another number or in another section. What was added, withdrawn, moved, renumbered and \
      reworded is told in the order of the new version.

      The form markdown is a document for delegations: what is deleted is struck out, what is \
      added is in bold. The form json is an object a line for each change, then one with their \
      number. There is nothing wrong with a change, so that the exit status is 0 whether there \
      are any or not.
      """,
    operand: Operand(
      name: "OLD NEW", help: "two reports or series in YAML; one may be -, standard input",
      candidates: .reports, count: 2),
    options: [.form, .rules],
    examples: [
      Example("rapporteur compare circulated/l1.yaml l1.yaml", "see what was changed since"),
      Example(
        "rapporteur compare --format markdown old/series.yaml series.yaml",
        "print the changes for delegations"),
      Example(
        "rapporteur compare - l1.yaml",
        "compare with what comes in, such as from git show HEAD:l1.yaml"),
    ],
    run: compareVersions)

  private static func compareVersions(_ arguments: Arguments, _ desk: Desk) throws -> ExitStatus {
    let registry = Registry(arguments.operands, standardInput: desk.input)
    guard registry.failures.isEmpty else {
      registry.failures.forEach(desk.complain)
      return .failed
    }
    // A file that is given twice is held once.
    guard let old = registry.requested.first, let new = registry.requested.last else {
      return .failed
    }
    let folder = registry.path(of: new)?.folder ?? Path(".")
    let secretariat = try House(of: folder, ruleFolders: arguments.ruleFolders).secretariat
    let outcome = secretariat.compare(registry.documents, old: old, new: new)
    let lines = LineTables(registry.documents.files)
    guard outcome.obstacles.isEmpty else {
      desk.report(outcome.obstacles, lines)
      return .failed
    }
    switch arguments.choice(of: .form) ?? ComparisonForm.text {
    case .text:
      ChangeReporter(ink: desk.ink(for: desk.output), width: desk.textWidth, lines: lines)
        .report(outcome, to: desk.output)
      desk.say(outcome.sentence)
    case .markdown: desk.output.write(outcome.document)
    case .json: ChangeRecord(lines: lines).report(outcome, to: desk.output)
    }
    return .clean
  }
}

/// The forms in which a comparison is told.
private enum ComparisonForm: String, CaseIterable {
  case text
  case markdown
  case json
}

extension Option {
  fileprivate static let form = Option(
    name: "--format", help: "how the changes are told: text, markdown or json",
    value: "FORMAT", choices: ComparisonForm.allCases.map(\.rawValue))
}

extension ComparisonOutcome {
  /// How many changes there are of each sort, in a sentence.
  fileprivate var sentence: String {
    let counts = ReportChange.Deed.allCases.compactMap { deed in
      let number = count(of: deed)
      return number == 0 ? nil : "\(number) \(deed.rawValue)"
    }
    return counts.isEmpty ? "nothing is different" : counts.joined(separator: ", ")
  }
}
