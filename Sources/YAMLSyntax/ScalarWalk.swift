internal import SourceText

/// A stretch of the decoded text of a scalar, with the source that it comes from.
struct ScalarRun {
  let decoded: Range<Int>
  let source: Range<Int>
  /// Whether the source has the same bytes. Where it has not, such as in an escape or a fold, the
  /// run cannot be divided.
  let isVerbatim: Bool
}

/// Reads the source of a scalar once more by the rules of its style, run by run, until as much text
/// has come out as libyaml decoded. So no place has to be stored, and none is searched for.
struct ScalarWalk: Sequence, IteratorProtocol {
  let source: YAMLBytes
  let style: ScalarStyle
  /// The number of bytes of decoded text.
  let count: Int

  var position: Int
  private(set) var produced = 0
  /// Whether the last run was a line break, so that more breaks may belong to the same fold.
  var isInFold = false
  /// Of a block scalar: how its lines are laid out.
  var block = BlockLayout()

  /// - Parameters:
  ///   - origin: Where the scalar stands.
  ///   - count: The number of bytes that it decodes to.
  ///   - bytes: The bytes of the file.
  init(_ origin: ScalarOrigin, count: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    source = YAMLBytes(bytes)
    style = origin.style
    self.count = count
    position = origin.range.start.utf8
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: position += 1
    case .literal, .folded: enterBlock(within: Int(origin.indentation))
    }
  }

  mutating func next() -> ScalarRun? {
    guard produced < count, position < source.count else { return nil }
    switch style {
    case .literal, .folded: return nextInBlock()
    default: return nextInFlow()
    }
  }

  /// The source up to here as a run of other bytes.
  mutating func replaced(from start: Int, by width: Int) -> ScalarRun {
    let run = ScalarRun(
      decoded: produced..<Swift.min(produced + width, count), source: start..<position,
      isVerbatim: false)
    produced = run.decoded.upperBound
    return run
  }

  /// The source up to here as a run of the same bytes, no longer than the decoded text.
  mutating func verbatim(from start: Int) -> ScalarRun {
    position = Swift.min(position, start + count - produced)
    let run = ScalarRun(
      decoded: produced..<produced + position - start, source: start..<position,
      isVerbatim: true)
    produced = run.decoded.upperBound
    return run
  }

  /// Passes a line break.
  /// - Returns: The number of bytes that it decodes to; nil where there is no line break.
  mutating func takeBreak() -> Int? {
    let width = source.breakWidth(at: position)
    guard width > 0 else { return nil }
    defer { position += width }
    return source.isKeptBreak(at: position) ? width : 1
  }
}

// MARK: Plain and quoted scalars

extension ScalarWalk {
  private mutating func nextInFlow() -> ScalarRun? {
    while true {
      let start = position
      if isInFold, let width = takeBreak() { return fold(from: start, by: width) }
      isInFold = false
      passText()
      if position > start { return verbatim(from: start) }
      switch source[position] {
      case .apostrophe:
        position += 2
        return replaced(from: start, by: 1)
      case .backslash where source.breakWidth(at: position + 1) > 0:
        guard let width = escapedBreak() else { continue }
        return fold(from: start, by: width)
      case .backslash:
        let width = escape()
        return replaced(from: start, by: width)
      default:
        return firstFold(from: start)
      }
    }
  }

  /// Passes the bytes that stand for themselves, blanks within a line included.
  private mutating func passText() {
    // What comes after the scalar may be a very long line.
    let end = Swift.min(position + count - produced, source.count)
    while position < end {
      let byte = source[position]
      if byte == .space || byte == .tab {
        let next = source.skippingBlanks(from: position)
        if source.isLineEnd(at: next) { return }
        position = next
      } else if isSpecial(byte) || source.breakWidth(at: position) > 0 {
        return
      } else {
        position += 1
      }
    }
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    switch style {
    case .singleQuoted: byte == .apostrophe
    case .doubleQuoted:
      byte == .backslash
        && (escapeWidths(source[position + 1]) != nil || source.breakWidth(at: position + 1) > 0)
    default: false
    }
  }

  /// The first line break of a fold: alone it is a space; where others follow, it is nothing.
  private mutating func firstFold(from start: Int) -> ScalarRun? {
    position = source.skippingBlanks(from: position)
    guard var width = takeBreak() else { return nil }
    position = source.skippingBlanks(from: position)
    if width == 1, let next = takeBreak() { width = next }
    return fold(from: start, by: width)
  }

  private mutating func fold(from start: Int, by width: Int) -> ScalarRun {
    position = source.skippingBlanks(from: position)
    isInFold = true
    return replaced(from: start, by: width)
  }

  /// Passes a line break that a backslash takes away, and the break after it, which it does not.
  private mutating func escapedBreak() -> Int? {
    position += 1
    _ = takeBreak()
    position = source.skippingBlanks(from: position)
    return takeBreak()
  }

  private mutating func escape() -> Int {
    let letter = source[position + 1]
    guard let widths = escapeWidths(letter) else { return 0 }
    let digits = position + 2..<position + widths.source
    position += widths.source
    return widths.decoded ?? utf8Width(ofHexadecimal: digits)
  }

  private func utf8Width(ofHexadecimal digits: Range<Int>) -> Int {
    let value = digits.reduce(0) { value, digit in
      let byte = Int(source[digit])
      return value << 4 | (byte <= 0x39 ? byte & 0xF : byte & 0xF + 9)
    }
    return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x1_0000 ? 3 : 4
  }
}

/// The bytes that an escape in double quotes takes, and those that it decodes to; nil for the latter
/// where its digits say it, and for both where there is no such escape.
private func escapeWidths(_ letter: UInt8) -> (source: Int, decoded: Int?)? {
  switch letter {
  case UInt8(ascii: "x"): (4, nil)
  case UInt8(ascii: "u"): (6, nil)
  case UInt8(ascii: "U"): (10, nil)
  case UInt8(ascii: "N"), UInt8(ascii: "_"): (2, 2)
  case UInt8(ascii: "L"), UInt8(ascii: "P"): (2, 3)
  case UInt8(ascii: "0"), UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "t"), .tab,
    UInt8(ascii: "n"), UInt8(ascii: "v"), UInt8(ascii: "f"), UInt8(ascii: "r"),
    UInt8(ascii: "e"), .space, .quote, UInt8(ascii: "/"), .backslash:
    (2, 1)
  default: nil
  }
}
