public import Collation
public import Diagnostics
internal import ReportModel
internal import SourceText

/// Checks that the numbers that were circulated stay, and that what was inserted is numbered after
/// them.
struct CirculatedSequences {
  private let context: CheckContext
  private let numbers: CirculatedNumbers

  init(_ context: CheckContext, _ numbers: CirculatedNumbers) {
    self.context = context
    self.numbers = numbers
  }

  func check(_ findings: inout [Finding]) {
    var last: [BlockKind: String] = [:]
    for (index, block) in context.report.blocks.enumerated() {
      guard let kind = block.kind.sequence, let label = block.label else { continue }
      let location = BlockLocation(part: context.part, block: index)
      if let finding = finding(on: block, at: location, kind, label, after: last[kind]) {
        findings.append(finding)
      }
      if !label.isEmpty { last[kind] = label.string }
    }
    findings += numbers.missingNumbers(inPart: context.part)
  }

  private func finding(
    on block: Block, at location: BlockLocation, _ kind: BlockKind, _ label: SourcedText,
    after last: String?
  ) -> Finding? {
    let noun = kind.rawValue
    let expected = numbers[location]
    let circulated = numbers.circulated(location)
    let advice = expected.map { "; expected \($0.text)" } ?? ""
    func finding(_ rule: RuleID, _ message: String, isFixable: Bool = true) -> Finding {
      Finding(
        rule, at: context.place(label.isEmpty ? block.keyRange : label.range), message,
        caption: isFixable ? expected.map { "expected \($0.text)" } : nil, scope: noun,
        related: circulated == nil
          ? [] : [numbers.circulatedPlace(before: location)].compactMap { $0 },
        fixes: isFixable ? [context.renumbering] : [])
    }
    if block.hasWordsForLabel { return nil }  // reported when it was read
    if let unnumbered = numbers.unnumberedBlock(at: location) { return unnumbered }
    if label.isEmpty, circulated == nil {
      return finding("number-missing", "this \(noun) is not numbered yet\(advice)")
    }
    if let circulated {
      guard block.number == circulated else {
        let now = label.isEmpty ? "this \(noun)" : "\(noun) \(label.string)"
        return finding(
          "number-circulated-changed",
          "\(now) was circulated as \(circulated.text), and delegations cite it by that number")
      }
      if let misplaced = numbers.misplacedNumber(of: location) { return misplaced }
    } else if block.number == nil {
      return finding(
        "number-malformed", "`\(label.string)` is not the number of a \(noun)\(advice)")
    } else if block.number != expected {
      return finding(
        "number-out-of-sequence",
        "\(noun) \(label.string) was not circulated" + (last.map { " and follows \($0)" } ?? "")
          + advice)
    }
    guard context.mode == .adoption, block.number?.suffix != nil else { return nil }
    return finding(
      "number-malformed", "\(noun) \(label.string) may not stand in an adopted report",
      isFixable: false)
  }
}

extension CirculatedNumbers {
  /// What no renumbering mends: numbers that were circulated and are gone or stand elsewhere, and
  /// blocks for which none is free.
  /// - Parameter part: The position of a part of the new version, from 0.
  public func remaining(inPart part: Int) -> [Finding] {
    let locations = collation.new.series.parts[part].blocks.indices
      .map { BlockLocation(part: part, block: $0) }
    return missingNumbers(inPart: part)
      + locations.compactMap { unnumberedBlock(at: $0) ?? misplacedNumber(of: $0) }
  }

  /// What is said of a block for which no number is free; nil of any other.
  func unnumberedBlock(at location: BlockLocation) -> Finding? {
    let report = collation.new.report(of: location)
    let block = report.blocks[location.block]
    guard self[location] == nil, let kind = block.kind.sequence, let label = block.label,
      !block.hasWordsForLabel
    else { return nil }
    let name = label.isEmpty ? "this \(kind.rawValue)" : "\(kind.rawValue) \(label.string)"
    return Finding(
      label.isEmpty
        ? "number-missing" : block.number == nil ? "number-malformed" : "number-out-of-sequence",
      at: report.place(label.isEmpty ? block.keyRange : label.range),
      "\(name) was not circulated, and no number is free for it here; move it further down",
      scope: kind.rawValue)
  }

  /// What is said of a block that stands after others with higher numbers, all of which were
  /// circulated; nil of any other.
  func misplacedNumber(of location: BlockLocation) -> Finding? {
    guard let predecessor = predecessor(ofMoved: location), let label = self[location] else {
      return nil
    }
    let report = collation.new.report(of: location)
    let block = report.blocks[location.block]
    let noun = (block.kind.sequence ?? block.kind).rawValue
    let range = block.label.flatMap { $0.isEmpty ? nil : $0.range } ?? block.keyRange
    return Finding(
      "number-out-of-sequence", at: report.place(range),
      "\(noun) \(label.text) follows \(predecessor.text); it keeps the number that was circulated, "
        + "so put it back where it stood", ceiling: .warning, scope: noun,
      related: [circulatedPlace(before: location)].compactMap { $0 })
  }

  /// What is said of the numbers that were circulated and are gone, at the block after which they
  /// stood.
  /// - Parameter part: The position of the part in which that block stands, from 0.
  func missingNumbers(inPart part: Int) -> [Finding] {
    let report = collation.new.series.parts[part]
    return gone.filter { $0.part == part }.map { gone in
      let kind = collation.old.block(at: gone.origin).kind.sequence ?? .paragraph
      let predecessor = gone.predecessor.map { report.blocks[$0.block] }
      let neighbour = predecessor ?? report.blocks.first { $0.kind.sequence == kind }
      let range = neighbour.map { block in
        block.label.flatMap { $0.isEmpty ? nil : $0.range } ?? block.keyRange
      }
      let remedy =
        kind == .recommendation
        ? "a recommendation that is withdrawn stands with `withdrawn: true`" : "put it back"
      return Finding(
        "number-circulated-changed",
        at: report.place(range ?? report.masthead.firstKeyRange),
        "\(kind.rawValue) \(gone.label.text) was circulated and is gone; \(remedy)",
        caption: neighbour == nil
          ? nil : "\(gone.label.text) stood \(predecessor == nil ? "before" : "after") this",
        scope: kind.rawValue, related: [circulatedPlace(of: gone.origin)])
    }
  }

  /// Where a block stood in the version that was circulated.
  func circulatedPlace(before location: BlockLocation) -> RelatedPlace? {
    collation.counterpart(ofNew: location).map { circulatedPlace(of: $0) }
  }

  /// Where a block stood, for a finding that speaks of it.
  fileprivate func circulatedPlace(of origin: BlockLocation) -> RelatedPlace {
    let report = collation.old.report(of: origin)
    let block = report.blocks[origin.block]
    return RelatedPlace(
      report.place(block.label?.range ?? block.keyRange), "as it was circulated")
  }
}
