internal import Diagnostics
internal import ReportModel
internal import RuleLibrary

/// One sequence of decimal labels, as far as it has been read.
struct NumberSequence {
  enum Fault {
    case missing(expected: String?)
    case malformed(expected: String)
    /// A Latin suffix where none may be left.
    case suffixed(expected: String)
    case repeated(earlier: BlockIndex, expected: String)
    case first(expected: String)
    case follows(last: String, expected: String)
    /// A label that stands elsewhere than the rest has room for it: "before 13", "after 20".
    case stray(place: String, expected: String)

    var expected: String? {
      switch self {
      case .missing(let expected): expected
      case .malformed(let expected), .suffixed(let expected), .repeated(_, let expected),
        .first(let expected), .follows(_, let expected), .stray(_, let expected):
        expected
      }
    }
  }

  private let first: FirstNumber
  private let isDotted: Bool
  private var prefix: Int?
  /// The number of blocks since the last label that have none yet.
  private var unnumbered = 0
  /// Those, and the ones before that were not counted when the labels after them were typed: by so
  /// much renumbering will raise what follows.
  private var uncounted = 0
  /// The highest label so far of those in sequence.
  private(set) var last: Label?
  private var found: [(block: BlockIndex, fault: Fault)] = []
  /// The numbers that were left out before a block with a fault.
  private var gaps: [BlockIndex: Range<Int>] = [:]
  /// The numbers that stand at a wrong place.
  private var strays: Set<Int> = []
  /// The last of the strays that were typed one after another: where all were moved, that is said
  /// of the first.
  private var lastStray: Label?

  init(first: FirstNumber, isDotted: Bool) {
    self.first = first
    self.isDotted = isDotted
    if case .expected(_, let unnumbered) = first {
      self.unnumbered = unnumbered
      uncounted = unnumbered
    }
  }

  /// Starts again under the number of a new paragraph, where numbers are dotted.
  mutating func enter(prefix: Int?) {
    guard prefix != self.prefix else { return }
    self.prefix = prefix
    last = nil
    (unnumbered, uncounted) = (0, 0)
  }

  /// What is wrong in the sequence, each with its block. A gap that strays fill is no fault, nor is
  /// a stray whose number stands again at its place.
  var faults: [(block: BlockIndex, fault: Fault)] {
    let repeated = Set(
      found.compactMap { entry in
        if case .repeated(let earlier, _) = entry.fault { earlier } else { nil }
      })
    return found.filter { block, fault in
      if let gap = gaps[block] { return !gap.allSatisfy(strays.contains) }
      if case .stray = fault { return !repeated.contains(block) }
      return true
    }
  }

  /// Takes the label of the next block.
  /// - Parameters:
  ///   - earlier: Finds a block before it that has the same label.
  ///   - exists: Says whether any block has a label.
  ///   - following: The labels after it.
  mutating func take(
    _ block: BlockIndex, _ label: Label?, isEmpty: Bool, mode: Mode, earlier: () -> BlockIndex?,
    exists: (String) -> Bool, following: some Sequence<Label>
  ) {
    if let fault = fault(
      of: label, isEmpty: isEmpty, mode: mode, at: block, earlier: earlier, exists: exists,
      following: following)
    {
      found.append((block, fault))
    }
  }

  private mutating func fault(
    of label: Label?, isEmpty: Bool, mode: Mode, at block: BlockIndex,
    earlier: () -> BlockIndex?, exists: (String) -> Bool, following: some Sequence<Label>
  ) -> Fault? {
    let next = expected
    // Blocks without a number may have been counted already when those after them were typed.
    let counted = unnumbered
    let raised = next.map { Label(prefix: $0.prefix, $0.number + uncounted).text }
    var nextText: String { raised ?? "a number" }
    guard !isEmpty else {
      unnumbered += 1
      uncounted += 1
      return .missing(expected: raised)
    }
    unnumbered = 0
    if label != next { uncounted = 0 }
    guard let label, (label.prefix != nil) == isDotted else {
      if let next { last = next }
      return .malformed(expected: nextText)
    }
    let before = last
    let run = lastStray
    lastStray = nil
    // A label above all others is new; dotted ones start again with each prefix.
    if isDotted || before.map({ label <= $0 }) ?? false || strays.contains(label.number),
      let earlier = earlier()
    {
      if let before, label > before { last = label } else { unnumbered = counted + 1 }
      return .repeated(earlier: earlier, expected: nextText)
    }
    if !isDotted, label.isPlain, let next, !isNext(label, next, counted) {
      if let run, label.number == run.number + 1 {
        addStray(label, counted)
        return nil
      }
      if let fault = stray(label, expected: next, counted, following) {
        addStray(label, counted)
        return fault
      }
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
    if before == nil, case .expected(let number, _) = first, label.suffix != nil,
      label.number == number - 1
    {
      // It was inserted after the last number of the part before.
      return nil
    }
    guard let next, !isNext(label, next, counted) else { return nil }
    if next.number < label.number, label.isPlain, !isDotted {
      gaps[block] = next.number..<label.number
    }
    return before.map { .follows(last: $0.text, expected: nextText) }
      ?? .first(expected: nextText)
  }

  private func isNext(_ label: Label, _ next: Label, _ counted: Int) -> Bool {
    label == next || label == Label(prefix: next.prefix, next.number + counted)
  }

  private mutating func addStray(_ label: Label, _ counted: Int) {
    strays.insert(label.number)
    lastStray = label
    // It may stand at the place of the number that is expected.
    unnumbered = counted + 1
  }

  /// What is wrong with a label without which the sequence goes on: it was moved, or mistyped.
  private func stray(
    _ label: Label, expected next: Label, _ counted: Int, _ following: some Sequence<Label>
  ) -> Fault? {
    let plain = last.map { Fault.follows(last: $0.text, expected: next.text) }
    if let last, label < last {
      return gaps.values.contains { $0.contains(label.number) }
        ? .stray(place: "after \(last.text)", expected: next.text) : plain
    }
    // The labels that go on from the stray, and those after them that go on from the rest. The
    // fewer were moved.
    var run = 1
    var rest: (first: Label, count: Int)?
    for after in following {
      if let begun = rest {
        guard after.isPlain, after.number == begun.first.number + begun.count else { return nil }
        rest?.count += 1
      } else if after.isPlain, after.number == label.number + run {
        run += 1
      } else if isNext(after, next, counted) {
        rest = (after, 1)
      } else {
        let isInPlace = after.isPlain && after.number == next.number + counted + run
        return isInPlace && after != label ? plain ?? .first(expected: next.text) : nil
      }
      if let rest, rest.count >= run {
        return .stray(place: "before \(rest.first.text)", expected: next.text)
      }
    }
    return nil
  }

  /// The label that the next block should have; nil where any will do.
  private var expected: Label? {
    if let last { return Label(prefix: last.prefix, last.number + 1) }
    if isDotted { return Label(prefix: prefix ?? 1, 1) }
    if case .expected(let number, _) = first { return Label(number) }
    return nil
  }

  /// The label of a block that was inserted after another: `12 bis` after `12`.
  private func insertion(after label: Label) -> Label? {
    guard let suffix = LatinSuffix(rawValue: (label.suffix?.rawValue ?? 1) + 1) else { return nil }
    return Label(prefix: label.prefix, label.number, suffix)
  }
}
