/// Reads words and spaces of running text.
struct WordReader {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The offset after spaces; no-break spaces count, line ends do not.
  func skipSpace(from start: Int) -> Int {
    var offset = start
    while let byte = bytes.byte(at: offset) {
      if byte == .space {
        offset += 1
      } else if byte == 0xC2, bytes.byte(at: offset + 1) == 0xA0 {
        offset += 2
      } else if byte == 0xE2, bytes.byte(at: offset + 1) == 0x80,
        bytes.byte(at: offset + 2) == 0xAF
      {
        offset += 3
      } else {
        break
      }
    }
    return offset
  }

  /// The end of the one of some words that stands whole at a place.
  func end(ofOne words: [[UInt8]], at start: Int) -> Int? {
    for word in words {
      let end = start + word.count
      guard end <= bytes.count, bytes[start..<end].elementsEqual(word) else { continue }
      if let next = bytes.byte(at: end), next.isLetterOrDigit || next.isMultiByteLetter { continue }
      return end
    }
    return nil
  }

  /// The end of the one of some words that stands whole after the spaces at a place.
  func end(ofOne words: [[UInt8]], after start: Int) -> Int? {
    let word = skipSpace(from: start)
    return word > start ? end(ofOne: words, at: word) : nil
  }

  /// The end of the letters, digits and signs at a place, up to the next space.
  func tokenEnd(from start: Int) -> Int {
    var end = start
    while let byte = bytes.byte(at: end), !byte.isWhitespace, skipSpace(from: end) == end {
      end += 1
    }
    return end
  }
}

extension UInt8 {
  /// The first byte of a letter that takes several; those of punctuation are C2 and E2.
  var isMultiByteLetter: Bool { self >= 0xC3 && self != 0xE2 }
}
