public import SourceText

/// The edit that makes text of a value that YAML takes for something else: the same bytes under
/// `>-`, two columns deeper than the key or dash that holds them.
///
/// Lines keep their words and their folding; a comment after the value stays behind the `>-`. Within
/// brackets or braces, where nothing can be folded, the value is put in double quotes.
/// - Parameters:
///   - value: From the first byte of the value to just after its last.
///   - file: The file that holds it.
///   - dropsMarks: Whether the first and the last byte are quotation marks of YAML.
/// - Returns: Nil where a comment stands between the lines of the value, or something follows it.
public func foldedBlock(
  for value: TextRange, in file: SourceFile, droppingMarks dropsMarks: Bool = false
) -> TextEdit? {
  withExtendedLifetime(file.text) {
    FoldedBlock(value, in: YAMLBytes(file.text.bytes), droppingMarks: dropsMarks)?.edit
  }
}

/// The edit that takes a text from the value of a key and puts it under another key of the mapping,
/// two columns deeper. What comes before it stays.
/// - Parameters:
///   - text: From the first byte of the text, on the line of the key, to just after its last.
///   - key: The key that has it now.
///   - name: The key that is to have it.
/// - Returns: Nil where the key does not begin its line, a comment stands between the lines of the
///   text, or something follows it.
public func foldedBlock(
  moving text: TextRange, from key: TextRange, to name: String, in file: SourceFile
) -> TextEdit? {
  withExtendedLifetime(file.text) {
    FoldedBlock(text, in: YAMLBytes(file.text.bytes), droppingMarks: false)?
      .moved(from: key.start.utf8, to: name)
  }
}

extension SourceFile {
  /// Whether a stretch has a number sign after a blank, with which a comment begins: whether it is
  /// one, or belongs to the text, only its author knows.
  public func mayHaveComment(in range: TextRange) -> Bool {
    withExtendedLifetime(text) {
      let source = YAMLBytes(text.bytes)
      return (range.start.utf8..<range.end.utf8).contains { offset in
        source[offset] == .hash && offset > range.start.utf8 && source.isGap(at: offset - 1)
      }
    }
  }
}

/// A value that is being put under `>-`.
struct FoldedBlock {
  private let source: YAMLBytes
  private let value: Range<Int>
  /// What is text of the value.
  private let text: Range<Int>

  /// - Returns: Nil for an empty value.
  init?(_ value: TextRange, in source: YAMLBytes, droppingMarks dropsMarks: Bool) {
    guard !value.isEmpty, value.end.utf8 <= source.count else { return nil }
    self.source = source
    self.value = value.start.utf8..<value.end.utf8
    text = dropsMarks ? self.value.dropFirst().dropLast() : self.value
  }

  var edit: TextEdit? {
    let line = SourceLine(at: value.lowerBound, in: source)
    if let column = line.holderColumn, value.lowerBound == line.value {
      return block(below: column, replacing: value.lowerBound, with: ">-")
    }
    // `- Train the following:` as a whole is the value of its dash.
    if let dash = line.dash, value.lowerBound == line.content {
      return block(below: dash - line.start, replacing: value.lowerBound, with: ">-")
    }
    if value.lowerBound == line.text, let holder = holder(above: line),
      let column = holder.holderColumn
    {
      let header = holder.colon ?? holder.dash ?? holder.value
      let comment = source.string(header + 1..<holder.end)
      return block(
        below: column, replacing: header + 1, with: " >-" + (comment.isBlank ? "" : comment))
    }
    return quoted
  }

  func moved(from key: Int, to name: String) -> TextEdit? {
    let line = SourceLine(at: value.lowerBound, in: source)
    guard let colon = line.colon, line.key?.lowerBound == key, value.lowerBound >= line.value else {
      return nil
    }
    var start = value.lowerBound
    while start > colon + 1, source.isBlank(at: start - 1) { start -= 1 }
    let column = key - line.start
    let indentation = String(repeating: " ", count: column)
    return block(
      below: column, replacing: start,
      with: source.lineBreak(near: start) + indentation + name + ": >-")
  }

  /// The line just above whose key or dash has its value on the next line.
  private func holder(above line: SourceLine) -> SourceLine? {
    guard let above = source.line(before: line), above.holderColumn != nil,
      above.value == above.end || source[above.value] == .hash
    else { return nil }
    return above
  }

  private func block(below column: Int, replacing start: Int, with header: String) -> TextEdit? {
    guard let lines = lines, let comment = commentAfter else { return nil }
    let lineBreak = source.lineBreak(near: value.lowerBound)
    let indentation = String(repeating: " ", count: column + 2)
    let text = lines.map { $0.isEmpty ? lineBreak : lineBreak + indentation + $0 }.joined()
    let end = comment.isEmpty ? value.upperBound : source.lineEnd(from: value.upperBound)
    return TextEdit(
      TextRange(start, end), header + (comment.isEmpty ? "" : " " + comment) + text)
  }

  /// The lines of the value without the blanks around them; nil where one of them is a comment.
  private var lines: [String]? {
    var lines: [String] = []
    var position = text.lowerBound
    while position < text.upperBound {
      let start = min(source.skippingBlanks(from: position), text.upperBound)
      let lineEnd = min(source.lineEnd(from: start), text.upperBound)
      if source[start] == .hash, !lines.isEmpty { return nil }
      var end = lineEnd
      while end > start, source.isBlank(at: end - 1) { end -= 1 }
      lines.append(source.string(start..<end))
      position = lineEnd + source.breakWidth(at: lineEnd)
    }
    return lines
  }

  /// The comment on the line that the value ends on, empty if there is none; nil where something
  /// else follows.
  private var commentAfter: String? {
    let next = source.skippingBlanks(from: value.upperBound)
    let end = source.lineEnd(from: value.upperBound)
    guard next < end else { return "" }
    return source[next] == .hash ? source.string(next..<end) : nil
  }

  private var quoted: TextEdit {
    let escaped = source.string(text).unicodeScalars.reduce(into: "") {
      if $1 == "\"" || $1 == "\\" { $0 += "\\" }
      $0.unicodeScalars.append($1)
    }
    return TextEdit(TextRange(value.lowerBound, value.upperBound), "\"" + escaped + "\"")
  }
}

extension YAMLBytes {
  /// The line break of the lines around an offset.
  func lineBreak(near offset: Int) -> String {
    var end = lineEnd(from: offset)
    if end == count { end = lineEnd(from: 0) }
    return end == count ? "\n" : string(end..<end + breakWidth(at: end))
  }
}

extension String {
  fileprivate var isBlank: Bool { utf8.allSatisfy { $0 == .space || $0 == .tab } }
}
