internal import SourceText

/// A reference that was typed as numbers: "recommendations 12, 14 and 15".
public struct TypedReference: Sendable {
  /// The kind of block, as ``ReferenceWords`` calls it.
  public let kind: String
  /// From the word to the end of the last number, as UTF-8 offsets in the decoded text.
  public let range: Range<Int>
  public let wordRange: Range<Int>
  public let numbers: [Number]
  /// Whether nothing suggests that another document owns the number, or that it is quoted.
  public internal(set) var isCertain: Bool

  /// From the word to the end of the points after the last number.
  public var fullRange: Range<Int> {
    range.lowerBound..<(numbers.last?.pointsEnd ?? range.upperBound)
  }

  public struct Number: Sendable {
    public let range: Range<Int>
    /// The label that is meant: `12`, `104.1`, `II.A`, and `12 bis` even if the suffix is in
    /// italics.
    public let text: String
    /// Whether the number is the first of a range that the next one ends.
    public let throughNext: Bool
    /// Where the points that the number names end: "12 (a) (i)"; else the end of the number.
    public let pointsEnd: Int
  }
}

extension Prose {
  /// The references of the text that were typed as numbers, in order.
  ///
  /// What stands in a reference by identifier, an address or a footnote key is none.
  public func typedReferences(_ words: ReferenceWords) -> [TypedReference] {
    text.withBytes { bytes in
      var scanner = TypedReferenceScanner(bytes, words, elements)
      return scanner.scan()
    }
  }
}
