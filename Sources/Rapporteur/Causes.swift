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
  /// The lines on which a comment cuts a text short, in order.
  private let cuts: [TextRange]

  /// - Parameter findings: What reading the file found.
  init(_ findings: [Finding], in file: SourceFile) {
    func lines(of mistakes: [TextOffset]) -> [TextRange] {
      mistakes.map { TextRange(file.startOfLine(at: $0), file.endOfLine(at: $0) + 1) }.sorted
    }
    func starts(of rule: RuleID) -> [TextOffset] {
      findings.filter { $0.rule == rule }.map(\.place.range.start)
    }
    let mistakes = starts(of: "yaml-syntax")
    self.starts = Set(mistakes)
    self.lines = lines(of: mistakes)
    cuts = lines(of: starts(of: "text-cut-short"))
    words =
      findings.filter { $0.rule == "character-invisible" }
      .map { file.word(around: $0.place.range) }.sorted
  }

  /// Whether a finding on a value may follow from a mistake of syntax at its start.
  func explainValue(_ finding: Finding) -> Bool {
    finding.rule == "value-malformed" && starts.contains(finding.place.range.start)
  }

  /// Whether a finding may follow from a mistake on its line, or from a text's having lost its end.
  func explainLine(_ finding: Finding) -> Bool {
    let start = finding.place.range.start
    return lines.meet(TextRange(start, start + 1))
      || cuts.meet(finding.place.range) && Self.rulesOfWholeTexts.contains(finding.rule)
  }

  /// The rules that judge a text by all of it.
  private static var rulesOfWholeTexts: Set<RuleID> {
    [
      "title-mismatch", "section-unexpected", "quote-unbalanced", "bracket-unbalanced",
      "parenthesis-unbalanced",
    ]
  }

  /// Whether a finding on words may follow from a character in one of them.
  func explainWord(_ finding: Finding) -> Bool { words.meet(finding.place.range) }
}

extension [Diagnostic] {
  /// Without straight apostrophes in words that are to be written otherwise anyway: of "the 1990's"
  /// and "don't" one thing is said.
  var withoutEchoes: [Diagnostic] {
    guard contains(where: \.isOnStraightMark) else { return self }
    // The rules that write a word with another apostrophe, or without any.
    let rules: Set<RuleID> = ["apostrophe-misplaced", "contraction-typed", "term-preferred"]
    let words = filter { rules.contains($0.finding.rule) }.map(\.finding.place.range).sorted
    return filter { !$0.isOnStraightMark || !words.meet($0.finding.place.range) }
  }
}

extension Diagnostic {
  fileprivate var isOnStraightMark: Bool { finding.rule == "quote-straight" }
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
