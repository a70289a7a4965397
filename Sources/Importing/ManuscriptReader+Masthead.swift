internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// The head of the document: lines that say what they are, by their words or by their place.
extension ManuscriptReader {
  mutating func readMasthead() {
    while position < blocks.count, readMastheadBlock(blocks[position]) { position += 1 }
  }

  /// Reads a block if it belongs to the masthead.
  private mutating func readMastheadBlock(_ block: MarkdownBlock) -> Bool {
    guard block.quotation == nil, block.markers.isEmpty else { return false }
    switch block.kind {
    case .heading(let level): return readMastheadHeading(block, level: level)
    case .paragraph: return readMastheadLines(block)
    case .rule, .code: return false
    }
  }

  // MARK: Headings

  private mutating func readMastheadHeading(_ block: MarkdownBlock, level: Int) -> Bool {
    let text = isOfficial ? block.text : block.text.withoutEmphasis
    guard !beginsBody(text) else { return false }
    let field: MastheadField
    if draft.fields[.title] != nil {
      guard draft.fields[.subtitle] == nil, isOfficial ? level == 3 : isSubtitle(text, level)
      else { return false }
      field = .subtitle
    } else if isOfficial {
      guard level < 3 else { return false }
      field = level == 1 ? .organ : .title
    } else {
      field = level == 1 && draft.fields[.organ] == nil && !isTitle(text) ? .organ : .title
    }
    guard draft.fields[field] == nil else { return false }
    draft.fields[field] =
      field == .organ
      ? Transcription.name(text, at: .heading) : transcribed(text, at: .heading, line: block.line)
    return true
  }

  /// Whether a heading begins the body of the report.
  private func beginsBody(_ text: TextSlice) -> Bool {
    recommendation(text) != nil || annexHeading(text) != nil
      || TypedLabel.section(continuedTitle(text)?.title ?? text).map { !$0.rest.isEmpty } ?? false
  }

  private func isSubtitle(_ text: TextSlice, _ level: Int) -> Bool {
    text.dropping(prefix: language.phrase(.addendum)) != nil
  }

  private func isTitle(_ text: TextSlice) -> Bool {
    language.manuscripts[.titles].contains { text.dropping(prefix: $0) != nil }
  }

  // MARK: Lines

  private mutating func readMastheadLines(_ block: MarkdownBlock) -> Bool {
    let before = draft
    // Either the whole block belongs to the masthead, or nothing of it.
    for (index, line) in block.lines.enumerated() {
      guard readMastheadLine(line, isFirst: index == 0) else {
        draft = before
        return false
      }
    }
    return true
  }

  private mutating func readMastheadLine(_ line: MarkdownLine, isFirst: Bool) -> Bool {
    let text = line.text.withoutHardBreak
    if text.isEmpty { return true }
    if let value = distribution(text) { return set(.distribution, value) }
    if let value = value(of: .original, "language", in: text, .originals) {
      return set(.original, Transcription.name(value, at: .inline))
    }
    if let value = agendaItem(text, line.number) {
      return set(.item, Transcription.name(value, at: .inline))
    }
    if let period = Period(text, language) { return set(period) }
    if DocumentSymbol(text.string).hasShape, draft.fields[.body] == nil {
      return set(.symbol, text.string)
    }
    if draft.fields[.title] != nil { return false }
    if let body = text.strong, draft.fields[.body] == nil {
      return set(.body, Transcription.name(body, at: .emphasized))
    }
    if let (place, period) = placeAndDates(text) { return set(place, period) }
    return readNamelessLine(text, isFirst: isFirst)
  }

  /// A line that only its place can tell.
  private mutating func readNamelessLine(_ text: TextSlice, isFirst: Bool) -> Bool {
    if draft.fields[.body] != nil, draft.fields[.session] == nil, !isFirst || isSession(text) {
      return set(.session, Transcription.name(text, at: .paragraphStart))
    }
    if !isOfficial, isSession(text) {
      return set(.session, Transcription.name(text, at: .paragraphStart))
    }
    return false
  }

  private func isSession(_ text: TextSlice) -> Bool {
    text.count <= 60
      && language.manuscripts[.sessions].contains { text.dropping(suffix: " " + $0) != nil }
  }

  private mutating func set(_ field: MastheadField, _ value: String) -> Bool {
    guard draft.fields[field] == nil else { return false }
    draft.fields[field] = value
    return true
  }

  private mutating func set(_ period: Period) -> Bool {
    let isOfDocument = draft.fields[.original] == nil && draft.fields[.body] == nil
    if isOfDocument || period.first == period.last, draft.fields[.date] == nil,
      period.first == period.last, isOfDocument || !isOfficial
    {
      return set(.date, "\(period.first)")
    }
    return set(nil, period)
  }

  private mutating func set(_ place: String?, _ period: Period) -> Bool {
    guard draft.from == nil else { return false }
    draft.place = place
    draft.from = period.first
    draft.to = period.last
    return true
  }

  /// "Vienna, 9–11 September 2019"
  private func placeAndDates(_ text: TextSlice) -> (String, Period)? {
    guard text.count <= 160 else { return nil }
    var comma = text.firstOffset(of: UInt8(ascii: ","))
    while let place = comma {
      let rest = text[place + 1..<text.count].trimmed
      if place > 0, let period = Period(rest, language) {
        return (Transcription.name(text[0..<place].trimmed, at: .paragraphStart), period)
      }
      comma = text.firstOffset(of: UInt8(ascii: ","), from: place + 1)
    }
    return nil
  }

  private func distribution(_ text: TextSlice) -> String? {
    guard let value = value(of: .distribution, "distribution", in: text, .distributions) else {
      return nil
    }
    let word = value.string.lowercased()
    return Masthead.distributions.first { $0.lowercased() == word }
  }

  private mutating func agendaItem(_ text: TextSlice, _ line: Int) -> TextSlice? {
    guard let value = value(of: .agendaItem, "item", in: text, .items) else { return nil }
    for tail in language.manuscripts[.agendas] {
      guard let item = value.dropping(suffix: tail) else { continue }
      remark(line, "“\(tail)” was dropped: the item is one of the agenda")
      return item.trimmed
    }
    return value.count <= 20 ? value : nil
  }

  /// What a line has where a phrase has its placeholder; in a free reading also after one of the
  /// words that documents have there.
  private func value(
    of phrase: Phrase, _ name: String, in text: TextSlice, _ role: Language.Manuscripts.Role
  ) -> TextSlice? {
    if let value = PhraseReading.values(language.pieces(of: phrase), in: text)?[name] {
      return value
    }
    if isOfficial { return nil }
    return language.manuscripts[role].lazy.compactMap { text.dropping(prefix: $0)?.trimmed }
      .first { !$0.isEmpty }
  }
}

extension TextSlice {
  /// The text without the backslash that breaks its line.
  fileprivate var withoutHardBreak: TextSlice {
    count > 1 && self[count - 1] == .backslash && self[count - 2] != .backslash
      ? self[0..<count - 1].trimmed : self
  }
}
