public import ReportModel
internal import SourceText

/// The numbers of paragraphs and recommendations of a version of which an earlier one has been
/// circulated.
///
/// What was circulated keeps its number, wherever it stands now. What was inserted gets a Latin
/// suffix after the number before it: `12 bis`. After the last number that was circulated whole
/// numbers go on. A number that was circulated is never given again.
public struct CirculatedNumbers: Sendable {
  /// How the numbers of a kind run.
  public struct Scheme: Sendable {
    /// Whether they run on through the parts of a series.
    public var runsThroughSeries: Bool
    /// Whether they are dotted, and begin again after each paragraph.
    public var isDotted: Bool

    public init(runsThroughSeries: Bool, isDotted: Bool) {
      self.runsThroughSeries = runsThroughSeries
      self.isDotted = isDotted
    }
  }

  /// A block whose number was circulated and that does not stand there any more.
  public struct Gone: Sendable {
    public let origin: BlockLocation
    public let label: Label
    /// The block after which it stood; nil where it was the first of its kind.
    public let predecessor: BlockLocation?
    /// The part of the new version in which it would stand, from 0.
    public let part: Int
  }

  public let collation: Collation
  public private(set) var gone: [Gone] = []
  private var planned: [BlockLocation: Label] = [:]
  private var printed: [BlockLocation: Label] = [:]
  private var predecessors: [BlockLocation: Label] = [:]

  /// - Parameters:
  ///   - schemes: How paragraphs and recommendations are numbered.
  ///   - firstNumber: The first number of a kind in a part where nothing was circulated; nil where
  ///     any will do.
  public init(
    _ collation: Collation, schemes: [BlockKind: Scheme],
    firstNumber: (_ kind: BlockKind, _ part: Int) -> Int?
  ) {
    self.collation = collation
    // Dotted numbers follow those of the paragraphs.
    for kind in [BlockKind.paragraph, .recommendation] {
      let scheme = schemes[kind] ?? Scheme(runsThroughSeries: false, isDotted: false)
      let before = NumberScopes(of: kind, in: collation.old, scheme)
      let after = NumberScopes(of: kind, in: collation.new, scheme)
      var origins: Set<NumberScopes.Scope> = []
      for scope in after.order {
        let blocks = after.blocks[scope] ?? []
        let origin =
          origin(of: scope, in: before) ?? likelyOrigin(of: scope, blocks, before)
        if let origin { origins.insert(origin) }
        let prefix = scope.paragraph.map { max(planned[$0]?.number ?? 1, 1) }
        let startsAnew = scheme.isDotted || scope.annex != nil
        let start = startsAnew ? 1 : firstNumber(kind, blocks[0].part)
        number(
          blocks, prefix: scheme.isDotted ? prefix ?? 1 : nil, start: start, origin: origin,
          in: before)
      }
      // Of some sequences nothing is left at all.
      for scope in before.order where !origins.contains(scope) {
        guard let blocks = before.blocks[scope],
          let part = collation.parts.home(ofOld: blocks[0].part)
        else { continue }
        gone += blocks.compactMap { block in
          collation.old.block(at: block).number.map {
            Gone(origin: block, label: $0, predecessor: nil, part: part)
          }
        }
      }
    }
  }

  /// The number that a block of the new version is to have; nil where none is free.
  public subscript(location: BlockLocation) -> Label? { planned[location] }

  /// The number with which a block of the new version was circulated.
  public func circulated(_ location: BlockLocation) -> Label? { printed[location] }

  /// The number before a block that stands after others with higher numbers, all of which were
  /// circulated; nil of any other block.
  public func predecessor(ofMoved location: BlockLocation) -> Label? { predecessors[location] }

  /// The sequence of the old version that stands where one of the new version does.
  private func origin(of scope: NumberScopes.Scope, in before: NumberScopes)
    -> NumberScopes.Scope?
  {
    let annex = scope.annex.flatMap(collation.counterpart(ofNew:))
    let paragraph = scope.paragraph.flatMap(collation.counterpart(ofNew:))
    let part = scope.part.flatMap(collation.parts.old)
    guard (annex == nil) == (scope.annex == nil), (part == nil) == (scope.part == nil),
      (paragraph == nil) == (scope.paragraph == nil)
    else { return nil }
    let origin = NumberScopes.Scope(part: part, annex: annex, paragraph: paragraph)
    return before.blocks[origin] == nil ? nil : origin
  }

  /// The sequence in which most of the blocks of an annex or paragraph were numbered that nobody
  /// knows again: one of the same part whose annex or paragraph is gone.
  private func likelyOrigin(
    of scope: NumberScopes.Scope, _ blocks: [BlockLocation], _ before: NumberScopes
  ) -> NumberScopes.Scope? {
    let part = scope.part.flatMap(collation.parts.old)
    func mayBe(_ origin: NumberScopes.Scope) -> Bool {
      origin.part == part && (origin.annex == nil) == (scope.annex == nil)
        && (origin.paragraph == nil) == (scope.paragraph == nil)
        && [origin.annex, origin.paragraph].compactMap { $0 }
          .allSatisfy { collation.counterpart(ofOld: $0) == nil }
    }
    var votes: [NumberScopes.Scope: Int] = [:]
    for block in blocks {
      guard let origin = collation.counterpart(ofNew: block), let scope = before.scopes[origin],
        mayBe(scope)
      else { continue }
      votes[scope, default: 0] += 1
    }
    return before.order.filter { votes[$0] != nil }
      .max { votes[$0, default: 0] < votes[$1, default: 0] }
  }

  private mutating func number(
    _ blocks: [BlockLocation], prefix: Int?, start: Int?, origin: NumberScopes.Scope?,
    in before: NumberScopes
  ) {
    let origins = origin.flatMap { before.blocks[$0] } ?? []
    let collation = collation
    func label(_ location: BlockLocation) -> Label? {
      guard let label = collation.old.block(at: location).number,
        (label.prefix != nil) == (prefix != nil)
      else { return nil }
      return label
    }
    for block in blocks {
      guard let counterpart = collation.counterpart(ofNew: block),
        before.scopes[counterpart] == origin
      else { continue }
      printed[block] = label(counterpart)
    }
    var sequence = CirculatedSequence(
      printed: origins.compactMap(label), prefix: prefix, start: start)
    let fixed = blocks.map { printed[$0] }
    // For each block the number of the next one that was circulated.
    var following = fixed
    for index in following.indices.reversed().dropFirst() where following[index] == nil {
      following[index] = following[index + 1]
    }
    for (index, block) in blocks.enumerated() {
      if let label = fixed[index] {
        predecessors[block] = sequence.keep(label)
        planned[block] = label
      } else {
        planned[block] = sequence.insert(before: following[index])
      }
    }
    gone += goneBlocks(origins, blocks, label)
  }

  /// The blocks of a sequence of the old version that are not there any more.
  private func goneBlocks(
    _ origins: [BlockLocation], _ blocks: [BlockLocation],
    _ label: (BlockLocation) -> Label?
  ) -> [Gone] {
    var gone: [Gone] = []
    let present = Set(blocks)
    var predecessor: BlockLocation?
    for origin in origins {
      guard let label = label(origin),
        // One part by itself says nothing of the others.
        !collation.new.series.isSingleReport || collation.parts.home(ofOld: origin.part) != nil
      else { continue }
      if let block = collation.counterpart(ofOld: origin), present.contains(block) {
        predecessor = block
      } else {
        gone.append(
          Gone(
            origin: origin, label: label, predecessor: predecessor,
            part: predecessor?.part ?? blocks[0].part))
      }
    }
    return gone
  }
}

/// The blocks of a kind by the sequences in which they are numbered.
struct NumberScopes {
  struct Scope: Hashable {
    /// The part, where numbers begin again in each.
    let part: Int?
    /// The annex, of paragraphs.
    let annex: BlockLocation?
    /// The paragraph before, of dotted numbers.
    let paragraph: BlockLocation?
  }

  private(set) var order: [Scope] = []
  private(set) var blocks: [Scope: [BlockLocation]] = [:]
  private(set) var scopes: [BlockLocation: Scope] = [:]

  init(of kind: BlockKind, in version: Version, _ scheme: CirculatedNumbers.Scheme) {
    for part in version.parts {
      var annex: BlockLocation?
      var paragraph: BlockLocation?
      for (index, block) in version.series.parts[part].blocks.enumerated() {
        let location = BlockLocation(part: part, block: index)
        if block.kind == .annex { annex = location }
        if block.kind.sequence == .paragraph { paragraph = location }
        guard block.kind.sequence == kind, block.label != nil else { continue }
        let scope = Scope(
          part: scheme.runsThroughSeries && !scheme.isDotted ? nil : part,
          annex: kind == .paragraph ? annex : nil,
          paragraph: scheme.isDotted ? paragraph : nil)
        if blocks[scope] == nil { order.append(scope) }
        blocks[scope, default: []].append(location)
        scopes[location] = scope
      }
    }
  }
}

/// One sequence of numbers of which some were circulated, as far as it has been numbered.
private struct CirculatedSequence {
  private let prefix: Int?
  private let start: Int?
  /// The numbers that are given: those that were circulated, and those of what was inserted.
  private var given: Set<Label>
  /// The highest whole number that is given.
  private var highest: Int?
  private var last: Label?
  /// The highest of the circulated numbers so far.
  private var highestKept: Label?

  init(printed: [Label], prefix: Int?, start: Int?) {
    self.prefix = prefix
    self.start = start
    given = Set(printed)
    highest = printed.map(\.number).max()
  }

  /// Takes a block that keeps its number.
  /// - Returns: The number before it, where a block before it has a higher one than it.
  mutating func keep(_ label: Label) -> Label? {
    defer { last = label }
    if let highestKept, label < highestKept { return last }
    highestKept = label
    return nil
  }

  /// Numbers a block that was not circulated.
  /// - Parameter next: The number of the next block that was; nil where none follows.
  mutating func insert(before next: Label?) -> Label? {
    let label = next.map(label(before:)) ?? Label(prefix: prefix, (highest ?? (start ?? 1) - 1) + 1)
    guard let label else { return nil }
    given.insert(label)
    if next == nil || highestKept == nil { highest = max(highest ?? 0, label.number) }
    last = label
    return label
  }

  private func label(before next: Label) -> Label? {
    guard highestKept == nil else { return last.flatMap(suffixed) }
    // Before all that was circulated whole numbers may be free; if not, the number before the first
    // stands in another document.
    let plain = Label(prefix: prefix, (last?.number ?? (start ?? next.number) - 1) + 1)
    if last?.suffix == nil, plain.number < next.number, !given.contains(plain) { return plain }
    if let last { return suffixed(last) }
    return next.number > 1 ? suffixed(Label(prefix: next.prefix, next.number - 1)) : nil
  }

  /// The first Latin suffix after a number that is not given yet.
  private func suffixed(_ label: Label) -> Label? {
    LatinSuffix.allCases.lazy.filter { suffix in label.suffix.map { $0 < suffix } ?? true }
      .map { Label(prefix: label.prefix, label.number, $0) }
      .first { !given.contains($0) }
  }
}
