import SourceText
import Specimens
import Testing
import WordProcessing

/// What a document has beside its text, and what is said of it.
@Suite struct OmissionTests {
  /// Holds what is said of a document against what is expected: the place, and what is there; what
  /// has no place in a report is marked.
  private func check(
    _ file: WordFile, tells expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let document = try WordDocument(TextStorage(copying: file.archive.bytes))
    let told = document.notes.map { note in
      (note.place.map { "\($0): " } ?? "") + (note.isUnplaced ? "! " : "") + note.message
    }
    #expect(told == expected, sourceLocation: sourceLocation)
  }

  private func drawing(_ contents: String, words: String = "") -> String {
    """
    <w:r><w:drawing><wp:inline><wp:docPr id="1" descr="\(words)"/>\(contents)</wp:inline>\
    </w:drawing></w:r>
    """
  }

  @Test func `headers and footers of pages are told once`() throws {
    var file = WordFile([paragraph("Text")])
    file.headers = [
      paragraph("A/HRC/27/4"), paragraph("A/HRC/27/4"), paragraph(""),
      paragraph("<w:r><w:pict><v:shape><v:textpath string=\"DRAFT\"/></v:shape></w:pict></w:r>"),
    ]
    file.footers = [paragraph("Please") + paragraph("recycle")]
    try check(
      file,
      tells: [
        "a page header was dropped: “A/HRC/27/4”", "a page header was dropped: “DRAFT”",
        "a page footer was dropped: “Please recycle”",
      ])
  }

  @Test func `comments are told with who wrote them, at the paragraph that they are on`() throws {
    var file = WordFile([
      paragraph("Before"),
      paragraph(run("The Council met.") + "<w:r><w:commentReference w:id=\"4\"/></w:r>"),
    ])
    file.comments = [
      """
      <w:comment w:id="4" w:author="A. Editor">\(paragraph("When?"))\(paragraph("Where?"))\
      </w:comment>
      """
    ]
    try check(file, tells: ["The Council met.: a comment of A. Editor was dropped: “When? Where?”"])
  }

  @Test func `changes that are tracked are accepted, and told`() throws {
    let deleted = "<w:r><w:delText xml:space=\"preserve\">no</w:delText></w:r>"
    func change(_ kind: String, _ text: String) -> String { "<w:\(kind)>\(text)</w:\(kind)>" }
    try check(
      WordFile([
        paragraph(
          run("It ") + change("del", deleted) + change("del", deleted) + change("ins", run("two ,"))
            + run("cities")),
        paragraph(change("moveFrom", run("moved")) + run("Stays")),
        paragraph(change("moveTo", run("moved")) + run(" here"), mark: "<w:del/>"),
      ]),
      tells: [
        "It two ,cities: a deletion was accepted: “nono”",
        "It two ,cities: an insertion was accepted: “two ,”",
        "moved here: text that was moved stands where it was moved to: “moved”",
        "moved here: a deletion was accepted: the end of the paragraph",
      ])
  }

  @Test func `pictures, charts, equations and objects are told, and ornaments are not`() throws {
    let formula = "<m:oMath><m:r><m:t>E=mc²</m:t></m:r></m:oMath>"
    let old = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    let file = WordFile([
      paragraph(drawing("<a:blip/>", words: "A well") + run("Wells")),
      paragraph(drawing("<a:ln/>")),
      paragraph(old), paragraph(run("As ") + formula + "<w:r><w:object/></w:r>"),
      paragraph(
        "<mc:AlternateContent><mc:Choice>\(drawing("<a:blip/>"))</mc:Choice>"
          + "<mc:Fallback>\(old)</mc:Fallback></mc:AlternateContent>"),
    ])
    try check(
      file,
      tells: [
        "Wells: ! a picture was dropped: “A well”", "Wells: ! a picture was dropped",
        "As: an equation was written as plain text: “E=mc²”",
        "As: ! an embedded object was dropped",
        "As: ! a picture was dropped",
      ])
    let document = try WordDocument(TextStorage(copying: file.archive.bytes))
    #expect(!document.file.all.string.contains("blip"))
    #expect(!document.file.all.string.contains("imagedata"))
  }

  @Test func `elements around text that say nothing of it are taken away`() throws {
    let body = [
      paragraph("<w:customXml w:element=\"a\"><w:customXmlPr/>\(run("A"))</w:customXml>"),
      paragraph("<w:fldSimple w:instr=\"REF a\">\(run("B"))</w:fldSimple>"),
      "<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>\(paragraph("C"))</w:sdtContent></w:sdt>",
      paragraph(
        "<w:r><w:ruby><w:rt>\(run("above"))</w:rt><w:rubyBase>\(run("D"))</w:rubyBase></w:ruby>"
          + "</w:r>"),
      paragraph(
        "<mc:AlternateContent><mc:Choice>\(run("E"))</mc:Choice><mc:Fallback>\(run("e"))"
          + "</mc:Fallback></mc:AlternateContent>"),
    ]
    #expect(try typed(WordFile(body)) == ["A", "B", "C", "D", "E"])
  }

  @Test func `a table of contents is dropped, of either kind`() throws {
    let control = """
      <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>\
      </w:sdtPr><w:sdtContent>\(paragraph("I. Wells 3"))</w:sdtContent></w:sdt>
      """
    #expect(try typed(WordFile([control, paragraph("Text")])) == ["Text"])
    var file = WordFile([paragraph("I. Wells 3", style: "C"), paragraph("Text")])
    file.styles = [style("C", named: "toc 1")]
    #expect(try typed(file) == ["Text"])
    try check(file, tells: ["I. Wells 3: the table of contents was dropped"])
  }

  @Test func `a part in UTF-16 is read, and handed on in UTF-8`() throws {
    var archive = Archive()
    var file = WordFile([paragraph("Déjà 会议", list: 1), paragraph(drawing("<a:blip/>") + run("x"))])
    file.lists = [list(1, level(0, "%1."))]
    archive.files = file.archive.files.map { name, contents in
      let text = String(decoding: contents, as: UTF8.self)
        .replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
      let units = [0xFEFF] + Array(text.utf16)
      return (name, units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
    let document = try WordDocument(TextStorage(copying: archive.bytes))
    #expect(paragraphs(of: document.file) == ["1.→Déjà 会议", "x"])
    #expect(!document.file.all.string.contains("UTF-16"))
    #expect(document.notes.map(\.message) == ["a picture was dropped"])
  }

  @Test func `what does not come through to Markdown is found out`() throws {
    let document = try WordDocument(
      TextStorage(
        copying: WordFile([
          paragraph("The *Council* met at 5_p.m."), paragraph("It heard the engineer."),
          paragraph(run("It clo") + run("sed &lt;soon> &amp; well.")),
        ]).archive.bytes))
    func lost(_ markdown: String) -> [String] {
      document.lost(in: TextSlice(markdown)).map(\.message)
    }
    let whole = """
      The \\*Council\\* met at 5\\_p.m.

      It heard the engineer.

      It clo*sed* \\<soon> &amp; well.
      """
    #expect(lost(whole) == [])
    #expect(
      lost(whole.replacing("It heard the engineer.", with: "")) == [
        "this text was lost on the way to Markdown: “It heard the engineer.”"
      ])
    #expect(lost("").count == 3)
  }
}

/// Tables, which Markdown has in one form alone.
@Suite struct TableTests {
  private func cell(_ contents: String) -> String { "<w:tc><w:tcPr/>\(contents)</w:tc>" }

  private func typed(_ cells: String..., rowProperties: String = "") throws -> [String] {
    let rows = cells.map { "<w:tr>\($0)</w:tr>" }.joined()
    var file = WordFile([paragraph("Before"), "<w:tbl><w:tblGrid/>\(rows)</w:tbl>"])
    file.lists = [list(1, level(0, "%1."), level(1, "•", "bullet"))]
    return Array(try WordProcessingTests.typed(file).dropFirst())
  }

  @Test func `the paragraphs of a cell become one, with the marks of its lists`() throws {
    let points = paragraph("a", list: 1) + "<w:p/>" + paragraph("b", list: 1, level: 1)
    let cells = try typed(cell(points) + cell(paragraph("c")))
    #expect(cells.filter { !$0.isEmpty } == ["1.→a &#8226; b", "c"])
  }

  @Test func `a table in a cell is text of the cell`() throws {
    let inner = "<w:tbl><w:tr>\(cell(paragraph("b")))\(cell(paragraph("c")))</w:tr></w:tbl>"
    #expect(try typed(cell(paragraph("a") + inner + paragraph("d"))) == ["a b c d"])
  }

  @Test func `a row that was deleted is gone`() throws {
    let deleted = "<w:trPr><w:del w:id=\"1\"/></w:trPr>"
    #expect(
      try typed(cell(paragraph("a")), deleted + cell(paragraph("b")), cell(paragraph("c")))
        == ["a", "c"])
  }

  @Test func `a table at the head of the document is a masthead`() throws {
    let file = WordFile([
      table([["United Nations", "A/1"], ["Council", "Distr.: General"]]), paragraph("Text"),
      table([["a", "b"]]),
    ])
    let document = try WordDocument(TextStorage(copying: file.archive.bytes))
    #expect(document.file.all.string.components(of: "<w:tbl>") == 1)
    #expect(
      document.notes.map(\.message) == [
        "the table at the head of the document was read as the lines that it holds"
      ])
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
