extension ProseScanner {
  /// The most bytes between `&` and `;` in the name of a character.
  private static let longestEntity = 32

  /// The end of the entity that begins at an `&`, if one does.
  func endOfEntity(at start: Int) -> Int? {
    var end = start + 1
    if bytes.byte(at: end) == UInt8(ascii: "#") { end += 1 }
    while let byte = bytes.byte(at: end), byte.isLetterOrDigit, end - start <= Self.longestEntity {
      end += 1
    }
    guard end > start + 1, bytes.byte(at: end) == UInt8(ascii: ";") else { return nil }
    let candidate = UnsafeBufferPointer(rebasing: bytes[start...end])
    return CommonMark.isEntity(candidate) ? end + 1 : nil
  }

  /// The end of the autolink that begins at a `<`, if one does.
  ///
  /// Source: CommonMark, "Autolinks".
  func endOfAutolink(at start: Int) -> Int? {
    endOfURI(from: start + 1) ?? endOfAddress(from: start + 1)
  }

  private func endOfURI(from start: Int) -> Int? {
    guard bytes.byte(at: start)?.isLetter == true else { return nil }
    var end = start + 1
    while let byte = bytes.byte(at: end), byte.isLetterOrDigit || isOne(byte, of: "+.-") {
      end += 1
    }
    guard (2...32).contains(end - start), bytes.byte(at: end) == UInt8(ascii: ":") else {
      return nil
    }
    while let byte = bytes.byte(at: end), byte > .space, byte != UInt8(ascii: "<") {
      end += 1
      if byte == UInt8(ascii: ">") { return end }
    }
    return nil
  }

  private func endOfAddress(from start: Int) -> Int? {
    var end = start
    while let byte = bytes.byte(at: end),
      byte.isLetterOrDigit || isOne(byte, of: ".!#$%&'*+/=?^_`{|}~-")
    {
      end += 1
    }
    guard end > start, bytes.byte(at: end) == UInt8(ascii: "@") else { return nil }
    repeat {
      guard let label = endOfDomainLabel(from: end + 1) else { return nil }
      end = label
    } while bytes.byte(at: end) == UInt8(ascii: ".")
    return bytes.byte(at: end) == UInt8(ascii: ">") ? end + 1 : nil
  }

  /// A label of a domain: up to 63 letters, digits and hyphens, with no hyphen at its ends.
  private func endOfDomainLabel(from start: Int) -> Int? {
    var end = start
    while let byte = bytes.byte(at: end), byte.isLetterOrDigit || byte == UInt8(ascii: "-") {
      end += 1
    }
    guard (1...63).contains(end - start), bytes[start].isLetterOrDigit,
      bytes[end - 1].isLetterOrDigit
    else { return nil }
    return end
  }

  private func isOne(_ byte: UInt8, of characters: StaticString) -> Bool {
    UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
      .contains(byte)
  }
}
