internal import Diagnostics
internal import Rapporteur
internal import SourceText

extension Command {
  static let render = Command(
    name: "render",
    summary: "Print a report in the official style",
    discussion: """
      Nothing is printed where a number or a reference would be wrong: what stands in the way is \
      listed instead. What cannot be read is listed too, and the rest printed; the status is then \
      1. Of a series the merged report is printed, as assemble would write it. A part of a series \
      is printed with the numbers and symbols of the other parts at hand.
      """,
    operand: Operand(
      name: "FILE", help: "a report or a series in YAML; - is standard input",
      candidates: .reports),
    options: [.output, .to, .mode, .force, .rules],
    examples: [
      Example("rapporteur render l1.yaml -o l1.md", "print the document to a file"),
      Example("rapporteur render l1.yaml", "see the document on the screen"),
      Example("rapporteur render series.yaml -o report.md", "print the final report"),
      Example("rapporteur render --force l1.yaml -o l1.md", "print a draft with its gaps"),
    ],
    run: printReport)

  private static func printReport(_ arguments: Arguments, _ desk: Desk) throws -> ExitStatus {
    let registry = Registry(arguments.operands, standardInput: desk.input)
    if let failure = registry.failures.first { throw failure }
    var outcome = RenderOutcome(document: nil, obstacles: [])
    for work in try Assignment.all(of: registry, ruleFolders: arguments.ruleFolders) {
      var options = CheckOptions()
      options.mode = arguments.mode
      options.severities = work.house.settings.severities
      outcome = work.house.secretariat.render(
        work.documents, options,
        as: arguments.value(of: .to) ?? Secretariat.printedForms[0],
        force: arguments.has(.force))
    }
    let lines = LineTables(registry.documents.files)
    desk.report(outcome.obstacles, lines)
    guard let document = outcome.document else { return .findings }
    desk.report(omitted: outcome.omissions, lines)
    let output = arguments.value(of: .output) ?? "-"
    try registry.refuseToOverwrite(output)
    if Path(output).isNamedAsReport, Path(output).report != nil {
      throw Failure("\(output) is not written: it is a report, which a printed text would replace")
    }
    try desk.store(document, at: output)
    // Whoever takes the document further must know that something is missing.
    return outcome.omissions.isEmpty || arguments.has(.force) ? .clean : .findings
  }
}

extension Option {
  static let output = Option(
    name: "-o", help: "the file to write; - is standard output, which is the default", value: "OUT",
    candidates: .files(endingIn: []))
  fileprivate static let to = Option(
    name: "--to", help: "the form to print in: \(Secretariat.printedForms.alternatives)",
    value: "FORM", choices: Secretariat.printedForms)
  fileprivate static let force = Option(
    name: "--force",
    help: """
      print in spite of faults: a reference that leads nowhere as [unresolved: id], a block \
      without number as […]
      """)
}

extension Desk {
  /// Writes a text to a file, or to standard output where that is `-`.
  func store(_ text: String, at path: String, mayReplace: Bool = true) throws(Failure) {
    try store(TextStorage(copying: text.utf8), at: path, mayReplace: mayReplace)
  }

  /// Writes a text to a file, or to standard output where that is `-`.
  func store(_ text: TextStorage, at path: String, mayReplace: Bool = true) throws(Failure) {
    if path == "-" {
      output.write(text)
    } else {
      try text.store(at: Path(path), mayReplace: mayReplace)
    }
  }
}
