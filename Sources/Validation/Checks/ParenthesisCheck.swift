internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds round brackets without their other half.
struct ParenthesisCheck: TextCheck {
  private static let opening = UInt8(ascii: "(")
  private static let closing = UInt8(ascii: ")")

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.role != .quote, passage.role != .table, passage.role != .masthead,
      !Self.isBalanced(passage.text.text), !prose.elements.contains(where: \.isUnclosedReference)
    else { return }
    var zones = ZoneMap(prose)
    for (offset, message) in Self.halves(passage.text.text, prose.opaque)
    where !zones.isQuoted(at: offset) {
      findings.append(
        Finding(
          "parenthesis-unbalanced", at: context.place(passage.text, offset..<offset + 1), message))
    }
  }

  /// Whether every bracket has its other half: so it is in nearly every text.
  private static func isBalanced(_ text: TextSlice) -> Bool {
    guard text.firstOffset(of: opening) != nil || text.firstOffset(of: closing) != nil else {
      return true
    }
    var depth = 0
    return text.withBytes { bytes in
      for byte in bytes {
        if byte == opening { depth += 1 } else if byte == closing { depth -= 1 }
        if depth < 0 { return false }
      }
      return depth == 0
    }
  }

  /// The brackets that lack their other half, each with what is said of it.
  private static func halves(_ text: TextSlice, _ opaque: Stretches) -> [(Int, String)] {
    var open: [Int] = []
    var unopened: [Int] = []
    for offset in 0..<text.count where !opaque.overlap(offset..<offset + 1) {
      switch text[offset] {
      case opening: open.append(offset)
      case closing where open.popLast() == nil && !isLabel(before: offset, in: text):
        unopened.append(offset)
      default: break
      }
    }
    let halves =
      open.map { ($0, "`(` is not closed; its other half is missing") }
      + unopened.map { ($0, "`)` closes nothing; its opening half is missing") }
    return halves.sorted { $0.0 < $1.0 }
  }

  /// Whether a label such as "a" or "iv" stands before a bracket: that has no other half.
  private static func isLabel(before offset: Int, in text: TextSlice) -> Bool {
    var start = offset
    while start > 0, text.isLetterOrDigit(at: start - 1) { start -= 1 }
    return 1...4 ~= offset - start && (start == 0 || text.isBlank(at: start - 1))
  }
}

extension ProseElement {
  /// Whether a brace is not closed: a bracket may stand for its other half, as in "{guide)".
  fileprivate var isUnclosedReference: Bool {
    if case .unclosedReference = kind { return true }
    return false
  }
}

extension TextSlice {
  fileprivate func isLetterOrDigit(at offset: Int) -> Bool {
    isLetter(at: offset) || isDigit(at: offset)
  }
}
