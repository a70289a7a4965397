import SourceText
import Specimens
import Testing
import WordProcessing

/// Which paragraphs have a number, and where it is typed.
@Suite struct ParagraphTests {
  private let headings = list(
    1, level(0, "%1.", "upperRoman", with: "<w:pStyle w:val=\"Heading1\"/>"),
    level(1, "%2.", "upperLetter", with: "<w:pStyle w:val=\"Heading2\"/>"))

  private func typed(_ styles: [String], _ body: [String]) throws -> [String] {
    var file = WordFile(body)
    file.styles = styles
    file.lists = [headings, list(2, level(0, "%1."), level(1, "(%2)", "lowerLetter"))]
    return try WordProcessingTests.typed(file)
  }

  @Test func `a style numbers its paragraphs, at the level that names it`() throws {
    let styles = [style("Heading1", list: 1), style("Heading2", basedOn: "Heading1")]
    let body = ["Heading1", "Heading2", "Heading2", "Heading1"].map { paragraph("T", style: $0) }
    #expect(try typed(styles, body) == ["I.→T", "A.→T", "B.→T", "II.→T"])
  }

  @Test func `a style has the list and the level of the one it is based on`() throws {
    let styles = [
      style("Point", list: 2, level: 1), style("Narrow", basedOn: "Point"),
      style("Plain", basedOn: "Narrow", list: 0),
    ]
    let body = ["Point", "Narrow", "Plain", "Unknown"].map { paragraph("T", style: $0) }
    #expect(try typed(styles, body) == ["(a)→T", "(b)→T", "T", "T"])
  }

  @Test func `styles that are based on one another in a circle number nothing`() throws {
    let styles = [style("A", basedOn: "B"), style("B", basedOn: "A")]
    #expect(try typed(styles, [paragraph("T", style: "A")]) == ["T"])
  }

  @Test func `what a paragraph says itself goes before its style`() throws {
    let styles = [style("Heading1", list: 1)]
    let body = [
      paragraph("T", style: "Heading1"), paragraph("T", style: "Heading1", list: 2),
      paragraph("T", style: "Heading1", level: 1), paragraph("T", style: "Heading1", list: 0),
    ]
    #expect(try typed(styles, body) == ["I.→T", "1.→T", "A.→T", "T"])
  }

  @Test func `the default style numbers paragraphs that name none`() throws {
    let body = [
      "<w:p>\(run("T"))</w:p>", "<w:p><w:pPr/>\(run("T"))</w:p>", paragraph("T", list: 0),
    ]
    #expect(try typed([style("Normal", list: 2, isDefault: true)], body) == ["1.→T", "2.→T", "T"])
  }

  @Test func `a list may be that of a style of lists`() throws {
    let linked = """
      <w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Legal"/></w:abstractNum>\
      \(instance(5, of: 5))
      """
    var file = WordFile([paragraph("T", list: 5), paragraph("T", list: 2), paragraph("T", list: 5)])
    file.styles = [style("Legal", list: 2, type: "numbering")]
    file.lists = [list(2, level(0, "%1.")), linked]
    #expect(try WordProcessingTests.typed(file) == ["1.→T", "2.→T", "3.→T"])
  }

  @Test func `a list that leads back to itself is no list`() throws {
    let circle = """
      <w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Circle"/></w:abstractNum>\
      \(instance(5, of: 5))
      """
    var file = WordFile([paragraph("T", list: 5)])
    file.styles = [style("Circle", list: 5, type: "numbering")]
    file.lists = [circle]
    #expect(try WordProcessingTests.typed(file) == ["T"])
  }

  @Test func `what was deleted is not counted, and what it is joined to has its number first`()
    throws
  {
    let deleted = "<w:del w:id=\"1\" w:author=\"A\"/>"
    let gone = "<w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>Gone</w:delText></w:r></w:del>"
    let body = [
      paragraph("One", list: 2), paragraph(gone, list: 2, mark: deleted),
      paragraph("Two, ", list: 2, mark: deleted), paragraph("joined", list: 2),
      paragraph("Three", list: 2, mark: "<w:ins w:id=\"3\" w:author=\"A\"/>"),
    ]
    #expect(try typed([], body) == ["1.→One", "2.→", "Two, ", "joined", "3.→Three"])
  }

  @Test func `the list that a paragraph had before a change does not count`() throws {
    let change = """
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>\
      <w:pPrChange w:id="1" w:author="A"><w:pPr><w:numPr><w:ilvl w:val="1"/>\
      <w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>\(run("T"))</w:p>
      """
    #expect(try typed([], [change]) == ["1.→T"])
  }

  @Test func `a hidden paragraph is not counted, unless the next runs in after it`() throws {
    let body = [
      paragraph("Hidden", list: 2, mark: "<w:vanish/>"),
      paragraph("Run in", list: 2, mark: "<w:vanish/><w:specVanish/>"), paragraph("T", list: 2),
    ]
    #expect(try typed([], body) == ["Hidden", "1.→Run in", "2.→T"])
  }

  @Test func `paragraphs in tables are counted`() throws {
    let cell = "<w:tbl><w:tr><w:tc>\(paragraph("Cell", list: 2))</w:tc></w:tr></w:tbl>"
    #expect(
      try typed([], [paragraph("T", list: 2), cell, paragraph("T", list: 2)])
        == ["1.→T", "2.→Cell", "3.→T"])
  }

  @Test func `nothing is left by which a numbered paragraph would be read as one of a list`() throws
  {
    let room = "<w:ind w:left=\"720\"></w:ind><w:keepNext/>"
    let numbered = paragraph("T", style: "Numbered", list: 2)
      .replacing("</w:pPr>", with: "\(room)</w:pPr>")
    let body = [
      numbered, paragraph("T", style: "Numbered"), paragraph("T", style: "Heading1", list: 2),
      paragraph("T", list: 0),
    ]
    var file = WordFile(body)
    file.styles = [style("Numbered", list: 2), style("Heading1", named: "heading 1", list: 1)]
    file.lists = [headings, list(2, level(0, "%1."))]
    let text = try WordDocument(TextStorage(copying: file.archive.bytes)).file.all.string
    let properties = text.matches(of: /<w:p><w:pPr>(.*?)<\/w:pPr>/).map { String($0.1) }
    #expect(properties == ["<w:keepNext/>", "", "<w:pStyle w:val=\"Heading1\"/>", ""])
  }

  @Test func `an empty paragraph of one tag has its number too`() throws {
    let styles = [style("Normal", list: 2, isDefault: true)]
    let body = [paragraph("T"), "<w:p/>", paragraph("T")]
    #expect(try typed(styles, body) == ["1.→T", "2.→", "3.→T"])
  }

  @Test func `text may stand after blank lines`() throws {
    var archive = Archive()
    var file = WordFile([paragraph("T", list: 2)])
    file.lists = [list(2, level(0, "%1."))]
    archive.files = file.archive.files.map { name, contents in
      let text = String(decoding: contents, as: UTF8.self)
      return (name, Array(text.replacing(/<\?xml.*\?>/, with: "\n").utf8))
    }
    let document = try WordDocument(TextStorage(copying: archive.bytes)).file
    #expect(paragraphs(of: document) == ["1.→T"])
  }

  @Test func `a document without numbers stays as it is`() throws {
    let file = WordFile([paragraph("Text"), paragraph("Text", list: 3)])
    let bytes = TextStorage(copying: file.archive.bytes)
    #expect(try WordDocument(bytes).file === bytes)
  }

  @Test func `nothing changes but the numbered paragraphs`() throws {
    var file = WordFile([paragraph("Plain  &amp; <!-- odd --> "), paragraph("T", list: 2)])
    file.lists = [list(2, level(0, "%1."))]
    let document = try WordDocument(TextStorage(copying: file.archive.bytes)).file
    file.body[1] = """
      <w:p><w:pPr></w:pPr><w:r>\
      <w:t xml:space="preserve">&#64976;10&#64977;1.&#64978;</w:t><w:tab/></w:r>\(run("T"))</w:p>
      """
    #expect(document.all == TextStorage(copying: file.archive.bytes).all)
  }

  @Test func `other names for the elements of Word are kept`() throws {
    var archive = Archive()
    archive.add(
      "word/document.xml",
      """
      <x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr>\
      <x:numPr><x:numId x:val="1"/></x:numPr></x:pPr></x:p></x:body></x:document>
      """)
    var file = WordFile([])
    file.lists = [list(1, level(0, "%1."))]
    archive.files += file.archive.files.filter { $0.name == "word/numbering.xml" }
    let document = try WordDocument(TextStorage(copying: archive.bytes)).file
    #expect(
      document.all.string.contains(
        "<x:r><x:t xml:space=\"preserve\">&#64976;10&#64977;1.&#64978;</x:t><x:tab/></x:r></x:p>"))
  }

  @Test func `the texts of boxes are told, once`() throws {
    let box = "<w:txbxContent>\(paragraph("In the"))\(paragraph("box", list: 2))</w:txbxContent>"
    let drawing = """
      <mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>\
      </mc:AlternateContent>
      """
    let file = WordFile([paragraph("<w:r>\(drawing)</w:r>")])
    let document = try WordDocument(TextStorage(copying: file.archive.bytes))
    #expect(document.notes.map(\.message) == ["a text box was dropped: “In the box”"])
  }

  @Test func `a title is one of the text, so that it is not taken out of it`() throws {
    var file = WordFile([paragraph("Draft report", style: "Titel")])
    file.styles = [style("Titel", named: "Title")]
    let document = try WordDocument(TextStorage(copying: file.archive.bytes)).file
    #expect(document.all.string.contains("<w:p><w:pPr></w:pPr>"))
  }
}
