internal import ProseSyntax
internal import SourceText

/// Footnotes that are not typed as such: `[1]`, `[[1]](#_ftn1)`, `<sup>1</sup>` and `1/`, as pages of
/// the web and plain text have them.
///
/// A mark is one of a footnote where a paragraph after it begins with the same mark; the numbers may
/// begin anew with each page.
struct FootnoteMarks {
  private(set) var remarks: [ImportNote] = []
  private var blocks: [MarkdownBlock]
  /// The marks that were found and are not yet explained.
  private var pending: [Mark: [Place]] = [:]
  private var replacements: [Address: [Replacement]] = [:]
  /// The keys of the footnotes that are typed as such.
  private let keys: Set<String>
  /// How many keys were made of each number.
  private var counts: [Int: Int] = [:]

  private struct Mark: Hashable {
    let kind: Kind
    let number: Int

    enum Kind { case bracketed, linked, raised, slashed }
  }

  /// A line of a block.
  private struct Address: Hashable {
    let block: Int
    let line: Int
  }

  private struct Place {
    let address: Address
    let range: Range<Int>
  }

  private struct Replacement {
    let range: Range<Int>
    let text: String
  }

  init(_ blocks: [MarkdownBlock]) {
    self.blocks = blocks
    keys = Set(blocks.compactMap { $0.text.noteDefinition?.mark })
  }

  /// The blocks with these footnotes as Markdown has them.
  mutating func typed() -> [MarkdownBlock] {
    for (index, block) in blocks.enumerated() where block.kind != .rule {
      for line in block.lines.indices { read(Address(block: index, line: line)) }
    }
    for (address, found) in replacements {
      rewrite(found.sorted { $0.range.lowerBound < $1.range.lowerBound }, at: address)
    }
    return blocks
  }

  private mutating func rewrite(_ replacements: [Replacement], at address: Address) {
    var lines = blocks[address.block].lines
    let line = lines[address.line]
    var text = ""
    var copied = 0
    for replacement in replacements {
      text += line.text[copied..<replacement.range.lowerBound].string + replacement.text
      copied = replacement.range.upperBound
    }
    text += line.text[copied..<line.text.count].string
    lines[address.line] = line.saying(TextSlice(text))
    blocks[address.block] = blocks[address.block].saying(lines)
  }

  private mutating func read(_ address: Address) {
    let block = blocks[address.block]
    let line = block.lines[address.line]
    let canExplain =
      block.kind != .code && block.quotation == nil && block.nesting == 0 && block.markers.isEmpty
    line.text.withBytes { bytes in
      var offset = 0
      while let (mark, end) = Self.next(from: &offset, in: bytes) {
        let place = Place(address: address, range: offset..<end)
        let isExplained = offset == 0 && canExplain && end < bytes.count
        if !isExplained || !explain(mark, line, place) { pending[mark, default: []].append(place) }
        offset = end
      }
    }
  }

  /// Makes a footnote of what comes after a mark that was found before.
  private mutating func explain(_ mark: Mark, _ line: MarkdownLine, _ place: Place) -> Bool {
    guard let citations = pending.removeValue(forKey: mark) else { return false }
    let key = key(for: mark.number)
    for citation in citations { replace(citation, with: "[^\(key)]") }
    let isParted = line.text[place.range.upperBound].isBlank
    replace(place, with: "[^\(key)]:" + (isParted ? "" : " "))
    remarks.append(
      ImportNote(
        line: line.number, "“\(line.text[place.range])” was read as the mark of a footnote"))
    return true
  }

  /// A key that no other footnote has: "1", and "1-2" on the next page.
  private mutating func key(for number: Int) -> String {
    var key: String
    repeat {
      let count = (counts[number] ?? 0) + 1
      counts[number] = count
      key = count == 1 ? "\(number)" : "\(number)-\(count)"
    } while keys.contains(key)
    return key
  }

  private mutating func replace(_ place: Place, with text: String) {
    replacements[place.address, default: []].append(Replacement(range: place.range, text: text))
  }

  // MARK: Marks

  private static let openings: [(opening: StaticString, closing: StaticString)] = [
    ("<sup>", "</sup>"), ("[", "]"), ("\\[", "\\]"), ("^", "^"),
  ]

  /// The next mark from a place on, which becomes the place where it begins, and its end.
  private static func next(from offset: inout Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> (Mark, end: Int)?
  {
    while offset < bytes.count {
      switch bytes[offset] {
      case .openingBracket, .openingAngle, .backslash:
        if let found = enclosed(at: offset, in: bytes) { return found }
      case 0x30...0x39:
        if let found = slashed(at: offset, in: bytes) { return found }
        while offset + 1 < bytes.count, bytes[offset + 1].isDigit { offset += 1 }
      default: break
      }
      offset += 1
    }
    return nil
  }

  private static func enclosed(at start: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> (Mark, end: Int)?
  {
    var offset = start
    var closings: [StaticString] = []
    var isRaised = false
    while closings.count < 4,
      let pair = openings.first(where: { bytes.has($0.opening, at: offset) })
    {
      offset += pair.opening.utf8CodeUnitCount
      closings.append(pair.closing)
      isRaised = isRaised || !pair.closing.isBracket
    }
    guard let number = number(from: &offset, in: bytes) else { return nil }
    var isLinked = false
    for closing in closings.reversed() {
      guard bytes.has(closing, at: offset) else { return nil }
      offset += closing.utf8CodeUnitCount
      guard closing.isBracket, bytes.has("(#", at: offset),
        let end = bytes[offset...].prefix(200).firstIndex(of: .closingParenthesis)
      else { continue }
      isLinked = true
      offset = end + 1
    }
    if isRaised, start > 0, bytes[start - 1].isDigit || isUnit(before: start, in: bytes) {
      return nil
    }
    let kind: Mark.Kind = isLinked ? .linked : isRaised ? .raised : .bracketed
    return (Mark(kind: kind, number: number), offset)
  }

  /// "m", "km" or "cm", which may be squared.
  private static func isUnit(before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = bytes[..<end].suffix(3).drop { !$0.isLetter }
    let isWhole = word.count < 3
    return isWhole && word.last == UInt8(ascii: "m")
  }

  /// `1/` at the beginning or after a word, and before a blank or the end.
  private static func slashed(at start: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> (Mark, end: Int)?
  {
    var offset = start
    guard start == 0 || bytes[start - 1] != UInt8(ascii: "/"),
      let number = number(from: &offset, in: bytes), offset < bytes.count,
      bytes[offset] == UInt8(ascii: "/"), offset + 1 == bytes.count || bytes[offset + 1].isBlank
    else { return nil }
    return (Mark(kind: .slashed, number: number), offset + 1)
  }

  private static func number(from offset: inout Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let digits = bytes[offset...].prefix(4).prefix(while: \.isDigit)
    guard (1...3).contains(digits.count) else { return nil }
    offset = digits.endIndex
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func has(_ text: StaticString, at offset: Int) -> Bool {
    self[Swift.min(offset, count)...].starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension StaticString {
  fileprivate var isBracket: Bool {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount).last == .closingBracket
  }
}
