internal import SourceText

/// The decoded text of all scalars, one after the other.
struct DecodedText {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init(capacity: Int) {
    memory = .allocateText(capacity)
    self.capacity = capacity
  }

  /// Adds the text of a scalar and returns where it starts.
  mutating func append(_ text: UnsafePointer<UInt8>?, count added: Int) -> Int {
    if count + added > capacity { grow(to: max(capacity * 2, count + added)) }
    if let text, added > 0 { (memory + count).initialize(from: text, count: added) }
    count += added
    return count - added
  }

  /// A byte that was added before.
  subscript(offset: Int) -> UInt8 {
    get { memory[offset] }
    nonmutating set { memory[offset] = newValue }
  }

  /// All that was added.
  var all: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  /// Hands the text over; nothing can be added afterwards.
  func finished() -> TextStorage { TextStorage(adopting: memory, count: count) }

  /// Frees the text where it is not wanted.
  func discard() { memory.deallocate() }

  private mutating func grow(to size: Int) {
    let larger = UnsafeMutablePointer.allocateText(size)
    larger.initialize(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity = size
  }
}
