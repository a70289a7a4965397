internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import WordProcessing

/// Reads a document block by block, and makes a draft of it.
struct ManuscriptReader {
  let profile: Profile
  let language: Language
  let states: StateNames?
  /// Whether the document is read as one that was printed from a report file.
  let isOfficial: Bool
  let readsPoints: Bool
  let blocks: [MarkdownBlock]
  /// The first block from which on headings of annexes are such.
  private(set) var firstAnnex = 0

  var position = 0
  var draft = ReportDraft()
  var remarks: [ImportNote] = []
  var notes = NoteRegister()
  /// The mark of the lettered note that was read last, where nothing came after it yet.
  var noteBefore: String?
  /// The number of `#` before the title; nil where it is no heading.
  var titleMarkup: Int?
  /// The sections that are open, from the outermost.
  var sections: [OpenSection] = []
  var annex: AnnexState?
  /// The block to which points and further paragraphs belong.
  var current: Int?
  /// Whether the paragraphs of that block are indented beneath its number.
  var isCurrentItem = false
  var points = OpenPoints()
  /// The same points as they are typed, in a free reading.
  var typedPoints = TypedPoints()
  /// Whether there is what no printed document has: pages, or lines in bold or italics that have
  /// the label of a section or recommendation.
  var isHandmade = false
  /// Whether there are such lines without a label.
  var hasPlainHeadings = false
  /// The labels that Word counts, and the blocks that it indents, by their lines.
  private var counted: [Int: CountedLabel] = [:]
  private(set) var indented: Set<Int> = []
  /// The label that Word counts for the block which is read, until it has been read as a label.
  var countedLabel: CountedLabel?
  /// The number that a list would show next; nil where none is open.
  var nextInList: Int?

  /// A section that further blocks may stand in.
  struct OpenSection {
    let style: NumberingStyle?
    let number: Int?
    /// The number of `#` of its heading; more for a line in bold or italics.
    let markup: Int
  }

  /// The annex that is open.
  struct AnnexState {
    let outerScope: NoteRegister.Scope
    /// The mark of the note that is being read.
    var note: String?
  }

  init(_ manuscript: Manuscript, reading: Manuscript.Reading, as profile: Profile) {
    self.profile = profile
    language = manuscript.language
    states = manuscript.states
    isOfficial = reading != .free
    readsPoints = reading != .officialWithoutPoints
    if isOfficial {
      blocks = manuscript.document.blocks
    } else {
      let comments = manuscript.comments
      let document = comments.isEmpty ? manuscript.document : MarkdownDocument(comments.rest)
      var marks = FootnoteMarks(document.blocks)
      var preparation = Preparation(marks.typed(), language: language)
      blocks = preparation.prepare()
      remarks = comments.remarks + marks.remarks + preparation.remarks
      isHandmade = preparation.hasPages
      counted = preparation.counted
      indented = preparation.indented
    }
  }

  mutating func read() -> Manuscript.Draft {
    draft.fields[.report] = profile.name
    firstAnnex = placeOfFirstAnnex
    readMasthead()
    while position < blocks.count { readBlock() }
    leaveAnnex()
    finishNotes()
    declareStarts()
    remark(1, "the document was taken for a report of the profile \(profile.name)")
    return Manuscript.Draft(
      report: draft, notes: remarks.sorted { $0.line < $1.line }, isProvisional: isProvisional,
      isHandmade: isHandmade, hasPlainHeadings: hasPlainHeadings)
  }

  mutating func remark(_ line: Int, _ message: String, isUnplaced: Bool = false) {
    remarks.append(ImportNote(line: line, message, isUnplaced: isUnplaced))
  }

  /// Annexes come last: after them there is no other heading of their level, and no numbered note.
  private var placeOfFirstAnnex: Int {
    let last = blocks.lastIndex { block in
      if isOfficial, block.text.citesNumberedNote { return true }
      guard case .heading(let level) = block.kind, block.quotation == nil else { return false }
      return level <= 2 && annexHeading(isOfficial ? block.text : block.text.withoutEmphasis) == nil
    }
    return isOfficial ? (last ?? -1) + 1 : 0
  }

  private mutating func readBlock() {
    let block = blocks[position]
    position += 1
    countedLabel = counted[block.line]
    defer { noteCountedLabel(on: block.line) }
    if let quotation = block.quotation { return readQuotation(quotation, from: block) }
    switch block.kind {
    case .heading(let level):
      noteBefore = nil
      readHeading(block, level: level)
    case .rule: remark(block.line, "a line across the page was dropped")
    case .paragraph, .code: readParagraph(block)
    }
  }

  private mutating func noteCountedLabel(on line: Int) {
    guard let label = countedLabel else { return }
    countedLabel = nil
    remark(line, "the number “\(label.text)” is no label that reports have; it was kept as text")
  }

  /// The level at which blocks of text stand now.
  var level: Int { sections.count + (annex == nil ? 0 : 1) }

  /// Adds a block that stands at the left edge, so that it ends a list.
  @discardableResult
  mutating func add(_ block: DraftBlock, takesText: Bool) -> Int {
    if let label = block.label, !label.isEmpty { countedLabel = nil }
    draft.blocks.append(block)
    points = OpenPoints()
    typedPoints = TypedPoints()
    isCurrentItem = false
    current = takesText ? draft.blocks.count - 1 : nil
    return draft.blocks.count - 1
  }

  /// A text as the report has it.
  mutating func transcribed(_ text: TextSlice, at position: MarkdownPosition, line: Int) -> String {
    Transcription.text(
      text, at: position, line: line, isLettered: notes.scope > 0 || !isOfficial,
      notes: &notes)
  }

  // MARK: Quotations

  private mutating func readQuotation(_ quotation: Int, from first: MarkdownBlock) {
    var quoted = [first]
    while position < blocks.count, blocks[position].quotation == quotation {
      quoted.append(blocks[position])
      position += 1
    }
    nextInList = nil
    noteIndentedText(of: quoted)
    let index = add(DraftBlock(.quote, level: level, line: first.line), takesText: false)
    let dash = "— "
    for (place, block) in quoted.enumerated() {
      let text = block.quotedText
      if place == quoted.count - 1, let source = text.dropping(prefix: dash), !source.isEmpty {
        draft.blocks[index].source = transcribed(source, at: .inline, line: block.line)
      } else if !text.isEmpty {
        draft.blocks[index].paragraphs.append(
          transcribed(text, at: .paragraphStart, line: block.line))
      }
    }
  }
}

extension ManuscriptReader {
  /// Tells of a quotation after a point that may as well go on with it: converters write both so.
  private mutating func noteIndentedText(of quoted: [MarkdownBlock]) {
    guard !isOfficial, let current, !points.isEmpty || draft.blocks[current].label != nil,
      let first = quoted.first?.text,
      let last = quoted.last?.text, !first.beginsWithQuotation, !last.hasPrefix("— ")
    else { return }
    remark(
      quoted[0].line,
      "an indented text was read as a quotation, and not as one more paragraph of \(nameOfCurrent)")
  }
}

extension MarkdownBlock {
  /// The lines as one.
  var text: TextSlice {
    guard lines.count > 1 else { return lines.first?.text ?? TextSlice("") }
    var bytes: [UInt8] = []
    for line in lines where !line.text.isEmpty {
      if !bytes.isEmpty { bytes.append(.space) }
      line.text.withBytes { bytes += $0 }
    }
    return TextSlice(String(decoding: bytes, as: UTF8.self))
  }

  /// The text with the marks of the lists that it begins.
  var quotedText: TextSlice {
    guard !markers.isEmpty else { return text }
    return TextSlice((markers.map(\.string) + [text.string]).joined(separator: " "))
  }
}
