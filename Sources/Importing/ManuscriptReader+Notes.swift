internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Footnotes: `[^1]: …` anywhere, and `<sup>a</sup> …` beneath a table or at the end of an annex.
extension ManuscriptReader {
  mutating func readNote(_ block: MarkdownBlock) -> Bool {
    if readNumberedNote(block) { return true }
    return (annex != nil || !isOfficial) && readAnnexNote(block)
  }

  private mutating func readNumberedNote(_ block: MarkdownBlock) -> Bool {
    guard block.nesting == 0, let (mark, rest) = block.text.noteDefinition else { return false }
    if !isOfficial, notes.isDefined(mark, isLettered: false) {
      remark(
        block.line, "footnote \(mark) has a text already; this one was kept among the paragraphs",
        isUnplaced: true)
      return false
    }
    nextInList = nil
    current = nil
    notes.define(
      mark, isLettered: false, line: block.line,
      Transcription.text(rest, at: .paragraphStart, line: block.line, notes: &notes))
    // Its further paragraphs are indented, which without the note would make code of them.
    while position < blocks.count, blocks[position].kind == .code,
      blocks[position].quotation == nil
    {
      for line in blocks[position].paragraphs {
        let text = Transcription.text(
          line.text, at: .paragraphStart, line: line.number, notes: &notes)
        notes.continueNote(mark, isLettered: false, line: line.number, text)
      }
      position += 1
    }
    return true
  }

  /// Notes end an annex: once there is one, what follows belongs to it.
  private mutating func readAnnexNote(_ block: MarkdownBlock) -> Bool {
    if let (mark, rest) = block.text.raisedMark, notes.isCited(mark) {
      annex?.note = mark
      noteBefore = mark
      nextInList = nil
      current = nil
      notes.define(
        mark, isLettered: true, line: block.line, transcribed(rest, at: .inline, line: block.line))
      return true
    }
    guard let mark = annex?.note, isOfficial else { return false }
    notes.continueNote(
      mark, isLettered: true, line: block.line,
      transcribed(block.text, at: .paragraphStart, line: block.line))
    return true
  }

  /// Reads the notes beneath a table, which are cited in it.
  mutating func readTableNotes() {
    var mark: String?
    defer { noteBefore = mark }
    while position < blocks.count, blocks[position].kind == .paragraph,
      blocks[position].quotation == nil, blocks[position].nesting == 0
    {
      let block = blocks[position]
      if let (next, rest) = block.text.raisedMark, notes.isCited(next),
        !notes.isDefined(next, isLettered: true)
      {
        mark = next
        notes.define(
          next, isLettered: true, line: block.line,
          transcribed(rest, at: .inline, line: block.line))
      } else if let mark, block.text.raisedMark == nil, block.table == nil,
        !isTableTitle(position), tableNoteFollows() || citesTableNote(block.text)
      {
        notes.continueNote(
          mark, isLettered: true, line: block.line,
          transcribed(block.text, at: .paragraphStart, line: block.line))
      } else {
        return
      }
      position += 1
    }
  }

  /// Whether another note of the table comes within a few paragraphs.
  private func tableNoteFollows() -> Bool {
    for block in blocks[position...].prefix(8).dropFirst() {
      guard block.kind == .paragraph, block.nesting == 0, block.quotation == nil else {
        return false
      }
      guard let (mark, _) = block.text.raisedMark else { continue }
      return notes.isCited(mark) && !notes.isDefined(mark, isLettered: true)
    }
    return false
  }

  private func isTableTitle(_ index: Int) -> Bool {
    index + 1 < blocks.count && blocks[index].text.strong != nil && blocks[index + 1].table != nil
  }

  /// Whether a text cites a note of the table that the annex around it does not define.
  private func citesTableNote(_ text: TextSlice) -> Bool {
    text.raisedLetters(outside: Prose(text).elements).contains { citation in
      let mark = text[citation.mark].string
      guard notes.isDefined(mark, isLettered: true) else { return false }
      if annex == nil { return true }
      let rest = blocks[position...].dropFirst().prefix { $0.kind != .heading(level: 2) }
      return !rest.contains { $0.text.raisedMark?.mark == mark }
    }
  }

  // MARK: The end

  /// Gives the notes their keys, and the citations too.
  mutating func finishNotes() {
    let keys = noteKeys()
    draft.footnotes = notes.notes.enumerated().compactMap { index, note in
      guard let paragraphs = note.paragraphs else { return nil }
      return (keys[index], renamed(paragraphs.joined(separator: "\n"), keys))
    }
    // Taken out of the draft, which a change in place would copy each time.
    var blocks = draft.blocks
    draft.blocks = []
    for index in blocks.indices { rename(&blocks[index], keys) }
    draft.blocks = blocks
    for field in [MastheadField.title, .subtitle] {
      draft.fields[field] = draft.fields[field].map { renamed($0, keys) }
    }
    for note in notes.notes where note.paragraphs == nil || !note.isCited {
      remark(
        note.line,
        note.isCited
          ? "footnote \(note.mark) is cited and says nothing; the mark stays in the text"
          : "footnote \(note.mark) is not cited; it is kept among the footnotes",
        isUnplaced: true)
    }
  }

  private func noteKeys() -> [String] {
    var names = IdentifierNames()
    return notes.notes.map { names.name(for: $0.paragraphs?.first ?? "") }
  }

  private func rename(_ block: inout DraftBlock, _ keys: [String]) {
    block.title = renamed(block.title, keys)
    block.paragraphs = block.paragraphs.map { renamed($0, keys) }
    for index in block.points.indices {
      block.points[index].paragraphs = block.points[index].paragraphs.map { renamed($0, keys) }
    }
    block.by = block.by.map { renamed($0, keys) }
    block.source = block.source.map { renamed($0, keys) }
  }

  /// A text with its citations by the keys; one that leads nowhere as characters.
  private func renamed(_ text: String, _ keys: [String]) -> String {
    let slice = TextSlice(text)
    guard slice.firstRange(of: TextSlice("[^#")) != nil else { return text }
    var result = ""
    var copied = 0
    for element in Prose(slice).elements {
      guard case .footnote(let key) = element.kind,
        let index = NoteRegister.index(ofKey: slice[key])
      else { continue }
      let note = notes.notes[index]
      result += slice[copied..<element.range.lowerBound].string
      if note.paragraphs != nil {
        result += "[^\(keys[index])]"
      } else {
        result += note.isLettered ? "\\<sup>\(note.mark)\\</sup>" : "\\[^\(note.mark)]"
      }
      copied = element.range.upperBound
    }
    return result + slice[copied..<slice.count].string
  }
}

extension MarkdownBlock {
  /// The paragraphs that indented lines make: each line by itself where it was printed so.
  var paragraphs: [MarkdownLine] { lines }
}

extension TextSlice {
  /// Whether a text that is no note itself has a `[^1]`.
  var citesNumberedNote: Bool {
    guard firstRange(of: TextSlice("[^")) != nil, noteDefinition == nil else { return false }
    return Prose(self).elements.contains { if case .footnote = $0.kind { true } else { false } }
  }

  /// The mark and the text of a note that is defined: `[^1]: …`
  var noteDefinition: (mark: String, rest: TextSlice)? {
    guard count > 4, self[0] == .openingBracket, self[1] == UInt8(ascii: "^"),
      let first = Prose(self).elements.first, case .footnote(let key) = first.kind,
      first.range.lowerBound == 0, first.range.upperBound < count,
      self[first.range.upperBound] == UInt8(ascii: ":")
    else { return nil }
    return (self[key].string, self[first.range.upperBound + 1..<count].trimmed)
  }

  /// The mark and the text of a note that begins with a raised letter.
  var raisedMark: (mark: String, rest: TextSlice)? {
    guard let letters = raisedLetters(at: 0) else { return nil }
    let end = letters.upperBound + "</sup>".utf8.count
    return (self[letters].string, self[end..<count].trimmed)
  }
}
