internal import SourceText

/// The quotations that are open at a place of a paragraph, whose marks are read in order.
///
/// This is what a quotation is, whoever reads a text:
/// - “ ” and « » enclose one and may nest, and so do two ", which after a figure are inches.
/// - ‘ ’ enclose one where ‘ begins a word and a ’ follows that ends one. Elsewhere they are
///   apostrophes, or letters of other scripts.
/// - What is not closed goes on to the end of its paragraph.
@frozen
public struct OpenQuotations: Sendable {
  @usableFromInline var doubles = 0
  @usableFromInline var isStraightOpen = false
  @usableFromInline var isSingleOpen = false
  /// Where the next ’ stands that may close a quotation; it is looked for once. Past the end where
  /// the paragraph has none.
  @usableFromInline var nextSingleClosing = -1

  /// What a mark does.
  @frozen
  public enum Effect: Sendable {
    case opens
    case closes
    case nothing
  }

  @inlinable
  public init() {}

  @inlinable
  public var isEmpty: Bool { doubles == 0 && !isStraightOpen && !isSingleOpen }

  /// Reads the character at an offset, be it a quotation mark or not.
  @inlinable
  public mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Effect {
    switch bytes[offset] {
    case UInt8(ascii: "\""), 0xC2, 0xE2: readMark(bytes, at: offset)
    default: .nothing
    }
  }

  @usableFromInline
  mutating func readMark(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Effect {
    switch (bytes[offset], bytes.byte(at: offset + 1), bytes.byte(at: offset + 2)) {
    case (UInt8(ascii: "\""), _, _):
      readStraight(isAfterFigure: offset > 0 && bytes[offset - 1].isDigit)
    case (0xC2, 0xAB, _), (0xE2, 0x80, 0x9C): openDouble()
    case (0xC2, 0xBB, _), (0xE2, 0x80, 0x9D): closeDouble()
    case (0xE2, 0x80, 0x98): openSingle(bytes, at: offset)
    case (0xE2, 0x80, 0x99): closeSingle(bytes, at: offset)
    default: .nothing
    }
  }

  private mutating func readStraight(isAfterFigure: Bool) -> Effect {
    guard isStraightOpen || !isAfterFigure else { return doubles > 0 ? closeDouble() : .nothing }
    isStraightOpen.toggle()
    return isStraightOpen ? .opens : .closes
  }

  private mutating func openDouble() -> Effect {
    doubles += 1
    return .opens
  }

  private mutating func closeDouble() -> Effect {
    if doubles > 0 {
      doubles -= 1
    } else if isStraightOpen {
      isStraightOpen = false
    } else {
      return .nothing
    }
    return .closes
  }

  private mutating func openSingle(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Effect {
    guard !isSingleOpen, !bytes.endsLetter(before: offset) else { return .nothing }
    if nextSingleClosing < offset {
      nextSingleClosing = Self.singleClosing(in: bytes, from: offset + 3)
    }
    guard nextSingleClosing < bytes.count else { return .nothing }
    isSingleOpen = true
    return .opens
  }

  private mutating func closeSingle(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Effect {
    guard isSingleOpen, bytes.mayCloseSingle(at: offset) else { return .nothing }
    isSingleOpen = false
    return .closes
  }

  /// The first ’ of the paragraph from an offset on that may close a quotation.
  private static func singleClosing(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, !bytes[offset].isLineEnd {
      if bytes[offset] == 0xE2, bytes.mayCloseSingle(at: offset) { return offset }
      offset += 1
    }
    return Int.max
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a ’ stands at an offset that no letter follows.
  fileprivate func mayCloseSingle(at offset: Int) -> Bool {
    guard self[offset] == 0xE2, byte(at: offset + 1) == 0x80, byte(at: offset + 2) == 0x99 else {
      return false
    }
    return byte(at: offset + 3).map { !$0.isLetter && !$0.isMultiByteLetter } ?? true
  }

  /// Whether the character before an offset is a letter or figure.
  fileprivate func endsLetter(before offset: Int) -> Bool {
    guard offset > 0 else { return false }
    guard self[offset - 1].isMultiByte else { return self[offset - 1].isLetterOrDigit }
    var first = offset - 1
    while first > 0, self[first].isContinuation { first -= 1 }
    return self[first].isMultiByteLetter
  }
}

extension Prose {
  /// What stands in quotations, each up to and with the mark that closes it, as UTF-8 offsets in the
  /// decoded text.
  public var quotations: [Range<Int>] {
    text.withBytes { bytes in
      var quotations: [Range<Int>] = []
      for paragraph in paragraphs {
        var open = OpenQuotations()
        var start = 0
        for offset in paragraph {
          let wasOpen = !open.isEmpty
          guard open.read(bytes, at: offset) != .nothing, wasOpen == open.isEmpty else { continue }
          let end = offset + (bytes[offset] == 0xE2 ? 3 : bytes[offset] == 0xC2 ? 2 : 1)
          if wasOpen { quotations.append(start..<end) } else { start = end }
        }
        if !open.isEmpty { quotations.append(start..<max(start, paragraph.upperBound)) }
      }
      return quotations
    }
  }
}
