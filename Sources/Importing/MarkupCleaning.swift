internal import ProseSyntax
internal import SourceText

/// Turns what means something in Markdown alone into what a report can say: the words of a link
/// with its address, the text of code, no HTML.
struct MarkupCleaning {
  /// What was changed, by name.
  private(set) var changes: [String] = []

  /// A line with no markup but what the text of a report has too.
  mutating func clean(_ line: TextSlice) -> TextSlice {
    let marks: [UInt8] = [
      UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "&"), .openingAngle, .openingBracket,
      .backslash,
    ]
    guard marks.contains(where: { line.firstOffset(of: $0) != nil }) else { return line }
    var cleaned: [UInt8] = []
    line.withBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let end = cleanMarkup(at: offset, in: bytes, to: &cleaned)
        if end == offset {
          let isEscape = bytes[offset] == .backslash && offset + 1 < bytes.count
          if !isEscape || Self.needsBackslash(at: offset + 1, in: bytes) {
            cleaned.append(bytes[offset])
          }
          offset += 1
          // What is escaped is no markup.
          if isEscape {
            cleaned.append(bytes[offset])
            offset += 1
          }
        } else {
          offset = end
        }
      }
    }
    return TextSlice(String(decoding: cleaned, as: UTF8.self)).trimmed
  }

  /// Whether a backslash keeps a character from meaning something in the text of a report. Converters
  /// put them before many more; a bracket is one, and makes pending text of what it holds.
  private static func needsBackslash(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : .space
    switch bytes[offset] {
    case .openingBracket: return next == UInt8(ascii: "^")
    case .closingBracket: return next == .openingParenthesis || next == UInt8(ascii: ":")
    default: return !"$'\"@%/;=?,".utf8.contains(bytes[offset])
    }
  }

  /// Cleans what begins at a place, and returns where it ends: the place itself where nothing does.
  private mutating func cleanMarkup(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, to cleaned: inout [UInt8]
  ) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "`"): return cleanCode(at: start, in: bytes, to: &cleaned)
    case .openingAngle: return cleanTag(at: start, in: bytes, to: &cleaned)
    case UInt8(ascii: "&"): return cleanEntity(at: start, in: bytes, to: &cleaned)
    case UInt8(ascii: "~"): return cleanStrike(at: start, in: bytes, to: &cleaned)
    case UInt8(ascii: "!"):
      guard start + 1 < bytes.count, bytes[start + 1] == .openingBracket else { return start }
      let end = cleanLink(at: start + 1, in: bytes, to: &cleaned, isPicture: true)
      return end > start + 1 ? end : start
    case .openingBracket:
      return cleanLink(at: start, in: bytes, to: &cleaned)
    default: return start
    }
  }

  mutating func note(_ change: String) {
    if !changes.contains(change) { changes.append(change) }
  }

  // MARK: Code

  private mutating func cleanCode(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, to cleaned: inout [UInt8]
  ) -> Int {
    var width = 0
    while start + width < bytes.count, bytes[start + width] == UInt8(ascii: "`") { width += 1 }
    var offset = start + width
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      var end = offset
      while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
      if end - offset == width {
        cleaned += bytes[start + width..<offset].filter { $0 != UInt8(ascii: "`") }
        note("the marks of code were dropped")
        return end
      }
      offset = end
    }
    // Without its other half the run is text; it is passed over as a whole.
    cleaned += bytes[start..<start + width]
    return start + width
  }

  // MARK: HTML

  /// The tags by which HTML says what a report can say too.
  private static let emphases: [(tag: StaticString, mark: StaticString)] = [
    ("em", "*"), ("i", "*"), ("strong", "**"), ("b", "**"),
  ]

  private mutating func cleanTag(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, to cleaned: inout [UInt8]
  ) -> Int {
    guard let end = endOfTag(at: start, in: bytes) else { return start }
    let name = Self.name(of: bytes[start..<end])
    if let emphasis = Self.emphases.first(where: { TextSlice(name) == $0.tag }) {
      cleaned += UnsafeBufferPointer(
        start: emphasis.mark.utf8Start, count: emphasis.mark.utf8CodeUnitCount)
      note("emphasis in HTML was written with asterisks")
      return end
    }
    if name == "sup" || name == "sub" {
      return cleanRaised(name, at: start, textFrom: end, in: bytes, to: &cleaned)
    }
    if Self.parting.contains(name), cleaned.last.map({ !$0.isBlank }) ?? false {
      cleaned.append(.space)
    }
    if name == "li", bytes[start + 1] != UInt8(ascii: "/") { cleaned += "• ".utf8 }
    if let struck = Self.struck.first(where: { $0 == name }), bytes[start + 1] != UInt8(ascii: "/")
    {
      noteStrike(bytes[end...].prefix(Self.longest), before: "</\(struck)>")
    } else if !Self.struck.contains(name) {
      note(Self.forms[name] ?? "the tag <\(name)> was dropped")
    }
    return end
  }

  /// The tags at which words end.
  private static let parting: Set = [
    "br", "p", "div", "li", "ul", "ol", "td", "th", "tr", "table", "hr",
  ]

  /// The tags of text that is struck through.
  private static let struck = ["s", "del", "strike"]

  /// What is said of tags that set text in a form which reports do not have.
  private static let forms = [
    "u": "underlining was dropped", "ins": "text that is marked as inserted was kept",
    "span": "the form of a stretch of text was dropped", "mark": "highlighting was dropped",
    "small": "the size of a stretch of text was dropped",
  ]

  private func endOfTag(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let first = bytes[start + 1]
    guard first.isLetter || first == UInt8(ascii: "/") else { return nil }
    // An address in angle brackets has a colon or an at sign where a tag has a blank or its end.
    var offset = start + 2
    var isName = true
    while offset < bytes.count, offset < start + 400 {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ">") { return offset + 1 }
      if isName, byte.isBlank || byte == UInt8(ascii: "/") { isName = false }
      if isName, !byte.isLetter, !byte.isDigit { return nil }
      if byte == .openingAngle { return nil }
      offset += 1
    }
    return nil
  }

  private static func name(of tag: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }
      .prefix { $0.isLetter || $0.isDigit }
    return String(decoding: name.map(\.lowered), as: UTF8.self)
  }
}
