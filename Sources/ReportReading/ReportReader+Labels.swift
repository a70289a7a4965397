internal import Diagnostics
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// Texts that were typed where only a label may stand.
extension ReportReader {
  /// The end of a label: neither the line end that a block scalar may keep is a part of it, nor a
  /// no-break space, which is reported by itself.
  static func endOfLabel(in text: TextSlice) -> Int {
    guard !text.isEmpty, case let last = text[text.count - 1], last == 0x0A || last >= 0x80 else {
      return text.count
    }
    let spaces = text.string.unicodeScalars.reversed().prefix(while: \.properties.isWhitespace)
    return text.count - spaces.reduce(0) { $0 + UTF8.width($1) }
  }

  /// Reports words in place of a label, which a new label would replace.
  mutating func reportWordsForLabel(_ made: YAMLEntry, _ kind: BlockKind, of item: YAMLCursor) {
    var message = "a text stands where the \(kind.isSection ? "label" : "number") belongs"
    var fixes: [Fix] = []
    if let key = kind.keyOfText {
      if item.entries.contains(where: { FormatKey($0.key.text) == key }) {
        message += ", and there is a `\(key.rawValue)` already"
      } else {
        message += "; put it under `\(key.rawValue): >-`"
        fixes = self.fixes(moving: made, to: key)
      }
    }
    report("number-malformed", at: made.value.range, message, fixes: fixes)
  }

  private func fixes(moving made: YAMLEntry, to key: FormatKey) -> [Fix] {
    let value = made.value.range
    let text = TextRange(value.start + numberCount(report.file.slice(value)), value.end)
    guard made.value.node.style == .plain,
      let edit = foldedBlock(
        moving: text, from: made.key.range, to: key.rawValue, in: report.file)
    else { return [] }
    return [
      Fix(
        "Put the text under `\(key.rawValue): >-`", safety: .needsReview,
        edits: [FileEdit(id, edit)])
    ]
  }

  /// The bytes of the number that a text begins with, and of the spaces after it.
  private func numberCount(_ text: TextSlice) -> Int {
    let words = text.string.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    for count in [2, 1] where words.count > count {
      let number = words.prefix(count).joined(separator: " ")
      if Label(number) != nil { return number.utf8.count + 1 }
    }
    return 0
  }
}

extension BlockKind {
  fileprivate var isSection: Bool { self == .section || self == .annex }

  /// The key of the words of a block that has a label.
  fileprivate var keyOfText: FormatKey? {
    switch self {
    case .paragraph, .recommendation: .text
    case .section, .annex: .title
    default: nil
    }
  }
}
