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
    checkWithdrawals(context, &findings)
  }

  /// What is withdrawn keeps its number in a draft, and has no place in what is adopted.
  private func checkWithdrawals(_ context: CheckContext, _ findings: inout [Finding]) {
    guard context.mode == .adoption else { return }
    for (index, block) in context.report.blocks.enumerated() where block.isWithdrawn {
      guard let withdrawn = block.withdrawn else { continue }
      findings.append(
        Finding(
          "recommendation-withdrawn", at: context.place(withdrawn.keyRange),
          "\(context.name(of: index)) is withdrawn, and an adopted report has no place for it; take "
            + "it out, then renumber", scope: block.kind.rawValue))
    }
  }
}

/// The sequences of paragraphs and recommendations.
private struct DecimalSequences {
  private let context: CheckContext

  init(_ context: CheckContext) {
    self.context = context
  }

  func check(_ findings: inout [Finding]) {
    checkStarts(&findings)
    checkSuffixes(&findings)
    var recommendations = sequence(of: .recommendation)
    var paragraphs = sequence(of: .paragraph)
    for index in context.report.blocks.indices {
      switch context.report.blocks[index].kind {
      case .annex:
        report(paragraphs, &findings)
        paragraphs = NumberSequence(
          first: .expected(1), isDotted: context.profile.paragraphs.isDotted)
      case .recommendation:
        if context.profile.recommendations.isDotted {
          recommendations.enter(prefix: paragraphs.last?.number)
        }
        take(index, in: &recommendations)
      case .paragraph, .statements:
        take(index, in: &paragraphs)
      default: break
      }
    }
    report(paragraphs, &findings)
    report(recommendations, &findings)
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
      guard case .expected(let number, let unnumbered) = first,
        start.number != number, start.number != number + unnumbered
      else { continue }
      let expected = number + unnumbered
      let runsOn = context.profile.numbering(of: start.kind)?.runsThroughSeries ?? false
      findings.append(
        Finding(
          "number-out-of-sequence", at: context.place(start.value.range),
          "\(start.kind.rawValue)s start at \(start.number), but "
            + (runsOn ? "the part before ends at \(expected - 1)" : "start again in each part")
            + "; expected \(expected)", caption: "expected \(expected)",
          scope: start.kind.rawValue, fixes: [context.renumbering]))
    }
  }

  /// A suffix that is typed in another way than it is printed says all the same what is meant.
  private func checkSuffixes(_ findings: inout [Finding]) {
    for block in context.report.blocks where block.number == nil {
      guard let kind = block.kind.sequence, let label = block.label, let meant = block.meantNumber
      else { continue }
      findings.append(
        Finding(
          "number-malformed", at: context.place(label.range),
          "the number of a \(kind.rawValue) that was inserted is written `\(meant.text)`",
          caption: "expected \(meant.text)", scope: kind.rawValue,
          fixes: context.rewriting(label, 0..<label.text.count, as: meant.text, isSafe: true)))
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

  private func take(_ index: BlockIndex, in sequence: inout NumberSequence) {
    let block = context.report.blocks[index]
    guard let label = block.label, let kind = block.kind.sequence else { return }
    sequence.take(
      index, block.meantNumber, isEmpty: label.isEmpty, mode: context.mode,
      earlier: { earlierBlock(than: index, labelled: label.string, kind) },
      exists: { context.labels.first(kind, $0, in: context.report.annex(of: index)) != nil },
      following: numbers(of: kind, after: index))
  }

  /// The numbers that come after a block in its sequence.
  private func numbers(of kind: BlockKind, after index: BlockIndex) -> some Sequence<Label> {
    context.report.blocks[(index + 1)...].lazy
      .prefix { kind == .recommendation || $0.kind != .annex }
      .filter { $0.kind.sequence == kind }.compactMap(\.number)
  }

  private func report(_ sequence: NumberSequence, _ findings: inout [Finding]) {
    for (block, fault) in sequence.faults
    // Words in place of a number were reported when they were read.
    where !context.report.blocks[block].hasWordsForLabel {
      findings.append(finding(block, fault))
    }
  }

  /// The last number of the parts before, where this part goes on from it.
  private func end(before kind: BlockKind) -> Int? {
    let numbering = context.profile.numbering(of: kind)
    let first = context.profile.firstNumber(
      of: kind, inPart: context.part, of: context.series, language: context.language)
    guard context.part > 0, numbering?.runsThroughSeries ?? false,
      case .expected(let number, _) = first, number > 1
    else { return nil }
    return number - 1
  }

  private func finding(_ index: BlockIndex, _ fault: NumberSequence.Fault) -> Finding {
    let block = context.report.blocks[index]
    let label = block.label?.string ?? ""
    let kind = block.kind.sequence ?? block.kind
    let noun = kind.rawValue
    let range = label.isEmpty ? block.keyRange : block.label?.range ?? block.keyRange
    var related: [RelatedPlace] = []
    let rule: RuleID
    let message: String
    switch fault {
    case .missing(let expected):
      rule = "number-missing"
      message =
        "this \(noun) is not numbered yet" + (expected.map { "; expected \($0)" } ?? "")
    case .malformed(let expected):
      rule = "number-malformed"
      message = "`\(label)` is not the number of a \(noun); expected \(expected)"
    case .suffixed(let expected):
      rule = "number-malformed"
      message = "\(noun) \(label) may not stand in an adopted report; expected \(expected)"
    case .repeated(let earlier, _):
      let first = context.report.blocks[earlier]
      rule = "number-repeated"
      message =
        "\(noun) \(label) is there already, in line "
        + "\(context.line(of: first.keyRange.start))"
      related = [
        RelatedPlace(
          context.place(first.label?.range ?? first.keyRange), "the first \(label)")
      ]
    case .first(let expected):
      rule = "number-out-of-sequence"
      message =
        "\(noun) \(label) is the first"
        + (end(before: kind).map { " of this part, and the part before ends at \($0)" } ?? "")
        + "; expected \(expected)"
    case .follows(let last, let expected):
      rule = "number-out-of-sequence"
      message = "\(noun) \(label) follows \(last); expected \(expected)"
    case .stray(let place, _):
      rule = "number-out-of-sequence"
      message = "\(noun) \(label) stands \(place)"
    }
    return Finding(
      rule, at: context.place(range), message, caption: fault.expected.map { "expected \($0)" },
      scope: noun, related: related, fixes: [context.renumbering])
  }
}
