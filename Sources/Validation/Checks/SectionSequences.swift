internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// The sequences of sibling sections, and of annexes.
struct SectionSequences {
  private let context: CheckContext

  init(_ context: CheckContext) {
    self.context = context
  }

  func check(_ findings: inout [Finding]) {
    checkSections(in: nil, &findings)
    for index in context.report.divisions { checkSections(in: index, &findings) }
    checkAnnexes(&findings)
  }

  private func checkSections(in parent: BlockIndex?, _ findings: inout [Finding]) {
    let report = context.report
    let sections = report.children(of: parent).filter { report.blocks[$0].kind == .section }
    guard let first = sections.first else { return }
    let depth = report.blocks[first].depth
    let before =
      parent.flatMap(report.annex) == nil ? context.earlierSections[report.path(of: parent)] : []
    let typed = sections.lazy.compactMap { report.blocks[$0].label?.string }.first { !$0.isEmpty }
    let style = context.profile.sectionStyle(
      ofSiblingsFrom: before.first ?? typed, depth: depth)
    var sequence = SectionSequence(
      style, after: before.compactMap(style.parse),
      mayStartAnywhere: before.isEmpty && mayStartAnywhere(parent, first),
      mayHaveGaps: parent == nil && context.isAddendum)
    check(sections, called: "section", in: &sequence, &findings)
  }

  /// Whether the first of some siblings may have any label, because the ones before it stand in a
  /// document that is not at hand.
  private func mayStartAnywhere(_ parent: BlockIndex?, _ first: BlockIndex) -> Bool {
    guard context.isAddendum else { return false }
    guard let parent else { return true }
    let blocks = context.report.blocks
    return context.series.isSingleReport
      && (blocks[parent].isContinued || blocks[first].isContinued)
  }

  private func checkAnnexes(_ findings: inout [Finding]) {
    let report = context.report
    let annexes = report.children(of: nil).filter { report.blocks[$0].kind == .annex }
    if annexes.count == 1, report.blocks[annexes[0]].isUnnumbered { return }
    var sequence = SectionSequence(
      .upperRoman, after: [], mayStartAnywhere: context.isAddendum, mayHaveGaps: false)
    check(annexes, called: "annex", in: &sequence, &findings)
  }

  private func check(
    _ siblings: [BlockIndex], called noun: String, in sequence: inout SectionSequence,
    _ findings: inout [Finding]
  ) {
    for index in siblings {
      let block = context.report.blocks[index]
      guard let label = block.label,
        let fault = sequence.take(label.string, index: index, isFixed: isFixed(block)),
        !block.hasWordsForLabel  // reported when it was read
      else { continue }
      let caption = fault.expected.map { "expected \($0)" }
      let (rule, message, related) = describe(fault, label.string, noun)
      let range = label.isEmpty ? block.keyRange : label.range
      findings.append(
        Finding(
          rule, at: context.place(range), message + (caption.map { "; \($0)" } ?? ""),
          caption: caption, scope: noun, related: related, fixes: [context.renumbering]))
    }
  }

  /// Whether the outline gives a chapter the label that it has, whatever came before it.
  private func isFixed(_ block: Block) -> Bool {
    guard block.parent == nil, let label = block.label, let title = block.title else {
      return false
    }
    return context.profile.label(ofChapter: title.string) == label.string
  }

  private func describe(_ fault: SectionSequence.Fault, _ label: String, _ noun: String)
    -> (RuleID, String, [RelatedPlace])
  {
    switch fault.kind {
    case .missing:
      return ("number-missing", "this \(noun) has no label yet", [])
    case .malformed(after: nil):
      let article = noun == "annex" ? "an annex" : "a section"
      return ("number-malformed", "`\(label)` is not the label of \(article)", [])
    case .malformed(let last?):
      return (
        "number-malformed",
        "\(noun) \(label) follows \(last), and siblings are labelled in one style", []
      )
    case .repeated(let earlier):
      let first = context.report.blocks[earlier]
      let range = first.label?.range ?? first.keyRange
      return (
        "number-repeated",
        "\(noun) \(label) is there already, in line \(context.line(of: range.start))",
        [RelatedPlace(context.place(range), "the first \(label)")]
      )
    case .follows(nil):
      return ("number-out-of-sequence", "\(noun) \(label) is the first", [])
    case .follows(let last?):
      return ("number-out-of-sequence", "\(noun) \(label) follows \(last)", [])
    }
  }
}

/// The labels of sibling sections, as far as they have been read.
private struct SectionSequence {
  struct Fault {
    enum Kind {
      case missing
      case malformed(after: String?)
      case repeated(earlier: BlockIndex)
      case follows(String?)
    }
    let kind: Kind
    /// The label that should stand there; nil where any will do.
    let expected: String?
  }

  private let style: NumberingStyle
  /// The numbers of the siblings in earlier parts, any of which may be continued.
  private let earlier: Set<Int>
  private let mayHaveGaps: Bool
  private var last: Int?
  private var next: Int?
  /// How many siblings without label stand before the next: it may count them or not.
  private var unlabelled = 0
  private var seen: [Int: BlockIndex] = [:]

  /// - Parameters:
  ///   - earlier: The numbers that siblings have in earlier parts.
  ///   - mayStartAnywhere: Whether the first may have any label.
  ///   - mayHaveGaps: Whether the labels need only rise.
  init(
    _ style: NumberingStyle, after earlier: [Int], mayStartAnywhere: Bool, mayHaveGaps: Bool
  ) {
    self.style = style
    self.earlier = Set(earlier)
    self.mayHaveGaps = mayHaveGaps
    last = nil
    next = earlier.max().map { $0 + 1 } ?? (mayStartAnywhere ? nil : 1)
  }

  /// Takes the label of the next sibling and says what is wrong with it.
  /// - Parameter isFixed: Whether the label is right wherever it rises.
  mutating func take(_ label: String, index: BlockIndex, isFixed: Bool) -> Fault? {
    let expected = next.map { style.format($0 + unlabelled) }
    guard !label.isEmpty else {
      unlabelled += 1
      return Fault(kind: .missing, expected: expected)
    }
    let counted = next.map { $0 + unlabelled }
    unlabelled = 0
    guard let number = style.parse(label) else {
      defer { if let next { advance(to: next) } }
      return Fault(kind: .malformed(after: last.map(style.format)), expected: expected)
    }
    if let first = seen[number] {
      return Fault(kind: .repeated(earlier: first), expected: expected)
    }
    seen[number] = index
    let before = last
    let isContinued = earlier.contains(number) && number > before ?? 0
    // The first new section follows those of earlier parts, whichever of them are continued.
    let isNew = number > before ?? 0 && earlier.max() == number - 1
    // Parts are circulated as they are finished, so that a section may come to fill a gap.
    let rises = mayHaveGaps && number > before ?? 0
    let isRight =
      next.map { number == $0 || rises || (isFixed && number > $0) || isContinued || isNew } ?? true
      || number == counted
    advance(to: max(before ?? 0, number))
    return isRight ? nil : Fault(kind: .follows(before.map(style.format)), expected: expected)
  }

  private mutating func advance(to number: Int) {
    last = number
    next = number + 1
    // After a section that is continued comes another of those, or the first new one.
    if let highest = earlier.max(), number <= highest, !earlier.contains(number + 1) {
      next = highest + 1
    }
  }
}
