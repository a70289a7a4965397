/// A position in a source file, as a count of UTF-8 bytes from the start of the file as it is.
///
/// A byte order mark counts. It is the only kind of position inside the program: lines, columns
/// and UTF-16 exist in ``LineTable`` alone. A position in the *decoded* text of a scalar is a plain
/// `Int`, so that the two cannot be confused.
@frozen
public struct TextOffset: Hashable, Comparable, Sendable {
  @usableFromInline let bytes: UInt32

  /// Creates a position.
  /// - Parameter utf8: The number of UTF-8 bytes before the position.
  @inlinable
  public init(_ utf8: Int) {
    bytes = UInt32(truncatingIfNeeded: utf8)
  }

  /// The number of UTF-8 bytes before the position.
  @inlinable
  public var utf8: Int { Int(bytes) }

  @inlinable
  public static func < (left: TextOffset, right: TextOffset) -> Bool { left.bytes < right.bytes }

  @inlinable
  public static func + (offset: TextOffset, bytes: Int) -> TextOffset {
    TextOffset(offset.utf8 + bytes)
  }
}

/// A stretch of a source file, from its first byte to just after its last.
@frozen
public struct TextRange: Hashable, Sendable {
  public var start: TextOffset
  public var end: TextOffset

  @inlinable
  public init(_ start: TextOffset, _ end: TextOffset) {
    self.start = start
    self.end = end
  }

  /// Creates a range from two counts of UTF-8 bytes.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = TextOffset(start)
    self.end = TextOffset(end)
  }

  /// The number of UTF-8 bytes in the range.
  @inlinable
  public var count: Int { end.utf8 - start.utf8 }

  @inlinable
  public var isEmpty: Bool { end <= start }

  /// Whether a position is in the range; its end is not.
  @inlinable
  public func contains(_ offset: TextOffset) -> Bool { start <= offset && offset < end }

  /// Whether all of another range lies in this one.
  @inlinable
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
}
