internal import Diagnostics
internal import SourceText

/// Lines that begin wrongly: indentation, dashes, keys without their colon.
extension SyntaxDiagnosis {
  /// A line that was to be a key and is not followed by a colon and a space.
  var keyWithoutColon: SyntaxFault? {
    let line = SourceLine(at: begin, in: source)
    return faultOfKey(line) ?? faultOfLine(line)
  }

  /// A line that is no key and no item of what is above it.
  func faultOfLine(_ line: SourceLine) -> SyntaxFault? {
    if line.start > 3, source.string(mark(at: line.start)) == "\u{FEFF}" {
      return byteOrderMark(at: line.start, line)
    }
    if source[line.content] == .hyphen, !source.isGap(at: line.content + 1),
      source[line.content + 1] != .hyphen
    {
      return dashWithoutSpace(line)
    }
    if line.holderColumn != nil { return misindented(line) }
    if "]},".utf8.contains(source[line.text]) {
      return SyntaxFault(
        range: mark(at: line.text),
        message: "\(source.string(mark(at: line.text))) closes nothing here",
        fixes: [
          .init("Delete it", .needsReview, TextEdit(TextRange(line.text, line.text + 1), ""))
        ],
        masks: [.byte(line.text, .space)])
    }
    return lineWithoutKey(line)
  }

  // MARK: Colons and dashes

  /// `recommendation:12` or `title` on a line of its own, which the next line then continues.
  func keyWithoutSpaceOrColon(in start: SourceLine, above line: SourceLine) -> SyntaxFault? {
    guard start.key == nil, start.content - start.start == line.indentation else { return nil }
    let runsOn = holder(of: start.text).map { $0.value < $0.end } ?? false
    return start.dash == nil && runsOn ? nil : faultOfKey(start)
  }

  private func faultOfKey(_ line: SourceLine) -> SyntaxFault? {
    let first = line.content
    var end = first
    while end < line.end, !source.isBlank(at: end), source[end] != .colon { end += 1 }
    let name = source.string(first..<end)
    guard isKeyName(name) else { return nil }
    if source[end] == .colon {
      guard !source.isGap(at: end + 1) else { return nil }
      return SyntaxFault(
        range: mark(at: end), message: "a space is missing after the colon of `\(name)`",
        fixes: [
          .init("Put a space after the colon", .safe, TextEdit(TextRange(end + 1, end + 1), " "))
        ],
        masks: separating(valueAt: end + 1, on: line))
    }
    let next = source.skippingBlanks(from: end)
    guard source[next] != .colon, next == line.end || !keys.all.isEmpty else { return nil }
    let colon = MaskedSource.Mask.byte(end, .colon)
    return SyntaxFault(
      range: first..<end, message: "a colon is missing after `\(name)`",
      fixes: [.init("Put a colon", .needsReview, TextEdit(TextRange(end, end), ":"))],
      masks: next == line.end
        ? [.comment(first..<line.end)]
        : next > end + 1 ? [colon] : [colon] + separating(valueAt: next, on: line))
  }

  /// Sets a value off from the colon just before it; what is more than one line is left out.
  private func separating(valueAt offset: Int, on line: SourceLine) -> [MaskedSource.Mask] {
    guard "\"'|>[{&*!".utf8.contains(source[offset]) else { return [.space(offset)] }
    let entry = region(from: line.content, deeperThan: line.content - line.start)
    return [.comment(entry)]
  }

  private func dashWithoutSpace(_ line: SourceLine) -> SyntaxFault {
    let dash = line.content
    return SyntaxFault(
      range: mark(at: dash), message: "a space is missing after the dash",
      fixes: [
        .init("Put a space after the dash", .safe, TextEdit(TextRange(dash + 1, dash + 1), " "))
      ],
      masks: [.space(dash + 1)])
  }

  /// `points: - Judges`
  var listOnKeyLine: SyntaxFault? {
    let line = SourceLine(at: at, in: source)
    guard let colon = line.colon, line.value == at, let column = line.holderColumn else {
      return nil
    }
    let below = source.line(after: line)
    let indentation = below.flatMap { $0.dash == nil ? nil : $0.indentation }
    var fault = textFault(
      at: mark(at: at),
      "a list begins on the line after its key; put a text that begins with a dash under `>-`",
      value: at, heldBy: line, needsReview: true)
    let blanks = String(repeating: " ", count: max(indentation ?? 0, column + 2))
    fault.fixes.insert(
      .init(
        "Begin the list on the next line", .needsReview,
        TextEdit(TextRange(colon + 1, at), source.lineBreak(near: at) + blanks)), at: 0)
    return fault
  }

  // MARK: Indentation

  /// A key that is indented further than those above it, and so continues the text of one.
  func indentedTooFar(_ line: SourceLine, below holder: SourceLine) -> SyntaxFault? {
    guard let key = line.key, let above = holder.key else { return nil }
    if standsForDash(holder) { return blockWithoutDash(holder) }
    let columns = line.indentation - (above.lowerBound - holder.start)
    guard columns > 0 else { return nil }
    var last = line
    while let next = source.line(after: last),
      next.isBlank || next.indentation >= line.indentation
    {
      last = next
    }
    let edits = lines(from: line, through: last).map {
      TextEdit(TextRange($0.start, $0.start + columns), "")
    }
    return SyntaxFault(
      range: key,
      message: "`\(source.string(key))` is indented further than `\(source.string(above))` above "
        + "it; the keys of one block stand exactly under one another",
      fixes: [
        .init("Move it under `\(source.string(above))`", .needsReview, all: edits)
      ],
      masks: [.shift(line.start..<last.end, by: columns)])
  }

  /// The lines from one to another that are not blank.
  func lines(from first: SourceLine, through last: SourceLine) -> [SourceLine] {
    var lines = [first]
    while let line = lines.last, line.start < last.start, let next = source.line(after: line) {
      lines.append(next)
    }
    return lines.filter { !$0.isBlank }
  }

  /// A key or dash that stands under none of those above it.
  func misindented(_ line: SourceLine) -> SyntaxFault? {
    let column = line.indentation
    let isDash = line.dash != nil
    let columns = columns(above: line)
    if standsForDash(line) { return blockWithoutDash(line) }
    let what = isDash ? "dash" : "key"
    var end = line
    while let next = source.line(after: end), next.isBlank || next.indentation > column {
      end = next
    }
    let isUnderAnother = columns.contains { $0.column == column }
    var fault = SyntaxFault(
      range: line.text..<(line.key?.upperBound ?? line.text + 1),
      message: isUnderAnother
        ? "this \(what) stands among \(isDash ? "keys" : "the items of a list"); one block is either "
          + "a list or keys"
        : "this \(what) stands under none of those above it; those of one block are indented alike",
      masks: [.comment(line.text..<end.end)])
    let alike = columns.filter { $0.isDash == isDash }.map(\.column)
    let near = (alike.isEmpty ? columns.map(\.column) : alike)
      .min { abs($0 - column) < abs($1 - column) }
    if let near, near != column, !isUnderAnother || !alike.isEmpty {
      fault.fixes = [
        .init(
          isDash && !alike.isEmpty
            ? "Indent it as the dashes above it" : "Indent it by \(near)", .needsReview,
          all: moving(lines(from: line, through: end), by: near - column))
      ]
    }
    return fault
  }

  /// Whether a line begins with the key of a block in the column of the dashes above it.
  private func standsForDash(_ line: SourceLine) -> Bool {
    line.dash == nil && isBlock(line)
      && columns(above: line).contains { $0 == (line.indentation, true) }
  }

  /// A key of a block that stands where its dash should.
  private func blockWithoutDash(_ line: SourceLine) -> SyntaxFault {
    let column = line.indentation
    var end = line
    var isWholeBlock = true
    while let next = source.line(after: end),
      next.isBlank || next.indentation > column
        || next.indentation == column && next.dash == nil && isKey(next) && !isBlock(next)
    {
      if !next.isBlank, next.indentation == column { isWholeBlock = false }
      end = next
    }
    let rest = lines(from: line, through: end).dropFirst()
    let inner = rest.first { $0.indentation > column }.map { $0.indentation - column } ?? 2
    let width = isWholeBlock ? inner : 2
    let name = line.key.map { source.string($0) } ?? ""
    let dash = TextEdit(
      TextRange(line.text, line.text), "-" + String(repeating: " ", count: max(width - 1, 1)))
    return SyntaxFault(
      range: line.text..<(line.key?.upperBound ?? line.end),
      message: "a dash is missing before `\(name)`",
      fixes: [
        .init(
          "Put a dash before `\(name)`", .safe,
          all: [dash] + (isWholeBlock ? [] : moving(Array(rest), by: width)))
      ],
      masks: isWholeBlock && width == 2 ? [.dash(line.text)] : [.comment(line.text..<end.end)])
  }

  /// The columns in which the keys and dashes stand that a line may belong to, innermost first.
  func columns(above line: SourceLine) -> [(column: Int, isDash: Bool)] {
    var columns: [(column: Int, isDash: Bool)] = []
    var above = source.lineWithContent(before: line)
    while let candidate = above, columns.last?.column ?? .max > 0 {
      let places = [
        (candidate.key?.lowerBound, false), (candidate.dash, true),
        (candidate.text, candidate.dash != nil),
      ]
      for case (let start?, let isDash) in places
      where candidate.holderColumn != nil && start - candidate.start < columns.last?.column ?? .max
      {
        columns.append((start - candidate.start, isDash))
      }
      if columns.last?.column ?? .max < line.indentation { break }
      above = source.lineWithContent(before: candidate)
    }
    return columns
  }

  /// The edits that indent lines more, or less.
  func moving(_ lines: [SourceLine], by columns: Int) -> [TextEdit] {
    lines.map {
      TextEdit(
        TextRange($0.start, $0.start + max(-columns, 0)),
        String(repeating: " ", count: max(columns, 0)))
    }
  }

  /// A line of text at the place of a key.
  func lineWithoutKey(_ line: SourceLine) -> SyntaxFault? {
    var end = line
    while let next = source.line(after: end), next.isBlank || continues(next, line) { end = next }
    let above = source.lineWithContent(before: line)
    let column = above.flatMap { $0.holderColumn ?? holder(of: $0.content)?.holderColumn } ?? 0
    let emptyBlock = above.flatMap { isBlockHeader($0) ? $0 : nil }
    let indentation = above.map { $0.key == nil && $0.dash == nil ? $0.indentation : column + 2 }
    var fault = SyntaxFault(
      range: line.text..<line.end,
      message:
        "this line begins with no key; a line that continues a text is indented further than "
        + "the key of the text")
    if let indentation, indentation > line.indentation {
      let blanks = String(repeating: " ", count: indentation - line.indentation)
      fault.fixes = [
        .init(
          "Indent it as part of the text above", emptyBlock == nil ? .needsReview : .safe,
          all: lines(from: line, through: end).map {
            TextEdit(TextRange($0.start, $0.start), blanks)
          })
      ]
    }
    fault.masks =
      emptyBlock.map { inLine(lines(from: line, through: end), after: $0.value) }
      ?? [.comment(line.text..<end.end)]
    return fault
  }

  /// Whether a line ends with `>-` or the like, under which a text is expected.
  private func isBlockHeader(_ line: SourceLine) -> Bool {
    line.holderColumn != nil && "|>".utf8.contains(source[line.value])
      && source.isCommentOrEnd(from: source.firstGap(from: line.value))
  }

  /// Makes one line of lines of text and of the key or dash that holds them.
  private func inLine(_ lines: [SourceLine], after start: Int) -> [MaskedSource.Mask] {
    var masks: [MaskedSource.Mask] = []
    var end = start
    for line in lines {
      masks += (end..<line.text).map { .byte($0, .space) } + [.text(line.text..<line.end)]
      end = line.end
    }
    return masks
  }

  private func continues(_ next: SourceLine, _ line: SourceLine) -> Bool {
    next.indentation >= line.indentation && next.holderColumn == nil
      && source[next.text] != .hash
  }

  // MARK: The file as a whole

  /// A byte order mark at the start of a line, as files have that were put together from several.
  private func byteOrderMark(at start: Int, _ line: SourceLine) -> SyntaxFault {
    let end = start + 3
    return SyntaxFault(
      range: start..<end, message: "a byte order mark can only stand at the start of the file",
      fixes: [.init("Delete it", .safe, TextEdit(TextRange(start, end), ""))],
      masks: (start..<end).map { .byte($0, .space) } + [.shift(start..<line.end, by: 3)])
  }

  /// A line that begins with `%`.
  var directive: SyntaxFault? {
    let line = SourceLine(at: min(begin, at), in: source)
    guard source[line.start] == UInt8(ascii: "%") else { return nil }
    return SyntaxFault(
      range: mark(at: line.start),
      message:
        "a line that begins with % is read as an instruction to the parser; put a text under "
        + "`>-`", masks: [.comment(line.start..<line.end)])
  }

  /// A line that follows the end of the document.
  var afterDocument: SyntaxFault? {
    let line = SourceLine(at: at, in: source)
    var first = SourceLine(at: 0, in: source)
    while first.isBlank || source[first.text] == .hash, let next = source.line(after: first) {
      first = next
    }
    guard line.text == at, first.start < line.start, line.indentation < first.indentation else {
      return faultOfLine(line)
    }
    return SyntaxFault(
      range: line.text..<line.end,
      message: "this line is indented less than the first key of the file; the keys of one block "
        + "stand exactly under one another",
      fixes: [
        .init(
          "Indent it by \(first.indentation)", .needsReview,
          TextEdit(
            TextRange(line.start, line.text), String(repeating: " ", count: first.indentation)))
      ])
  }
}
