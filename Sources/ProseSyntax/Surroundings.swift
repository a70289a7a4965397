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
  private var quotations = OpenQuotations()

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
    return offset < emphasisEnd || !quotations.isEmpty ? .quoted : .running
  }

  private mutating func readMarks(upTo end: Int) {
    while readUpTo < end {
      if bytes[readUpTo].isLineEnd {
        quotations = OpenQuotations()
      } else {
        _ = quotations.read(bytes, at: readUpTo)
      }
      readUpTo += 1
    }
  }
}
