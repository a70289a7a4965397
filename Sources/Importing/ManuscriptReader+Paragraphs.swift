internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Paragraphs, numbered or not, and what belongs to them.
extension ManuscriptReader {
  mutating func readParagraph(_ block: MarkdownBlock) {
    let mark = noteBefore
    noteBefore = nil
    if readNote(block) || readTable(block) { return }
    if !isOfficial, readFreely(block) { return }
    let text = block.text
    if let label = numberBefore(block) {
      return openParagraph(label, isItem: !label.isEscaped && !block.markers.isEmpty, block)
    }
    if isOfficial, readPoint(text, block) { return }
    if continueCurrent(text, block) { return }
    if !isOfficial, let mark {
      remark(
        block.line, "the text after note \(mark) was read as a paragraph, and not as more of it")
    }
    nextInList = nil
    let index = add(DraftBlock(.text, level: level, line: block.line), takesText: true)
    draft.blocks[index].paragraphs = [transcribed(text, at: .paragraphStart, line: block.line)]
  }

  // MARK: Numbers

  /// The number that a paragraph begins with.
  func numberBefore(_ block: MarkdownBlock) -> TypedLabel? {
    if let marker = block.markers.first, block.nesting == 1, block.markers.count == 1 {
      return TypedLabel.number(marker).map {
        TypedLabel(text: $0.text, isEscaped: false, rest: block.text)
      }
    }
    guard block.nesting == 0 else { return nil }
    let unnumbered = language.phrase(.unnumbered)
    if let rest = block.text.dropping(prefix: unnumbered), rest.isEmpty || rest[0] == .space {
      return TypedLabel(text: "", isEscaped: false, rest: rest.trimmed)
    }
    guard let label = TypedLabel.number(block.text, needsFullStop: isOfficial) else { return nil }
    // A number that a list would show as it is needs no backslash: this one is the author's.
    if isOfficial, label.isEscaped, nextInList == nil || nextInList == Int(label.text) {
      return nil
    }
    return label
  }

  /// - Parameter isItem: Whether the paragraph is an item of a list, so that its text begins anew.
  mutating func openParagraph(_ label: TypedLabel, isItem: Bool, _ block: MarkdownBlock) {
    nextInList = isItem ? Int(label.text).map { $0 + 1 } : nil
    if let formula = statements(in: label.rest, line: block.line) {
      var statements = DraftBlock(.statements, level: level, line: block.line, label: label.text)
      statements.items = formula.items
      statements.by = formula.by
      statements.states = formula.states
      statements.organizations = formula.organizations
      add(statements, takesText: false)
      return
    }
    let index = add(
      DraftBlock(kind(of: label), level: level, line: block.line, label: label.text),
      takesText: true)
    isCurrentItem = isItem
    if label.rest.isEmpty || (isOfficial && readPoint(label.rest, block)) { return }
    draft.blocks[index].paragraphs = [
      transcribed(label.rest, at: isItem ? .paragraphStart : .inline, line: block.line)
    ]
  }

  /// What has a number: `104.1` is a recommendation where the profile numbers these so, and
  /// paragraphs otherwise.
  private func kind(of label: TypedLabel) -> BlockKind {
    let isRecommendation =
      profile.recommendations.isDotted && !profile.paragraphs.isDotted
      && Label(label.text)?.prefix != nil
    return isRecommendation ? .recommendation : .paragraph
  }

  // MARK: Points

  /// Whether a block stands where what belongs to the current one stands.
  private func belongsToCurrent(_ block: MarkdownBlock) -> Bool {
    current != nil && (!isOfficial || isCurrentItem == (block.nesting > 0))
  }

  /// Reads a point as it is printed: its label is the next of its level.
  private mutating func readPoint(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    let (level, rest) = text.emSpaces
    guard readsPoints, belongsToCurrent(block), let body = afterLabel(rest, at: level),
      level <= points.level || !lastPointIsBare
    else { return false }
    addPoint(body, at: level, line: block.line)
    return true
  }

  /// Whether the last point has no text, so that a point within it would stand on its line.
  var lastPointIsBare: Bool {
    current.flatMap { draft.blocks[$0].points.last?.paragraphs.isEmpty } ?? false
  }

  /// What follows the label of the next point of a level; nil where the text does not begin with it.
  private func afterLabel(_ text: TextSlice, at level: Int) -> TextSlice? {
    guard let label = points.nextLabel(at: level), text.hasPrefix(label) else { return nil }
    let rest = text[label.utf8.count..<text.count]
    return rest.isEmpty || rest[0].isBlank ? rest.trimmed : nil
  }

  mutating func addPoint(_ body: TextSlice, at level: Int, line: Int) {
    guard let current else { return }
    points.add(at: level)
    nextInList = isCurrentItem ? nextInList : nil
    if let inner = afterLabel(body, at: level + 1) {
      draft.blocks[current].points.append(DraftPoint(level: level, paragraphs: []))
      return addPoint(inner, at: level + 1, line: line)
    }
    let text = body.isEmpty ? [] : [transcribed(body, at: .inline, line: line)]
    draft.blocks[current].points.append(DraftPoint(level: level, paragraphs: text))
  }

  // MARK: Further paragraphs

  /// Adds a paragraph to the text or to the last point of the current block.
  private mutating func continueCurrent(_ text: TextSlice, _ block: MarkdownBlock) -> Bool {
    guard let current, belongsToCurrent(block) else { return false }
    if points.level > 0, text.emSpaces.level >= points.level || text.emSpaces.level > 0 {
      if isOfficial { takeBackInnerPoints(toLevel: text.emSpaces.level) }
    }
    if points.level > 0, text.emSpaces.level >= points.level {
      let rest = text[6 * points.level..<text.count]
      return continueLastPoint(transcribed(rest, at: .inline, line: block.line))
    }
    let isRecommendation = draft.blocks[current].kind == .recommendation
    if points.isEmpty, isCurrentItem || isRecommendation {
      if isRecommendation, withdraws(text, current) { return true }
      draft.blocks[current].paragraphs.append(
        transcribed(text, at: .paragraphStart, line: block.line))
      return true
    }
    if isOfficial { takeBackInnerPoints(toLevel: text.emSpaces.level) }
    guard !points.isEmpty, isCurrentItem || (points.level == 0 && pointFollows()) else {
      return false
    }
    if !isOfficial {
      remark(block.line, "this paragraph was read as one more of \(nameOfCurrent)")
    }
    return continueLastPoint(transcribed(text, at: .paragraphStart, line: block.line))
  }

  private mutating func withdraws(_ text: TextSlice, _ index: Int) -> Bool {
    guard draft.blocks[index].paragraphs.isEmpty, text.string == language.phrase(.withdrawn) else {
      return false
    }
    draft.blocks[index].isWithdrawn = true
    current = nil
    return true
  }

  private mutating func continueLastPoint(_ paragraph: String) -> Bool {
    guard let current, let last = draft.blocks[current].points.indices.last, !lastPointIsBare
    else { return false }
    draft.blocks[current].points[last].paragraphs.append(paragraph)
    return true
  }

  /// A point "(a) (i) Text" that goes on at the margin of the (a) has a text that begins with "(i)".
  private mutating func takeBackInnerPoints(toLevel level: Int) {
    guard let current else { return }
    while points.level > level, draft.blocks[current].points.count > 1,
      let inner = draft.blocks[current].points.last
    {
      let outer = draft.blocks[current].points.count - 2
      let label = OpenPoints.style(at: inner.level).format(1)
      guard draft.blocks[current].points[outer].level == inner.level - 1,
        draft.blocks[current].points[outer].paragraphs.isEmpty
      else { return }
      draft.blocks[current].points.removeLast()
      let first = inner.paragraphs.first.map { "\(label) \($0)" } ?? label
      draft.blocks[current].points[outer].paragraphs = [first] + inner.paragraphs.dropFirst()
      points.close(to: inner.level - 1)
    }
  }

  /// Whether another point comes within a few paragraphs, so that what stands between is of the last.
  private func pointFollows() -> Bool {
    guard let label = points.nextLabel(at: 0) else { return false }
    for block in blocks[position...].prefix(8) {
      guard block.kind == .paragraph, block.nesting == 0, block.quotation == nil else {
        return false
      }
      if block.text.hasPrefix(label + " ") { return true }
    }
    return false
  }
}

extension TextSlice {
  /// The level of a point by the EM SPACEs before it, two for each, and what follows them.
  var emSpaces: (level: Int, rest: TextSlice) {
    var end = 0
    while end + 3 <= count, self[end] == 0xE2, self[end + 1] == 0x80, self[end + 2] == 0x83 {
      end += 3
    }
    return (end / 6, self[end..<count])
  }
}
