internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import WordProcessing

/// What a paragraph can be in a document that was not printed from a report file.
extension ManuscriptReader {
  mutating func readFreely(_ block: MarkdownBlock) -> Bool {
    noteHardBreaks(in: block)
    let text = block.text
    if text.isEmpty, block.markers.isEmpty { return true }
    if readListItem(text, block) { return true }
    guard block.markers.isEmpty else { return false }
    if readRecommendation(text, block) || readPlainHeading(text, block) { return true }
    if readTypedPoint(text, block) { return true }
    guard numberBefore(block) == nil else { return false }
    return readIndented(text, block) || joinBrokenParagraph(text, block)
  }

  private mutating func noteHardBreaks(in block: MarkdownBlock) {
    guard block.table == nil else { return }
    for line in block.lines.dropLast() where line.endsHard {
      remark(line.number, "a line break within a paragraph became a space")
    }
  }

  // MARK: Recommendations

  private mutating func readRecommendation(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard let heading = recommendation(text) ?? runningIn(text) else { return false }
    if heading.rest.isEmpty, text.emphasized != nil { isHandmade = true }
    remark(block.line, "recommendation \(heading.label): its heading was read from the line")
    openRecommendation(heading, line: block.line)
    if !heading.rest.isEmpty, let current {
      draft.blocks[current].paragraphs = [
        transcribed(heading.rest, at: .paragraphStart, line: block.line)
      ]
    }
    return true
  }

  /// A recommendation whose text goes on after its number: "Recommendation 12. States should".
  private func runningIn(_ text: TextSlice) -> RecommendationHeading? {
    if let (lead, rest) = text.leadingEmphasis, let heading = recommendation(lead) {
      return RecommendationHeading(label: heading.label, rest: rest.withoutLeadingStop)
    }
    for word in language.manuscripts[.recommendations] {
      let isLetter = word.utf8.count == 1
      guard let after = text.dropping(prefix: isLetter ? word : word + " "),
        let heading = heading(before: after.trimmed), !isLetter || isNextRecommendation(heading)
      else { continue }
      return heading
    }
    return nil
  }

  /// Whether a label such as "R3" goes on from the recommendation before, or begins.
  func isNextRecommendation(_ heading: RecommendationHeading) -> Bool {
    let last = draft.blocks.last { $0.kind == .recommendation }?.label.flatMap { Label($0) }
    return Label(heading.label).map { $0.isPlain && $0.number == (last?.number ?? 0) + 1 } ?? false
  }

  /// A number, with a mark or a blank after it, and the beginning of a sentence.
  private func heading(before text: TextSlice) -> RecommendationHeading? {
    var end = 0
    while end < min(text.count, 24), !".:—–".utf8.contains(text[end]) { end += 1 }
    let words = text[0..<end].words
    // "Recommendation 12 was adopted" is a sentence.
    func heading(_ label: TextSlice, _ rest: TextSlice) -> RecommendationHeading? {
      guard Label(label.string) != nil, !rest.isEmpty, !rest[0].isSmallLetter else { return nil }
      return RecommendationHeading(label: label.string, rest: rest)
    }
    if end < text.count,
      let found = heading(text[0..<end].trimmed, text[end..<text.count].withoutLeadingStop)
    {
      return found
    }
    for count in [2, 1] where words.count > count {
      let last = words[count - 1]
      let label = text[0..<last.start + last.count - text.start]
      let rest = text[label.count..<text.count].trimmed
      let isAside = rest.hasPrefix("(") && text.isTitle && PointLabel(rest) == nil
      guard !rest.isEmpty, rest[0].isCapital || rest[0] == .openingBracket || isAside else {
        continue
      }
      if let found = heading(label, rest) { return found }
    }
    return nil
  }

  // MARK: Headings

  /// A line in bold or italics, or one that begins with the label of a section, by itself.
  private mutating func readPlainHeading(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard block.nesting == 0, block.lines.count <= 2 else { return false }
    let title = text.withoutEmphasis
    guard title.isTitle else { return false }
    let isMarked = text.emphasized != nil
    if let heading = annexHeading(title), isMarked || title.count <= 120, heading.isPlausible {
      remark(block.line, "“\(title)” was read as the heading of an annex")
      openAnnex(heading, line: block.line)
      return true
    }
    if takesItem(title, block) || takesTitle(title, block) { return true }
    guard isMarked || isLabelledTitle(withoutChapterWord(title) ?? title) else { return false }
    remark(block.line, "“\(title)” was read as a heading")
    nextInList = nil
    let isLabelled = TypedLabel.section(continuedTitle(title)?.title ?? title) != nil
    if isMarked { if isLabelled { isHandmade = true } else { hasPlainHeadings = true } }
    openSection(title, markup: text.strong != nil ? 7 : isMarked ? 8 : 9, line: block.line)
    return true
  }

  /// Whether a plain line has the label of a chapter or section: a capital letter or Roman number.
  private func isLabelledTitle(_ title: TextSlice) -> Bool {
    guard title.count <= 200, let label = TypedLabel.section(title), !label.rest.isEmpty,
      label.text.utf8.allSatisfy(\.isCapital)
    else { return false }
    return !label.rest[0].isSmallLetter
  }

  /// Gives a line to the annex or section before it that has a label and no title yet.
  mutating func takesTitle(_ title: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard let last = draft.blocks.indices.last, draft.blocks[last].isDivision,
      draft.blocks[last].title.isEmpty, draft.blocks[last].kind != .heading,
      TypedLabel.section(title) == nil, numberBefore(block) == nil
    else { return false }
    remark(block.line, "“\(title)” was read as the title of the heading before")
    let continued = continuedTitle(title)
    draft.blocks[last].isContinued = continued != nil
    draft.blocks[last].title = transcribed(
      continued?.title ?? title, at: .heading, line: block.line)
    return true
  }

  /// Gives an agenda item in parentheses to the section before it.
  private mutating func takesItem(_ title: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard let last = draft.blocks.indices.last, draft.blocks[last].isDivision,
      draft.blocks[last].kind != .annex, draft.blocks[last].item == nil,
      let words = title.between("(", ")"), let item = agendaItem(words, block.line)
    else { return false }
    draft.blocks[last].item = item.string
    remark(block.line, "“\(title)” became the item of the section, which is not printed")
    return true
  }

  // MARK: Points

  /// Reads an item of a list that is no numbered paragraph.
  private mutating func readListItem(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard var marker = block.markers.last else { return false }
    var nesting = block.nesting
    if block.markers.count > 1, block.nesting == block.markers.count,
      let label = TypedLabel.number(block.markers[0])
    {
      let bare = TypedLabel(text: label.text, isEscaped: false, rest: TextSlice(""))
      openParagraph(bare, isItem: true, block)
      nesting -= 1
    } else if nesting == 1, let label = TypedLabel.number(marker) {
      guard restartsWithin(label) else { return false }
      marker = TextSlice("\(marker) \(text)")
      remark(block.line, "a list that is numbered within a paragraph was kept as text")
      return continueAsText(marker, line: block.line)
    }
    let isBullet = !marker[0].isDigit
    guard current != nil else {
      remark(block.line, "a list that belongs to no paragraph was read as one", isUnplaced: false)
      add(DraftBlock(.text, level: level, line: block.line), takesText: true)
      return readListItem(text, block)
    }
    let label = PointLabel(text) ?? PointLabel(TextSlice("• " + text.string))
    let numbered = isBullet ? label : PointLabel(TextSlice("(\(marker.string.dropLast())) \(text)"))
    guard var point = numbered else { return false }
    if !isBullet { point.text = marker.string }
    return openPoint(point, nesting: nesting, block)
  }

  /// Whether a number begins a list within the paragraph before.
  private func restartsWithin(_ label: TypedLabel) -> Bool {
    guard let number = Int(label.text), let current,
      let last = draft.blocks[current].label.flatMap({ Label($0) })
    else { return false }
    guard number <= last.number, draft.blocks[current].kind == .paragraph else { return false }
    let text = draft.blocks[current].paragraphs.last ?? ""
    return number == 1 ? text.utf8.last == UInt8(ascii: ":") : isInKeptList
  }

  /// Whether the last paragraph is an item of such a list already.
  private var isInKeptList: Bool {
    guard let current, let last = draft.blocks[current].paragraphs.last else { return false }
    return draft.blocks[current].paragraphs.count > 1 && TypedLabel.number(TextSlice(last)) != nil
  }

  private mutating func continueAsText(_ text: TextSlice, line: Int) -> Bool {
    guard let current else { return false }
    draft.blocks[current].paragraphs.append(transcribed(text, at: .paragraphStart, line: line))
    return true
  }

  private mutating func readTypedPoint(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    let (_, rest) = text.emSpaces
    guard current != nil, let label = PointLabel(rest, numerals: countedLabel?.numerals) else {
      return false
    }
    return openPoint(label, nesting: block.nesting, block)
  }

  private mutating func openPoint(_ label: PointLabel, nesting: Int, _ block: MarkdownBlock) -> Bool
  {
    guard let current else { return false }
    var label = label
    if label.isAmbiguous, typedPoints.expectsLetterI {
      label.settle(on: lastPointIsBare || romanFollows() ? .lowerRoman : .lowerLetter)
    }
    let isFirst = typedPoints.isEmpty
    guard let level = typedPoints.add(label, nesting: nesting),
      let printed = points.nextLabel(at: level)
    else {
      remark(
        block.line, "point \(label.text) follows on no other point; it was kept as text",
        isUnplaced: true)
      return continueWithParagraph(
        label.text.isEmpty ? block.text : TextSlice("\(label.text) \(label.rest)"), block)
    }
    if label.text.isEmpty {
      if isFirst {
        remark(block.line, "bullets were read as points; they are printed as \(printed) and on")
      }
    } else if label.text != printed {
      remark(block.line, "point \(label.text) is printed as \(printed)")
    }
    points.add(at: level)
    countedLabel = nil
    nextInList = isCurrentItem ? nextInList : nil
    let inner = label.rest.isEmpty ? nil : PointLabel(label.rest)
    if let inner, !inner.text.isEmpty, inner.isFirst {
      draft.blocks[current].points.append(DraftPoint(level: level, paragraphs: []))
      return openPoint(inner, nesting: nesting, block)
    }
    let text =
      label.rest.isEmpty ? [] : [transcribed(label.rest, at: .inline, line: block.line)]
    draft.blocks[current].points.append(DraftPoint(level: level, paragraphs: text))
    return true
  }

  /// Whether (ii) comes before (j) and another (i), so that an (i) after (h) is the first within it.
  private func romanFollows() -> Bool {
    if typedPoints.hasRomanWithinH { return false }
    for block in blocks[position...].prefix(200) {
      if case .heading = block.kind { return false }
      if numberBefore(block) != nil { return false }
      guard let label = PointLabel(block.text) else { continue }
      if label.isNumber(2, in: .lowerRoman) { return true }
      if label.isAmbiguous || label.isNumber(10, in: .lowerLetter) { return false }
    }
    return false
  }

  /// Adds a paragraph to the last point, or to the text where there is none.
  private mutating func continueWithParagraph(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard let current else { return false }
    let paragraph = transcribed(text, at: .paragraphStart, line: block.line)
    if let last = draft.blocks[current].points.indices.last {
      draft.blocks[current].points[last].paragraphs.append(paragraph)
    } else {
      draft.blocks[current].paragraphs.append(paragraph)
    }
    return true
  }

  /// Reads a paragraph that Word indents, and that is in no list: it goes on with the point or the
  /// paragraph before it.
  private mutating func readIndented(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard let current, indented.contains(block.line) else { return false }
    if text.beginsWithQuotation {
      remark(
        block.line, "an indented text that begins with a quotation mark was read as a quotation")
      let index = add(DraftBlock(.quote, level: level, line: block.line), takesText: false)
      draft.blocks[index].paragraphs = [transcribed(text, at: .paragraphStart, line: block.line)]
      return true
    }
    guard draft.blocks[current].label != nil || !points.isEmpty else { return false }
    remark(block.line, "an indented text was read as one more paragraph of \(nameOfCurrent)")
    return continueWithParagraph(text, block)
  }

  /// The last point, or the block that is open: "point (b)", "paragraph 4".
  var nameOfCurrent: String {
    guard let current else { return "the text" }
    if let label = points.lastLabel { return "point \(label)" }
    let block = draft.blocks[current]
    return block.label.map { "\(block.kind.rawValue) \($0)" } ?? "the text"
  }

  // MARK: Broken paragraphs

  /// Joins a paragraph to the one before, which a page break cut off in the middle of a sentence.
  private mutating func joinBrokenParagraph(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard let current, TypedLabel.section(text) == nil else { return false }
    let rest = transcribed(text, at: .inline, line: block.line)
    if let point = draft.blocks[current].points.indices.last {
      guard let last = draft.blocks[current].points[point].paragraphs.indices.last,
        draft.blocks[current].points[point].paragraphs[last].breaksOff(before: text)
      else { return false }
      draft.blocks[current].points[point].paragraphs[last] += " " + rest
    } else {
      guard let last = draft.blocks[current].paragraphs.indices.last,
        draft.blocks[current].paragraphs[last].breaksOff(before: text),
        draft.blocks[current].label != nil || text[0].isSmallLetter
      else { return false }
      draft.blocks[current].paragraphs[last] += " " + rest
    }
    remark(block.line, "the text was joined to the paragraph before, which breaks off")
    return true
  }
}

extension ManuscriptReader.AnnexHeading {
  /// Whether a plain line can be such a heading, and not the beginning of a sentence.
  fileprivate var isPlausible: Bool { title.isEmpty || !title[0].isSmallLetter }
}

extension TextSlice {
  /// Whether a line may be a heading: it is short and ends no sentence.
  var isTitle: Bool {
    guard count <= 400, !isEmpty else { return false }
    return !".;:,?!".utf8.contains(self[count - 1])
      || TypedLabel.section(self)?.rest.isEmpty ?? false
  }

  var beginsWithQuotation: Bool { hasPrefix("“") || hasPrefix("\"") || hasPrefix("\\\"") }

  /// What is emphasized at the beginning, and what follows it.
  fileprivate var leadingEmphasis: (TextSlice, TextSlice)? {
    guard !isEmpty, self[0] == UInt8(ascii: "*") || self[0] == UInt8(ascii: "_"),
      let first = Prose(self).elements.first, first.range.lowerBound == 0
    else { return nil }
    switch first.kind {
    case .emphasis(let content), .strong(let content):
      return (self[content].trimmed, self[first.range.upperBound..<count].trimmed)
    default: return nil
    }
  }

  /// The text without the stop, colon or dash that it begins with.
  var withoutLeadingStop: TextSlice {
    var text = trimmed
    for mark in [".", ":", "—", "–"] where text.hasPrefix(mark) {
      text = text[mark.utf8.count..<text.count].trimmed
      break
    }
    return text
  }
}

extension String {
  /// Whether a text ends in the middle of a sentence that another goes on with.
  fileprivate func breaksOff(before next: TextSlice) -> Bool {
    guard let last = utf8.last, !next.isEmpty else { return false }
    let isOpen =
      last.isLetter || last.isDigit || last == UInt8(ascii: ",") || last == UInt8(ascii: "-")
    return isOpen && (utf8.count >= 60 || next[0].isSmallLetter)
  }
}
