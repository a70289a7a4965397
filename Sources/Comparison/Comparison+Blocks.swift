internal import Collation
internal import ReportModel
internal import SourceText

extension Comparison {
  /// Notes what happened to a block of the new version, and to its points.
  mutating func compareBlock(at location: BlockLocation, isMoved: Bool) {
    let block = new.block(at: location)
    guard let origin = collation.counterpart(ofNew: location) else {
      // A section that goes on from an earlier part is there already.
      if block.isContinued, collation.opening(ofNew: location) != location { return }
      let subject = Change.Subject.block(old: nil, new: location)
      return add(subject, .added, passages(of: nil, location))
    }
    let before = old.block(at: origin)
    let subject = Change.Subject.block(old: origin, new: location)
    if isMoved { add(subject, .moved) }
    if before.label?.text ?? .none != block.label?.text ?? .none { add(subject, .renumbered) }
    switch (before.isWithdrawn, block.isWithdrawn) {
    case (true, true): return
    case (false, true): addDeclared(subject, passages(of: origin, nil))
    case (true, false): add(subject, .reinstated, passages(of: nil, location))
    case (false, false): compareWords(of: origin, location, subject)
    }
  }

  /// Notes that a block of the old version is not there any more.
  mutating func addWithdrawal(of location: BlockLocation) {
    add(.block(old: location, new: nil), .withdrawn, passages(of: location, nil))
  }

  private mutating func compareWords(
    of before: BlockLocation, _ after: BlockLocation, _ subject: Change.Subject
  ) {
    let (oldBlock, newBlock) = (old.block(at: before), new.block(at: after))
    for key in BlockKey.allCases where !oldBlock.hasSame(key, as: newBlock) {
      let redline = Redline(
        oldBlock.words(of: key), newBlock.words(of: key),
        renamed: footnoteKeys(before.part, after.part))
      guard !redline.isUnchanged else { continue }
      add(
        subject, .reworded,
        [Change.Passage(old: before, new: after, key: key.rawValue, redline: redline)])
    }
    comparePoints(of: before, after)
  }

  // MARK: Points

  private mutating func comparePoints(of before: BlockLocation, _ after: BlockLocation) {
    let olds = old.points(of: before)
    let news = new.points(of: after)
    guard !olds.isEmpty || !news.isEmpty else { return }
    let staying = Alignment(
      of: olds.map { collation.counterpart(ofOld: $0).map(\.block) ?? -2 },
      with: news.map(\.block))
    let inPlace = Set(staying.pairs.map(\.new))
    var gone = olds[...]
    func addGone(upTo end: BlockLocation?, to comparison: inout Comparison) {
      while let next = gone.first, end.map({ next < $0 }) ?? true {
        gone.removeFirst()
        if comparison.collation.counterpart(ofOld: next) == nil {
          comparison.addWithdrawal(of: next)
        }
      }
    }
    for (place, point) in news.enumerated() {
      guard let origin = collation.counterpart(ofNew: point) else {
        add(.block(old: nil, new: point), .added, passages(of: nil, point))
        continue
      }
      let subject = Change.Subject.block(old: origin, new: point)
      if inPlace.contains(place) { addGone(upTo: origin, to: &self) } else { add(subject, .moved) }
      compareWords(of: origin, point, subject)
    }
    addGone(upTo: nil, to: &self)
  }

  // MARK: All words of a block

  /// The words of a block with its points, as added where the block is of the new version and as
  /// deleted where it is of the old one.
  private func passages(of before: BlockLocation?, _ after: BlockLocation?) -> [Change.Passage] {
    guard let location = before ?? after else { return [] }
    let version = before == nil ? new : old
    let block = version.block(at: location)
    var passages: [Change.Passage] = []
    for key in BlockKey.allCases where key != .continued {
      let words = block.words(of: key)
      guard !words.words.isEmpty else { continue }
      let redline =
        before == nil ? Redline(.nothing, words) : Redline(words, .nothing)
      passages.append(
        Change.Passage(old: before, new: after, key: key.rawValue, redline: redline))
    }
    for point in version.points(of: location) {
      passages += self.passages(
        of: before == nil ? nil : point, before == nil ? point : nil)
    }
    return passages
  }
}

/// What a block says, by the keys of the format.
enum BlockKey: String, CaseIterable {
  case title, continued, text, source, items, by, states, organizations
}

extension Block {
  /// The words that stand under a key.
  func words(of key: BlockKey) -> WordedText {
    switch key {
    case .title: title.map { WordedText($0.text) } ?? .nothing
    case .continued: isContinued ? WordedText(names: [TextSlice("true")]) : .nothing
    case .text: text.map { WordedText($0.text) } ?? .nothing
    case .source: particulars?.source.map { WordedText($0.text) } ?? .nothing
    case .by: particulars?.by.map { WordedText($0.text) } ?? .nothing
    case .items: WordedText(names: (particulars?.items ?? []).map(\.text))
    case .states: WordedText(names: particulars?.states?.entries.map(\.text) ?? [])
    case .organizations:
      WordedText(names: particulars?.organizations?.entries.map(\.text) ?? [])
    }
  }

  /// Whether a key has the very same bytes in another block, so that its words need no look.
  func hasSame(_ key: BlockKey, as other: Block) -> Bool {
    switch key {
    case .title: title?.text ?? .none == other.title?.text ?? .none
    case .text: text?.text ?? .none == other.text?.text ?? .none
    case .continued: isContinued == other.isContinued
    default: particulars == nil && other.particulars == nil
    }
  }
}

extension TextSlice {
  /// No text.
  static let none = TextSlice("")
}

extension Version {
  /// The points directly in a block.
  func points(of location: BlockLocation) -> [BlockLocation] {
    let report = series.parts[location.part]
    let block = report.blocks[location.block]
    guard block.kind != .section, block.kind != .heading, block.kind != .annex,
      block.end > location.block + 1
    else { return [] }
    return report.children(of: location.block).filter { report.blocks[$0].kind == .point }
      .map { BlockLocation(part: location.part, block: $0) }
  }
}
