public import SourceText

/// The way from the decoded text of a scalar to its source.
///
/// The source is walked once, by the rules of the scalar's style, when a map is made. It is made
/// for a text in which something was found, and serves all that is found there.
public struct ScalarMap: Sendable {
  public let text: SourcedText
  public let file: SourceFile
  /// What is between decoded and source offsets where the whole text is one verbatim run, as it is
  /// in most scalars on one line; then there are no others.
  private let constantShift: Int?
  private let runs: [ScalarRun]
  /// Whether the source says what was decoded. Where a mistake had to be covered so that reading
  /// could go on, it may not, and nothing is edited.
  let isFaithful: Bool
  /// Of a folded scalar: whether a line begins with a blank beyond the indentation.
  let hasMoreIndentedLines: Bool

  /// - Parameters:
  ///   - text: The whole text of a scalar.
  ///   - file: The file that it was read from.
  public init(_ text: SourcedText, in file: SourceFile) {
    self.text = text
    self.file = file
    constantShift = Self.constantShift(of: text, in: file)
    guard constantShift == nil else {
      runs = []
      hasMoreIndentedLines = false
      isFaithful = true
      return
    }
    (runs, hasMoreIndentedLines, isFaithful) = withExtendedLifetime(file.text) {
      var walk = ScalarWalk(text.origin, count: text.text.count, in: file.text.bytes)
      var runs: [ScalarRun] = []
      var hasMoreIndentedLines = false
      repeat {
        hasMoreIndentedLines = hasMoreIndentedLines || walk.block.lineIsMoreIndented
        guard let run = walk.next() else { break }
        runs.append(run)
      } while true
      return (runs, hasMoreIndentedLines, Self.isFaithful(runs, to: text, in: file))
    }
  }

  private static func isFaithful(_ runs: [ScalarRun], to text: SourcedText, in file: SourceFile)
    -> Bool
  {
    text.text.withBytes { decoded in
      runs.allSatisfy { run in
        !run.isVerbatim
          || run.decoded.upperBound <= decoded.count
            && decoded[run.decoded].elementsEqual(file.text.bytes[run.source])
      }
    }
  }

  private static func constantShift(of text: SourcedText, in file: SourceFile) -> Int? {
    let quotes: Int
    switch text.origin.style {
    case .plain: quotes = 0
    case .singleQuoted, .doubleQuoted: quotes = 1
    case .literal, .folded: return nil
    }
    guard text.text.count > 0, text.range.count == text.text.count + 2 * quotes else { return nil }
    let start = text.range.start.utf8 + quotes
    let isSame = text.text.withBytes { decoded in
      decoded.elementsEqual(file.text.bytes[start..<start + decoded.count])
    }
    return isSame ? start : nil
  }

  /// The source of some decoded bytes: replacing it replaces these bytes and no others.
  ///
  /// An escape or a fold that is covered in part is covered whole. An empty range is a place to
  /// insert at.
  /// - Parameter decoded: UTF-8 offsets in the decoded text.
  public func source(of decoded: Range<Int>) -> TextRange {
    guard !decoded.isEmpty else {
      let place = source(of: decoded.lowerBound)
      return TextRange(place, place)
    }
    if let shift = constantShift {
      return TextRange(decoded.lowerBound + shift, decoded.upperBound + shift)
    }
    var end = text.range.end.utf8
    if let last = firstRun(endingFrom: decoded.upperBound) {
      end = last.isVerbatim ? last.source(of: decoded.upperBound) : last.source.upperBound
    }
    return TextRange(start(of: decoded.lowerBound) ?? end, end)
  }

  /// The source of a place in decoded text: where the byte after it comes from, or, at the end,
  /// just after the last.
  /// - Parameter decoded: A UTF-8 offset in the decoded text.
  public func source(of decoded: Int) -> TextOffset {
    if let shift = constantShift { return TextOffset(decoded + shift) }
    return TextOffset(start(of: decoded) ?? runs.last?.source.upperBound ?? placeInEmptyText)
  }

  /// Where the source of a decoded byte begins.
  private func start(of decoded: Int) -> Int? {
    firstRun(endingFrom: decoded + 1)
      .map { $0.isVerbatim ? $0.source(of: decoded) : $0.source.lowerBound }
  }

  /// Whether some decoded bytes stand in the source as they are and in one piece.
  /// - Parameter decoded: UTF-8 offsets in the decoded text.
  public func isVerbatim(_ decoded: Range<Int>) -> Bool {
    guard constantShift == nil, !decoded.isEmpty else { return true }
    guard let run = firstRun(endingFrom: decoded.lowerBound + 1) else { return false }
    return run.isVerbatim && decoded.upperBound <= run.decoded.upperBound
  }

  /// Whether no escape or fold lies on both sides of a decoded offset.
  func isDivisible(at offset: Int) -> Bool {
    guard let run = firstRun(endingFrom: offset + 1), run.decoded.lowerBound < offset else {
      return true
    }
    return run.isVerbatim
  }

  /// The first run that ends at a decoded offset or after it.
  private func firstRun(endingFrom offset: Int) -> ScalarRun? {
    var first = 0
    var end = runs.count
    while first < end {
      let middle = (first + end) / 2
      if runs[middle].decoded.upperBound < offset { first = middle + 1 } else { end = middle }
    }
    return first < runs.count ? runs[first] : nil
  }

  private var placeInEmptyText: Int {
    switch text.origin.style {
    case .plain: text.range.start.utf8
    case .singleQuoted, .doubleQuoted: text.range.start.utf8 + 1
    case .literal, .folded: text.range.end.utf8
    }
  }
}

extension ScalarRun {
  /// The source of a decoded offset in a verbatim run.
  func source(of offset: Int) -> Int { source.lowerBound + offset - decoded.lowerBound }
}
