internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Sets the document of one part of a series as Markdown.
struct MarkdownCompositor {
  let report: Report
  let profile: Profile
  let language: Language
  let references: ReferencePrinter
  let footnotes: [TextSlice: Int]
  /// What stands before the heading of a recommendation.
  let recommendationMark: String

  var galley = Galley()
  var list = NumberedList()
  var notes = Notes(.numbers)
  var standpoint: Standpoint
  /// How many levels lower than in the body sections stand: 1 in an annex.
  var sectionShift = 0

  init(
    _ report: Report, part: Int, profile: Profile, language: Language,
    references: ReferencePrinter
  ) {
    self.report = report
    self.profile = profile
    self.language = language
    self.references = references
    footnotes = Dictionary(
      report.footnotes.enumerated().map { ($1.key.text, $0) },
      uniquingKeysWith: { first, _ in first })
    recommendationMark =
      String(repeating: "#", count: min(profile.recommendationHeadingLevel, 6)) + " "
    standpoint = Standpoint(part: part)
    galley.reserve(report.file.text.count)
  }

  mutating func document() -> String {
    setMasthead()
    setBlocks(in: nil)
    setNotes()
    galley.finish()
    return galley.text
  }

  mutating func setBlocks(in parent: BlockIndex?) {
    for index in report.children(of: parent) { setBlock(index) }
  }

  private mutating func setBlock(_ index: BlockIndex) {
    standpoint.block = index
    switch report.blocks[index].kind {
    case .section, .heading:
      setHeading(of: report.blocks[index])
      setBlocks(in: index)
    case .annex:
      sectionShift = 1
      lettering { compositor in
        compositor.setHeading(of: compositor.report.blocks[index])
        compositor.setBlocks(in: index)
      }
      sectionShift = 0
    case .paragraph, .statements: setNumberedParagraph(index)
    case .recommendation: setRecommendation(index)
    case .quote: setQuote(report.blocks[index])
    case .table: setTable(report.blocks[index])
    case .text: setText(of: index)
    case .point: break
    }
  }

  /// Sets what has footnotes of its own, indicated by letters, with the notes beneath.
  mutating func lettering(_ set: (inout MarkdownCompositor) -> Void) {
    let outer = notes
    notes = Notes(.letters)
    set(&self)
    setNotes()
    notes = outer
  }

  /// Begins a block at the left edge, which ends any list.
  mutating func startBlockAtEdge() {
    list.close()
    galley.startBlock()
  }
}
