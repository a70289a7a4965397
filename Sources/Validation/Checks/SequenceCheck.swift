internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Checks that numbers follow one another: paragraphs, recommendations, sections, annexes.
struct SequenceCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    if let circulated = context.circulated {
      CirculatedSequences(context, circulated).check(&findings)
    } else {
      DecimalSequences(context).check(&findings)
    }
    SectionSequences(context).check(&findings)
  }
}

/// The sequences of paragraphs and recommendations.
private struct DecimalSequences {
  private let context: CheckContext

  /// Whether a suffix shows that numbers have been circulated, which may not change.
  private let hasCirculatedNumbers: Bool

  init(_ context: CheckContext) {
    self.context = context
    hasCirculatedNumbers =
      context.mode != .adoption
      && context.report.blocks.contains { $0.kind.sequence != nil && $0.number?.suffix != nil }
  }

  func check(_ findings: inout [Finding]) {
    checkStarts(&findings)
    var recommendations = sequence(of: .recommendation)
    var paragraphs = sequence(of: .paragraph)
    for index in context.report.blocks.indices {
      switch context.report.blocks[index].kind {
      case .annex:
        paragraphs = NumberSequence(
          first: .expected(1), isDotted: context.profile.paragraphs.isDotted)
      case .recommendation:
        if context.profile.recommendations.isDotted {
          recommendations.enter(prefix: paragraphs.last?.number)
        }
        check(index, in: &recommendations, &findings)
      case .paragraph, .statements:
        check(index, in: &paragraphs, &findings)
      default: break
      }
    }
  }

  private func sequence(of kind: BlockKind) -> NumberSequence {
    NumberSequence(
      first: context.profile.firstNumber(
        of: kind, inPart: context.part, of: context.series, language: context.language),
      isDotted: context.profile.numbering(of: kind)?.isDotted ?? false)
  }

  /// In a series the parts before say where a kind goes on or starts again, whatever `starts` says.
  private func checkStarts(_ findings: inout [Finding]) {
    guard context.part > 0 else { return }
    for start in context.report.masthead.starts {
      let first = context.profile.firstNumber(
        of: start.kind, inPart: context.part, of: context.series, language: context.language)
      guard case .expected(let expected) = first, expected != start.number else { continue }
      let runsOn = context.profile.numbering(of: start.kind)?.runsThroughSeries ?? false
      findings.append(
        Finding(
          "number-out-of-sequence", at: context.place(start.value.range),
          "\(start.kind.rawValue)s start at \(start.number), but "
            + (runsOn ? "the part before ends at \(expected - 1)" : "start again in each part")
            + "; expected \(expected)", caption: "expected \(expected)",
          scope: start.kind.rawValue, fixes: [.renumbering]))
    }
  }

  /// The first block of a sequence that has a label, if it stands before another.
  private func earlierBlock(than index: BlockIndex, labelled label: String, _ kind: BlockKind)
    -> BlockIndex?
  {
    let annex = context.report.annex(of: index)
    let first = context.labels.first(kind, label, in: annex)
    return first.flatMap { $0 < index ? $0 : nil }
  }

  private func check(
    _ index: BlockIndex, in sequence: inout NumberSequence, _ findings: inout [Finding]
  ) {
    let block = context.report.blocks[index]
    guard let label = block.label, let kind = block.kind.sequence else { return }
    let verdict = sequence.take(
      block.number, isEmpty: label.isEmpty, mode: context.mode,
      earlier: { earlierBlock(than: index, labelled: label.string, kind) },
      exists: { context.labels.first(kind, $0, in: context.report.annex(of: index)) != nil })
    guard let fault = verdict else { return }
    let noun = kind.rawValue
    let range = label.isEmpty ? block.keyRange : label.range
    var related: [RelatedPlace] = []
    let rule: RuleID
    let message: String
    switch fault {
    case .missing(let expected):
      rule = "number-missing"
      message =
        "this \(noun) is not numbered yet" + (expected.map { "; expected \($0)" } ?? "")
    case .malformed where block.hasWordsForLabel: return  // reported when it was read
    case .malformed(let expected):
      rule = "number-malformed"
      message = "`\(label.string)` is not the number of a \(noun); expected \(expected)"
    case .suffixed(let expected):
      rule = "number-malformed"
      message = "\(noun) \(label.string) may not stand in an adopted report; expected \(expected)"
    case .repeated(let earlier, _):
      let first = context.report.blocks[earlier]
      rule = "number-repeated"
      message =
        "\(noun) \(label.string) is there already, in line "
        + "\(context.line(of: first.keyRange.start))"
      related = [
        RelatedPlace(
          context.place(first.label?.range ?? first.keyRange), "the first \(label.string)")
      ]
    case .first(let expected):
      rule = "number-out-of-sequence"
      message = "\(noun) \(label.string) is the first; expected \(expected)"
    case .follows(let last, let expected):
      rule = "number-out-of-sequence"
      message = "\(noun) \(label.string) follows \(last); expected \(expected)"
    }
    findings.append(
      Finding(
        rule, at: context.place(range), message, caption: fault.expected.map { "expected \($0)" },
        scope: noun, related: related,
        fixes: [hasCirculatedNumbers ? CirculatedSequences.renumbering : .renumbering]))
  }
}

/// One sequence of decimal labels, as far as it has been read.
private struct NumberSequence {
  enum Fault {
    case missing(expected: String?)
    case malformed(expected: String)
    /// A Latin suffix where none may be left.
    case suffixed(expected: String)
    case repeated(earlier: BlockIndex, expected: String)
    case first(expected: String)
    case follows(last: String, expected: String)

    var expected: String? {
      switch self {
      case .missing(let expected): expected
      case .malformed(let expected), .suffixed(let expected),
        .repeated(_, let expected), .first(let expected), .follows(_, let expected):
        expected
      }
    }
  }

  private let first: FirstNumber
  private let isDotted: Bool
  private var prefix: Int?
  /// The number of blocks since the last label that have none yet.
  private var unnumbered = 0
  /// The highest label so far.
  private(set) var last: Label?

  init(first: FirstNumber, isDotted: Bool) {
    self.first = first
    self.isDotted = isDotted
  }

  /// Starts again under the number of a new paragraph, where numbers are dotted.
  mutating func enter(prefix: Int?) {
    guard prefix != self.prefix else { return }
    self.prefix = prefix
    last = nil
  }

  /// Takes the label of the next block and says what is wrong with it.
  /// - Parameters:
  ///   - earlier: Finds a block before it that has the same label.
  ///   - exists: Says whether any block has a label.
  mutating func take(
    _ label: Label?, isEmpty: Bool, mode: Mode, earlier: () -> BlockIndex?,
    exists: (String) -> Bool
  ) -> Fault? {
    let next = expected
    // Blocks without a number may have been counted already when those after them were typed.
    let counted = unnumbered
    if !isEmpty { unnumbered = 0 }
    var nextText: String { next?.text ?? "a number" }
    guard !isEmpty else {
      unnumbered += 1
      return .missing(
        expected: next.map { Label(prefix: $0.prefix, $0.number + counted).text })
    }
    guard let label, (label.prefix != nil) == isDotted else {
      if let next { last = next }
      return .malformed(expected: nextText)
    }
    let before = last
    // A label above all others is new; dotted ones start again with each prefix.
    if isDotted || before.map({ label <= $0 }) ?? false, let earlier = earlier() {
      return .repeated(earlier: earlier, expected: nextText)
    }
    if before.map({ label > $0 }) ?? true { last = label }
    if label.suffix != nil, mode == .adoption { return .suffixed(expected: nextText) }
    if let inserted = before.flatMap(insertion(after:)), label.suffix != nil {
      // What was circulated keeps its suffix, so that what is inserted before it gets a later one.
      let isInserted =
        label == inserted || label.number == inserted.number && exists(inserted.text)
        || before.map { label.number == $0.number && label < $0 } ?? false
      return isInserted
        ? nil : .follows(last: before?.text ?? "", expected: inserted.text)
    }
    if before == nil, case .expected(let number) = first, label.suffix != nil,
      label.number == number - 1
    {
      // It was inserted after the last number of the part before.
      return nil
    }
    guard let next, label != next, label != Label(prefix: next.prefix, next.number + counted)
    else { return nil }
    return before.map { .follows(last: $0.text, expected: nextText) }
      ?? .first(expected: nextText)
  }

  /// The label that the next block should have; nil where any will do.
  private var expected: Label? {
    if let last { return Label(prefix: last.prefix, last.number + 1) }
    if isDotted { return Label(prefix: prefix ?? 1, 1) }
    if case .expected(let number) = first { return Label(number) }
    return nil
  }

  /// The label of a block that was inserted after another: `12 bis` after `12`.
  private func insertion(after label: Label) -> Label? {
    guard let suffix = LatinSuffix(rawValue: (label.suffix?.rawValue ?? 1) + 1) else { return nil }
    return Label(prefix: label.prefix, label.number, suffix)
  }
}
