internal import ProseSyntax
internal import RuleLibrary
internal import SourceText

/// What the stretches of a text stand in, each kind found when it is first asked for.
struct ZoneMap {
  private let prose: Prose
  private lazy var opaque = prose.opaque
  private(set) lazy var autolinks = Stretches(prose.elements.filter(\.isAutolink).map(\.range))
  private lazy var italics = Stretches(prose.elements.compactMap(\.emphasized))
  private lazy var symbols = Stretches(DocumentSymbolCheck.symbols(in: prose.text))
  private lazy var quotations = Stretches(prose.quotations)

  init(_ prose: Prose) {
    self.prose = prose
  }

  /// Whether a place stands in a quotation.
  /// - Parameter offset: A UTF-8 offset in the decoded text.
  mutating func isQuoted(at offset: Int) -> Bool { quotations.contain(offset..<offset + 1) }

  /// Whether a stretch of the text is in one of some zones, or is no running text at all.
  /// - Parameter range: UTF-8 offsets in the decoded text.
  mutating func isIn(_ zones: TextZones, _ range: Range<Int>) -> Bool {
    opaque.overlap(range)
      || zones.contains(.quotations) && isQuoted(at: range.lowerBound)
      || zones.contains(.italics) && italics.contain(range)
      || zones.contains(.symbols) && symbols.overlap(range)
  }
}

/// Stretches of a text, none of which overlaps another.
struct Stretches {
  private var ranges: [Range<Int>] = []

  /// - Parameter ranges: By their start; one within another is left out.
  init(_ ranges: [Range<Int>]) {
    for range in ranges where range.lowerBound >= self.ranges.last?.upperBound ?? 0 {
      self.ranges.append(range)
    }
  }

  /// Whether one of the stretches has something of a range.
  func overlap(_ range: Range<Int>) -> Bool {
    stretch(endingAfter: range.lowerBound)?.overlaps(range) ?? false
  }

  /// Whether one of the stretches has all of a range.
  func contain(_ range: Range<Int>) -> Bool {
    guard let stretch = stretch(endingAfter: range.lowerBound) else { return false }
    return stretch.lowerBound <= range.lowerBound && range.upperBound <= stretch.upperBound
  }

  private func stretch(endingAfter offset: Int) -> Range<Int>? {
    let index = ranges.partitioningIndex { $0.upperBound > offset }
    return index < ranges.count ? ranges[index] : nil
  }
}

extension ProseElement {
  var isAutolink: Bool {
    if case .autolink = kind { return true }
    return false
  }

  /// What an element has in italics.
  fileprivate var emphasized: Range<Int>? {
    if case .emphasis(let content) = kind { return content }
    return nil
  }
}

extension Prose {
  /// What is no running text.
  var opaque: Stretches { Stretches(elements.filter(\.isOpaque).map(\.range)) }
}
