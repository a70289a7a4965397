public import SourceText

/// Trees that were parsed while the program was built, so that no run has to parse the file again.
///
/// A node is stored as six numbers: its shape with the column, and its offsets.
extension YAMLTree {
  /// The tree of a file that was parsed when the program was built.
  /// - Parameters:
  ///   - nodes: What ``storedNodes`` was.
  ///   - text: What ``storedText`` was.
  public convenience init(of file: SourceFile, nodes stored: StoredNumbers, text: TextStorage) {
    let count = stored.count / YAMLNode.storedCount
    let nodes = ContiguousArray<YAMLNode>(unsafeUninitializedCapacity: count) { nodes, filled in
      stored.withBytes { bytes in
        for index in 0..<count {
          nodes.initializeElement(
            at: index, to: YAMLNode(stored: bytes, from: index &* YAMLNode.storedCount))
        }
      }
      filled = count
    }
    self.init(file: file, nodes: nodes, text: text)
  }

  /// The nodes, as they are to be kept in the program.
  public var storedNodes: String { StoredNumbers.text(of: nodes.lazy.flatMap(\.storedNumbers)) }

  /// The decoded text of all scalars, as it is to be kept in the program.
  public var storedText: String { text.all.string }
}

extension YAMLNode {
  /// How many numbers a node is stored as.
  fileprivate static let storedCount = 6

  @inline(__always)
  fileprivate init(stored bytes: UnsafeBufferPointer<UInt8>, from first: Int) {
    func number(_ index: Int) -> Int { StoredNumbers.number(first &+ index, of: bytes) }
    let shape = number(0)
    self.init(
      shape: UInt8(truncatingIfNeeded: shape & 63), indentation: shape &>> 6 &- 1,
      next: number(1), range: TextRange(number(2), number(3)), textStart: number(4),
      textCount: number(5))
  }

  fileprivate var storedNumbers: [Int] {
    [
      Int(shape) | (Int(indentation) + 1) << 6, Int(next), start.utf8, end.utf8, Int(textStart),
      Int(textCount),
    ]
  }
}
