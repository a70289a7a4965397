internal import ProseSyntax
internal import SourceText

/// A redline as Markdown: `~~deleted~~` and `**added**`, the author's characters escaped.
///
/// What is struck out or bold begins and ends at a space, so that a reader takes the marks for what
/// they are. Within it the author's italics are kept; all of it being bold, the author's bold is
/// not told apart.
struct MarkdownWords {
  private let redline: Redline
  private let words: (Reference, TextSlice, Bool) -> String
  private(set) var markdown = ""

  /// - Parameters:
  ///   - isStart: Whether the text begins a paragraph, where some characters would be markup.
  ///   - words: Prints a reference of the old or of the new text.
  init(
    _ redline: Redline, isStart: Bool, words: @escaping (Reference, TextSlice, Bool) -> String
  ) {
    self.redline = redline
    self.words = words
    for run in redline.runs { append(run) }
    if isStart, let mark = Self.blockMark(in: markdown) {
      markdown.insert("\\", at: mark)
    }
  }

  /// A text that is no prose, with its characters as a reader is to see them.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    for (index, byte) in source.enumerated() {
      if Self.mustEscape(byte, in: source[...], at: index) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func mustEscape(_ byte: UInt8, in bytes: ArraySlice<UInt8>, at index: Int) -> Bool
  {
    if "\\*_`<&~|".utf8.contains(byte) { return true }
    let after = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
    let before = index > bytes.startIndex ? bytes[index - 1] : 0
    return byte == UInt8(ascii: "[") && after == UInt8(ascii: "^")
      || (byte == UInt8(ascii: "(") || byte == UInt8(ascii: ":")) && before == UInt8(ascii: "]")
  }

  /// Where a character stands that would make another kind of block of a paragraph.
  private static func blockMark(in text: String) -> String.Index? {
    guard let first = text.first else { return nil }
    if "#>-+=".contains(first) { return text.startIndex }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let end = digits.endIndex
    guard !digits.isEmpty, end < text.endIndex, text[end] == "." || text[end] == ")" else {
      return nil
    }
    return end
  }

  // MARK: Runs

  private mutating func append(_ run: Redline.Run) {
    let source = redline.source(of: run)
    var paragraph: [TextSlice] = []
    func close(_ sheet: inout MarkdownWords) {
      guard !paragraph.isEmpty else { return }
      if let last = sheet.markdown.utf8.last, last != UInt8(ascii: "\n") {
        sheet.markdown += source.joiner
      }
      sheet.markdown += sheet.marked(paragraph, of: source, run.fate)
      paragraph = []
    }
    for word in source.words[run.words] {
      guard word.isBreak else {
        paragraph.append(word.text)
        continue
      }
      close(&self)
      if run.fate != .deleted || !markdown.hasSuffix("\n") { markdown += "\n\n" }
    }
    close(&self)
  }

  private func marked(_ words: [TextSlice], of source: WordedText, _ fate: Redline.Fate) -> String {
    let text = styled(words, of: source, fate)
    switch fate {
    case .same: return text
    case .deleted: return "~~\(text)~~"
    case .added: return "**\(text)**"
    }
  }

  /// Words with the italics in which they stand.
  private func styled(_ words: [TextSlice], of source: WordedText, _ fate: Redline.Fate)
    -> String
  {
    guard let prose = source.prose, let first = words.first, let last = words.last else {
      return words.map { Self.escaped($0.string) }.joined(separator: source.joiner)
    }
    let text = prose.text
    let range = first.start - text.start..<last.start - text.start + last.count
    var pen = StyledPen(keepsBold: fate != .added)
    var offset = range.lowerBound
    var elements = prose.elements.filter { $0.range.overlaps(range) }[...]
    var styles: [(content: Range<Int>, end: Int, isStrong: Bool)] = []
    func style(at offset: Int) -> StyledPen.Style {
      var style = StyledPen.Style()
      for open in styles where open.content.contains(offset) {
        if open.isStrong { style.isBold = true } else { style.isItalic = true }
      }
      return style
    }
    while offset < range.upperBound {
      while let element = elements.first, element.range.lowerBound <= offset {
        elements.removeFirst()
        switch element.kind {
        case .emphasis(let content):
          styles.append((content, element.range.upperBound, false))
        case .strong(let content): styles.append((content, element.range.upperBound, true))
        case .reference(let reference):
          pen.write(self.words(reference, text, fate == .deleted), style(at: offset))
          offset = element.range.upperBound
        case .literalBrace:
          pen.write("{", style(at: offset))
          offset = element.range.upperBound
        case .autolink, .escape, .entity:
          pen.write(text[element.range].string, style(at: offset))
          offset = element.range.upperBound
        default: break
        }
      }
      // The delimiters of an emphasis are set anew.
      if let open = styles.last(where: {
        !$0.content.contains(offset) && ($0.content.lowerBound > offset || $0.end > offset)
          && offset < $0.end
      }) {
        offset = offset < open.content.lowerBound ? open.content.lowerBound : open.end
        continue
      }
      guard offset < range.upperBound else { break }
      var end = offset + 1
      while end < range.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
      pen.write(character: text[offset..<end].string, style(at: offset))
      offset = end
    }
    return pen.finished()
  }
}

/// Writes characters with the italics and bold type that they have.
private struct StyledPen {
  struct Style: Equatable {
    var isItalic = false
    var isBold = false

    var opening: String { (isBold ? "**" : "") + (isItalic ? "*" : "") }
    var closing: String { (isItalic ? "*" : "") + (isBold ? "**" : "") }
  }

  let keepsBold: Bool
  private var text = ""
  private var style = Style()
  /// White space that is written before the next character, outside the marks that end before it.
  private var space = ""
  private var last: Character = " "

  init(keepsBold: Bool) {
    self.keepsBold = keepsBold
  }

  mutating func write(_ markdown: String, _ wanted: Style) {
    var wanted = wanted
    if !keepsBold { wanted.isBold = false }
    if wanted != style {
      text += style.closing + space + wanted.opening
      style = wanted
    } else {
      text += space
    }
    space = ""
    text += markdown
    last = markdown.last ?? last
  }

  mutating func write(character: String, _ wanted: Style) {
    if character == " " || character == "\t" {
      space += character
      last = " "
      return
    }
    let mustEscape =
      "\\*_`<&~|".contains(character) || (character == "(" || character == ":") && last == "]"
      || character == "^" && last == "["
    write((mustEscape ? "\\" : "") + character, wanted)
  }

  mutating func finished() -> String {
    text += style.closing
    return text
  }
}
