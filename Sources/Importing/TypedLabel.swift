internal import ReportModel
internal import SourceText

/// The label that a paragraph or heading begins with, as it is typed.
struct TypedLabel {
  /// Without the full stop after it: `12 bis`, `II`, `(a)`.
  let text: String
  /// Whether a backslash keeps the number from making a list.
  let isEscaped: Bool
  /// What follows the label and the blanks after it.
  let rest: TextSlice

  /// The number of a paragraph: `12. `, `12 bis. `, `12\. `, `104.1. `.
  static func number(_ text: TextSlice, needsFullStop: Bool = true) -> TypedLabel? {
    var end = 0
    var stops = 0
    while end < min(text.count, 20) {
      if text[end] == .fullStop, stops == 0, end + 1 < text.count, text[end + 1].isDigit {
        stops += 1
      } else if !text[end].isDigit {
        break
      }
      end += 1
    }
    guard end > 0 else { return nil }
    end = text.endOfSuffix(from: end)
    let label = text[0..<end].string
    guard Label(label) != nil else { return nil }
    let isEscaped = end < text.count && text[end] == .backslash
    let mark = isEscaped ? end + 1 : end
    let isStopped = mark < text.count && text[mark] == .fullStop
    guard isStopped || (!needsFullStop && stops > 0 && !isEscaped) else { return nil }
    let after = isStopped ? mark + 1 : mark
    guard after == text.count || text[after].isBlank else { return nil }
    return TypedLabel(
      text: label, isEscaped: isEscaped, rest: text[after..<text.count].trimmed)
  }

  /// The label of a section: `II. `, `A. `, `1. `, `(a) `.
  static func section(_ text: TextSlice) -> TypedLabel? {
    var end = 0
    while end < min(text.count, 12), !text[end].isBlank { end += 1 }
    if end < text.count, let stop = text.endOfSuffixAndStop(from: end) { end = stop }
    guard end > 0, end == text.count || text[end].isBlank else { return nil }
    let token = text[0..<end]
    let rest = text[end..<text.count].trimmed
    if token[0] == .openingParenthesis {
      guard token.isEnclosedLabel else { return nil }
      return TypedLabel(text: token.string, isEscaped: false, rest: rest)
    }
    guard token[token.count - 1] == .fullStop else { return nil }
    let isEscaped = token.count > 2 && token[token.count - 2] == .backslash
    let core = token[0..<token.count - (isEscaped ? 2 : 1)]
    guard core.isLabel else { return nil }
    return TypedLabel(text: core.string, isEscaped: isEscaped, rest: rest)
  }
}

extension TextSlice {
  /// The end of the Latin word that follows a number, as in `12 bis`; the place itself where there
  /// is none.
  fileprivate func endOfSuffix(from start: Int) -> Int {
    guard start < count, self[start] == .space else { return start }
    var end = start + 1
    while end < min(count, start + 20), self[end].isSmallLetter { end += 1 }
    return LatinSuffix(word: self[start + 1..<end].string) == nil ? start : end
  }

  /// The end of a Latin word with its full stop: ` bis.` after `II`.
  fileprivate func endOfSuffixAndStop(from start: Int) -> Int? {
    let end = endOfSuffix(from: start)
    guard end > start, end < count, self[end] == .fullStop else { return nil }
    return end + 1
  }

  /// Whether the text is a number of some style, without marks: `II`, `A`, `12`, with a suffix.
  fileprivate var isLabel: Bool {
    let core = split(at: .space).first ?? self
    let text = core.string
    return [NumberingStyle.upperRoman, NumberingStyle(.upperLetter), .decimal]
      .contains { $0.parse(text) != nil }
  }

  fileprivate var isEnclosedLabel: Bool {
    let text = string
    return [NumberingStyle(.lowerLetter, .parentheses), NumberingStyle(.lowerRoman, .parentheses)]
      .contains { $0.parse(text) != nil }
  }

  private func split(at byte: UInt8) -> [TextSlice] {
    withBytes { bytes in
      bytes.split(separator: byte).map { self[$0.startIndex..<$0.endIndex] }
    }
  }
}
