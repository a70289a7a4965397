import ProseSyntax
import SourceText

/// What is shown of a text of one paragraph, in the notation of ``CommonMarkReader``.
struct DisplayedProse {
  private let prose: Prose
  /// What a reference prints: words that could be a tag, and a number that could begin a list.
  static func words(for reference: Reference) -> String {
    reference.style == .numberOnly ? "12" : "section II"
  }

  init(_ prose: Prose) {
    self.prose = prose
  }

  /// What is shown of the text.
  var content: String { content(of: 0..<prose.text.count, prose.elements[...]) }

  private func content(of range: Range<Int>, _ elements: ArraySlice<ProseElement>) -> String {
    var shown = ""
    var offset = range.lowerBound
    var rest = elements
    while let element = rest.popFirst(), element.range.lowerBound < range.upperBound {
      if case .brackets = element.kind { continue }
      shown += prose.quoted(offset..<element.range.lowerBound)
      shown += display(element, rest)
      offset = element.range.upperBound
      rest = rest.drop { $0.range.lowerBound < offset }
    }
    return shown + prose.quoted(offset..<max(range.upperBound, offset))
  }

  private func display(_ element: ProseElement, _ rest: ArraySlice<ProseElement>) -> String {
    let quoted = prose.quoted(element.range)
    switch element.kind {
    case .emphasis(let inside): return CommonMarkReader.tag("emph", content(of: inside, rest))
    case .strong(let inside): return CommonMarkReader.tag("strong", content(of: inside, rest))
    case .autolink: return CommonMarkReader.tag("link", String(quoted.dropFirst().dropLast()))
    case .reference(let reference): return Self.words(for: reference)
    case .footnote: return CommonMarkReader.tag("footnote", "1")
    case .literalBrace: return "{"
    case .escape: return String(quoted.dropFirst())
    case .entity: return quoted == "&amp;" ? "&" : "*"
    default: return quoted
    }
  }
}

extension TextSlice {
  /// The range of the text without the white space around it.
  var trimmed: Range<Int> {
    let blank: Set<UInt8> = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20]
    var start = 0
    var end = count
    while end > 0, blank.contains(self[end - 1]) { end -= 1 }
    while start < end, blank.contains(self[start]) { start += 1 }
    return start..<end
  }
}
