public import SourceText

/// What a node of a YAML tree is.
public enum YAMLKind: UInt8, Sendable {
  case scalar
  case sequence
  case mapping
}

/// A node of a ``YAMLTree``: 24 bytes without references, stored in pre-order.
///
/// The children of a sequence follow it; those of a mapping follow it as key, value, key, value.
@frozen
public struct YAMLNode: Sendable {
  /// The kind in bits 0 and 1, the style in bits 2 to 4, flow in bit 5.
  @usableFromInline let shape: UInt8
  /// The column, in characters from 0, of the block collection around it; −1 for none.
  @usableFromInline let indentation: Int16
  /// The index of the node after the last descendant.
  @usableFromInline var next: UInt32
  public internal(set) var start: TextOffset
  public internal(set) var end: TextOffset
  @usableFromInline var textStart: UInt32
  @usableFromInline let textCount: UInt32

  init(
    kind: YAMLKind, style: ScalarStyle = .plain, isFlow: Bool = false, indentation: Int,
    next: Int, range: TextRange, textStart: Int = 0, textCount: Int = 0
  ) {
    self.init(
      shape: kind.rawValue | style.rawValue << 2 | (isFlow ? 1 << 5 : 0),
      indentation: indentation, next: next, range: range, textStart: textStart,
      textCount: textCount)
  }

  init(
    shape: UInt8, indentation: Int, next: Int, range: TextRange, textStart: Int, textCount: Int
  ) {
    self.shape = shape
    self.indentation = Int16(clamping: indentation)
    self.next = UInt32(next)
    start = range.start
    end = range.end
    self.textStart = UInt32(textStart)
    self.textCount = UInt32(textCount)
  }

  /// Of a scalar: how and where it is written.
  @inlinable
  var origin: ScalarOrigin {
    ScalarOrigin(
      range: TextRange(start, end), style: style, indentation: Int(indentation), isInFlow: isFlow)
  }

  @inlinable
  public var kind: YAMLKind { YAMLKind(rawValue: shape & 3) ?? .scalar }

  /// Of a scalar: how it is written.
  @inlinable
  public var style: ScalarStyle { ScalarStyle(rawValue: shape >> 2 & 7) ?? .plain }

  /// Of a collection: whether it is written with brackets or braces. Of a scalar: whether it stands
  /// within them.
  @inlinable
  public var isFlow: Bool { shape >> 5 & 1 == 1 }
}
