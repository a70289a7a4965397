internal import Rapporteur
internal import SourceText

extension Command {
  static let importing = Command(
    name: "import",
    summary: "Make a report file of a document that you have",
    discussion: """
      Everything in the document is in the report file, in its order, or is listed with its line, \
      and so is all that had to be inferred. The status is 1 where something could not be placed.

      Word documents are read by pandoc, which must be installed; lines are then those of the \
      Markdown that it makes.
      """,
    operand: Operand(
      name: "FILE",
      help: "a document in Markdown, or in Word (.docx); - is Markdown from standard input",
      candidates: .files(endingIn: [".md", ".docx"])),
    options: [.output, .link, .rules],
    examples: [
      Example("rapporteur import l1.md -o l1.yaml", "make a report file of a Markdown document"),
      Example(
        "rapporteur import --link l1.md -o l1.yaml",
        "let references go by identifier, so that they follow the numbers"),
      Example("rapporteur import l1.docx -o l1.yaml", "make a report file of a Word document"),
    ],
    run: importDocument)

  private static func importDocument(_ arguments: Arguments, _ desk: Desk) throws -> ExitStatus {
    let name = arguments.operands[0]
    let file = try document(at: name, desk)
    let folder = name == "-" ? Path(".") : Path(name).folder
    let house = try House(of: folder, ruleFolders: arguments.ruleFolders)
    guard let outcome = house.secretariat.imported(file, linking: arguments.has(.link))
    else {
      throw Failure("\(file.name) is not text in UTF-8; save it as UTF-8 first")
    }
    try desk.store(outcome.report, at: arguments.value(of: .output) ?? "-")
    for note in outcome.notes {
      let remark = note.isUnplaced ? "not placed: \(note.message)" : note.message
      desk.say("\(file.name):\(note.line): \(remark)")
    }
    // What Word counts itself, pandoc hands over in lists only.
    if isWord(name), outcome.report.contains("- heading: ") {
      desk.say(
        "\(file.name): headings that Word numbers by itself come without their numbers; "
          + "make them sections and type the labels")
    }
    return outcome.isWhole ? .clean : .findings
  }

  private static func isWord(_ name: String) -> Bool { name.lowercased().hasSuffix(".docx") }

  private static func document(at name: String, _ desk: Desk) throws(Failure) -> SourceFile {
    if name == "-" {
      let text = try StoredFile(standardInput: desk.input).text
      return SourceFile(name: Registry.standardInputName, text: text)
    }
    let path = Path(name)
    return SourceFile(
      name: name,
      text: isWord(name) ? try Converter.markdown(of: path) : try StoredFile(at: path).text)
  }
}

extension Option {
  fileprivate static let link = Option(
    name: "--link",
    help: """
      let references that were typed as numbers go by identifier ({id}) where that prints the same \
      words
      """)
}
