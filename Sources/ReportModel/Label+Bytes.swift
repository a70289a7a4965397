public import SourceText

extension Label {
  /// Reads a label from bytes; a whole number, which nearly all are, costs no string.
  public init?(_ text: TextSlice) {
    guard (1...9).contains(text.count), text[0] != 0x30 else {
      self.init(text.string)
      return
    }
    var value = 0
    for index in 0..<text.count {
      guard case let digit = text[index], (0x30...0x39).contains(digit) else {
        self.init(text.string)
        return
      }
      value = value * 10 + Int(digit - 0x30)
    }
    self.init(value)
  }
}
