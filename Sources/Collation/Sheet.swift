internal import ReportModel
internal import SourceText

/// The blocks of a version in one row, part after part, with what they are told apart by.
struct Sheet {
  /// What may be the same block in another version.
  enum Class: UInt8 {
    case division, annex, paragraph, recommendation, quote, table, text, point
  }

  struct Leaf {
    let location: BlockLocation
    let kind: Class
    /// The position of the block that holds this one; −1 at the top.
    let parent: Int
    /// The same for blocks of one class with the same words.
    var fingerprint = 0
    /// Whether the block has no words of its own.
    var isWordless = false
  }

  let version: Version
  private(set) var leaves: ContiguousArray<Leaf> = []
  /// The positions of all blocks but points, in reading order.
  private(set) var units: [Int] = []
  /// For each part of the series the position of its first block; −1 where it is left out.
  private var firsts: [Int]
  /// What of a text tells a block from others.
  private let wording: (TextSlice) -> [TextSlice]

  init(_ version: Version, wording: @escaping (TextSlice) -> [TextSlice]) {
    self.version = version
    self.wording = wording
    firsts = Array(repeating: -1, count: version.series.parts.count)
    for part in version.parts {
      let first = leaves.count
      firsts[part] = first
      let report = version.series.parts[part]
      for (index, block) in report.blocks.enumerated() {
        let kind = Class(block.kind)
        if kind != .point { units.append(first + index) }
        leaves.append(
          Leaf(
            location: BlockLocation(part: part, block: index), kind: kind,
            parent: block.parent.map { first + $0 } ?? -1))
      }
      takeFingerprints(of: report, first: first)
    }
  }

  func position(of location: BlockLocation) -> Int? {
    guard firsts.indices.contains(location.part), firsts[location.part] >= 0 else { return nil }
    return firsts[location.part] + location.block
  }

  func block(_ position: Int) -> Block { version.block(at: leaves[position].location) }

  /// The position just after the last block that a block holds.
  func end(of position: Int) -> Int {
    let location = leaves[position].location
    return firsts[location.part] + version.block(at: location).end
  }

  /// The points directly in a block.
  func points(of position: Int) -> [Int] {
    var points: [Int] = []
    var next = position + 1
    let end = end(of: position)
    while next < end {
      if leaves[next].kind == .point { points.append(next) }
      next = self.end(of: next)
    }
    return points
  }

  /// The sections that continue one of an earlier part, with the first of them.
  var openings: [BlockLocation: BlockLocation] {
    var firsts: [Int: BlockLocation] = [:]
    var openings: [BlockLocation: BlockLocation] = [:]
    for position in units where leaves[position].kind == .division {
      let leaf = leaves[position]
      guard let first = firsts[leaf.fingerprint] else {
        firsts[leaf.fingerprint] = leaf.location
        continue
      }
      if block(position).isContinued { openings[leaf.location] = first }
    }
    return openings
  }

  /// Hands over what tells a block from others, without the blocks that it holds.
  func forEachWording(of block: Block, _ body: (TextSlice) -> Void) {
    block.forEachWording { wording($0).forEach(body) }
  }

  private mutating func takeFingerprints(of report: Report, first: Int) {
    for (index, block) in report.blocks.enumerated() {
      let position = first + index
      var hasher = Hasher()
      hasher.combine(leaves[position].kind)
      var isWordless = true
      forEachWording(of: block) { text in
        isWordless = isWordless && text.isEmpty
        hasher.combine(text)
      }
      switch leaves[position].kind {
      case .division where leaves[position].parent >= 0:
        hasher.combine(leaves[leaves[position].parent].fingerprint)
      // A section is the same one whatever it holds.
      case .division, .annex, .point: break
      default:
        for point in index + 1..<max(block.end, index + 1)
        where report.blocks[point].kind == .point {
          isWordless = false
          hasher.combine(report.blocks[point].depth)
          forEachWording(of: report.blocks[point]) { hasher.combine($0) }
        }
      }
      // Nothing but its number tells such a block from others, and numbers begin again in each part.
      if isWordless, let label = block.label {
        hasher.combine(label.text)
        hasher.combine(report.masthead[.symbol]?.text)
      }
      leaves[position].fingerprint = hasher.finalize()
      leaves[position].isWordless = isWordless
    }
  }
}

extension Sheet.Class {
  fileprivate init(_ kind: BlockKind) {
    self =
      switch kind {
      case .section, .heading: .division
      case .annex: .annex
      case .paragraph, .statements: .paragraph
      case .recommendation: .recommendation
      case .quote: .quote
      case .table: .table
      case .text: .text
      case .point: .point
      }
  }
}

extension Block {
  /// Hands over what the block says by itself, without the blocks that it holds.
  func forEachWording(_ body: (TextSlice) -> Void) {
    if let title { body(title.text) }
    if let text { body(text.text) }
    guard let particulars else { return }
    for item in particulars.items { body(item.text) }
    if let by = particulars.by { body(by.text) }
    for name in particulars.states?.entries ?? [] { body(name.text) }
    for name in particulars.organizations?.entries ?? [] { body(name.text) }
    if let source = particulars.source { body(source.text) }
  }
}
