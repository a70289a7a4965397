internal import Diagnostics
internal import Rapporteur
internal import SourceText

extension Command {
  static let importing = Command(
    name: "import",
    summary: "Make a report file of a document that you have",
    discussion: """
      Everything in the document is in the report file, in its order, or is listed with its line, \
      and so is all that had to be inferred. The status is 1 where something could not be placed.

      Word documents are read by pandoc, which must be installed. The numbers that Word counts by \
      itself are labels of the report file. Instead of a line, the first words of the paragraph are given.
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
    let (file, notes) = try document(at: name, desk)
    let folder = name == "-" ? Path(".") : Path(name).folder
    let house = try House(of: folder, ruleFolders: arguments.ruleFolders)
    let limit = house.settings.limits.fileBytes
    guard file.text.count <= limit else {
      throw Failure("\(file.name) has more than \(limit.asSize) and is not read")
    }
    guard !file.text.isBlank else {
      throw Failure("\(file.name) is empty; there is nothing to import")
    }
    guard
      let outcome = house.secretariat.imported(
        file, isConverted: isWord(name), linking: arguments.has(.link))
    else {
      throw Failure("\(file.name) is not text in UTF-8; save it as UTF-8 first")
    }
    try desk.store(
      report: TextStorage(copying: outcome.report.utf8), at: arguments.value(of: .output) ?? "-")
    for note in notes {
      desk.say("\(file.name): \(remark(note.message, note.place, note.isUnplaced))")
    }
    for note in outcome.notes {
      let line = isWord(name) ? "" : "\(note.line):"
      desk.say("\(file.name):\(line) \(remark(note.message, note.place, note.isUnplaced))")
    }
    return outcome.isWhole && !notes.contains(where: \.isUnplaced) ? .clean : .findings
  }

  /// - Parameter place: The first words of where it is, in a document that has no lines.
  private static func remark(_ message: String, _ place: String?, _ isUnplaced: Bool) -> String {
    (place.map { "at “\($0)”: " } ?? "") + (isUnplaced ? "not placed: " : "") + message
  }

  private static func isWord(_ name: String) -> Bool { name.lowercased().hasSuffix(".docx") }

  /// The document as Markdown, and what is told of it that Markdown has no place for.
  private static func document(at name: String, _ desk: Desk) throws(Failure)
    -> (SourceFile, [TypedDocument.Note])
  {
    if name == "-" {
      let text = try StoredFile(standardInput: desk.input).text
      return (SourceFile(name: Registry.standardInputName, text: text), [])
    }
    let path = Path(name)
    let stored = try StoredFile(at: path).text
    guard isWord(name) else {
      return (SourceFile(name: name, text: stored), [])
    }
    let document: TypedDocument
    do throws(TypedDocument.Fault) {
      document = try TypedDocument(stored)
    } catch {
      throw Failure("\(name) \(error.predicate)")
    }
    let text = try Converter.markdown(of: document, at: path)
    return (SourceFile(name: name, text: text), document.notes + document.lost(in: text))
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

extension Desk {
  /// Writes a report to a file, or to standard output where that is `-`; another report that is there
  /// is kept.
  func store(report text: TextStorage, at path: String) throws(Failure) {
    if let kept = try Path(path).keepingReport(from: text) {
      say("\(path) was there already, and is \(kept.text) now")
    }
    try store(text, at: path)
  }
}

extension Path {
  /// Copies a report that is about to be replaced to a file beside it, with ~ after its name: it may
  /// have been worked on since it was written.
  /// - Parameter text: What replaces it.
  /// - Returns: The path of the copy; nil where there was no report, or just this text.
  fileprivate func keepingReport(from text: TextStorage) throws(Failure) -> Path? {
    guard self.text != "-", let there = report, there.all != text.all
    else { return nil }
    let copy = Path(self.text + "~")
    try there.store(at: copy)
    return copy
  }
}
