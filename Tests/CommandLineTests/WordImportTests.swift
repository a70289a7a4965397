import Specimens
import Testing

/// Word documents in which Word counts sections, recommendations, paragraphs and points.
@Suite(.enabled(if: Workplace.hasPandoc, "pandoc is not installed"))
struct WordImportTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
  }

  private let styles = [
    style("Normal", isDefault: true), style("Title"), style("Subtitle"),
    style("Heading1", named: "heading 1", basedOn: "Normal", list: 1),
    style("Heading2", named: "heading 2", basedOn: "Normal", list: 1, level: 1),
    style("Recommendation", basedOn: "Normal", list: 2), style("Paragraph", list: 3),
    style("Point", list: 4),
  ]

  private let lists = [
    list(
      1, level(0, "%1.", "upperRoman", start: 2, with: "<w:pStyle w:val=\"Heading1\"/>"),
      level(1, "%2.", "upperLetter", with: "<w:pStyle w:val=\"Heading2\"/>")),
    list(2, level(0, "Recommendation %1", start: 12)), list(3, level(0, "%1.", start: 4)),
    list(4, level(0, "(%1)", "lowerLetter"), level(1, "(%2)", "lowerRoman")),
    instance(5, of: 4, starts: [0: 1]),
  ]

  private let masthead = [
    paragraph("CTOC/COP/WG.8/2026/L.1/Add.1"), paragraph("Distr.: Limited"),
    paragraph("20 May 2026"), paragraph("Original: English"),
    paragraph(run("Working Group on Trafficking in Cultural Property", "<w:b/>")),
    paragraph("Vienna, 18–20 May 2026"), paragraph("Draft report", style: "Title"),
    paragraph("Addendum", style: "Subtitle"),
  ]

  private let recommendations = [
    paragraph("Recommendations (continued)", style: "Heading1"),
    paragraph("Contact points", style: "Heading2"),
    paragraph("States parties should each designate a contact point.", style: "Recommendation"),
    paragraph("States parties should do the following:", style: "Recommendation"),
    paragraph("Train the following:", style: "Point"),
    paragraph("Customs officers;", style: "Point", level: 1),
    paragraph("Curators;", style: "Point", level: 1),
    paragraph("Report on the training.", style: "Point"),
    paragraph("Records", style: "Heading2"),
    paragraph("[States parties should keep records.]", style: "Recommendation"),
  ]

  private let deliberations = [
    paragraph("Summary of deliberations", style: "Heading1"),
    paragraph(
      run("The panellist from Gabon spoke of museums.")
        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", style: "Paragraph"),
    paragraph("The following were raised:", style: "Paragraph"),
    paragraph("the cost of records;", style: "Point", list: 5),
    paragraph("the want of staff.", style: "Point", list: 5),
    paragraph(run("Objects returned", "<w:b/>")),
    table([["Region", "Number"], ["Africa", "3"]]),
    paragraph(
      "<w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>Gone.</w:delText></w:r></w:del>",
      style: "Paragraph", mark: "<w:del w:id=\"2\" w:author=\"A\"/>"),
    paragraph("The discussion was closed.", style: "Paragraph"),
  ]

  private let report = """
    report: draft-report
    symbol: CTOC/COP/WG.8/2026/L.1/Add.1
    distribution: Limited
    date: 2026-05-20
    original: English
    body: Working Group on Trafficking in Cultural Property
    meeting: {place: Vienna, from: 2026-05-18, to: 2026-05-20}
    title: Draft report
    subtitle: Addendum
    footnotes:
      museum-objects: >-
        A museum has objects.

    contents:
      - section: II
        title: Recommendations
        continued: true
        contents:
          - section: A
            title: Contact points
            contents:
              - recommendation: 12
                text: >-
                  States parties should each designate a contact point.
              - recommendation: 13
                text: >-
                  States parties should do the following:
                points:
                  - text: "Train the following:"
                    points:
                      - Customs officers;
                      - Curators;
                  - Report on the training.
          - section: B
            title: Records
            contents:
              - recommendation: 14
                text: >-
                  [States parties should keep records.]

      - section: III
        title: Summary of deliberations
        contents:
          - paragraph: 4
            text: >-
              The panellist from Gabon spoke of museums.[^museum-objects]
          - paragraph: 5
            text: >-
              The following were raised:
            points:
              - the cost of records;
              - the want of staff.
          - table: |
              | Region | Number |
              |--------|--------|
              | Africa | 3      |
            title: Objects returned
          - paragraph: 6
            text: >-
              The discussion was closed.

    """

  @Test func `an addendum comes with the numbers that Word printed`() throws {
    var file = WordFile(masthead + recommendations + deliberations)
    file.styles = styles
    file.lists = lists
    file.footnotes = [
      "<w:footnote w:id=\"2\">\(paragraph("A museum has objects."))</w:footnote>"
    ]
    try workplace.write(file.archive.bytes, to: "-l1.docx")
    let run = try workplace.rapporteur("import", "-o", "l1.yaml", "--", "-l1.docx")
    #expect(run.status == 0)
    #expect(try workplace.read("l1.yaml") == report)
    #expect(
      run.errors == """
        -l1.docx: at “3”: a deletion was accepted: “Gone.”
        -l1.docx: at “CTOC/COP/WG.8/2026/L.1/Add.1”: the document was taken for a report of the \
        profile draft-report
        -l1.docx: at “Draft report”: “Draft report” was read as the title
        -l1.docx: at “Addendum”: “Addendum” was read as the subtitle
        -l1.docx: at “Recommendation 12 States parties should each designate a …”: \
        recommendation 12: its heading was read from the line
        -l1.docx: at “Recommendation 13 States parties should do the following:”: \
        recommendation 13: its heading was read from the line
        -l1.docx: at “Recommendation 14 [States parties should keep records.]”: \
        recommendation 14: its heading was read from the line
        -l1.docx: at “Region Number”: the table had no head; its first row became it

        """)
    let page = try workplace.rapporteur("render", "l1.yaml").output
    for line in [
      "## II. Recommendations (*continued*)", "### B. Records", "#### *Recommendation 14*",
      "\u{2003}\u{2003}(ii) Curators;", "4. The panellist from Gabon spoke of museums.[^1]",
      "   (b) the want of staff.", "6. The discussion was closed.",
    ] {
      #expect(page.contains("\n\(line)\n"))
    }
  }

  @Test func `what this program printed comes back from Word as it was`() throws {
    try workplace.write(report, to: "l1.yaml")
    let line = """
      "$rapporteur" render l1.yaml -o l1.md && pandoc -f gfm l1.md -o l1.docx \
      && "$rapporteur" import l1.docx -o again.yaml && "$rapporteur" render again.yaml -o again.md
      """
    #expect(try workplace.shell(line).status == 0)
    #expect(try workplace.read("again.md") == workplace.read("l1.md"))
  }

  /// As houses have them, whose styles are named neither "heading" nor "title".
  @Test func `what a style sets in bold is read as what is in bold by itself`() throws {
    var file = WordFile([
      paragraph("Conference on Bridges", style: "Head"), paragraph("Council", style: "Head"),
      paragraph("BRI/COP/2026/3"), paragraph("Distr.: General"),
      paragraph("Bonn, 3–5 March 2026"), paragraph("Report of the Council", style: "Head"),
      paragraph("Bridges", style: "Chapter"), paragraph("Old bridges", style: "Head"),
      paragraph("The Council saw some.", style: "Paragraph"),
      paragraph("No bridge may fall, said the Council.", style: "Slanted"),
    ])
    file.styles = [
      style("Normal", isDefault: true), style("Head", basedOn: "Normal", text: "<w:b/>"),
      style("Chapter", basedOn: "Head", list: 1), style("Paragraph", list: 3),
      style("Slanted", basedOn: "Normal", text: "<w:i/>"),
    ]
    file.lists = [list(1, level(0, "%1.", "upperRoman")), list(3, level(0, "%1."))]
    try workplace.write(file.archive.bytes, to: "l1.docx")
    let run = try workplace.rapporteur("import", "l1.docx")
    #expect(run.status == 0)
    #expect(
      run.output == """
        report: report
        symbol: BRI/COP/2026/3
        distribution: General
        organ: Conference on Bridges
        body: Council
        meeting: {place: Bonn, from: 2026-03-03, to: 2026-03-05}
        title: Report of the Council

        contents:
          - section: I
            title: Bridges
            contents:
              - heading: Old bridges
                contents:
                  - paragraph: 1
                    text: >-
                      The Council saw some.
                  - text: >-
                      *No bridge may fall, said the Council.*

        """)
    #expect(
      run.errors.contains(
        "“Conference on Bridges” was read as the organ, and “Council” as the body"))
  }

  @Test func `a text box has no place, and is told`() throws {
    let box = "<w:r><w:pict><w:txbxContent>\(paragraph("Aside"))</w:txbxContent></w:pict></w:r>"
    let file = WordFile([paragraph(box + run("The Council met."))])
    try workplace.write(file.archive.bytes, to: "l1.docx")
    let run = try workplace.rapporteur("import", "l1.docx")
    #expect(run.status == 1)
    #expect(run.output.contains("The Council met."))
    #expect(
      run.errors.hasPrefix(
        "l1.docx: at “The Council met.”: not placed: a text box was dropped: “Aside”\n"))
  }

  @Test func `hidden text is not printed, and is told`() throws {
    let file = WordFile([
      paragraph(run("The Council ") + run("quarrelled and ", "<w:vanish/>") + run("met."))
    ])
    try workplace.write(file.archive.bytes, to: "l1.docx")
    let result = try workplace.rapporteur("import", "l1.docx")
    #expect(result.status == 1)
    #expect(result.output.contains("The Council met."))
    #expect(
      result.errors.hasPrefix(
        "l1.docx: at “The Council met.”: not placed: hidden text was dropped: “quarrelled and”\n"))
  }

  /// By the paragraph itself, and by its style; as Word does it, and as people do.
  @Test(arguments: [
    (paragraph("One.", list: 3), paragraph("Two.", list: 3)),
    (paragraph("One.", style: "Paragraph"), paragraph("Two.", style: "Paragraph")),
    (paragraph("One.", style: "List"), paragraph("Two.", style: "List", list: 3)),
    (paragraph("One.", list: 3), indented(paragraph("Two.", list: 3))),
  ])
  func `a number after bullets is that of a paragraph`(_ one: String, _ two: String) throws {
    let bullet = paragraph("Wells;", style: "List", list: 6)
    var file = WordFile([
      one, bullet, bullet, two, bullet, paragraph("Three.", style: "List", list: 0),
    ])
    file.styles = [
      style("Normal", isDefault: true), style("Paragraph", list: 3),
      style("List", named: "List Paragraph", list: 3),
    ]
    file.lists = [list(3, level(0, "%1.")), list(6, level(0, "•", "bullet"))]
    try workplace.write(file.archive.bytes, to: "l1.docx")
    let run = try workplace.rapporteur("import", "l1.docx")
    #expect(run.status == 0)
    #expect(
      run.output == """
        report: report

        contents:
          - paragraph: 1
            text: >-
              One.
            points:
              - Wells;
              - Wells;
          - paragraph: 2
            text: >-
              Two.
            points:
              - Wells;
          - text: >-
              Three.

        """)
  }

  private static func indented(_ paragraph: String) -> String {
    paragraph.replacing("</w:pPr>", with: "<w:ind w:left=\"720\" w:hanging=\"360\"/></w:pPr>")
  }

  @Test(arguments: [
    ("echo It had $(ulimit -t) s and $(ulimit -v) KiB.", 0, ""),
    ("kill -XCPU $$", 2, "pandoc did not come to its end in 60 seconds"),
    ("exit 251", 2, "pandoc would need more than 2 GiB of memory for it"),
    ("exit 1", 2, "pandoc cannot make sense of it"),
  ])
  func `pandoc has limits of time and memory`(_ script: String, _ status: Int32, _ reason: String)
    throws
  {
    try workplace.write("#!/bin/sh\n\(script)\n", to: "bin/pandoc")
    try workplace.write(WordFile([paragraph("It had")]).archive.bytes, to: "l1.docx")
    let line = "chmod +x bin/pandoc; PATH=\"$PWD/bin:$PATH\" \"$rapporteur\" import l1.docx"
    let run = try workplace.shell(line)
    #expect(run.status == status)
    if status == 0 {
      #expect(run.output.contains("It had 60 s and 2097152 KiB."))
    } else {
      #expect(run.errors == "rapporteur: l1.docx cannot be read: \(reason)\n")
    }
  }
}
