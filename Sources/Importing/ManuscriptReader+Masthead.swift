internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// The head of the document: lines that say what they are, by their words or by their place.
extension ManuscriptReader {
  mutating func readMasthead() {
    while position < blocks.count,
      readMastheadBlock(blocks[position]) || passOver(blocks[position])
    {
      position += 1
    }
  }

  /// Passes over short lines among those of the masthead that are none of its fields.
  private mutating func passOver(_ block: MarkdownBlock) -> Bool {
    guard !isOfficial, block.kind == .paragraph, block.markers.isEmpty, block.table == nil,
      block.quotation == nil, block.lines.allSatisfy({ $0.text.count <= 160 }),
      !block.text.endsSentence, numberBefore(block) == nil, !beginsBody(block.text),
      blocks[(position + 1)...].prefix(3).contains(where: isOfMasthead)
    else { return false }
    for line in block.lines where !line.text.isEmpty { leaveOut(line) }
    return true
  }

  /// Whether a block has what only a masthead has, and this one has not had.
  private func isOfMasthead(_ block: MarkdownBlock) -> Bool {
    guard block.kind == .paragraph, block.quotation == nil else { return false }
    return block.lines.contains { line in
      draft.fields[.distribution] == nil && distribution(line.text) != nil
        || draft.fields[.symbol] == nil && DocumentSymbol(line.text.string).hasShape
        || draft.from == nil && placeAndDates(line.text) != nil
    }
  }

  /// Reads a block if it belongs to the masthead.
  private mutating func readMastheadBlock(_ block: MarkdownBlock) -> Bool {
    guard block.quotation == nil, block.markers.isEmpty else { return false }
    switch block.kind {
    case .heading(let level): return readMastheadHeading(block, level: level)
    case .paragraph:
      let isTitleOfTable =
        block.text.strong != nil && position + 1 < blocks.count
        && blocks[position + 1].table != nil
      return !isTitleOfTable && readMastheadLines(block)
    case .rule, .code: return false
    }
  }

  // MARK: Headings

  private mutating func readMastheadHeading(_ block: MarkdownBlock, level: Int) -> Bool {
    let text = isOfficial ? block.text : block.text.withoutEmphasis
    guard !beginsBody(text) else { return false }
    let field: MastheadField
    if isOfficial {
      guard level <= 3, draft.fields[.title] == nil || level == 3, draft.fields[.subtitle] == nil
      else { return false }
      guard level == 1 || leadsToChapter(from: position, isTitle: level == 2) else { return false }
      field = level == 1 ? .organ : level == 2 ? .title : .subtitle
    } else if draft.fields[.title] != nil {
      guard isSubtitle(text, level) else { return false }
      field = .subtitle
    } else if level == 1, draft.fields[.organ] != nil, !isTitle(text), mastheadGoesOn {
      return setName(text, block.line, isStrong: true)
    } else {
      field = level == 1 && draft.fields[.organ] == nil && !isTitle(text) ? .organ : .title
    }
    guard draft.fields[field] == nil, mayCome(field) else { return false }
    if field == .title { titleMarkup = level }
    if field == .subtitle, !isOfficial, text.dropping(prefix: language.phrase(.addendum)) == nil {
      remark(block.line, "“\(text)” was read as the subtitle")
    }
    draft.fields[field] =
      field == .organ
      ? Transcription.name(text, at: .heading) : transcribed(text, at: .heading, line: block.line)
    return true
  }

  /// Whether more of the masthead comes after a heading.
  private var mastheadGoesOn: Bool {
    guard position + 1 < blocks.count else { return false }
    let next = blocks[position + 1]
    if case .heading = next.kind { return isTitle(next.text.withoutEmphasis) }
    return isOfMasthead(next)
  }

  /// Whether the next section after a title or subtitle is a chapter: else it is a section itself.
  private func leadsToChapter(from index: Int, isTitle: Bool) -> Bool {
    for (distance, block) in blocks[(index + 1)...].enumerated() {
      guard case .heading(let level) = block.kind, block.quotation == nil else { continue }
      if level <= 2 { return true }
      if recommendation(block.text) != nil { continue }
      return isTitle && distance == 0 && level == 3 && !beginsBody(block.text)
        && leadsToChapter(from: index + 1, isTitle: false)
    }
    return true
  }

  /// Whether a heading begins the body of the report.
  private func beginsBody(_ text: TextSlice) -> Bool {
    recommendation(text) != nil || annexHeading(text) != nil
      || (!isOfficial && withoutChapterWord(text) != nil)
      || TypedLabel.section(continuedTitle(text)?.title ?? text).map { !$0.rest.isEmpty } ?? false
  }

  /// Whether a heading after the title goes with it: it is the word for an addendum, or it holds
  /// nothing.
  private func isSubtitle(_ text: TextSlice, _ level: Int) -> Bool {
    if text.dropping(prefix: language.phrase(.addendum)) != nil { return true }
    guard position + 1 < blocks.count, case .heading(let next) = blocks[position + 1].kind else {
      return false
    }
    // What holds all that follows is no section of it.
    return next <= level
      || level == titleMarkup
        && !blocks[(position + 1)...].contains { block in
          guard case .heading(let other) = block.kind else { return false }
          return other <= level
        }
  }

  func isTitle(_ text: TextSlice) -> Bool {
    language.manuscripts[.titles].contains { text.dropping(prefix: $0) != nil }
  }

  // MARK: Lines

  private mutating func readMastheadLines(_ block: MarkdownBlock) -> Bool {
    let before = (draft: draft, remarks: remarks.count)
    // Either the whole block belongs to the masthead, or nothing of it.
    for (index, line) in block.lines.enumerated() {
      let next = index + 1 < block.lines.count ? block.lines[index + 1].text : nil
      if readMastheadLine(line, isFirst: index == 0, next: next) { continue }
      if !isOfficial, index > 0, draft.fields[.item] != before.draft.fields[.item] || !isLast(block)
      {
        leaveOut(line)
        continue
      }
      draft = before.draft
      remarks.removeLast(remarks.count - before.remarks)
      return false
    }
    return true
  }

  /// Whether the body begins after a block.
  private func isLast(_ block: MarkdownBlock) -> Bool {
    block.lines.count < 3
      || block.lines.contains {
        $0.text.endsSentence && !$0.text.isOne(of: language.manuscripts[.distributions])
      }
  }

  /// A line among those of the masthead that is none of its fields: after the item, its title.
  private mutating func leaveOut(_ line: MarkdownLine) {
    if let item = draft.fields[.item], draft.agenda.isEmpty {
      draft.agenda = [(item, transcribed(line.text, at: .heading, line: line.number))]
      return remark(line.number, "“\(line.text)” was read as the title of agenda item \(item)")
    }
    remark(
      line.number, "“\(line.text)” has no place in the masthead and was dropped", isUnplaced: true)
  }

  /// The most bytes of a line of a masthead; a longer one is a paragraph.
  private static let longestLine = 2_000

  private mutating func readMastheadLine(
    _ line: MarkdownLine, isFirst: Bool, next: TextSlice?
  ) -> Bool {
    let text = line.text.withoutHardBreak
    if text.isEmpty { return true }
    guard text.count <= Self.longestLine else { return false }
    if !isOfficial, saysNoField(text, line.number, before: next) { return true }
    if let value = distribution(text) { return set(.distribution, value) }
    if let value = value(of: .original, "language", in: text, .originals) {
      return set(.original, Transcription.name(value, at: .inline))
    }
    if let value = agendaItem(text, line.number) {
      return set(.item, Transcription.name(value, at: .inline))
    }
    if let period = Period(text, language) { return set(period, isFirst: isFirst) }
    if DocumentSymbol(text.string).hasShape, !isOfficial || draft.fields[.body] == nil {
      return set(.symbol, Transcription.name(text, at: .paragraphStart))
    }
    return isOfficial
      ? readOfficialMastheadLine(text, line.number, isFirst: isFirst, next: next)
      : readFreeMastheadLine(text, line.number)
  }

  private mutating func readOfficialMastheadLine(
    _ text: TextSlice, _ line: Int, isFirst: Bool, next: TextSlice?
  ) -> Bool {
    guard draft.fields[.title] == nil else { return false }
    if let body = text.strong, draft.fields[.body] == nil {
      return set(.body, Transcription.name(body, at: .emphasized))
    }
    if let (place, period) = placeAndDates(text) {
      return setMeeting(at: place, period, line: line)
    }
    return readNamelessOfficialLine(text, isFirst, next)
  }

  /// A line that only its place can tell, or its mark-up.
  private mutating func readFreeMastheadLine(_ text: TextSlice, _ line: Int) -> Bool {
    let words = text.withoutEmphasis
    if isSession(words), draft.fields[.session] == nil {
      return set(.session, Transcription.name(words, at: .paragraphStart))
    }
    if let (place, period) = placeAndDates(words) {
      return setMeeting(at: place, period, line: line)
    }
    if draft.fields[.title] != nil { return readSubtitleLine(text, line) }
    guard words.count <= 160, !words.endsSentence else { return false }
    if isTitle(words), text.emphasized != nil || hasMasthead { return setTitle(words, line) }
    return hasMasthead && setName(words, line, isStrong: text.strong != nil)
  }

  /// The word for an addendum, by itself after the title.
  private mutating func readSubtitleLine(_ text: TextSlice, _ line: Int) -> Bool {
    let words = text.withoutEmphasis
    guard words.string == language.phrase(.addendum) else { return false }
    remark(line, "“\(words)” was read as the subtitle")
    return set(.subtitle, words.string)
  }

  /// In a printed masthead the symbol comes first, and after the body come session and place.
  private mutating func readNamelessOfficialLine(
    _ text: TextSlice, _ isFirst: Bool, _ next: TextSlice?
  ) -> Bool {
    guard text.firstRange(of: TextSlice("[^")) == nil, draft.from == nil else { return false }
    let name = Transcription.name(text, at: .paragraphStart)
    let isAlone =
      next.map { line in
        distribution(line) != nil
          || Period(line, language).map { $0.first == $0.last } ?? false
      } ?? true
    if isFirst, isAlone, draft.fields.keys.allSatisfy({ $0 == .report || $0 == .organ }) {
      return set(.symbol, name)
    }
    // What follows the body stands in its block.
    if isFirst, draft.fields[.body] != nil { return false }
    if draft.fields[.session] == nil { return set(.session, name) }
    guard draft.place == nil, !isFirst, mayCome(.meeting) else { return false }
    draft.place = name
    return true
  }

  /// Whether the first lines of the document have what only a masthead has.
  private var hasMasthead: Bool {
    let certain: [MastheadField] = [.symbol, .distribution, .date, .original]
    return draft.from != nil || certain.contains { draft.fields[$0] != nil }
      || blocks.prefix(12).contains { block in
        block.lines.contains {
          distribution($0.text) != nil || placeAndDates($0.text) != nil
            || Period($0.text, language) != nil
        }
      }
  }

  private func isSession(_ text: TextSlice) -> Bool {
    text.count <= 60 && TypedLabel.section(text) == nil
      && language.manuscripts[.sessions].contains { text.dropping(suffix: " " + $0) != nil }
  }

  private static let order: [MastheadField] = [
    .organ, .symbol, .distribution, .date, .original, .body, .session, .meeting, .item, .title,
    .subtitle,
  ]

  /// Whether a field may come now: in a printed masthead the fields have an order.
  private func mayCome(_ field: MastheadField) -> Bool {
    let place = Self.order.firstIndex(of: field) ?? 0
    return !isOfficial
      || Self.order[place...].allSatisfy { later in
        later == .meeting
          ? draft.from == nil && draft.place == nil : draft.fields[later] == nil
      }
  }

  mutating func set(_ field: MastheadField, _ value: String) -> Bool {
    // A running head may have said it before.
    if !isOfficial, draft.fields[field] == value { return true }
    guard draft.fields[field] == nil, mayCome(field) else { return false }
    draft.fields[field] = value
    return true
  }

  /// A day alone is the date of the document, unless it stands where the days of the meeting do.
  private mutating func set(_ period: Period, isFirst: Bool) -> Bool {
    let isSingle = period.first == period.last && draft.fields[.date] == nil
    let earlier: [MastheadField] = [.original, .body, .session]
    let isAfterSymbol = isFirst && (draft.fields[.symbol] ?? draft.fields[.distribution]) != nil
    let isOfDocument = !isAfterSymbol && earlier.allSatisfy { draft.fields[$0] == nil }
    guard isSingle, !isOfficial || isOfDocument else { return set(nil, period) }
    return set(.date, "\(period.first)")
  }

  /// "Tenth session, Vienna, 9–11 September 2019" has the session too.
  private mutating func setMeeting(at place: TextSlice, _ period: Period, line: Int) -> Bool {
    guard !isOfficial, draft.fields[.session] == nil,
      let comma = place.firstOffset(of: UInt8(ascii: ",")), isSession(place[0..<comma])
    else { return set(Transcription.name(place, at: .paragraphStart), period) }
    draft.fields[.session] = Transcription.name(place[0..<comma], at: .paragraphStart)
    let rest = place[comma + 1..<place.count].trimmed
    return set(Transcription.name(rest, at: .paragraphStart), period)
  }

  private mutating func set(_ place: String?, _ period: Period) -> Bool {
    guard draft.from == nil, mayCome(.meeting) else { return false }
    draft.place = place
    draft.from = period.first
    draft.to = period.last
    return true
  }
}

extension TextSlice {
  /// The text without the backslash that breaks its line.
  fileprivate var withoutHardBreak: TextSlice {
    count > 1 && self[count - 1] == .backslash && self[count - 2] != .backslash
      ? self[0..<count - 1].trimmed : self
  }
}
