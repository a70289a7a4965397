/// How a scalar is written in the YAML source.
public enum ScalarStyle: UInt8, Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  case literal
  case folded
}

/// Where a scalar stands in the source, and how it is written there: all that is needed to find
/// the source of each of its decoded bytes.
public struct ScalarOrigin: Hashable, Sendable {
  /// From the first byte (a quotation mark or block indicator included) to just after the last.
  public let range: TextRange
  public let style: ScalarStyle
  /// The column, in characters from 0, of the block collection that holds the scalar; −1 for none.
  public let indentation: Int16
  /// Whether the scalar stands within brackets or braces.
  public let isInFlow: Bool

  public init(range: TextRange, style: ScalarStyle, indentation: Int, isInFlow: Bool = false) {
    self.range = range
    self.style = style
    self.indentation = Int16(clamping: indentation)
    self.isInFlow = isInFlow
  }
}

/// The decoded text of a scalar, with its origin.
public struct SourcedText: Sendable {
  public let text: TextSlice
  public let origin: ScalarOrigin

  public init(text: TextSlice, origin: ScalarOrigin) {
    self.text = text
    self.origin = origin
  }

  /// Where the whole scalar stands in the source.
  public var range: TextRange { origin.range }
  public var string: String { text.string }
  public var isEmpty: Bool { text.isEmpty }
}
