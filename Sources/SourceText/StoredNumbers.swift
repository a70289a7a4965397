/// Numbers that were worked out while the program was built, and are read where they stand in it.
///
/// A literal holds text, so that a number of up to 28 bits is stored as four characters of ASCII with
/// seven bits each, the lowest first.
@frozen
public struct StoredNumbers: Sendable {
  @usableFromInline let text: TextSlice

  /// - Parameter text: What ``text(of:)`` made of the numbers.
  public init(_ text: TextSlice) {
    self.text = text
  }

  @inlinable
  public var count: Int { text.count / 4 }

  @inlinable
  public var isEmpty: Bool { text.isEmpty }

  @inlinable
  public subscript(index: Int) -> Int {
    @inline(__always) get { text.withBytes { Self.number(index, of: $0) } }
  }

  /// The text that is to be kept in the program.
  public static func text(of numbers: StoredNumbers) -> String { numbers.text.string }

  /// The numbers between two positions.
  public subscript(range: Range<Int>) -> StoredNumbers {
    StoredNumbers(text[4 * range.lowerBound..<4 * range.upperBound])
  }

  /// A number among some that are stored in bytes.
  @inlinable
  @inline(__always)
  public static func number(_ index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    number(of: characters(index, of: bytes))
  }

  /// The number that is stored as four characters, the first one lowest.
  @inlinable
  @inline(__always)
  public static func number(of characters: UInt32) -> Int {
    Int(
      characters & 0x7F | characters &>> 1 & 0x7F &<< 7 | characters &>> 2 & 0x7F &<< 14
        | characters &>> 3 & 0x7F &<< 21)
  }

  /// The characters that a number among some is stored as: the same for the same number.
  @inlinable
  @inline(__always)
  public static func characters(_ index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: 4 &* index, as: UInt32.self))
  }

  /// The characters that a number of up to 28 bits is stored as, the first one lowest.
  @inlinable
  @inline(__always)
  public static func characters(of number: UInt32) -> UInt32 {
    number & 0x7F | (number & 0x3F80) &<< 1 | (number & 0x1F_C000) &<< 2
      | (number & 0xFE0_0000) &<< 3
  }

  /// Gives access to the bytes in which the numbers are stored, for a loop over many of them.
  @inlinable
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result
  {
    try text.withBytes(body)
  }

  /// The text that is to be kept in the program.
  public static func text(of numbers: some Sequence<Int>) -> String {
    var characters: [UInt8] = []
    for number in numbers {
      precondition(
        number >= 0 && number < 1 << 28, "the number is too large to be kept in the program")
      withUnsafeBytes(of: Self.characters(of: UInt32(number)).littleEndian) { characters += $0 }
    }
    return String(decoding: characters, as: UTF8.self)
  }
}
