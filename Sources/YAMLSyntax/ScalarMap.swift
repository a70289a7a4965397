public import SourceText

/// The way from the decoded text of a scalar to its source.
///
/// It is walked when it is asked for, by the rules of the scalar's style; nothing is stored.
public struct ScalarMap: Sendable {
  public let text: SourcedText
  public let file: SourceFile

  /// - Parameters:
  ///   - text: The whole text of a scalar.
  ///   - file: The file that it was read from.
  public init(_ text: SourcedText, in file: SourceFile) {
    self.text = text
    self.file = file
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
    var start: Int?
    var end = text.range.end.utf8
    walk { run in
      if start == nil, decoded.lowerBound < run.decoded.upperBound {
        start = run.isVerbatim ? run.source(of: decoded.lowerBound) : run.source.lowerBound
      }
      guard decoded.upperBound <= run.decoded.upperBound else { return true }
      end = run.isVerbatim ? run.source(of: decoded.upperBound) : run.source.upperBound
      return false
    }
    return TextRange(start ?? end, end)
  }

  /// The source of a place in decoded text: where the byte after it comes from, or, at the end,
  /// just after the last.
  /// - Parameter decoded: A UTF-8 offset in the decoded text.
  public func source(of decoded: Int) -> TextOffset {
    if let shift = constantShift { return TextOffset(decoded + shift) }
    var last: Int?
    var place: Int?
    walk { run in
      last = run.source.upperBound
      guard decoded < run.decoded.upperBound else { return true }
      place = run.isVerbatim ? run.source(of: decoded) : run.source.lowerBound
      return false
    }
    return TextOffset(place ?? last ?? placeInEmptyText)
  }

  /// Whether some decoded bytes stand in the source as they are and in one piece.
  /// - Parameter decoded: UTF-8 offsets in the decoded text.
  public func isVerbatim(_ decoded: Range<Int>) -> Bool {
    guard constantShift == nil, !decoded.isEmpty else { return true }
    var result = false
    walk { run in
      guard decoded.lowerBound < run.decoded.upperBound else { return true }
      result = run.isVerbatim && decoded.upperBound <= run.decoded.upperBound
      return false
    }
    return result
  }

  /// Visits the runs of the text in order, for as long as the visitor returns true.
  func walk(_ visit: (ScalarRun) -> Bool) {
    withExtendedLifetime(file.text) {
      for run in ScalarWalk(text.origin, count: text.text.count, in: file.text.bytes) {
        if !visit(run) { return }
      }
    }
  }

  /// What is between decoded and source offsets where the whole text is one verbatim run, as it is
  /// in most scalars on one line.
  private var constantShift: Int? {
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
