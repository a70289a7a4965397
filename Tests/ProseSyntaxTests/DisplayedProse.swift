import ProseSyntax
import SourceText

/// What is shown of a text of one paragraph, in the notation of ``CommonMarkReader``.
struct DisplayedProse {
  private let prose: Prose
  /// What a reference prints.
  static let words = "paragraph 12"

  init(_ prose: Prose) {
    self.prose = prose
  }

  /// - Parameter beginning: What stands before the text in its paragraph.
  func reading(after beginning: String = "") -> String {
    let trimmed = prose.text.trimmed
    let range = beginning.isEmpty ? trimmed : 0..<trimmed.upperBound
    let paragraph = beginning + content(of: range, prose.elements[...])
    return CommonMarkReader.tag("document", CommonMarkReader.tag("paragraph", paragraph))
  }

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
    case .reference: return Self.words
    case .footnote: return CommonMarkReader.tag("footnote_reference", "1")
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
