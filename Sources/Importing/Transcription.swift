internal import ProseSyntax
internal import SourceText

/// Puts a text of a Markdown document as a report file has it: the reverse of printing.
///
/// The text of a report is Markdown too, so that most of it stays as it is typed. Braces are
/// doubled, citations of footnotes get keys, and the backslashes go that printing puts there.
struct Transcription {
  /// A text by what is put before it when it is printed.
  static func text(
    _ typed: TextSlice, at position: MarkdownPosition, line: Int, isLettered: Bool = false,
    notes: inout NoteRegister
  ) -> String {
    guard typed.hasMarkup else { return typed.string }
    let text = citing(doublingBraces(typed), line: line, isLettered: isLettered, notes: &notes)
    return withoutBackslashes(text, at: position) ?? text.string
  }

  /// A name, in which braces and brackets are characters.
  static func name(_ typed: TextSlice, at position: MarkdownPosition) -> String {
    guard typed.hasMarkup else { return typed.string }
    return withoutBackslashes(typed, at: position) ?? typed.string
  }

  /// The most backslashes of a text that are tried one by one.
  private static let patience = 24

  /// The text without the backslashes with which it is printed again.
  private static func withoutBackslashes(_ text: TextSlice, at position: MarkdownPosition)
    -> String?
  {
    guard text.firstOffset(of: .backslash) != nil else { return nil }
    let backslashes = Prose(text).elements.compactMap { element in
      if case .escape = element.kind { element.range.lowerBound } else { nil }
    }
    guard !backslashes.isEmpty else { return nil }
    let plain = text.without(backslashes)
    if printed(plain, at: position) == text { return plain.string }
    guard backslashes.count <= patience else { return nil }
    var dropped: [Int] = []
    for backslash in backslashes {
      let candidate = text.without(dropped + [backslash])
      if printed(candidate, at: position) == text { dropped.append(backslash) }
    }
    return dropped.isEmpty ? nil : text.without(dropped).string
  }

  /// The text with the backslashes that printing puts into it.
  static func printed(_ text: TextSlice, at position: MarkdownPosition) -> TextSlice {
    let escapes = Prose(text).markdownEscapes(at: position)
    guard !escapes.isEmpty else { return text }
    var bytes: [UInt8] = []
    var copied = 0
    text.withBytes { source in
      for escape in escapes {
        bytes += source[copied..<escape]
        bytes.append(.backslash)
        copied = escape
      }
      bytes += source[copied...]
    }
    return TextSlice(String(decoding: bytes, as: UTF8.self))
  }

  private static func doublingBraces(_ text: TextSlice) -> TextSlice {
    guard text.firstOffset(of: .openingBrace) != nil else { return text }
    var bytes: [UInt8] = []
    var copied = 0
    text.withBytes { source in
      for element in Prose(text).elements {
        switch element.kind {
        case .literalBrace, .reference, .unclosedReference: break
        default: continue
        }
        let start = element.range.lowerBound
        bytes += source[copied...start] + [.openingBrace]
        copied = start + 1
        guard case .literalBrace = element.kind else { continue }
        bytes += [.openingBrace, .openingBrace]
        copied += 1
      }
      bytes += source[copied...]
    }
    return TextSlice(String(decoding: bytes, as: UTF8.self))
  }

  private static func citing(
    _ text: TextSlice, line: Int, isLettered: Bool, notes: inout NoteRegister
  ) -> TextSlice {
    let elements = Prose(text).elements
    var bytes: [UInt8] = []
    var copied = 0
    var citations: [(range: Range<Int>, mark: Range<Int>, isLettered: Bool)] = []
    for element in elements {
      if case .footnote(let key) = element.kind { citations.append((element.range, key, false)) }
    }
    if isLettered { citations += text.raisedLetters(outside: elements).map { ($0, $1, true) } }
    guard !citations.isEmpty else { return text }
    citations.sort { $0.range.lowerBound < $1.range.lowerBound }
    text.withBytes { source in
      for citation in citations {
        let mark = text[citation.mark].string
        let key = notes.cite(mark, isLettered: citation.isLettered, line: line)
        bytes += source[copied..<citation.range.lowerBound] + Array("[^\(key)]".utf8)
        copied = citation.range.upperBound
      }
      bytes += source[copied...]
    }
    return TextSlice(String(decoding: bytes, as: UTF8.self))
  }
}

extension TextSlice {
  /// The text without the bytes at some places, which are in order.
  fileprivate func without(_ offsets: [Int]) -> TextSlice {
    var bytes: [UInt8] = []
    var copied = 0
    withBytes { source in
      for offset in offsets {
        bytes += source[copied..<offset]
        copied = offset + 1
      }
      bytes += source[copied...]
    }
    return TextSlice(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether there is a byte in the text that printing may have put there or changed.
  fileprivate var hasMarkup: Bool {
    let marks = [UInt8.backslash, .openingBrace, .openingBracket, .openingAngle]
    return marks.contains { firstOffset(of: $0) != nil }
  }

  /// The places of `<sup>a</sup>`, and of the letters in them.
  func raisedLetters(outside elements: [ProseElement])
    -> [(range: Range<Int>, mark: Range<Int>)]
  {
    var found: [(range: Range<Int>, mark: Range<Int>)] = []
    let opaque = elements.filter(\.isOpaque).map(\.range)
    var next = 0
    var offset = 0
    while let start = firstOffset(of: .openingAngle, from: offset) {
      offset = start + 1
      while next < opaque.count, opaque[next].upperBound <= start { next += 1 }
      if next < opaque.count, opaque[next].contains(start) { continue }
      guard let letters = raisedLetters(at: start) else { continue }
      offset = letters.upperBound + Self.closingTag.utf8CodeUnitCount
      found.append((start..<offset, letters))
    }
    return found
  }

  private static let openingTag: StaticString = "<sup>"
  private static let closingTag: StaticString = "</sup>"

  /// The letters of a `<sup>a</sup>` that stands at a place.
  func raisedLetters(at start: Int) -> Range<Int>? {
    let first = start + Self.openingTag.utf8CodeUnitCount
    guard first < count, self[start..<first] == Self.openingTag else { return nil }
    var last = first
    while last < count, self[last].isSmallLetter { last += 1 }
    let end = last + Self.closingTag.utf8CodeUnitCount
    guard last > first, end <= count, self[last..<end] == Self.closingTag else { return nil }
    return first..<last
  }
}
