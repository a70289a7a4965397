internal import SourceText

/// How the lines of a literal or folded scalar are laid out.
struct BlockLayout {
  /// The number of spaces before each line; 0 until it is known.
  var indentation = 0
  /// Whether the line begins with a blank beyond the indentation, which keeps its line breaks.
  var lineIsMoreIndented = false
  /// Where the text of the next line begins; nil after the last line that holds text.
  var nextLine: Int?
}

extension ScalarWalk {
  /// Passes the header and finds out how far the lines are indented.
  /// - Parameter parent: The column of the collection that holds the scalar.
  mutating func enterBlock(within parent: Int) {
    position += 1
    while let digit = headerIndicator(at: position) {
      if digit > 0 { block.indentation = Swift.max(parent, 0) + digit }
      position += 1
    }
    position = source.lineEnd(from: position)
    _ = takeBreak()
    if block.indentation == 0 { block.indentation = detectedIndentation(within: parent) }
    block.nextLine = textAfterBreaks(from: position)
    isInFold = true
    enterNextLine(from: skippingIndentation(from: position))
  }

  mutating func nextInBlock() -> ScalarRun? {
    let start = position
    if !isInFold {
      position = source.lineEnd(from: position)
      if position > start { return verbatim(from: start) }
      let width = source.breakWidth(at: position)
      block.nextLine = textAfterBreaks(from: position + width)
    }
    return blockBreak(from: start)
  }

  /// A line break with the indentation after it. In a folded scalar the first between two ordinary
  /// lines is a space where it stands alone, and nothing where others follow.
  private mutating func blockBreak(from start: Int) -> ScalarRun? {
    let isFirst = !isInFold
    position = skippingIndentation(from: position)
    guard var width = takeBreak() else { return nil }
    isInFold = true
    guard let next = block.nextLine else { return replaced(from: start, by: width) }
    if isFirst, width == 1, foldsInto(next) {
      position = skippingIndentation(from: position)
      width = takeBreak() ?? width
    }
    position = skippingIndentation(from: position)
    enterNextLine(from: position)
    return replaced(from: start, by: width)
  }

  private func foldsInto(_ next: Int) -> Bool {
    style == .folded && !block.lineIsMoreIndented && !source.isBlank(at: next)
  }

  /// Enters the line of which the text begins at an offset, if it is the next that holds text.
  private mutating func enterNextLine(from offset: Int) {
    guard offset == block.nextLine else { return }
    position = offset
    block.lineIsMoreIndented = source.isBlank(at: offset)
    isInFold = false
  }

  /// The digit at an offset, 0 for a chomping indicator; nil where the header has no more.
  private func headerIndicator(at offset: Int) -> Int? {
    switch source[offset] {
    case UInt8(ascii: "1")...UInt8(ascii: "9"): Int(source[offset] & 0xF)
    case .hyphen, UInt8(ascii: "+"): 0
    default: nil
    }
  }

  /// The greatest indentation up to the first line that holds text.
  private func detectedIndentation(within parent: Int) -> Int {
    var greatest = Swift.max(parent + 1, 1)
    var offset = position
    while true {
      let start = offset
      while source[offset] == .space { offset += 1 }
      greatest = Swift.max(greatest, offset - start)
      let width = source.breakWidth(at: offset)
      if width == 0 { return greatest }
      offset += width
    }
  }

  private func skippingIndentation(from offset: Int) -> Int {
    var end = offset
    while end < offset + block.indentation, source[end] == .space { end += 1 }
    return end
  }

  /// Where the next line that holds text has its first byte after the indentation; nil where the
  /// scalar ends before.
  /// - Parameter line: The first byte of a line.
  private func textAfterBreaks(from line: Int) -> Int? {
    var line = line
    while line < source.count {
      let offset = skippingIndentation(from: line)
      let width = source.breakWidth(at: offset)
      if width == 0 {
        return offset == line + block.indentation && offset < source.count ? offset : nil
      }
      line = offset + width
    }
    return nil
  }
}
