internal import Diagnostics
internal import RuleLibrary
internal import SourceText

/// Which findings stand in spans that allow their rule, and which spans are of any use.
///
/// The spans are those of keys and items: two of them stand apart, or one in the other.
struct Coverage {
  /// For each finding whether a span allows it.
  private(set) var isCovered: [Bool]
  /// For each span whether a finding stands in it.
  private(set) var isUsed: [Bool]

  /// - Parameter spans: What allows a rule, and where; nowhere where that is nil.
  init(of findings: [Finding], by spans: [(rule: RuleID, range: TextRange?)]) {
    isCovered = Array(repeating: false, count: findings.count)
    isUsed = Array(repeating: false, count: spans.count)
    var spansOfRule: [RuleID: [(range: TextRange, index: Int)]] = [:]
    for (index, span) in spans.enumerated() {
      if let range = span.range { spansOfRule[span.rule, default: []].append((range, index)) }
    }
    var findingsOfRule: [RuleID: [(range: TextRange, index: Int)]] = [:]
    for (index, finding) in findings.enumerated() where spansOfRule[finding.rule] != nil {
      findingsOfRule[finding.rule, default: []].append((finding.place.range, index))
    }
    for (rule, findings) in findingsOfRule {
      cover(findings, by: spansOfRule[rule] ?? [])
    }
  }

  private mutating func cover(
    _ findings: [(range: TextRange, index: Int)], by spans: [(range: TextRange, index: Int)]
  ) {
    var rest = spans.sorted {
      ($0.range.start, $1.range.end, $0.index) < ($1.range.start, $0.range.end, $1.index)
    }[...]
    // The spans around the place that has been reached, from the outermost.
    var open: [(range: TextRange, index: Int)] = []
    for finding in findings.sorted(by: { $0.range.start < $1.range.start }) {
      while let span = rest.first, span.range.start <= finding.range.start {
        rest.removeFirst()
        while let last = open.last, last.range.end < span.range.start { open.removeLast() }
        open.append(span)
      }
      while let last = open.last, last.range.end < finding.range.start { open.removeLast() }
      var place = open.partitioningIndex { $0.range.end < finding.range.end }
      isCovered[finding.index] = place > 0
      // Where one has been used, so have those around it.
      while place > 0, !isUsed[open[place - 1].index] {
        place -= 1
        isUsed[open[place].index] = true
      }
    }
  }
}
