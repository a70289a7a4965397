/// Bytes of UTF-8 text that never change once they are stored, shared without copying.
public final class TextStorage: @unchecked Sendable {
  // Sendable: the bytes are written before the initializer returns and never after.

  /// The first byte.
  public let base: UnsafePointer<UInt8>
  /// The number of bytes.
  public let count: Int

  /// What is to be freed; nil where the bytes are a part of the program.
  private let allocation: UnsafeMutablePointer<UInt8>?

  /// Stores the bytes that a closure writes.
  /// - Parameters:
  ///   - capacity: The most bytes that the closure may write.
  ///   - fill: Writes into the buffer and returns how many bytes it wrote.
  public init(capacity: Int, fill: (UnsafeMutableBufferPointer<UInt8>) throws -> Int) rethrows {
    let memory = UnsafeMutablePointer.allocateText(max(capacity, 1))
    allocation = memory
    base = UnsafePointer(memory)
    do {
      count = try fill(UnsafeMutableBufferPointer(start: memory, count: capacity))
    } catch {
      memory.deallocate()
      throw error
    }
    precondition(count <= capacity, "more bytes stored than there is room for")
  }

  /// Stores a copy of some bytes.
  public convenience init(copying bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count) { buffer in
      _ = buffer.initialize(fromContentsOf: bytes)
      return bytes.count
    }
  }

  /// Takes over memory that was allocated elsewhere; it is freed with this object.
  /// - Parameters:
  ///   - memory: Memory from `UnsafeMutablePointer.allocate` or `allocateText`.
  ///   - count: The number of bytes that are initialized.
  public init(adopting memory: UnsafeMutablePointer<UInt8>, count: Int) {
    allocation = memory
    base = UnsafePointer(memory)
    self.count = count
  }

  /// Shares bytes that are there as long as the program runs.
  /// - Parameters:
  ///   - base: The first byte.
  ///   - count: The number of bytes.
  public init(permanent base: UnsafePointer<UInt8>, count: Int) {
    allocation = nil
    self.base = base
    self.count = count
  }

  deinit {
    allocation?.deallocate()
  }

  /// All of the bytes. Valid as long as this object is alive.
  @inlinable
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// All of the text as a slice.
  public var all: TextSlice { TextSlice(self, 0, count) }
}

/// A part of a ``TextStorage``: a piece of text that costs no copy.
///
/// Two slices are equal when their bytes are.
@frozen
public struct TextSlice: Sendable {
  public let storage: TextStorage
  @usableFromInline let first: UInt32
  @usableFromInline let last: UInt32

  /// Creates a slice of a storage.
  /// - Parameters:
  ///   - start: The offset of the first byte in the storage.
  ///   - end: The offset just after the last byte.
  @inlinable
  public init(_ storage: TextStorage, _ start: Int, _ end: Int) {
    self.storage = storage
    first = UInt32(truncatingIfNeeded: start)
    last = UInt32(truncatingIfNeeded: end)
  }

  /// Creates a slice that holds a copy of a string.
  public init(_ string: String) {
    self = TextStorage(copying: string.utf8).all
  }

  /// The offset of the first byte in the storage.
  @inlinable
  public var start: Int { Int(first) }

  /// The number of UTF-8 bytes.
  @inlinable
  public var count: Int { Int(last) - Int(first) }

  @inlinable
  public var isEmpty: Bool { first == last }

  /// The byte at an offset from the start of the slice.
  @inlinable
  public subscript(offset: Int) -> UInt8 { storage.base[Int(first) + offset] }

  /// The part of the slice between two offsets from its start.
  @inlinable
  public subscript(range: Range<Int>) -> TextSlice {
    TextSlice(storage, Int(first) + range.lowerBound, Int(first) + range.upperBound)
  }

  /// Gives access to the bytes, for the length of the call.
  @inlinable
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result
  {
    try withExtendedLifetime(storage) {
      try body(UnsafeBufferPointer(start: storage.base + Int(first), count: count))
    }
  }

  /// The text as a string; bytes that are not UTF-8 become U+FFFD.
  @inlinable
  public var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }
}

extension TextSlice: Hashable {
  @inlinable
  public static func == (left: TextSlice, right: TextSlice) -> Bool {
    left.count == right.count
      && left.withBytes { l in right.withBytes { r in l.elementsEqual(r) } }
  }

  /// Whether the slice has the bytes of a literal.
  @inlinable
  public static func == (left: TextSlice, right: StaticString) -> Bool {
    guard left.count == right.utf8CodeUnitCount else { return false }
    return left.withBytes {
      $0.elementsEqual(
        UnsafeBufferPointer(start: right.utf8Start, count: right.utf8CodeUnitCount))
    }
  }

  /// Whether the slice has the bytes of a string.
  public func reads(_ string: String) -> Bool {
    guard count == string.utf8.count else { return false }
    var string = string
    return string.withUTF8 { letters in withBytes { $0.elementsEqual(letters) } }
  }

  @inlinable
  public func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension TextSlice: CustomStringConvertible {
  public var description: String { string }
}
