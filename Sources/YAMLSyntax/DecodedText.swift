internal import SourceText

/// The decoded text of all scalars, one after the other.
struct DecodedText {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Where the first byte is added that this one adds.
  private let start: Int
  /// Where the next byte is added.
  private var end: Int
  /// Whether the memory is that of another stretch too.
  private let isStretch: Bool
  /// Whether there was no room for what was added to a stretch.
  private(set) var isOverfull = false

  init(capacity: Int) {
    self.init(.allocateText(capacity), from: 0, to: capacity, isStretch: false)
  }

  private init(
    _ memory: UnsafeMutablePointer<UInt8>, from start: Int, to capacity: Int, isStretch: Bool
  ) {
    self.memory = memory
    self.capacity = capacity
    self.start = start
    self.isStretch = isStretch
    end = start
  }

  /// Two texts in one memory, so that nothing is copied where they are joined. To discard the first
  /// is to discard both.
  /// - Parameters:
  ///   - offset: The most bytes of the first.
  ///   - capacity: The most bytes of both.
  static func stretches(of capacity: Int, meetingAt offset: Int) -> (DecodedText, DecodedText) {
    let memory = UnsafeMutablePointer.allocateText(capacity)
    return (
      DecodedText(memory, from: 0, to: offset, isStretch: true),
      DecodedText(memory, from: offset, to: capacity, isStretch: true)
    )
  }

  /// The two stretches of a memory as one text; between them is a gap.
  init(joining first: DecodedText, _ second: DecodedText) {
    precondition(first.memory == second.memory && first.end <= second.start)
    self.init(first.memory, from: 0, to: second.capacity, isStretch: false)
    end = second.end
  }

  /// Adds the text of a scalar and returns where it starts.
  mutating func append(_ text: UnsafePointer<UInt8>?, count added: Int) -> Int {
    if end + added > capacity {
      if isStretch {
        isOverfull = true
        return start
      }
      grow(to: max(capacity * 2, end + added))
    }
    if let text, added > 0 { (memory + end).initialize(from: text, count: added) }
    end += added
    return end - added
  }

  /// A byte that was added before.
  subscript(offset: Int) -> UInt8 {
    get { memory[offset] }
    nonmutating set { memory[offset] = newValue }
  }

  /// The last bytes that were added.
  /// - Parameter count: How many; no more than the last scalar has.
  func last(_ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: memory + end - count, count: count)
  }

  /// Hands the text over; nothing can be added afterwards.
  func finished() -> TextStorage { TextStorage(adopting: memory, count: end) }

  /// Frees the text where it is not wanted.
  func discard() { memory.deallocate() }

  private mutating func grow(to size: Int) {
    let larger = UnsafeMutablePointer.allocateText(size)
    larger.initialize(from: memory, count: end)
    memory.deallocate()
    memory = larger
    capacity = size
  }
}
