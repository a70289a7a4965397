import Diagnostics
import Rapporteur
import SourceText
import Testing

/// Imports a document, and holds the report file and the notes against what is expected.
func check(
  _ document: String, imports expected: String, notes: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let outcome = imported(document) else {
    Issue.record("not text", sourceLocation: sourceLocation)
    return
  }
  #expect(outcome.report == expected, sourceLocation: sourceLocation)
  #expect(
    outcome.notes.map { "\($0.line): \($0.message)" } == notes, sourceLocation: sourceLocation)
}

func imported(_ document: String) -> ImportOutcome? {
  Secretariat().imported(SourceFile(name: "document.md", contents: document))
}

/// The document that a report file is printed as, whatever its numbers.
func printed(_ report: String) -> String {
  let documents = Documents([SourceFile(name: "report.yaml", contents: report)])
  return Secretariat().render(documents, force: true).document ?? ""
}
