public import SourceText

/// Trees that were parsed while the program was built, so that no run has to parse the file again.
///
/// A node is stored as 23 characters of six bits each, from "0" to "o": its shape in one, the
/// column in two, and each of its offsets in four.
extension YAMLTree {
  /// The tree of a file that was parsed when the program was built.
  /// - Parameters:
  ///   - nodes: What ``storedNodes`` was.
  ///   - text: What ``storedText`` was.
  public convenience init(
    of file: SourceFile, nodes stored: UnsafeBufferPointer<UInt8>, text: TextStorage
  ) {
    var nodes = ContiguousArray<YAMLNode>()
    nodes.reserveCapacity(stored.count / YAMLNode.storedCount)
    var offset = 0
    while offset < stored.count { nodes.append(YAMLNode(stored: stored, at: &offset)) }
    self.init(file: file, nodes: nodes, text: text)
  }

  /// The nodes, as they are to be kept in the program.
  public var storedNodes: String {
    var characters: [UInt8] = []
    for node in nodes { node.store(in: &characters) }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The decoded text of all scalars, as it is to be kept in the program.
  public var storedText: String { text.all.string }
}

extension YAMLNode {
  /// The number of characters of a stored node.
  fileprivate static let storedCount = 23
  private static let zero = UInt8(ascii: "0")

  fileprivate init(stored buffer: UnsafeBufferPointer<UInt8>, at offset: inout Int) {
    func take(_ count: Int) -> Int {
      var value = 0
      for index in offset..<offset + count {
        value = value << 6 | Int(buffer[index] &- Self.zero)
      }
      offset += count
      return value
    }
    self.init(
      shape: UInt8(take(1)), indentation: take(2) - 1, next: take(4),
      range: TextRange(take(4), take(4)), textStart: take(4), textCount: take(4))
  }

  fileprivate func store(in characters: inout [UInt8]) {
    func put(_ value: Int, _ count: Int) {
      precondition(value < 1 << (6 * count), "the file is too long to be kept in the program")
      for place in (0..<count).reversed() {
        characters.append(Self.zero + UInt8(value >> (6 * place) & 63))
      }
    }
    put(Int(shape), 1)
    put(Int(indentation) + 1, 2)
    for value in [next, UInt32(start.utf8), UInt32(end.utf8), textStart, textCount] {
      put(Int(value), 4)
    }
  }
}
