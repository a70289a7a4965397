internal import Diagnostics
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// What the values of keys must be, and what is said where they are not.
extension ReportReader {
  /// The text of a value that is printed as it was typed.
  /// - Parameter isOpen: Whether the text is one that goes on to the end of a sentence.
  mutating func prose(_ entry: YAMLEntry, isOpen: Bool = false) -> SourcedText? {
    prose(entry.value, called: "`\(entry.key.text.string)`", isOpen: isOpen)
  }

  /// The text of a value that is a title or a name: no quotation begins and ends with it.
  mutating func title(_ entry: YAMLEntry) -> SourcedText? {
    guard let text = prose(entry) else { return nil }
    reportCurlyMarks(around: entry.value)
    return text
  }

  /// The text of a node that is printed as it was typed.
  ///
  /// A list or a mapping in its place was meant to be text: brackets and braces are ordinary
  /// characters to an editor, and so is a colon.
  mutating func prose(_ value: YAMLCursor, called name: String, isOpen: Bool = false)
    -> SourcedText?
  {
    guard value.kind != .scalar else {
      reportTextCutShort(value, isOpen: isOpen)
      return value.sourced
    }
    let range = value.range
    let cause =
      switch (value.kind, value.node.isFlow) {
      case (.mapping, true): "braces at the start of a text make a mapping"
      case (.mapping, false): "this colon makes a key"
      case (_, true): "square brackets at the start of a text make a list"
      case (_, false): "a dash at the start of a line makes a list"
      }
    report(
      "value-malformed", at: range, "\(name) is a text, and \(cause); put it under `>-`",
      fixes: foldingFix(range))
    return nil
  }

  /// Reports curly marks that a word processor made of those that YAML takes off.
  private mutating func reportCurlyMarks(around value: YAMLCursor) {
    let text = value.text.string
    guard value.node.style == .plain, text.hasPrefix("“"), text.hasSuffix("”") else { return }
    let inner = text.dropFirst().dropLast()
    guard !inner.contains(where: { "“”".contains($0) }) else { return }
    let (start, end) = (value.range.start.utf8, value.range.end.utf8)
    let width = "“".utf8.count
    let fix = Fix(
      "Take out the marks", safety: .safe,
      edits: [
        FileEdit(Place(id, TextRange(start, start + width)), ""),
        FileEdit(Place(id, TextRange(end - width, end)), ""),
      ])
    report(
      "text-quoted", at: value.range,
      "curly quotation marks are part of the text and are printed; only straight ones are YAML’s",
      // What begins otherwise may be something else to YAML once it begins the value.
      fixes: inner.first?.isLetter ?? false ? [fix] : [])
  }

  /// The fix that puts the same bytes under `>-`.
  func foldingFix(_ range: TextRange) -> [Fix] {
    guard let edit = foldedBlock(for: range, in: report.file) else { return [] }
    return [
      Fix(
        "Put the text under `>-`",
        safety: report.file.mayHaveComment(in: range) ? .needsReview : .safe,
        edits: [FileEdit(id, edit)])
    ]
  }

  /// The text of a value that is one word or number, or nil where it is not there.
  mutating func scalar(_ entry: YAMLEntry) -> SourcedText? {
    guard entry.value.kind == .scalar else {
      report(
        "value-malformed", at: entry.value.range,
        "`\(entry.key.text.string)` takes one value, not a "
          + (entry.value.kind == .mapping ? "mapping" : "list"))
      return nil
    }
    return entry.value.isEmpty ? nil : entry.value.sourced
  }

  /// A value that is `true` or `false`.
  mutating func flag(_ entry: YAMLEntry) -> Block.Flag? {
    guard let value = scalar(entry) else { return nil }
    if value.text == "true" || value.text == "false" {
      return Block.Flag(
        isSet: value.text == "true", keyRange: entry.key.range, valueRange: value.range)
    }
    let meant = ["yes", "on", "y", "true"].contains(value.string.lowercased()) ? "true" : nil
    report(
      "value-malformed", at: value.range,
      "`\(entry.key.text.string)` is `true` or `false`, not `\(value.string)`",
      fixes: meant.map {
        [Fix("Write `\($0)`", safety: .safe, edits: [FileEdit(Place(id, value.range), $0)])]
      } ?? [])
    return nil
  }

  /// A value that is a date of the calendar.
  mutating func date(_ entry: YAMLEntry) -> CalendarDate? {
    guard let value = scalar(entry) else { return nil }
    if let date = CalendarDate(value.string) { return date }
    let parts = value.string.split(separator: "-").map(String.init)
    var meant = CalendarDate(asPrinted: value.string)
    if parts.count == 3, parts[0].utf8.count == 4 {
      let padded = parts.map { $0.utf8.count == 1 ? "0" + $0 : $0 }.joined(separator: "-")
      meant = CalendarDate(padded)
    }
    let fixes = meant.map {
      [Fix("Write \($0)", safety: .safe, edits: [FileEdit(Place(id, value.range), "\($0)")])]
    }
    let isInForm =
      parts.count == 3 && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    report(
      "value-malformed", at: value.range,
      isInForm
        ? "`\(value.string)` is not a date of the calendar; a date is typed as year-month-day, such "
          + "as 2019-09-09"
        : "a date is typed as year-month-day, such as 2019-09-09, and not as `\(value.string)`",
      fixes: fixes ?? [])
    return nil
  }

  /// A value that is a list of names or numbers, in brackets or with dashes.
  mutating func list(_ entry: YAMLEntry) -> ListField? {
    let value = entry.value
    guard value.kind == .sequence else {
      if !value.isEmpty {
        report(
          "value-malformed", at: value.range,
          "`\(entry.key.text.string)` is a list, such as [\(value.text.string.prefix(40))]")
      }
      return nil
    }
    var entries: [SourcedText] = []
    for item in value.items {
      if item.kind == .scalar {
        entries.append(item.sourced)
      } else {
        report(
          "value-malformed", at: item.range,
          "each entry of `\(entry.key.text.string)` is one name; quote a name that has a colon, "
            + "bracket or brace")
      }
    }
    return ListField(keyRange: entry.key.range, entries: entries)
  }

  /// The entries of a value that is a mapping, or none.
  mutating func mapping(_ entry: YAMLEntry, such example: String) -> YAMLEntries? {
    guard entry.value.kind == .mapping else {
      if !entry.value.isEmpty {
        report(
          "value-malformed", at: entry.value.range,
          "`\(entry.key.text.string)` takes keys with values, such as \(example)")
      }
      return nil
    }
    return entry.value.entries
  }

  /// Reports a text that ended at ` #`, where the author wrote a number sign and not a comment:
  /// `Recommendations # 3`, `the campaign #WeAct`.
  ///
  /// - Parameter isOpen: Whether the text is one that goes on to the end of a sentence.
  private mutating func reportTextCutShort(_ value: YAMLCursor, isOpen: Bool) {
    if value.isEmpty, value.range.isEmpty, let comment = value.commentAfter {
      return report(
        "text-cut-short", at: comment.range,
        "there is no text here: what follows `#` is a comment", ceiling: .warning)
    }
    guard value.node.style == .plain, let comment = value.commentAfter,
      comment.range.start.utf8 == value.range.end.utf8 + 1,
      isNumberSign(at: comment.range) || isOpen && isUnfinished(value, before: comment.range)
    else { return }
    let whole = TextRange(value.range.start, comment.range.end)
    let lost = report.file.slice(comment.range).string
    report(
      "text-cut-short", at: comment.range,
      "`\(lost)` is a comment, and the text ends before it; put the whole text under `>-`",
      fixes: foldingFix(whole))
  }

  /// Whether a text is a sentence without its end, so that what follows it is the rest of it and no
  /// remark: `States should report # on their costs`.
  private func isUnfinished(_ value: YAMLCursor, before comment: TextRange) -> Bool {
    let text = value.text.string
    let remark = report.file.slice(comment).string.drop { $0 == "#" || $0 == " " }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      text.split(separator: " ").count >= Self.fewestWords, !remark.hasPrefix("rapporteur:")
    else { return false }
    return first.properties.isUppercase && last.properties.isAlphabetic
  }

  /// What has fewer words may be a note of what is to be written.
  private static let fewestWords = 4

  /// Whether a number or word follows the number sign at once, or a number after one space.
  private func isNumberSign(at comment: TextRange) -> Bool {
    let text = report.file.slice(comment)
    guard text.count > 1 else { return false }
    let first = text[1] == 0x20 && text.count > 2 ? text[2] : text[1]
    let isDigit = (0x30...0x39).contains(first)
    let isLetter = (0x41...0x5A).contains(first & ~0x20) || first >= 0x80
    return isDigit || (text[1] != 0x20 && isLetter)
  }
}
