extension UInt8 {
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let fullStop = UInt8(ascii: ".")
  static let openingBrace = UInt8(ascii: "{")
  static let openingBracket = UInt8(ascii: "[")
  static let closingBracket = UInt8(ascii: "]")
  static let openingAngle = UInt8(ascii: "<")
  static let openingParenthesis = UInt8(ascii: "(")
  static let closingParenthesis = UInt8(ascii: ")")

  var isBlank: Bool { self == .space || self == UInt8(ascii: "\t") }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isCapital: Bool { self &- 0x41 < 26 }
  var isSmallLetter: Bool { self &- 0x61 < 26 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
