/// What stands around the places of a text, asked for in order.
struct Surroundings {
  enum Place {
    case running
    /// Between quotation marks, or in italics as titles are.
    case quoted
    /// In a reference, an address or another element that is not read any further.
    case opaque
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var elements: ArraySlice<ProseElement>
  private var emphasisEnd = 0
  private var opaqueEnd = 0
  private var readUpTo = 0
  private var curlyMarks = 0
  private var isStraightMarkOpen = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ elements: [ProseElement]) {
    self.bytes = bytes
    self.elements = elements[...]
  }

  /// - Parameter offset: A place after those that were asked for before.
  mutating func place(of offset: Int) -> Place {
    while let element = elements.first, element.range.lowerBound <= offset {
      if element.isOpaque { opaqueEnd = element.range.upperBound }
      if case .emphasis = element.kind { emphasisEnd = max(emphasisEnd, element.range.upperBound) }
      elements = elements.dropFirst()
    }
    readMarks(upTo: offset)
    if offset < opaqueEnd { return .opaque }
    return offset < emphasisEnd || curlyMarks > 0 || isStraightMarkOpen ? .quoted : .running
  }

  private mutating func readMarks(upTo end: Int) {
    while readUpTo < end {
      switch bytes[readUpTo] {
      case .lineFeed, .carriageReturn:
        curlyMarks = 0
        isStraightMarkOpen = false
      case UInt8(ascii: "\""): isStraightMarkOpen.toggle()
      case 0xC2, 0xE2: readMark()
      default: break
      }
      readUpTo += 1
    }
  }

  private mutating func readMark() {
    let second = bytes.byte(at: readUpTo + 1)
    let third = second == 0x80 ? bytes.byte(at: readUpTo + 2) : nil
    switch (bytes[readUpTo], second, third) {
    case (0xE2, 0x80, 0x9C), (0xC2, 0xAB, _): curlyMarks += 1  // “ «
    case (0xE2, 0x80, 0x9D), (0xC2, 0xBB, _): curlyMarks = max(curlyMarks - 1, 0)  // ” »
    default: break
    }
  }
}
