internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import WordProcessing

/// Clears a document of what its pages have around the text, and parts what runs on in one
/// paragraph, before it is read.
struct Preparation {
  let language: Language
  private let blocks: [MarkdownBlock]
  private var furniture: PageFurniture
  private(set) var remarks: [ImportNote] = []
  /// Whether something was dropped that only pages have.
  private(set) var hasPages = false
  /// The labels that Word counts, by the line of the block that they stand before.
  private(set) var counted: [Int: CountedLabel] = [:]
  /// The lines of blocks that are indented, and in no list.
  private(set) var indented: Set<Int> = []
  /// The forms of labels that have been noted.
  private var forms: Set<String> = []
  private var prepared: [MarkdownBlock] = []
  /// The number of the last paragraph, after which the next one may begin within a block.
  private(set) var lastNumber = 0

  /// Whether what was read is no more than the head of the document.
  private var isInHead = true
  private let numberForms: NumberForms
  private var lineJoining: LineJoining

  init(_ blocks: [MarkdownBlock], language: Language) {
    self.blocks = blocks
    self.language = language
    furniture = PageFurniture(blocks, language: language)
    numberForms = NumberForms(of: blocks, language)
    lineJoining = LineJoining(blocks)
  }

  mutating func prepare() -> [MarkdownBlock] {
    var contents = ContentsTable(language)
    for index in blocks.indices {
      if contents.takes(blocks[index], before: index + 1 < blocks.count ? blocks[index + 1] : nil) {
        for line in blocks[index].lines where !line.text.isEmpty {
          remark(line.number, "dropped with the table of contents: “\(line.text.string.opening)”")
        }
      } else {
        prepare(blocks[index])
      }
    }
    return prepared
  }

  /// Whether the block before may have a list after it.
  var introducesList: Bool { prepared.last?.lines.last?.text.introducesList ?? false }

  mutating func count(_ label: CountedLabel, on line: Int) { counted[line] = label }

  mutating func indent(_ line: Int) { indented.insert(line) }

  /// Whether a form of labels comes for the first time.
  mutating func noteForm(_ form: String) -> Bool { forms.insert(form).inserted }

  mutating func remark(_ line: Int, _ message: String) {
    remarks.append(ImportNote(line: line, message))
  }

  private mutating func prepare(_ block: MarkdownBlock) {
    let block = unmarked(block)
    switch block.kind {
    case .rule: remark(block.line, "a line across the page was dropped")
    case .heading(let level):
      isInHead = false
      prepareHeading(block, level)
    case .code: prepareCode(block)
    case .paragraph: prepareParagraph(block)
    }
  }

  // MARK: Kinds of blocks

  /// A line beneath a paragraph makes a heading of it, which it is only if it is short.
  private mutating func prepareHeading(_ block: MarkdownBlock, _ level: Int) {
    let isLong = block.lines.count > 2 || block.lines.last?.text.endsSentence ?? false
    let isUnderlined = block.lines.count > 1
    if isUnderlined || block.lines.count == 1, isLong,
      block.lines.reduce(0, { $0 + $1.text.count }) > 120
    {
      remark(block.line, "a long text that was marked up as a heading was read as a paragraph")
      return prepareParagraph(block.saying(block.lines, as: .paragraph))
    }
    let lines = cleaned(block.lines)
    if lines.contains(where: { !$0.text.isEmpty }) {
      prepared.append(block.saying(lines, as: .heading(level: level)))
    }
  }

  private mutating func prepareCode(_ block: MarkdownBlock) {
    // The further paragraphs of a note are indented, too.
    if prepared.last?.text.noteDefinition != nil || prepared.last?.kind == .code {
      prepared.append(block.saying(cleaned(block.lines), as: .code))
      return
    }
    let isInList = prepared.last.map { PointLabel($0.text) != nil || $0.nesting > 0 } ?? false
    if !isInList { remark(block.line, "indented or fenced text was read as paragraphs") }
    var group: [MarkdownLine] = []
    for line in block.lines {
      if let last = group.last, line.number > last.number + 1 {
        prepareParagraph(block.saying(group, as: .paragraph))
        group = []
      }
      group.append(line)
    }
    if !group.isEmpty { prepareParagraph(block.saying(group, as: .paragraph)) }
  }

  private mutating func prepareParagraph(_ block: MarkdownBlock) {
    let block = renumbered(unemphasized(block))
    if let marker = block.markers.first, block.nesting == 1,
      let label = TypedLabel.number(marker), let number = Int(label.text)
    {
      lastNumber = number
    }
    let lines = cleaned(block.lines, isItem: !block.markers.isEmpty)
    if lines.isEmpty, !block.lines.allSatisfy(\.text.isEmpty) { return }
    var start = 0
    for index in lines.indices.dropFirst() where block.quotation == nil {
      guard begins(lines[index].text, after: lines[index - 1].text, in: lines, at: index) else {
        continue
      }
      add(lines[start..<index], of: block, isFirst: start == 0)
      start = index
    }
    add(lines[start...], of: block, isFirst: start == 0)
  }

  /// A paragraph whose number was in bold or italics, with its text or alone, with a plain number.
  private mutating func unemphasized(_ block: MarkdownBlock) -> MarkdownBlock {
    guard block.markers.isEmpty, block.nesting == 0, let first = block.lines.first,
      !block.text.withoutEmphasis.isTitle || block.text.emphasized == nil,
      let text = first.text.withPlainNumber(after: lastNumber)
    else { return block }
    if noteForm("**") { remark(first.number, "numbers in bold or italics were read as plain ones") }
    var lines = block.lines
    lines[0] = first.saying(text)
    return block.saying(lines, as: .paragraph)
  }

  /// A paragraph whose number has a form of the house, with the number as reports have it.
  private mutating func renumbered(_ block: MarkdownBlock) -> MarkdownBlock {
    guard block.quotation == nil, let text = block.numbered,
      let typed = numberForms.number(text, after: lastNumber, language)
    else { return block }
    if noteForm("\(typed.form)") {
      remark(
        block.line,
        "the number “\(typed.label)” is that of a paragraph, and is printed “\(typed.number).”")
    }
    let isItem = !block.markers.isEmpty
    var lines = block.lines
    lines[0] = block.lines[0].saying(
      isItem ? typed.rest : TextSlice("\(typed.number). \(typed.rest)"))
    return MarkdownBlock(
      kind: .paragraph, lines: lines, markers: isItem ? [TextSlice("\(typed.number).")] : [],
      nesting: block.nesting)
  }

  private mutating func add(
    _ lines: ArraySlice<MarkdownLine>, of block: MarkdownBlock, isFirst: Bool
  ) {
    if let label = lines.first.flatMap({ TypedLabel.number($0.text) }), let number = Int(label.text)
    {
      lastNumber = number
    }
    if !isFirst, let first = lines.first {
      remark(
        first.number, "a paragraph that runs on without a blank line was parted from the one before"
      )
    }
    prepared.append(
      MarkdownBlock(
        kind: .paragraph, lines: Array(lines), markers: isFirst ? block.markers : [],
        nesting: isFirst ? block.nesting : 0, quotation: block.quotation))
  }

  // MARK: Lines

  /// The lines without furniture and without markup that a report does not have.
  private mutating func cleaned(_ lines: [MarkdownLine], isItem: Bool = false)
    -> [MarkdownLine]
  {
    var kept: [MarkdownLine] = []
    for (index, line) in lines.enumerated() {
      // An item or a row of a table can be nothing but numbers.
      let isRow = line.text.firstOffset(of: UInt8(ascii: "|")) == 0
      if !isRow, !(isItem && index == 0) || furniture.endsPageNumber(line.text),
        let name = furniture.name(of: line.text)
      {
        remark(line.number, "\(name) dropped: “\(line.text)”")
        // A number alone may be all that a paragraph says.
        if !line.text.withBytes({ $0.allSatisfy(\.isDigit) }) { hasPages = true }
        continue
      }
      if let words = MarkupCleaning.navigation(in: line.text) {
        remark(line.number, "links to other places were dropped: “\(words)”")
        continue
      }
      kept += columns(of: line).map { clean($0) }
    }
    let (whole, joined) = lineJoining.joined(kept)
    for (line, change) in joined { remark(line, change) }
    return whole
  }

  /// Whether a column in the head of a document is one of the letterhead, such as the letter of the
  /// organ's documents.
  private mutating func isFurniture(_ column: TextSlice, on line: Int) -> Bool {
    let isLetter = column.count == 1 && column[0].isCapital
    guard let name = isLetter ? "letter of the organ" : furniture.name(of: column) else {
      return false
    }
    remark(line, "\(name) dropped: “\(column)”")
    return true
  }

  private mutating func clean(_ line: MarkdownLine) -> MarkdownLine {
    var cleaning = MarkupCleaning()
    let text = cleaning.clean(line.text)
    for change in cleaning.changes { remark(line.number, change) }
    return line.saying(text)
  }

  /// What wide gaps part: lines of their own in the head of a document, and one line further on.
  private mutating func columns(of line: MarkdownLine) -> [MarkdownLine] {
    let title = line.text.withoutEmphasis
    if isInHead, (TypedLabel.section(title) ?? TypedLabel.number(title)) != nil { isInHead = false }
    let columns = line.text.columns(partedBy: 3)
    let isLabelled =
      (TypedLabel.section(columns[0]) ?? TypedLabel.number(columns[0]))?.rest.isEmpty ?? false
    guard columns.count > (isLabelled ? 2 : 1),
      line.text.firstOffset(of: UInt8(ascii: "|")) == nil
    else { return [line] }
    if isInHead {
      return columns.filter { !isFurniture($0, on: line.number) }.map(line.saying)
    }
    remark(line.number, "a wide gap within the line became a space")
    let text = columns.map(\.string).joined(separator: " ")
    return [line.saying(TextSlice(text))]
  }

  /// Whether a line begins something of its own, though no blank line comes before it.
  private func begins(
    _ line: TextSlice, after last: TextSlice, in lines: [MarkdownLine], at index: Int
  ) -> Bool {
    if let label = TypedLabel.number(line, needsFullStop: false) {
      return Label(label.text).map { $0.number == lastNumber + 1 || !$0.isPlain } ?? false
    }
    if line.noteDefinition != nil || line.raisedMark != nil { return true }
    if let point = PointLabel(line) {
      return point.isFirst ? last.introducesList : last.endsItem || last.introducesList
    }
    // A table may come right after its title.
    return index + 1 < lines.count && MarkdownTable([line, lines[index + 1].text]) != nil
  }
}

extension TextSlice {
  var endsSentence: Bool { !isEmpty && self[count - 1] == .fullStop }

  /// Whether a list may come after the line.
  var introducesList: Bool { !isEmpty && ":,;".utf8.contains(self[count - 1]) }

  /// Whether the line may be the last of an item of a list.
  fileprivate var endsItem: Bool {
    guard !isEmpty else { return true }
    return ";.:,".utf8.contains(self[count - 1]) || hasSuffix("; and") || hasSuffix("; or")
  }

  /// The text with the number that it begins with taken out of the mark-up that it is in: `**4. Text**`
  /// as `4. **Text**`, `**4.** Text` and, after paragraph 3, `**4** Text` as `4. Text`.
  fileprivate func withPlainNumber(after last: Int) -> TextSlice? {
    var width = 0
    while width < min(count, 3), self[width] == self[0], "*_".utf8.contains(self[0]) { width += 1 }
    guard width > 0, width < count, self[width].isDigit else { return nil }
    let mark = self[0..<width]
    let rest = self[width..<count]
    guard let end = rest[0..<min(rest.count, 24)].firstRange(of: mark) else {
      return TypedLabel.number(rest).flatMap { label in
        label.rest.isEmpty ? nil : TextSlice("\(label.text). \(mark)\(label.rest)")
      }
    }
    let core = rest[0..<end.lowerBound].trimmed
    let text = rest[end.upperBound..<rest.count].trimmed
    if let label = TypedLabel.number(core), label.rest.isEmpty {
      return TextSlice("\(label.text). \(text)")
    }
    guard let number = Int(core.string), number == last + 1, !text.isEmpty else { return nil }
    return TextSlice("\(number). \(text)")
  }
}
