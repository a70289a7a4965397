internal import Rapporteur
internal import SourceText

extension Command {
  static let importing = Command(
    name: "import",
    summary: "Make a report file of a document that you have",
    discussion: """
      Everything in the document is in the report file, in its order, or is listed with its line, \
      and so is all that had to be inferred. The status is 1 where something could not be placed.
      """,
    operand: Operand(name: "FILE", help: "a document in Markdown; - is standard input"),
    options: [.output, .rules],
    examples: [
      Example("rapporteur import l1.md -o l1.yaml", "make a report file of a Markdown document")
    ],
    run: importDocument)

  private static func importDocument(_ arguments: Arguments, _ desk: Desk) throws -> ExitStatus {
    let name = arguments.operands[0]
    let file = try document(at: name, desk)
    let folder = name == "-" ? Path(".") : Path(name).folder
    let house = try House(of: folder, ruleFolders: arguments.ruleFolders)
    let outcome = house.secretariat.imported(file)
    try desk.store(outcome.report, at: arguments.value(of: .output) ?? "-")
    for note in outcome.notes { desk.say("\(file.name):\(note.line): \(note.message)") }
    return outcome.isWhole ? .clean : .findings
  }

  private static func document(at name: String, _ desk: Desk) throws(Failure) -> SourceFile {
    name == "-"
      ? SourceFile(
        name: Registry.standardInputName, text: try StoredFile(standardInput: desk.input).text)
      : SourceFile(name: name, text: try StoredFile(at: Path(name)).text)
  }
}
