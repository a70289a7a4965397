extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let pipe = UInt8(ascii: "|")
  static let closingBracket = UInt8(ascii: "]")
  static let closingParenthesis = UInt8(ascii: ")")

  var isBlank: Bool { self == .space || self == .tab }
}
