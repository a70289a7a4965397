internal import ProseSyntax

/// The quotations and parentheses that are open at a place of a paragraph.
struct Surroundings {
  private var quotations = OpenQuotations()
  private var parentheses = 0

  var zones: Token.Zones {
    var zones: Token.Zones = []
    if !quotations.isEmpty { zones.insert(.quotation) }
    if parentheses > 0 { zones.insert(.parentheses) }
    return zones
  }

  /// Reads the mark at an offset.
  @inline(__always)
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> OpenQuotations.Effect {
    switch bytes[offset] {
    case UInt8(ascii: "("):
      parentheses += 1
      return .opens
    case UInt8(ascii: ")") where parentheses > 0:
      parentheses -= 1
      return .closes
    default: return quotations.read(bytes, at: offset)
    }
  }
}
