import SourceText
import Specimens
import Testing
import WordProcessing

/// Text that Word has and does not show.
@Suite struct HiddenTextTests {
  private func check(
    _ body: [String], _ styles: [String] = [], shows shown: [String], hides hidden: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var file = WordFile(body)
    file.styles = styles
    let document = try WordDocument(TextStorage(copying: file.archive.bytes))
    #expect(paragraphs(of: document.file) == shown, sourceLocation: sourceLocation)
    #expect(
      document.notes.map(\.message) == hidden.map { "hidden text was dropped: “\($0)”" },
      sourceLocation: sourceLocation)
  }

  private func styled(_ text: String, _ style: String) -> String {
    run(text, "<w:rStyle w:val=\"\(style)\"/>")
  }

  @Test func `hidden text is cut, and told by stretches`() throws {
    try check(
      [
        paragraph(
          run("A") + run("not ", "<w:vanish/>") + run("this", "<w:vanish/>") + run("B")
            + run(" nor that ", "<w:vanish w:val=\"1\"/>")),
        paragraph(run("C", "<w:vanish w:val=\"0\"/>") + run(" ", "<w:vanish/>")),
      ],
      shows: ["AB", "C"], hides: ["not this", "nor that"])
  }

  @Test func `a style hides the text of a paragraph or of a run, and both show it`() throws {
    let styles = [
      style("Aside", text: "<w:vanish/>"), style("Note", basedOn: "Aside"),
      style("Shown", basedOn: "Note", text: "<w:vanish w:val=\"0\"/>"),
      style("Whisper", type: "character", text: "<w:vanish/>"),
    ]
    try check(
      [
        paragraph("1", style: "Note"), paragraph("2", style: "Shown"),
        paragraph(styled("3", "Whisper") + run("4")),
        paragraph(styled("5", "Whisper"), style: "Aside"),
        paragraph(run("6", "<w:vanish w:val=\"0\"/>"), style: "Aside"),
      ], styles,
      shows: ["", "2", "4", "5", "6"], hides: ["1", "3"])
  }

  @Test func `what was hidden before a change is shown`() throws {
    let before = "<w:rPrChange w:id=\"1\" w:author=\"A\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    try check([paragraph(run("A", before))], shows: ["A"], hides: [])
  }

  @Test func `a number and the mark of a footnote stay where the text is hidden`() throws {
    var file = WordFile([
      paragraph(
        run("Gone", "<w:vanish/>").replacing(
          "</w:r>", with: "<w:footnoteReference w:id=\"2\"/></w:r>"), list: 1)
    ])
    file.lists = [list(1, level(0, "%1."))]
    let document = try WordDocument(TextStorage(copying: file.archive.bytes))
    #expect(paragraphs(of: document.file) == ["1.→"])
    #expect(document.file.all.string.contains("<w:footnoteReference w:id=\"2\"/>"))
    #expect(document.notes.map(\.message) == ["hidden text was dropped: “Gone”"])
  }

  @Test func `footnotes are searched too`() throws {
    var file = WordFile([paragraph("A")])
    file.footnotes = [
      "<w:footnote w:id=\"2\">\(paragraph(run("B") + run("gone", "<w:vanish/>")))</w:footnote>"
    ]
    let document = try WordDocument(TextStorage(copying: file.archive.bytes))
    #expect(document.notes.map(\.message) == ["hidden text was dropped: “gone”"])
    #expect(!document.file.all.string.contains("gone"))
    #expect(document.file.all.string.contains(run("B")))
  }
}
