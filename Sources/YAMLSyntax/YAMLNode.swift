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
  public let kind: YAMLKind
  /// Of a scalar: how it is written.
  public let style: ScalarStyle
  /// Of a collection: whether it is written with brackets or braces.
  public let isFlow: Bool
  /// The column, in characters from 0, of the block collection around it; −1 for none.
  @usableFromInline let indentation: Int8
  /// The index of the node after the last descendant.
  @usableFromInline var next: UInt32
  public let start: TextOffset
  public internal(set) var end: TextOffset
  @usableFromInline let textStart: UInt32
  @usableFromInline let textCount: UInt32

  init(
    kind: YAMLKind, style: ScalarStyle = .plain, isFlow: Bool = false, indentation: Int,
    next: Int, range: TextRange, textStart: Int = 0, textCount: Int = 0
  ) {
    self.kind = kind
    self.style = style
    self.isFlow = isFlow
    self.indentation = Int8(clamping: indentation)
    self.next = UInt32(next)
    start = range.start
    end = range.end
    self.textStart = UInt32(textStart)
    self.textCount = UInt32(textCount)
  }
}
