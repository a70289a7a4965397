extension Reference {
  /// Reads what stands between the braces.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, isInParentheses: Bool) {
    self.isInParentheses = isInParentheses
    var rest = bytes.trimmed(content)
    let first = rest.isEmpty ? nil : bytes[rest.lowerBound]
    if first == UInt8(ascii: "#") {
      style = .numberOnly
      rest = rest.lowerBound + 1..<rest.upperBound
    } else if Self.beginsWithSee(bytes[rest]) {
      style = .see
      rest = rest.lowerBound + 3..<rest.upperBound
    } else {
      style = first?.isCapital == true ? .capitalized : .full
    }
    isCapitalized = style != .numberOnly && first?.isCapital == true
    identifiers = Self.identifiers(bytes, rest)
    let isLowered = style == .capitalized
    isWellFormed = identifiers.enumerated().allSatisfy { index, identifier in
      Self.isKebabCase(bytes[identifier], afterCapital: isLowered && index == 0)
    }
  }

  private static func identifiers(_ bytes: UnsafeBufferPointer<UInt8>, _ list: Range<Int>)
    -> [Range<Int>]
  {
    var identifiers: [Range<Int>] = []
    var start = list.lowerBound
    for offset in list where bytes[offset] == UInt8(ascii: ",") {
      identifiers.append(bytes.trimmed(start..<offset))
      start = offset + 1
    }
    identifiers.append(bytes.trimmed(start..<list.upperBound))
    return identifiers
  }

  /// The word of the notation, not of a language: `see` or `See`, and white space after it.
  private static func beginsWithSee(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard content.count > 3, content[content.startIndex + 3].isWhitespace else { return false }
    return content.starts(with: "see".utf8) || content.starts(with: "See".utf8)
  }

  private static func isKebabCase(
    _ identifier: Slice<UnsafeBufferPointer<UInt8>>, afterCapital: Bool
  ) -> Bool {
    var mayHyphen = false
    for (index, byte) in identifier.enumerated() {
      if byte == UInt8(ascii: "-") {
        guard mayHyphen else { return false }
        mayHyphen = false
      } else {
        let isLowered = afterCapital && index == 0 && byte.isCapital
        guard byte.isSmallLetter || byte.isDigit || isLowered else { return false }
        mayHyphen = true
      }
    }
    return mayHyphen
  }
}
