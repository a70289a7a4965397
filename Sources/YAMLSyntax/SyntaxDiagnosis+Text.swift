internal import Diagnostics
internal import SourceText

/// Texts that YAML takes for something else because of a mark in them.
extension SyntaxDiagnosis {
  /// `text: Note: something`, a colon in a line that runs on, or a key that is indented too far.
  var colon: SyntaxFault? {
    let line = SourceLine(at: at, in: source)
    if let colon = line.colon, colon < at {
      return listInText(heldBy: line) ?? colonInText(from: line.value, heldBy: line)
    }
    guard let start = source.lineWithContent(before: line) else {
      return colonInText(from: line.content, heldBy: line)
    }
    if let fault = keyWithoutSpaceOrColon(in: start, above: line) { return fault }
    guard let holder = holder(of: line.text) else { return lineWithoutKey(start) }
    if let list = listInText(heldBy: holder) { return list }
    if holder.key != nil, isKey(line) {
      return line.dash == nil ? indentedTooFar(line, below: holder) : misindented(line)
    }
    return colonInText(from: holder.value, heldBy: holder)
  }

  private func colonInText(from value: Int, heldBy holder: SourceLine) -> SyntaxFault? {
    if source[value] == .quote || source[value] == .apostrophe {
      let end = source.closingQuote(from: value, to: SourceLine(at: value, in: source).end)
      if end.map({ source.skippingBlanks(from: $0 + 1) }) == at {
        return textFault(
          at: mark(at: at),
          "a colon follows the closing quotation mark, where the value has ended; "
            + "put the whole text under `>-`", value: value, heldBy: holder)
      }
    }
    let isLast = source.isLineEnd(at: source.skippingBlanks(from: at + 1))
    return textFault(
      at: mark(at: at),
      "a colon \(isLast ? "at the end of a line" : "before a space") makes a key of the words "
        + "before it; put the text under `>-`", value: value, heldBy: holder)
  }

  /// `text: @x`: a character that no value may begin with.
  var forbiddenStart: SyntaxFault? { markAtStart(at) }

  /// `text: *Italic* word` and the like: a mark at the start of a value that is not a value's.
  /// - Parameter offset: The mark.
  func markAtStart(_ offset: Int) -> SyntaxFault? {
    let character = source.string(mark(at: offset))
    let meaning =
      switch character {
      case "*": "a value that begins with * is read as an alias, not as italics"
      case "&": "a value that begins with & is read as an anchor"
      case "!": "a value that begins with ! is read as a tag"
      case "?": "a value that begins with a question mark and a space is read as a key"
      case "|", ">": "a value that begins with \(character) is read as a block of lines"
      case "": "a value is missing"
      default: "a value cannot begin with \(character)"
      }
    if let item = bracketedItem(at: offset) {
      return quotedItemFault(at: mark(at: offset), meaning + "; put it in quotation marks", item)
    }
    let line = SourceLine(at: offset, in: source)
    if character == "%", offset == line.text { return directive }
    guard line.holderColumn != nil, line.value == offset else {
      guard let holder = holder(of: offset), holder.value == holder.end || line.text == offset
      else { return nil }
      return textFault(
        at: mark(at: offset), meaning + "; put the text under `>-`", value: offset, heldBy: holder,
        needsReview: true)
    }
    return textFault(
      at: mark(at: offset), meaning + "; put the text under `>-`", value: offset, heldBy: line)
  }

  /// Something stands where the next key or dash was expected.
  var afterValue: SyntaxFault? {
    let line = SourceLine(at: at, in: source)
    return cutByComment ?? listAfterText ?? textAfterValue ?? faultOfLine(line)
  }

  /// `text: "Quote" and more`: text follows quotation marks, brackets or braces.
  private var textAfterValue: SyntaxFault? {
    let value = failure.lastValue.start.utf8..<failure.lastValue.end.utf8
    guard !value.isEmpty, value.upperBound <= at, let what = closing(of: value.lowerBound),
      source.isGap(from: value.upperBound, to: at)
    else { return nil }
    let line = SourceLine(at: value.lowerBound, in: source)
    guard let holder = holder(of: value.lowerBound), let column = holder.holderColumn else {
      return nil
    }
    let next = SourceLine(at: at, in: source)
    guard next.start == line.start || at > next.text || next.indentation > column else {
      return nil
    }
    if isUnclosed(value, heldBy: holder) { return unclosedQuotation(from: value.lowerBound) }
    let isValue = holder.value == value.lowerBound || line.text == value.lowerBound
    let text = region(from: value.lowerBound, deeperThan: column)
    guard isValue, value.upperBound <= text.upperBound else { return nil }
    let marks = OuterMarks(around: text, closedAt: value.upperBound - 1, in: source)
    return textFault(
      at: at..<max(next.end, at),
      "text follows \(what), where the value has ended; put the whole text under `>-`"
        + (marks.areDropped ? ", without the marks around it" : ""),
      value: value.lowerBound, heldBy: holder, needsReview: !marks.isCertain,
      dropsMarks: marks.areDropped)
  }

  /// What ends a value that begins with a certain mark.
  private func closing(of start: Int) -> String? {
    switch source[start] {
    case .quote, .apostrophe: "the closing quotation mark"
    case UInt8(ascii: "["): "the closing bracket"
    case UInt8(ascii: "{"): "the closing brace"
    case UInt8(ascii: "*"): "a word with *, which is read as an alias and not as italics"
    default: nil
    }
  }

  /// Whether a quotation runs over lines that begin with keys, so that the mark that ends it was
  /// meant to begin another.
  private func isUnclosed(_ value: Range<Int>, heldBy holder: SourceLine) -> Bool {
    guard source[value.lowerBound] == .quote || source[value.lowerBound] == .apostrophe else {
      return false
    }
    var line = SourceLine(at: value.lowerBound, in: source)
    while let next = source.line(after: line), next.start < value.upperBound {
      if !next.isBlank, next.holderColumn != nil, next.indentation <= holder.holderColumn ?? 0 {
        return true
      }
      line = next
    }
    return false
  }

  /// A text over several lines that ` #` cut off, so that its next line is left over.
  private var cutByComment: SyntaxFault? {
    let line = SourceLine(at: at, in: source)
    let value = failure.lastValue.start.utf8..<failure.lastValue.end.utf8
    guard line.text == at, value.upperBound <= at, closing(of: value.lowerBound) == nil,
      let holder = holder(of: value.lowerBound), let column = holder.holderColumn,
      holder.value <= value.lowerBound, line.indentation > column,
      let hash = source.firstComment(from: value.upperBound, to: line.start)
    else { return nil }
    return textFault(
      at: mark(at: hash),
      "a space and # begin a comment, which cuts the text off here; put the text under `>-`",
      value: value.lowerBound, heldBy: holder, needsReview: true)
  }

  /// `text: >- words`: text on the line of the block's header, or `text: > 50`.
  var textAfterHeader: SyntaxFault? {
    let line = SourceLine(at: begin, in: source)
    guard line.holderColumn != nil, line.value == begin else { return nil }
    let end = endOfHeader(from: begin)
    let isSigned = end > begin + 1
    // "|2 text" may be meant as two of something.
    let isCounted = (begin..<end).contains { 0x31...0x39 ~= source[$0] }
    let text = source.skippingBlanks(from: end)
    guard text < line.end, isSigned || !isTextWithMark(begin, before: text, on: line) else {
      return markAtStart(begin)
    }
    let header = source.string(begin..<end)
    let column = line.holderColumn ?? 0
    let region = region(from: text, deeperThan: column)
    let isLiteral =
      source[begin] == UInt8(ascii: "|")
      && (region.upperBound > line.end || source[text] == UInt8(ascii: "|"))
    let below = source.line(after: line).map { $0.isBlank ? 0 : $0.indentation } ?? 0
    let indentation = String(repeating: " ", count: below > column ? below : column + 2)
    var fault = SyntaxFault(
      range: mark(at: text), message: "the text begins on the line after `\(header)`")
    fault.fixes = [
      .init(
        "Begin the text on the next line", isCounted ? .needsReview : .safe,
        TextEdit(
          TextRange(begin, text),
          (isLiteral ? "|" : ">-") + source.lineBreak(near: begin) + indentation))
    ]
    fault.masks = (begin..<end).map { .byte($0, .space) } + [.text(region)]
    return fault
  }

  /// The end of `|`, `>-` or `|2-`; a number after `>` is more likely text, as in `>2 per cent`.
  private func endOfHeader(from begin: Int) -> Int {
    var end = begin + 1
    while source[end] == .hyphen || source[end] == UInt8(ascii: "+") || 0x31...0x39 ~= source[end],
      end < begin + 3
    {
      end += 1
    }
    let isNumber = source[begin] == UInt8(ascii: ">") && 0x31...0x39 ~= source[begin + 1]
    let isWhole = source[end] == .space || source[end] == .tab
    if isWhole, !isNumber { return end }
    let isSigned = source[begin + 1] == .hyphen || source[begin + 1] == UInt8(ascii: "+")
    return begin + (isSigned ? 2 : 1)
  }

  /// Whether `>` or `|` belongs to the text that it begins: `> 50 per cent`, `| A | B |`.
  private func isTextWithMark(_ mark: Int, before text: Int, on line: SourceLine) -> Bool {
    if source[mark] == UInt8(ascii: ">") { return "0123456789=".utf8.contains(source[text]) }
    return source[region(from: text, deeperThan: .max).upperBound - 1] == UInt8(ascii: "|")
      && source[text] != UInt8(ascii: "|")
  }

  /// A quotation mark that nothing closes.
  /// - Parameter open: The mark.
  func unclosedQuotation(from open: Int) -> SyntaxFault? {
    let line = SourceLine(at: open, in: source)
    let isCurly = source.hasCurlyMark(in: open..<line.end)
    let message =
      "this quotation mark is not closed"
      + (isCurly ? ": a straight mark is closed by a straight one, not by a curly one" : "")
    if let item = bracketedItem(at: open) {
      var fault = quotedItemFault(at: mark(at: open), message, item)
      fault.fixes = []
      return fault
    }
    guard let holder = holder(of: open) else { return nil }
    if holder.value != open, line.text != open { return nil }
    var fault = textFault(
      at: mark(at: open), message + "; put the text under `>-`", value: open, heldBy: holder,
      needsReview: true)
    let end = region(from: open, deeperThan: holder.holderColumn ?? 0).upperBound
    if !isCurly {
      fault.fixes.append(
        .init(
          "Close the quotation", .suggestion,
          TextEdit(TextRange(end, end), source.string(mark(at: open)))))
    }
    return fault
  }

  /// A backslash in double quotes that begins no escape.
  var escape: SyntaxFault? {
    var backslash = at
    while backslash > begin, source[backslash] != .backslash { backslash -= 1 }
    guard source[backslash] == .backslash else { return nil }
    let end = mark(at: backslash + 1).upperBound
    return SyntaxFault(
      range: backslash..<end,
      message: "\(source.string(backslash..<end)) means nothing in double quotation marks; "
        + "a backslash is doubled there",
      fixes: [
        .init("Double the backslash", .safe, TextEdit(TextRange(backslash, backslash), "\\"))
      ],
      masks: [.text(backslash..<backslash + 1)])
  }
}

extension YAMLBytes {
  /// Whether a stretch has one of the marks ‘ ’ “ ”.
  fileprivate func hasCurlyMark(in range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while let mark = firstIndex(of: 0xE2, from: offset), mark < range.upperBound {
      let last = self[mark + 2]
      if self[mark + 1] == 0x80, [0x98, 0x99, 0x9C, 0x9D].contains(last) { return true }
      offset = mark + 1
    }
    return false
  }

  /// Whether there is nothing but blanks and line breaks between two offsets.
  func isGap(from start: Int, to end: Int) -> Bool {
    var offset = start
    while offset < end {
      let width = isBlank(at: offset) ? 1 : breakWidth(at: offset)
      if width == 0 { return false }
      offset += width
    }
    return true
  }

  /// The number sign that begins the first comment after a value.
  func firstComment(from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset < end {
      if self[offset] == .hash { return offset }
      let width = isBlank(at: offset) ? 1 : breakWidth(at: offset)
      if width == 0 { return nil }
      offset += width
    }
    return nil
  }
}
