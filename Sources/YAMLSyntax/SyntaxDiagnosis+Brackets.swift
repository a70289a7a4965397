internal import Diagnostics
internal import SourceText

/// Lists in square brackets and mappings in braces.
extension SyntaxDiagnosis {
  /// A bracket or brace that is not closed, or entries without a comma between them.
  var brackets: SyntaxFault? {
    guard let holder = holder(of: begin) else { return nil }
    let isWholeValue = holder.value == begin || SourceLine(at: begin, in: source).text == begin
    let value = isWholeValue ? begin : holder.value
    let isSquare = source[begin] == UInt8(ascii: "[")
    let text = region(from: value, deeperThan: holder.holderColumn ?? 0)
    guard let close = source.closingBracket(from: value, to: text.upperBound) else {
      return unclosed(begin, isSquare: isSquare, in: text, value: value, heldBy: holder)
    }
    if !source.isCommentOrEnd(from: close + 1) {
      return textFault(
        at: close + 1..<max(text.upperBound, close + 1),
        "text follows the closing \(isSquare ? "bracket" : "brace"), where the value has ended; put "
          + "the whole text under `>-`", value: value, heldBy: holder)
    }
    return entriesWithoutComma
  }

  private func unclosed(
    _ open: Int, isSquare: Bool, in text: Range<Int>, value: Int, heldBy holder: SourceLine
  ) -> SyntaxFault {
    let name = isSquare ? "square bracket" : "brace"
    var fault = textFault(
      at: mark(at: open),
      "this \(name) is not closed, and at the start of a value it makes a "
        + (isSquare ? "list" : "mapping") + "; close it, or put the text under `>-`",
      value: value, heldBy: holder, needsReview: true)
    fault.fixes.append(
      .init(
        "Close the \(name)", .suggestion,
        TextEdit(TextRange(text.upperBound, text.upperBound), isSquare ? "]" : "}")))
    return fault
  }

  private var entriesWithoutComma: SyntaxFault? {
    if source[at] == .colon { return secondColon }
    if let mark = wrongBracket { return mark }
    let last = failure.lastValue
    guard last.end.utf8 <= at, source.isGap(from: last.end.utf8, to: at) else { return nil }
    if "*&!".utf8.contains(source[last.start.utf8]) { return markAtStart(last.start.utf8) }
    if source.isGap(at: last.end.utf8) {
      return missingComma(before: at, after: last.end.utf8, "a comma is missing before this entry")
    }
    return bracketedItem(at: last.end.utf8).map {
      quotedItemFault(
        at: mark(at: at), "text follows the closing quotation mark; quote the whole entry", $0)
    }
  }

  /// `[a, b}`
  private var wrongBracket: SyntaxFault? {
    let isSquare = source[begin] == UInt8(ascii: "[")
    guard source[at] == UInt8(ascii: isSquare ? "}" : "]") else { return nil }
    let (open, close) = isSquare ? ("[", "]") : ("{", "}")
    return SyntaxFault(
      range: mark(at: at), message: "what `\(open)` opened is closed by `\(close)`",
      fixes: [.init("Write `\(close)`", .needsReview, TextEdit(TextRange(at, at + 1), close))],
      masks: [.byte(at, UInt8(ascii: isSquare ? "]" : "}"))])
  }

  /// `{place: Vienna from: 2019-09-09}`
  private var secondColon: SyntaxFault? {
    guard let item = bracketedItem(at: at) else { return nil }
    var word = at
    while word > item.lowerBound, !source.isBlank(at: word - 1) { word -= 1 }
    let name = source.string(word..<at)
    if word > item.lowerBound, isKeyName(name) {
      var end = word
      while source.isBlank(at: end - 1) { end -= 1 }
      return missingComma(before: word, after: end, "a comma is missing before `\(name)`")
    }
    return quotedItemFault(
      at: mark(at: at), "a second colon cannot stand in an entry; put it in quotation marks", item)
  }

  private func missingComma(before entry: Int, after end: Int, _ message: String) -> SyntaxFault {
    var fault = SyntaxFault(
      range: mark(at: entry), message: message,
      fixes: [.init("Put a comma", .needsReview, TextEdit(TextRange(end, end), ","))])
    if source.isBlank(at: end) { fault.masks = [.byte(end, UInt8(ascii: ","))] }
    return fault
  }

  /// Something that begins no value, where one was expected.
  var missingContent: SyntaxFault? {
    guard failure.context == "while parsing a flow node" else { return markAtStart(at) }
    guard source[at] == UInt8(ascii: ",") else { return nil }
    return SyntaxFault(
      range: mark(at: at), message: "nothing stands before this comma; an entry is missing",
      fixes: [.init("Delete the comma", .needsReview, TextEdit(TextRange(at, at + 1), ""))],
      masks: [.byte(at, .space)])
  }

  /// `[a:, b]`
  var colonInBrackets: SyntaxFault? {
    bracketedItem(at: at).map {
      quotedItemFault(
        at: mark(at: at),
        "a colon before a comma or bracket cannot be read; put the entry in "
          + "quotation marks", $0)
    }
  }

  func quotedItemFault(at range: Range<Int>, _ message: String, _ item: Range<Int>)
    -> SyntaxFault
  {
    let place = TextRange(item.lowerBound, item.upperBound)
    let typed = file.slice(place).string.unicodeScalars.reduce(into: "") {
      if $1 == "\"" || $1 == "\\" { $0 += "\\" }
      $0.unicodeScalars.append($1)
    }
    return SyntaxFault(
      range: range, message: message,
      fixes: [.init("Put it in quotation marks", .safe, TextEdit(place, "\"\(typed)\""))],
      masks: [.text(item)])
  }

  /// The entry between brackets or braces that an offset is in; nil where there are none around it.
  func bracketedItem(at offset: Int) -> Range<Int>? {
    guard let holder = bracketHolder(of: offset) else { return nil }
    var open: [Int] = []
    var start = holder.value
    var position = holder.value
    while position < offset {
      switch source[position] {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        open.append(position)
        start = position + 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        _ = open.popLast()
      case UInt8(ascii: ","):
        start = position + 1
      case .colon where source.isGap(at: position + 1):
        if open.last.map({ source[$0] == UInt8(ascii: "{") }) == true { start = position + 1 }
      case .quote, .apostrophe:
        if source.isSeparator(before: position, after: start),
          let close = source.closingQuote(from: position, to: offset)
        {
          position = close
        }
      default: break
      }
      position += 1
    }
    guard !open.isEmpty else { return nil }
    return source.item(from: start, through: offset)
  }

  private func bracketHolder(of offset: Int) -> SourceLine? {
    var line: SourceLine? = SourceLine(at: offset, in: source)
    while let candidate = line {
      if candidate.holderColumn != nil, candidate.value <= offset {
        let isOpen = [UInt8(ascii: "["), UInt8(ascii: "{")].contains(source[candidate.value])
        return isOpen && candidate.value < offset ? candidate : nil
      }
      line = source.lineWithContent(before: candidate)
    }
    return nil
  }
}

extension YAMLBytes {
  /// Whether there is nothing but blanks between the start of an entry and an offset.
  fileprivate func isSeparator(before offset: Int, after start: Int) -> Bool {
    skippingBlanks(from: start) == offset
  }

  /// An entry from its first byte that is not a blank to the comma or bracket that ends it.
  fileprivate func item(from start: Int, through offset: Int) -> Range<Int> {
    let first = min(skippingBlanks(from: start), offset)
    var end = max(offset, first)
    while !isLineEnd(at: end), !",]}".utf8.contains(self[end]) { end += 1 }
    while end > first, isBlank(at: end - 1) { end -= 1 }
    return first..<end
  }

  /// Where the bracket or brace at an offset is closed, if it is before an end.
  func closingBracket(from open: Int, to end: Int) -> Int? {
    var depth = 0
    var position = open
    var startsEntry = true
    while position < end {
      let byte = self[position]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return position }
      case .quote, .apostrophe:
        if startsEntry, let close = closingQuote(from: position, to: end) { position = close }
      default: break
      }
      startsEntry = "[{,:".utf8.contains(byte) || (startsEntry && isGap(at: position))
      position += 1
    }
    return nil
  }

  /// The first offset at or after another that is at a blank or at the end of a line.
  func firstGap(from offset: Int) -> Int {
    var offset = offset
    while !isGap(at: offset) { offset += 1 }
    return offset
  }

  /// Whether nothing but a comment follows on the line.
  func isCommentOrEnd(from offset: Int) -> Bool {
    let next = skippingBlanks(from: offset)
    return isLineEnd(at: next) || (self[next] == .hash && next > offset)
  }
}
