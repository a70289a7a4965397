internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// Finds straight quotation marks and apostrophes, and quotations with one mark only.
struct QuotationCheck: TextCheck {
  /// A quotation that the last paragraph left open: right where the next paragraph opens again.
  private var leftOpen: Finding?
  /// Whether the first paragraph begins with an opening mark; nil before one has been seen.
  private var opensAtOnce: Bool?

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard Self.mayHaveMarks(passage.text.text) else {
      opensAtOnce = opensAtOnce ?? false
      reportLeftOpen(&findings)
      return
    }
    let marks = MarkFinder(prose)
    for paragraph in prose.paragraphs {
      let opens =
        QuotationMark.starting(at: paragraph.lowerBound, in: prose.text)?.mayOpen ?? false
      opensAtOnce = opensAtOnce ?? opens
      if opens { leftOpen = nil }
      reportLeftOpen(&findings)
      pair(marks.doubleMarks(in: paragraph), passage, context, &findings)
      let apostrophes = marks.apostrophes(in: paragraph)
      // An opening mark may be an elision, as in 'tis.
      let isCertain = !apostrophes.isEmpty && !marks.hasOpeningMark
      for (range, curly) in apostrophes {
        findings.append(
          straight(
            at: range,
            curly == "’" ? "an apostrophe is curly: ’" : "a single quotation mark is curly: ‘",
            [(range, curly)], curly == "’" && isCertain ? .safe : .needsReview,
            passage, context))
      }
    }
  }

  mutating func join(_ next: QuotationCheck, _ findings: inout [Finding]) {
    guard let opens = next.opensAtOnce else { return }
    if opens { leftOpen = nil }
    reportLeftOpen(&findings)
    leftOpen = next.leftOpen
    opensAtOnce = opensAtOnce ?? opens
  }

  mutating func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    reportLeftOpen(&findings)
    let blocks = context.report.blocks
    for index in blocks.indices {
      guard let particulars = blocks[index].particulars else { continue }
      for list in [particulars.states, particulars.organizations].compactMap(\.self) {
        for entry in list.entries { reportApostrophes(in: entry, context, &findings) }
      }
    }
  }

  /// Names in lists are told with either apostrophe, and printed with the curly one.
  private func reportApostrophes(
    in entry: SourcedText, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    for offset in entry.text.offsets(of: UInt8(ascii: "'"), in: 0..<entry.text.count)
    where entry.text.isLetter(at: offset - 1) {
      let range = offset..<offset + 1
      findings.append(
        Finding(
          "quote-straight", at: context.place(entry, range), "an apostrophe is curly: ’",
          fixes: context.rewriting(entry, range, as: "’", isSafe: true)))
    }
  }

  private mutating func reportLeftOpen(_ findings: inout [Finding]) {
    if let finding = leftOpen { findings.append(finding) }
    leftOpen = nil
  }

  private static func mayHaveMarks(_ text: TextSlice) -> Bool {
    [UInt8(ascii: "\""), UInt8(ascii: "'"), QuotationMark.firstOfCurly]
      .contains { text.firstOffset(of: $0) != nil }
  }

  /// Pairs the double marks of a paragraph.
  private mutating func pair(
    _ marks: [QuotationMark], _ passage: Passage, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    var open: [QuotationMark] = []
    for (index, mark) in marks.enumerated() {
      let text = passage.text.text
      // “by consensus“
      if mark.form == .opening, open.last?.form == .opening, mark.standsAfterWord(in: text) {
        open.removeLast()
        findings.append(wrongHalf(mark, "”", passage, context))
        continue
      }
      // ”by consensus”
      if mark.form == .closing, open.isEmpty, mark.standsBeforeWord(in: text),
        marks[index...].dropFirst().first?.mayClose ?? false
      {
        open.append(mark)
        findings.append(wrongHalf(mark, "“", passage, context))
        continue
      }
      let closes =
        switch (mark.form, open.last?.form) {
        case (.closing, _), (.straight, .straight): true
        case (.straight, .opening): mark.standsAfterWord(in: text)
        default: false
        }
      guard closes else {
        open.append(mark)
        continue
      }
      guard let opening = open.popLast() else {
        findings.append(
          Finding(
            "quote-unbalanced", at: context.place(passage.text, mark.range),
            "this quotation mark closes nothing; its opening half is missing"))
        continue
      }
      if opening.form == .straight || mark.form == .straight {
        let whole = opening.range.lowerBound..<mark.range.upperBound
        let replacements = [(opening, "“"), (mark, "”")].filter { $0.0.form == .straight }
          .map { ($0.0.range, $0.1) }
        findings.append(
          straight(
            at: whole, "quotation marks are curly: “…”", replacements, .safe, passage, context))
      }
    }
    for (index, mark) in open.enumerated() {
      let finding = Finding(
        "quote-unbalanced", at: context.place(passage.text, mark.range),
        "this quotation is not closed; its other mark is missing")
      if index == open.count - 1 { leftOpen = finding } else { findings.append(finding) }
    }
  }

  private func wrongHalf(
    _ mark: QuotationMark, _ right: String, _ passage: Passage, _ context: CheckContext
  ) -> Finding {
    let opens = mark.form == .opening
    return Finding(
      "quote-unbalanced", at: context.place(passage.text, mark.range),
      opens
        ? "this mark opens a quotation where one ends"
        : "this mark closes a quotation where one begins",
      caption: right,
      fixes: context.rewriting(passage.text, mark.range, as: right, isSafe: true))
  }

  private func straight(
    at range: Range<Int>, _ message: String, _ replacements: [(Range<Int>, String)],
    _ safety: Fix.Safety, _ passage: Passage, _ context: CheckContext
  ) -> Finding {
    let map = context.map(of: passage.text)
    let edits = replacements.compactMap { map.edit(replacing: $0.0, with: $0.1) }
    return Finding(
      "quote-straight", at: context.place(passage.text, range), message,
      fixes: edits.count == replacements.count
        ? [
          Fix(
            "Write \(replacements.map(\.1).joined(separator: " and "))", safety: safety,
            edits: edits.map { FileEdit(context.report.id, $0) })
        ] : [])
  }
}

/// Finds the quotation marks and apostrophes of a text.
private struct MarkFinder {
  private let prose: Prose
  private let opaque: Stretches

  init(_ prose: Prose) {
    self.prose = prose
    opaque = prose.opaque
  }

  /// Whether a straight single mark may open a quotation or begin an elision in the text: then the
  /// others are not certain either.
  var hasOpeningMark: Bool {
    prose.paragraphs.contains { paragraph in
      prose.text.offsets(of: UInt8(ascii: "'"), in: paragraph).contains { offset in
        !isWord(offset - 1, in: paragraph) && isWord(offset + 1, in: paragraph)
      }
    }
  }

  /// The double marks of a paragraph; the sign for inches and seconds is none.
  func doubleMarks(in paragraph: Range<Int>) -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var isStraightOpen = false
    for mark in QuotationMark.all(in: prose.text, paragraph)
    where !isOpaque(mark.range.lowerBound) {
      if mark.form == .straight {
        if !isStraightOpen, prose.text.isDigit(at: mark.range.lowerBound - 1) { continue }
        isStraightOpen.toggle()
      }
      marks.append(mark)
    }
    return marks
  }

  /// The straight apostrophes and single marks of a paragraph whose curly form is certain.
  func apostrophes(in paragraph: Range<Int>) -> [(Range<Int>, String)] {
    var found: [(Range<Int>, String)] = []
    var isSingleOpen = false
    for offset in prose.text.offsets(of: UInt8(ascii: "'"), in: paragraph) where !isOpaque(offset) {
      let isAfterWord = isWord(offset - 1, in: paragraph)
      let isBeforeWord = isWord(offset + 1, in: paragraph)
      switch (isAfterWord, isBeforeWord) {
      case (true, true):
        // Feet and inches, as in 5'10".
        guard !(prose.text.isDigit(at: offset - 1) && prose.text.isDigit(at: offset + 1)) else {
          continue
        }
        found.append((offset..<offset + 1, "’"))
      case (true, false):
        // Feet and minutes, as in 5' 10".
        guard isSingleOpen || !prose.text.isDigit(at: offset - 1) else { continue }
        isSingleOpen = false
        found.append((offset..<offset + 1, "’"))
      case (false, true):
        // An elision, as in '90s; else the opening of a quotation within a quotation, if it closes.
        if prose.text.isDigit(at: offset + 1) {
          found.append((offset..<offset + 1, "’"))
        } else if closes(after: offset, in: paragraph) {
          isSingleOpen = true
          found.append((offset..<offset + 1, "‘"))
        }
      case (false, false):
        guard isSingleOpen else { continue }
        isSingleOpen = false
        found.append((offset..<offset + 1, "’"))
      }
    }
    return found
  }

  /// Whether a straight single mark follows that can close a quotation.
  private func closes(after offset: Int, in paragraph: Range<Int>) -> Bool {
    (offset + 1..<paragraph.upperBound).contains { next in
      prose.text[next] == UInt8(ascii: "'") && !isWord(next + 1, in: paragraph)
        && !isSpace(next - 1)
    }
  }

  private func isOpaque(_ offset: Int) -> Bool {
    opaque.overlap(offset..<offset + 1)
  }

  private func isSpace(_ offset: Int) -> Bool { prose.text[offset] == 0x20 }

  /// Whether a letter or digit stands at an offset; of other scripts' bytes all are letters but
  /// those of the marks of punctuation, which begin with E2 80.
  private func isWord(_ offset: Int, in paragraph: Range<Int>) -> Bool {
    guard paragraph.contains(offset) else { return false }
    switch prose.text[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0x80...0xBF:
      let isMark =
        offset >= 2 && prose.text[offset - 2] == 0xE2 && prose.text[offset - 1] == 0x80
      return !isMark
    case 0xE2: return offset + 1 < prose.text.count && prose.text[offset + 1] != 0x80
    case 0xC0...: return true
    default: return false
    }
  }
}
