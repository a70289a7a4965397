internal import SourceText

/// The bytes of a file in which mistakes are covered by harmless bytes of the same length, so that
/// the parser goes on behind them and every offset stays exact.
struct MaskedSource {
  /// How a mistake is covered.
  enum Mask {
    /// The stretch becomes plain text: marks that mean something to YAML are covered.
    case text(Range<Int>)
    /// The stretch becomes letters that are put back afterwards.
    case hidden(Range<Int>)
    /// The byte becomes a space, and is put before the value that follows it again afterwards.
    case space(Int)
    /// The blank becomes a dash. Where a key begins in place of it, the dash stands over the first
    /// two letters of the key, which are put back afterwards.
    case dash(Int)
    /// The byte becomes another that is not put back.
    case byte(Int, UInt8)
    /// The stretch, up to the end of a line, becomes a comment.
    case comment(Range<Int>)
    /// The lines are moved to the left by a number of columns.
    case shift(Range<Int>, by: Int)
  }

  private var bytes: [UInt8]
  private let original: TextStorage
  /// What the tree does not hold.
  private(set) var leftOut: [TextRange] = []
  /// Whether dashes were put that the author forgot.
  private(set) var hasAssumedDashes = false
  /// The bytes that became spaces and belong to the value after them.
  private(set) var spaces: [Int] = []
  /// The stretches that became text.
  private(set) var texts: [Range<Int>] = []

  init(_ file: SourceFile) {
    original = file.text
    bytes = Array(file.text.bytes)
  }

  /// Gives access to the bytes with the masks, for the length of the call.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer(body)
  }

  /// Covers a mistake.
  /// - Returns: Whether a byte has changed.
  mutating func apply(_ mask: Mask) -> Bool {
    switch mask {
    case .text(let range):
      texts.append(range)
      return cover(range)
    case .hidden(let range):
      hide(range)
      return true
    case .space(let offset):
      spaces.append(offset)
      var end = offset
      repeat {
        bytes[end] = .space
        end += 1
      } while end < bytes.count && bytes[end] & 0xC0 == 0x80
      return true
    case .dash(let offset):
      hasAssumedDashes = true
      if bytes[offset] != .space {
        spaces.append(offset)
        bytes[offset + 1] = .space
      }
      bytes[offset] = .hyphen
      return true
    case .byte(let offset, let byte):
      defer { bytes[offset] = byte }
      return bytes[offset] != byte
    case .comment(let range):
      leftOut.append(TextRange(range.lowerBound, range.upperBound))
      return comment(range)
    case .shift(let lines, let columns):
      return shift(lines, by: columns)
    }
  }

  /// Covers bytes that cannot be read, whatever they stand in.
  mutating func hide(_ range: Range<Int>) {
    texts.append(range)
    for offset in range { bytes[offset] = UInt8(ascii: "x") }
  }

  /// Whether an offset is in a stretch that is covered already.
  func covers(_ offset: Int) -> Bool {
    texts.contains { $0.contains(offset) }
      || leftOut.contains { $0.contains(TextOffset(offset)) }
  }

  private mutating func cover(_ range: Range<Int>) -> Bool {
    var hasChanged = false
    for offset in range where bytes[offset].isYAMLMark {
      bytes[offset] = bytes[offset] == .tab ? .space : UInt8(ascii: "x")
      hasChanged = true
    }
    return hasChanged
  }

  private mutating func comment(_ range: Range<Int>) -> Bool {
    var hasChanged = false
    var startsLine = true
    for offset in range {
      let byte = bytes[offset]
      if byte == .lineFeed || byte == .carriageReturn {
        startsLine = true
      } else if startsLine, byte != .space {
        hasChanged = hasChanged || byte != .hash
        bytes[offset] = .hash
        // Nothing may be left of a character of several bytes.
        startsLine = offset + 1 < range.upperBound && bytes[offset + 1] & 0xC0 == 0x80
      }
    }
    return hasChanged
  }

  /// Moves lines to the left: what is taken from the indentation of a line goes to the end of the
  /// line before it, so that the text of each line stays where it is.
  ///
  /// The lines of a block scalar stay: they are deep enough, and what is put at their ends would be
  /// text.
  private mutating func shift(_ lines: Range<Int>, by columns: Int) -> Bool {
    var offset = lines.lowerBound
    var hasChanged = false
    /// The indentation of the line that has the header of a block scalar.
    var header: Int?
    while offset < lines.upperBound {
      let end = bytes[offset...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? bytes.count
      let indentation = bytes[offset..<end].prefix { $0 == .space }.count
      let isBlank = bytes[offset..<end].allSatisfy { $0 == .space || $0 < 0x20 }
      if let column = header, isBlank || indentation > column {
        offset = end
        continue
      }
      header = beginsBlockScalar(offset..<end) ? indentation : nil
      let canMove =
        offset + columns <= end && bytes[offset..<offset + columns].allSatisfy { $0 == .space }
      if canMove, let width = lineBreakWidth(before: offset) {
        let lineBreak = Array(bytes[offset - width..<offset])
        let blanks = [UInt8](repeating: .space, count: columns)
        bytes.replaceSubrange(offset - width..<offset + columns, with: blanks + lineBreak)
        hasChanged = true
      }
      offset = end
    }
    return hasChanged
  }

  /// Whether a line ends with the header of a block scalar.
  private func beginsBlockScalar(_ line: Range<Int>) -> Bool {
    let words = bytes[line].split { $0 <= .space }.prefix { $0.first != .hash }
    return words.last.map { word in
      [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(word.first)
        && word.dropFirst().allSatisfy { "+-123456789".utf8.contains($0) }
    } ?? false
  }

  private func lineBreakWidth(before offset: Int) -> Int? {
    guard offset > 0, bytes[offset - 1] == .lineFeed else { return nil }
    return offset > 1 && bytes[offset - 2] == .carriageReturn ? 2 : 1
  }
}

// MARK: What the author wrote

extension MaskedSource {
  /// Puts what the author typed in place of the masks into the decoded text of a parse.
  func restore(_ nodes: inout ContiguousArray<YAMLNode>, _ decoded: inout DecodedText) {
    for range in texts { restoreText(range, nodes, &decoded) }
    for offset in spaces { restoreSpace(offset, &nodes, &decoded) }
  }

  private func restoreText(
    _ range: Range<Int>, _ nodes: ContiguousArray<YAMLNode>, _ decoded: inout DecodedText
  ) {
    var index = nodes.firstIndex(after: range.lowerBound)
    if index > 0 { index -= 1 }
    while index < nodes.count, nodes[index].start.utf8 < range.upperBound {
      let node = nodes[index]
      if node.kind == .scalar {
        withBytes { bytes in
          for run in ScalarWalk(node.origin, count: Int(node.textCount), in: bytes)
          where run.isVerbatim {
            let source = run.source.clamped(to: range)
            let start = Int(node.textStart) + run.decoded.lowerBound
            for offset in source where bytes[offset] != original.bytes[offset] {
              decoded[start + offset - run.source.lowerBound] = original.bytes[offset]
            }
          }
        }
      }
      index += 1
    }
  }

  private func restoreSpace(
    _ offset: Int, _ nodes: inout ContiguousArray<YAMLNode>, _ decoded: inout DecodedText
  ) {
    let first = bytes[(offset + 1)...].firstIndex { $0 != .space } ?? bytes.count
    var index = nodes.firstIndex(after: offset - 1)
    while index < nodes.count, nodes[index].start.utf8 <= first {
      let node = nodes[index]
      nodes[index].start = TextOffset(offset)
      if node.kind == .scalar, node.style == .plain {
        let end = max(node.end.utf8, first)
        let text = UnsafeBufferPointer(rebasing: original.bytes[offset..<end])
        nodes[index] = YAMLNode(
          kind: .scalar, isFlow: node.isFlow, indentation: Int(node.indentation),
          next: Int(node.next), range: TextRange(offset, end),
          textStart: decoded.append(text.baseAddress, count: text.count), textCount: text.count)
        return
      }
      index += 1
    }
  }
}

extension ContiguousArray<YAMLNode> {
  /// The first node that starts after an offset; nodes are in the order of their starts.
  func firstIndex(after offset: Int) -> Int { partitioningIndex { $0.start.utf8 > offset } }
}

extension UInt8 {
  /// Whether the byte can mean something to YAML in or around plain text.
  var isYAMLMark: Bool {
    switch self {
    // From ! to - without $, ( and ): the marks ! " # % & ' * + , - and the tab.
    case 0x09, 0x21...0x23, 0x25...0x27, 0x2A...0x2D: true
    // : > ? @ [ \ ] ` { | }
    case 0x3A, 0x3E...0x40, 0x5B...0x5D, 0x60, 0x7B...0x7D: true
    default: false
    }
  }
}
