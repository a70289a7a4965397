internal import Diagnostics
internal import SourceText

/// The mistakes of a file from which other findings may follow, so that of each only the mistake
/// itself is told.
struct Causes {
  /// The lines of mistakes of syntax, in order.
  private let lines: [TextRange]
  /// Where mistakes of syntax begin.
  private let starts: Set<TextOffset>
  /// The words in which a character is not seen, in order.
  private let words: [TextRange]

  /// - Parameter findings: What reading the file found.
  init(_ findings: [Finding], in file: SourceFile) {
    let mistakes = findings.filter { $0.rule == "yaml-syntax" }.map(\.place.range.start)
    starts = Set(mistakes)
    lines = mistakes.map { TextRange(file.startOfLine(at: $0), file.endOfLine(at: $0) + 1) }.sorted
    words =
      findings.filter { $0.rule == "character-invisible" }
      .map { file.word(around: $0.place.range) }.sorted
  }

  /// Whether a finding on a value may follow from a mistake of syntax at its start.
  func explainValue(_ finding: Finding) -> Bool {
    finding.rule == "value-malformed" && starts.contains(finding.place.range.start)
  }

  /// Whether a finding may follow from a mistake on its line.
  func explainLine(_ finding: Finding) -> Bool {
    let start = finding.place.range.start
    return lines.meet(TextRange(start, start + 1))
  }

  /// Whether a finding on words may follow from a character in one of them.
  func explainWord(_ finding: Finding) -> Bool { words.meet(finding.place.range) }
}

extension [TextRange] {
  fileprivate var sorted: [TextRange] { sorted { $0.start < $1.start } }

  /// Whether one of the ranges, which are in the order of their starts and of their ends, has a byte
  /// of another.
  fileprivate func meet(_ range: TextRange) -> Bool {
    let index = partitioningIndex { $0.end > range.start }
    return index < count && self[index].start < range.end
  }
}

extension SourceFile {
  /// A stretch with what stands on either side of it without a blank between.
  fileprivate func word(around range: TextRange) -> TextRange {
    let bytes = text.bytes
    var (start, end) = (range.start.utf8, range.end.utf8)
    let (first, last) = (max(start - Self.longestWord, 0), min(end + Self.longestWord, bytes.count))
    while start > first, bytes[start - 1] > 0x20 { start -= 1 }
    while end < last, bytes[end] > 0x20 { end += 1 }
    return TextRange(start, end)
  }

  /// The most bytes of a word on either side of a place in it.
  private static var longestWord: Int { 100 }
}
