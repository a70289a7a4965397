import SourceText
import Specimens
import Testing
import WordProcessing

/// What the style of a paragraph sets in bold or italics.
@Suite struct EmphasisTests {
  private let styles = [
    style("Loud", text: "<w:b/>"), style("Louder", basedOn: "Loud", text: "<w:i/>"),
    style("Calm", basedOn: "Loud", text: "<w:b w:val=\"0\"/>"),
    style("Heading1", named: "heading 1", basedOn: "Loud"),
    style("Strong", type: "character", text: "<w:b/>"),
  ]

  private func check(
    _ body: String, has properties: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var file = WordFile([body])
    file.styles = styles
    let document = try WordDocument(TextStorage(copying: file.archive.bytes)).file.all.string
    let body = try #require(document.firstMatch(of: /<w:body>(.*)<\/w:body>/.dotMatchesNewlines()))
    let found = body.1.matches(of: /<w:rPr>(.*?)<\/w:rPr>/).map { String($0.1) }
    #expect(found == properties, sourceLocation: sourceLocation)
  }

  @Test func `each run is given what its paragraph has, by its style or one that this is based on`()
    throws
  {
    let text = run("Piers") + "<w:r><w:t>and</w:t></w:r><w:r><w:rPr/><w:t>docks</w:t></w:r>"
    try check(paragraph(text, style: "Loud"), has: ["<w:b/>", "<w:b/>", "<w:b/>"])
    try check(paragraph(run("Piers"), style: "Louder"), has: ["<w:b/><w:i/>"])
    try check(paragraph(run("Piers"), style: "Calm"), has: [""])
  }

  @Test func `a run says of itself what it is, and a style of its own takes back the other`() throws
  {
    try check(
      paragraph(
        run("Piers", "<w:b w:val=\"0\"/>") + run("docks", "<w:rStyle w:val=\"Strong\"/>"),
        style: "Loud"),
      has: ["<w:b w:val=\"0\"/>", "<w:b w:val=\"0\"/><w:rStyle w:val=\"Strong\"/>"])
  }

  @Test func `a heading is left as it is`() throws {
    try check(paragraph(run("Piers"), style: "Heading1"), has: [""])
  }
}
