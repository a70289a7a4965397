import Foundation
import Specimens
import Testing

@Suite struct ImportTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  private let document = """
    # Council for Bridges

    ## Report

    ## I. Opening

    1. The Council met.

    """

  @Test func `a document becomes a report file, on the screen or in a file`() throws {
    try workplace.write(document, to: "bridges.md")
    let run = try workplace.rapporteur("import", "bridges.md")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("report: report\norgan: Council for Bridges\n"))
    #expect(try workplace.rapporteur("import", "-", input: document) == run)

    let toFile = try workplace.rapporteur("import", "bridges.md", "-o", "bridges.yaml")
    #expect(toFile.output == "")
    #expect(try workplace.read("bridges.yaml") == run.output)
    #expect(try workplace.rapporteur("render", "bridges.yaml").output == document)
  }

  @Test func `a report that was worked on since the last import is kept beside the new one`() throws
  {
    try workplace.write(document, to: "bridges.md")
    _ = try workplace.rapporteur("import", "bridges.md", "-o", "bridges.yaml")
    let again = try workplace.rapporteur("import", "bridges.md", "-o", "bridges.yaml")
    #expect(again.errors == "")
    #expect(try workplace.names() == ["bridges.md", "bridges.yaml"])
    let worked = try workplace.read("bridges.yaml").replacing("met.", with: "met twice.")
    try workplace.write(worked, to: "bridges.yaml")
    let third = try workplace.rapporteur("import", "bridges.md", "-o", "bridges.yaml")
    #expect(third.errors == "bridges.yaml was there already, and is bridges.yaml~ now\n")
    #expect(try workplace.read("bridges.yaml~") == worked)
  }

  @Test func `what was decided is listed with its line, and what has no place fails`() throws {
    let text =
      document.replacing("## I. Opening", with: "**I. Opening**")
      + "\n3\n\n2. It heard:\n\n(b) The engineer.\n"
    try workplace.write(text, to: "bridges.md")
    let run = try workplace.rapporteur("import", "bridges.md")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        bridges.md:1: the document was taken for a report of the profile report
        bridges.md:5: “I. Opening” was read as a heading
        bridges.md:9: page number dropped: “3”
        bridges.md:13: not placed: point (b) follows on no other point; it was kept as text

        """)
    #expect(run.output.contains("(b) The engineer."))
  }

  @Test func `what is not text is refused in a sentence`() throws {
    let run = try workplace.rapporteur("import", "-", input: "a\u{0}b")
    #expect(run.status == 2)
    #expect(run.errors == "rapporteur: <stdin> is not text in UTF-8; save it as UTF-8 first\n")
  }

  @Test func `without the program that reads Word documents it says how to install it`() throws {
    try workplace.write(WordFile([paragraph("Text")]).archive.bytes, to: "l1.docx")
    let run = try workplace.rapporteur("import", "l1.docx", environment: ["PATH": "/nowhere"])
    #expect(run.status == 2)
    #expect(
      run.errors == """
        rapporteur: l1.docx is a Word document, and pandoc, which reads it, is not installed; \
        apt-get install pandoc installs it

        """)
  }

  @Test(.enabled(if: Workplace.hasPandoc, "pandoc is not installed"))
  func `a Word document is read with the numbers that its lists have`() throws {
    try workplace.write(
      """
      # Council for Bridges

      ## Report

      ## I. Opening

      4.  The Council heard[^1]:

          (a) The Chair;

          (b) The *engineer*.

      5.  It closed.

      [^1]: In the town hall.

      """, to: "source.md")
    #expect(try workplace.shell("pandoc source.md -o bridges.docx").status == 0)
    let run = try workplace.rapporteur("import", "bridges.docx", "-o", "bridges.yaml")
    #expect(run.status == 0)
    let report = try workplace.read("bridges.yaml")
    #expect(report.contains("- paragraph: 4\n"))
    #expect(report.contains("points:\n          - The Chair;\n          - The *engineer*."))
    #expect(report.contains("- paragraph: 5\n"))
    #expect(report.contains("In the town hall."))
  }

  @Test func `a Word document that is none is refused in a sentence`() throws {
    try workplace.write("This is no archive.", to: "l1.docx")
    let run = try workplace.rapporteur("import", "l1.docx")
    #expect(run.status == 2)
    #expect(run.errors == "rapporteur: l1.docx is not a Word document\n")
  }

  @Test func `of an empty document no report is made`() throws {
    try workplace.write(" \n\n", to: "empty.md")
    let run = try workplace.rapporteur("import", "empty.md", "-o", "l1.yaml")
    #expect(run.status == 2)
    #expect(run.errors == "rapporteur: empty.md is empty; there is nothing to import\n")
    #expect(try workplace.names() == ["empty.md"])
  }
}
