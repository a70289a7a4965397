/// A line of block YAML taken apart without a parser: indentation, dashes, key, value.
struct SourceLine {
  /// The first byte, after a byte order mark.
  let start: Int
  /// The first byte that is not a blank; the end of a blank line.
  let text: Int
  /// Just after the last byte, without the line break.
  let end: Int
  /// The dashes that begin the line.
  let dashes: [Int]
  /// The first byte after the dashes.
  let content: Int
  /// The key, without its colon.
  let key: Range<Int>?
  /// The colon after the key.
  let colon: Int?
  /// The first byte after the key, or after the dashes where there is no key.
  let value: Int

  /// - Parameter offset: An offset on the line.
  init(at offset: Int, in source: YAMLBytes) {
    start = source.lineStart(of: offset)
    end = source.lineEnd(from: max(offset, start))
    text = min(source.skippingBlanks(from: start), end)
    var position = text
    var dashes: [Int] = []
    while source[position] == .hyphen, source.isGap(at: position + 1) {
      dashes.append(position)
      position = min(source.skippingBlanks(from: position + 1), end)
    }
    self.dashes = dashes
    content = position
    colon = Self.colon(from: position, to: end, in: source)
    if let colon {
      var keyEnd = colon
      while keyEnd > position, source.isBlank(at: keyEnd - 1) { keyEnd -= 1 }
      key = position..<keyEnd
      value = min(source.skippingBlanks(from: colon + 1), end)
    } else {
      key = nil
      value = position
    }
  }

  /// The number of blanks that the line begins with.
  var indentation: Int { text - start }
  var isBlank: Bool { text == end }

  /// The last of the dashes that begin the line.
  var dash: Int? { dashes.last }

  /// The column of the key or dash that holds the value; nil where the line has neither.
  var holderColumn: Int? { (key?.lowerBound ?? dash).map { $0 - start } }

  /// The colon that makes a key of what comes before it on a line.
  private static func colon(from content: Int, to end: Int, in source: YAMLBytes) -> Int? {
    var position = content
    if source[content] == .quote || source[content] == .apostrophe {
      guard let close = source.closingQuote(from: content, to: end) else { return nil }
      position = source.skippingBlanks(from: close + 1)
      return position < end && source[position] == .colon && source.isGap(at: position + 1)
        ? position : nil
    }
    if "[]{},#&*!|>%@`".utf8.contains(source[content]) { return nil }
    while position < end {
      let byte = source[position]
      if byte == .colon, source.isGap(at: position + 1) { return position }
      if byte == .hash, position > content, source.isBlank(at: position - 1) { return nil }
      position += 1
    }
    return nil
  }
}

extension YAMLBytes {
  /// The mark that closes a quotation, if it stands before an end.
  func closingQuote(from open: Int, to end: Int) -> Int? {
    let mark = self[open]
    var position = open + 1
    while position < end {
      if self[position] == mark {
        guard mark == .apostrophe, self[position + 1] == mark else { return position }
        position += 1
      } else if self[position] == .backslash, mark == .quote {
        position += 1
      }
      position += 1
    }
    return nil
  }

  /// The line after a line; nil after the last.
  func line(after line: SourceLine) -> SourceLine? {
    let next = line.end + breakWidth(at: line.end)
    return next < count ? SourceLine(at: next, in: self) : nil
  }

  /// The line before a line; nil before the first.
  func line(before line: SourceLine) -> SourceLine? {
    guard line.start > lineStart(of: 0) else { return nil }
    var end = line.start - 1
    while end > 0, breakWidth(at: end) == 0 { end -= 1 }
    if end > 0, breakWidth(at: end - 1) == 2 { end -= 1 }
    return SourceLine(at: end, in: self)
  }

  /// The last line before a line that holds anything but blanks and a comment.
  func lineWithContent(before line: SourceLine) -> SourceLine? {
    var previous = self.line(before: line)
    while let candidate = previous, candidate.isBlank || self[candidate.text] == .hash {
      previous = self.line(before: candidate)
    }
    return previous
  }

  /// The bytes between two offsets as a string.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
