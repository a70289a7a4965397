public import SourceText

/// Replacement text has to be typed in the style of the scalar that it goes into.
extension ScalarMap {
  /// The edit after which the scalar decodes to other text in place of some bytes.
  /// - Parameters:
  ///   - decoded: UTF-8 offsets in the decoded text.
  ///   - replacement: The text that the scalar shall have there.
  /// - Returns: Nil where that text cannot be said there in the style of the scalar.
  public func edit(replacing decoded: Range<Int>, with replacement: String) -> TextEdit? {
    guard isFaithful, let typed = typed(replacement), isDivisible(at: decoded.lowerBound),
      isDivisible(at: decoded.upperBound)
    else { return nil }
    let source = source(of: decoded)
    guard keepsLines(outside: source), let gap = ScalarGap(source, in: self),
      gap.admits(typed)
    else { return nil }
    return TextEdit(source, typed)
  }

  /// Some text as it must be typed in the style of the scalar, wherever in the scalar that may be.
  /// - Parameter replacement: Decoded text.
  /// - Returns: Nil where it cannot be said in this style, or not at every place.
  public func encoded(_ replacement: String) -> String? {
    guard let typed = typed(replacement),
      ScalarGap(anywhereIn: text.origin).admits(typed)
    else { return nil }
    return typed
  }

  private func typed(_ text: String) -> String? {
    if self.text.origin.style == .doubleQuoted {
      return text.unicodeScalars.reduce(into: "") { $0 += $1.typedInDoubleQuotes }
    }
    guard text.unicodeScalars.allSatisfy(\.standsForItself) else { return nil }
    guard self.text.origin.style == .singleQuoted else { return text }
    return text.unicodeScalars.reduce(into: "") { $0 += $1 == "'" ? "''" : String($1) }
  }

  /// Whether the lines of a block scalar that an edit leaves are read as before.
  private func keepsLines(outside edit: TextRange) -> Bool {
    let style = text.origin.style
    guard style == .literal || style == .folded else { return true }
    let source = YAMLBytes(file.text.bytes)
    guard edit.end <= text.range.end, edit.start.utf8 > source.lineEnd(from: text.range.start.utf8)
    else { return false }
    let isOnOneLine = (edit.start.utf8..<edit.end.utf8).allSatisfy { !source.isLineEnd(at: $0) }
    return isOnOneLine || style == .literal || !hasMoreIndentedLines
  }
}

/// A gap in the source of a scalar that text is to be typed into, and what stands around it.
struct ScalarGap {
  private let style: ScalarStyle
  private let isInFlow: Bool
  /// Whether the gap is at the very start of the scalar.
  private let isFirst: Bool
  /// Whether nothing but blanks comes before the gap on its line, or after it.
  private let startsLine: Bool
  private let endsLine: Bool
  /// The bytes around the gap; a space at the ends of a line.
  private let before: UInt8
  private let after: UInt8

  /// - Returns: Nil where an edit would lay out anew what is around it: on a blank line, or at the
  ///   blank that makes a line more indented.
  init?(_ range: TextRange, in map: ScalarMap) {
    let source = YAMLBytes(map.file.text.bytes)
    let origin = map.text.origin
    style = origin.style
    isInFlow = origin.isInFlow
    isFirst = range.start == origin.range.start
    let isLast = range.end == origin.range.end
    startsLine = isFirst || source.startsLine(range.start.utf8)
    endsLine = isLast || source.endsLine(range.end.utf8)
    before = startsLine ? .space : source[range.start.utf8 - 1]
    after = endsLine ? .space : source[range.end.utf8]
    let isBlock = style == .literal || style == .folded
    if isBlock, startsLine, source.isBlank(at: range.start.utf8) { return nil }
    if startsLine, !isFirst, source.endsLine(range.start.utf8) { return nil }
    if endsLine, !isLast, source.startsLine(range.end.utf8) { return nil }
  }

  /// A gap with the most unfavourable surroundings.
  init(anywhereIn origin: ScalarOrigin) {
    style = origin.style
    isInFlow = origin.isInFlow
    isFirst = true
    startsLine = true
    endsLine = true
    before = .space
    after = .space
  }

  /// Whether text may be typed into the gap and then stands for itself.
  func admits(_ typed: String) -> Bool {
    let bytes = Array(typed.utf8)
    guard admitsAtLineEnds(bytes) else { return false }
    return style != .plain || admitsInPlainText(bytes)
  }

  private func admitsAtLineEnds(_ typed: [UInt8]) -> Bool {
    guard let first = typed.first, let last = typed.last else {
      let leavesBlankAtEnd = isBlank(before) && endsLine
      return !(startsLine && (endsLine || isBlank(after))) && !leavesBlankAtEnd
    }
    if startsLine, isBlank(first) || isDocumentMark(typed) { return false }
    return !(endsLine && isBlank(last))
  }

  private func isDocumentMark(_ typed: [UInt8]) -> Bool {
    typed.starts(with: "---".utf8) || typed.starts(with: "...".utf8)
  }

  private func admitsInPlainText(_ typed: [UInt8]) -> Bool {
    let text = [before] + typed + [after]
    for index in 1..<text.count {
      let byte = text[index]
      if byte == .hash, isBlank(text[index - 1]) { return false }
      if text[index - 1] == .colon {
        if isBlank(byte) { return false }
        if isInFlow, byte == UInt8(ascii: "?") { return false }
      }
    }
    if isInFlow, typed.contains(where: { ",[]{}".utf8.contains($0) }) { return false }
    return !isFirst || admitsAtStart(Array(text.dropFirst()))
  }

  private func admitsAtStart(_ text: [UInt8]) -> Bool {
    switch text[0] {
    case .hyphen: text.count > 1 && !isBlank(text[1])
    case .colon, UInt8(ascii: "?"): !isInFlow && text.count > 1 && !isBlank(text[1])
    default: !",[]{}#&*!|>'\"%@`".utf8.contains(text[0])
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }
}

extension Unicode.Scalar {
  /// Whether YAML lets the character stand for itself within a line.
  var standsForItself: Bool {
    switch value {
    case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x1_0000...0x10_FFFF:
      true
    default: false
    }
  }

  var typedInDoubleQuotes: String {
    switch self {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case _ where standsForItself: String(self)
    default: value <= 0xFF ? "\\x" + hexadecimal(2) : "\\u" + hexadecimal(4)
    }
  }

  private func hexadecimal(_ digits: Int) -> String {
    let number = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(digits - number.utf8.count, 0)) + number
  }
}
