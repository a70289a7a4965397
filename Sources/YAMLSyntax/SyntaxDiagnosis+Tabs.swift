internal import Diagnostics
internal import SourceText

/// Tabs where YAML has spaces only.
extension SyntaxDiagnosis {
  /// A tab at the start of a line.
  var tab: SyntaxFault? {
    let line = SourceLine(at: at, in: source)
    guard at < line.text else {
      return SyntaxFault(
        range: mark(at: at), message: "a tab cannot stand here; use a space",
        fixes: [.init("Put a space", .safe, TextEdit(TextRange(at, at + 1), " "))],
        masks: [.byte(at, .space)])
    }
    let isInText = failure.problem != "found character that cannot start any token"
    let above = source.lineWithContent(before: line)
    if isInText, let above {
      if let fault = keyBehindTab(line, below: above) ?? dashBehindTab(line, below: above) {
        return fault
      }
      let blanks = String(repeating: " ", count: textColumn(of: above))
      let isText = !isKey(line) && line.dash == nil
      return tabFault(
        .init(
          "Indent with spaces", isText ? .safe : .needsReview,
          TextEdit(TextRange(line.start, line.text), blanks)),
        masks: joined(line))
    }
    var last = line
    while let next = source.line(after: last),
      next.isBlank || source[next.start] == .tab
        || source[line.start] != .tab && next.indentation > line.indentation
    {
      last = next
    }
    if let above, let fault = listBehindTabs(lines(from: line, through: last), below: above) {
      return fault
    }
    let edits = lines(from: line, through: last).map { line in
      let depth = (line.start..<line.text).reduce(0) { $0 + (source[$1] == .tab ? 2 : 1) }
      return TextEdit(TextRange(line.start, line.text), String(repeating: " ", count: depth))
    }
    return tabFault(
      .init("Indent with spaces", .needsReview, all: edits),
      masks: [.comment(line.start..<last.end)])
  }

  private func tabFault(_ fix: SyntaxFault.Repair, masks: [MaskedSource.Mask]) -> SyntaxFault {
    SyntaxFault(
      range: mark(at: at), message: "a tab cannot indent a line; use spaces", fixes: [fix],
      masks: masks)
  }

  /// The column in which the text of a line begins, or the lines after it.
  private func textColumn(of line: SourceLine) -> Int {
    line.holderColumn.map { $0 + 2 } ?? line.indentation
  }

  /// Makes one line of a line and the line before it.
  private func joined(_ line: SourceLine) -> [MaskedSource.Mask] {
    guard let above = source.line(before: line) else { return [] }
    if above.holderColumn != nil,
      [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(source[above.value])
    {
      return []
    }
    return (above.end..<line.text).map { .byte($0, .space) }
  }

  /// An item of a list that a tab makes part of the item above it.
  private func dashBehindTab(_ line: SourceLine, below above: SourceLine) -> SyntaxFault? {
    guard line.dash != nil, above.key == nil, let dash = above.dash else { return nil }
    let blanks = String(repeating: " ", count: dash - above.start)
    return tabFault(
      .init(
        "Indent it as the dash above it", .safe,
        TextEdit(TextRange(line.start, line.text), blanks)),
      masks: [.comment(line.start..<line.end)])
  }

  /// A list of lines that begin alike, beneath its key.
  private func listBehindTabs(_ lines: [SourceLine], below above: SourceLine) -> SyntaxFault? {
    guard let first = lines.first, let last = lines.last, let key = above.key,
      above.value == above.end, !isBlock(above),
      lines.allSatisfy({ $0.dash != nil && $0.indentation == first.indentation })
    else { return nil }
    let blanks = String(repeating: " ", count: key.lowerBound - above.start + 2)
    return tabFault(
      .init(
        "Indent with spaces", .safe,
        all: lines.map { TextEdit(TextRange($0.start, $0.text), blanks) }),
      masks: [.comment(first.start..<last.end)])
  }

  /// A key that a tab makes part of the text above it.
  private func keyBehindTab(_ line: SourceLine, below above: SourceLine) -> SyntaxFault? {
    let holder = above.holderColumn == nil ? holder(of: above.text) : above
    guard isKey(line), let holder, let key = holder.key, holder.value < holder.end,
      ![UInt8(ascii: "|"), UInt8(ascii: ">")].contains(source[holder.value])
    else { return nil }
    let column = key.lowerBound - holder.start
    let blanks = TextEdit(TextRange(line.start, line.text), String(repeating: " ", count: column))
    let shift = line.indentation - column
    // A block that has only begun, or a text that has no list yet, is what the key belongs to.
    let isCertain =
      holder.start == above.start && !isBlock(line)
      && (holder.dash != nil && isBlock(holder)
        || keys.lists[source.string(key)] == line.key.map { source.string($0) })
    return tabFault(
      .init(
        "Indent it as `\(source.string(key))`", isCertain ? .safe : .needsReview, blanks),
      masks: shift < 0
        ? [.comment(line.start..<line.end)]
        : (line.start..<line.text).map { .byte($0, .space) }
          + [.shift(line.start..<line.end, by: shift)])
  }
}
