internal import SourceText

/// How the entries of a list stand in the source, with dashes or in brackets: each with the comments
/// that are its own.
///
/// A comment belongs to an entry if it follows it on its line or stands alone on the lines directly
/// above. Entries are moved with their comments, byte for byte; what is between them stays.
struct ListLayout {
  private let file: SourceFile
  private let slots: [ListSlot]
  /// Whether nothing but marks, blanks and comments stands between the entries.
  private let isRegular: Bool
  /// Whether each comment between the first and the last entry is an entry's own.
  let isCertain: Bool

  init(_ entries: [SourcedText], in file: SourceFile) {
    self.file = file
    let slots = entries.map { ListSlot($0, in: file) }
    let gaps = zip(slots, slots.dropFirst()).map { TextRange($0.tail.end, $1.lead.start) }
    self.slots = slots
    isRegular = gaps.allSatisfy {
      $0.start <= $0.end && file.slice($0).partsEntries(evenWithComments: true)
    }
    isCertain =
      isRegular && gaps.allSatisfy { file.slice($0).partsEntries(evenWithComments: false) }
  }

  /// The edits that put the entries into another order.
  /// - Parameter order: The positions of the entries as they are, in the order that is to be.
  /// - Returns: Nil where a comment cannot go with its entry.
  func reordering(_ order: [Int]) -> [TextEdit]? {
    guard isRegular else { return nil }
    var edits: [TextEdit] = []
    func replace(_ place: TextRange, by source: TextRange) {
      let text = file.slice(source)
      if file.slice(place) != text { edits.append(TextEdit(place, text.string)) }
    }
    for (slot, position) in zip(slots, order) {
      let source = slots[position]
      guard slot.startsLine || source.lead.isEmpty, slot.endsLine || source.tail.isEmpty else {
        return nil
      }
      replace(slot.lead, by: source.lead)
      replace(slot.entry, by: source.entry)
      replace(slot.tail, by: source.tail)
    }
    return edits
  }

  /// The edit that takes an entry out that is not the first.
  /// - Returns: Nil where it cannot be told what else would go with it.
  func removal(of index: Int) -> [TextEdit]? {
    guard isCertain, index > 0 else { return nil }
    let (before, slot) = (slots[index - 1], slots[index])
    if slot.startsLine, slot.endsLine {
      return [TextEdit(TextRange(slot.lead.start, file.wholeLine(at: slot.tail.end).end), "")]
    }
    guard before.tail.isEmpty, slot.lead.isEmpty else { return nil }
    return [TextEdit(TextRange(before.entry.end, slot.entry.end), "")]
  }
}

/// The place of an entry in a list.
private struct ListSlot {
  /// The lines of comments directly above, or where they could be.
  let lead: TextRange
  let entry: TextRange
  /// The comment behind the entry and its comma, or where it could be.
  let tail: TextRange
  /// Whether the entry begins its line, but for a dash, so that there can be lines above.
  let startsLine: Bool
  /// Whether the entry ends its line, but for a comment, so that there can be one.
  let endsLine: Bool

  init(_ text: SourcedText, in file: SourceFile) {
    let bytes = file.text.bytes
    func skippingBlanks(from offset: Int) -> Int {
      var offset = offset
      while offset < bytes.count, bytes[offset].isBlank { offset += 1 }
      return offset
    }
    func isAt(_ offset: Int, _ byte: UInt8) -> Bool {
      offset < bytes.count && bytes[offset] == byte
    }

    let start = text.range.start
    var end = text.range.end.utf8
    // A block of lines may reach to the end of its last one.
    while end > start.utf8, bytes[end - 1].isLineBreak { end -= 1 }
    entry = TextRange(start, TextOffset(end))

    // Lists may stand on one long line, which is not looked through for each entry.
    var first = start.utf8
    while first > file.byteOrderMarkCount, bytes[first - 1].partsEntries { first -= 1 }
    startsLine = first == file.byteOrderMarkCount || bytes[first - 1].isLineBreak
    let line = TextOffset(first)
    lead = startsLine ? TextRange(file.startOfComments(above: line), line) : TextRange(start, start)

    let comma = skippingBlanks(from: end)
    let mark = text.origin.isInFlow && isAt(comma, UInt8(ascii: ",")) ? comma + 1 : end
    let rest = skippingBlanks(from: mark)
    let isComment = rest > mark && isAt(rest, UInt8(ascii: "#"))
    tail = TextRange(
      TextOffset(mark), isComment ? file.endOfLine(at: TextOffset(rest)) : TextOffset(mark))
    endsLine = isComment || rest == bytes.count || bytes[rest].isLineBreak
  }
}

extension SourceFile {
  /// The start of the first of the lines directly above a line that hold nothing but a comment.
  fileprivate func startOfComments(above line: TextOffset) -> TextOffset {
    var start = line
    while start.utf8 > byteOrderMarkCount {
      let isCRLF = text.all[0..<start.utf8].hasCRLFAtEnd
      let end = TextOffset(start.utf8 - (isCRLF ? 2 : 1))
      let above = startOfLine(at: end)
      let content = slice(TextRange(above, end))
      guard let first = (0..<content.count).first(where: { !content[$0].isBlank }),
        content[first] == UInt8(ascii: "#")
      else { break }
      start = above
    }
    return start
  }
}

extension TextSlice {
  fileprivate var hasCRLFAtEnd: Bool {
    count > 1 && self[count - 2] == 0x0D && self[count - 1] == 0x0A
  }

  /// Whether there is nothing but what parts entries: dashes, commas, blanks and line ends.
  fileprivate func partsEntries(evenWithComments: Bool) -> Bool {
    var isInComment = false
    return (0..<count).allSatisfy { offset in
      let byte = self[offset]
      if byte.isLineBreak { isInComment = false }
      if evenWithComments, byte == UInt8(ascii: "#") { isInComment = true }
      return isInComment || byte.isLineBreak || byte.partsEntries
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
  fileprivate var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}

extension UInt8 {
  /// Whether the byte is a dash, comma or blank.
  fileprivate var partsEntries: Bool {
    isBlank || self == UInt8(ascii: "-") || self == UInt8(ascii: ",")
  }
}
