/// The quotations and parentheses that are open at a place of a paragraph.
struct Surroundings {
  private var quotations = 0
  private var isStraightOpen = false
  private var isInnerOpen = false
  private var parentheses = 0

  enum Mark {
    case openingQuote, closingQuote, straightQuote
    /// ‘ and ’, the latter also as an apostrophe.
    case innerOpening, innerClosing
    case openingParenthesis, closingParenthesis
    case other

    var mayOpen: Bool { self != .other }

    /// - Parameter isAfterWord: Whether nothing stands between the mark and what comes before it.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, isAfterWord: Bool) {
      switch bytes[offset] {
      case UInt8(ascii: "("): self = .openingParenthesis
      case UInt8(ascii: ")"): self = .closingParenthesis
      case UInt8(ascii: "\""):
        // Inches, as in 5' 10".
        self = isAfterWord && bytes[offset - 1].isDigit ? .closingQuote : .straightQuote
      case 0xC2 where bytes.byte(at: offset + 1) == 0xAB: self = .openingQuote
      case 0xC2 where bytes.byte(at: offset + 1) == 0xBB: self = .closingQuote
      case 0xE2 where bytes.byte(at: offset + 1) == 0x80:
        switch bytes.byte(at: offset + 2) {
        case 0x9C: self = .openingQuote
        case 0x9D: self = .closingQuote
        case 0x98: self = .innerOpening
        case 0x99: self = .innerClosing
        default: self = .other
        }
      default: self = .other
      }
    }
  }

  var zones: Token.Zones {
    var zones: Token.Zones = []
    if quotations > 0 || isStraightOpen || isInnerOpen { zones.insert(.quotation) }
    if parentheses > 0 { zones.insert(.parentheses) }
    return zones
  }

  /// Whether a mark closes something that is open.
  func closes(_ mark: Mark) -> Bool {
    switch mark {
    case .closingQuote: quotations > 0 || isStraightOpen
    case .straightQuote: isStraightOpen
    case .innerClosing: isInnerOpen
    case .closingParenthesis: parentheses > 0
    default: false
    }
  }

  mutating func close(_ mark: Mark) {
    switch mark {
    case .closingQuote where quotations > 0: quotations -= 1
    case .closingQuote, .straightQuote: isStraightOpen = false
    case .innerClosing: isInnerOpen = false
    case .closingParenthesis: parentheses -= 1
    default: break
    }
  }

  mutating func open(_ mark: Mark) {
    switch mark {
    case .openingQuote: quotations += 1
    case .straightQuote: isStraightOpen = true
    case .innerOpening: isInnerOpen = true
    case .openingParenthesis: parentheses += 1
    default: break
    }
  }
}
