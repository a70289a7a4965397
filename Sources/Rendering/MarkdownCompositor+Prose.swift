internal import ProseSyntax
internal import SourceText

extension MarkdownCompositor {
  /// Sets one paragraph of the author's text where the galley stands.
  /// - Parameters:
  ///   - position: What precedes the text decides what must be escaped in it.
  ///   - isVerbatim: Whether braces are characters, as in names and in the masthead.
  mutating func set(
    _ text: TextSlice, at position: MarkdownPosition, isVerbatim: Bool = false
  ) {
    let prose = Prose(text)
    var copy = EscapedCopy(of: text, escaping: prose.markdownEscapes(at: position))
    for element in prose.elements {
      switch element.kind {
      case .literalBrace where !isVerbatim:
        copy.append(upTo: element.range.lowerBound, to: &galley)
        galley.append("{")
        copy.skip(to: element.range.upperBound)
      case .reference(let reference) where !isVerbatim:
        copy.append(upTo: element.range.lowerBound, to: &galley)
        galley.append(references.words(for: reference, in: text, at: standpoint))
        copy.skip(to: element.range.upperBound)
        if galley.last == .closingBracket { copy.appendWithoutLinking(to: &galley) }
      case .footnote(let key):
        copy.append(upTo: element.range.lowerBound, to: &galley)
        guard !isVerbatim, let footnote = footnotes[text[key]] else {
          galley.append("\\")
          continue
        }
        let number = notes.cite(footnote, in: standpoint.block)
        galley.append(notes.indicator(number))
        copy.skip(to: element.range.upperBound)
      default: continue
      }
    }
    copy.append(upTo: text.count, to: &galley)
  }

  /// Sets a text on one line.
  mutating func setLine(
    _ text: TextSlice, at position: MarkdownPosition, isVerbatim: Bool = false
  ) {
    for (index, paragraph) in text.paragraphs.enumerated() {
      if index > 0 { galley.append(" ") }
      let isAfterWords = index > 0 && position == .paragraphStart
      set(paragraph, at: isAfterWords ? .inline : position, isVerbatim: isVerbatim)
    }
  }

  /// The Markdown of a text that becomes part of a phrase.
  mutating func markdown(
    of text: SourcedText?, at position: MarkdownPosition = .inline, isVerbatim: Bool = false
  ) -> String {
    guard let text else { return "" }
    let document = galley
    galley = Galley()
    setLine(text.text, at: position, isVerbatim: isVerbatim)
    defer { galley = document }
    return galley.text
  }
}

/// The author's text on its way to the galley, with a backslash before what would become markup.
private struct EscapedCopy {
  private let text: TextSlice
  private var escapes: ArraySlice<Int>
  private var copied = 0

  init(of text: TextSlice, escaping escapes: [Int]) {
    self.text = text
    self.escapes = escapes[...]
  }

  mutating func append(upTo end: Int, to galley: inout Galley) {
    while let escape = escapes.first, escape < end {
      galley.append(text[copied..<escape])
      galley.append("\\")
      copied = escape
      escapes.removeFirst()
    }
    galley.append(text[copied..<end])
    copied = end
  }

  mutating func skip(to offset: Int) {
    copied = offset
    while let escape = escapes.first, escape < offset { escapes.removeFirst() }
  }

  /// Keeps what follows a `]` from making a link of the brackets.
  mutating func appendWithoutLinking(to galley: inout Galley) {
    guard copied < text.count, escapes.first != copied,
      text[copied] == UInt8(ascii: "(") || text[copied] == UInt8(ascii: ":")
    else { return }
    galley.append("\\")
  }
}
