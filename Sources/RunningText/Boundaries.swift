internal import ProseSyntax

/// Where the elements of a text begin and end, taken in one after the other.
struct Boundaries {
  /// The next offset at which something begins or ends.
  private(set) var next: Int
  /// The elements that are open.
  private(set) var zones: Token.Zones = []

  private let elements: [ProseElement]
  private var index = 0
  private var open: [Open] = []

  private struct Open {
    /// Where the content ends.
    let end: Int
    /// Where the text goes on.
    let resumption: Int
    /// What was open around it.
    let outside: Token.Zones
  }

  /// What stands at a boundary.
  enum Crossing {
    /// Marks of emphasis, which are no text.
    case delimiter(end: Int)
    case token(Token.Kind, end: Int)
    /// The bracket that opens an element.
    case opening
    /// What is read as any other text.
    case nothing
  }

  init(_ elements: [ProseElement]) {
    self.elements = elements
    next = elements.first?.range.lowerBound ?? Int.max
  }

  mutating func cross(at offset: Int) -> Crossing {
    defer { findNext() }
    if let innermost = open.last, innermost.end <= offset {
      open.removeLast()
      zones = innermost.outside
      return innermost.resumption > offset ? .delimiter(end: innermost.resumption) : .nothing
    }
    let element = elements[index]
    index += 1
    // An element that a token has reached into is left alone.
    guard element.range.lowerBound == offset else { return .nothing }
    switch element.kind {
    case .emphasis(let content): return enter(content, of: element, .italics)
    case .strong(let content): return enter(content, of: element, .bold)
    case .brackets: return .opening
    case .autolink: return .token(.address, end: element.range.upperBound)
    case .reference: return .token(.reference, end: element.range.upperBound)
    case .footnote: return .token(.footnote, end: element.range.upperBound)
    case .literalBrace, .escape, .entity: return .token(.element, end: element.range.upperBound)
    case .paragraphBreak: return .token(.paragraphBreak, end: element.range.upperBound)
    case .unclosedReference, .unclosedBracket, .unopenedBracket: return .nothing
    }
  }

  private mutating func enter(_ content: Range<Int>, of element: ProseElement, _ zone: Token.Zones)
    -> Crossing
  {
    open.append(
      Open(end: content.upperBound, resumption: element.range.upperBound, outside: zones))
    zones.insert(zone)
    return .delimiter(end: content.lowerBound)
  }

  /// Enters the brackets that the last crossing opened: their mark stands outside.
  mutating func enterBrackets() {
    let end = elements[index - 1].range.upperBound - 1
    open.append(Open(end: end, resumption: end, outside: zones))
    zones.insert(.brackets)
    findNext()
  }

  private mutating func findNext() {
    let start = index < elements.count ? elements[index].range.lowerBound : Int.max
    next = min(start, open.last?.end ?? Int.max)
  }
}
