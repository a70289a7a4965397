internal import SourceText

/// The line of a finding, as it is shown with the place marked beneath.
struct Snippet: Equatable {
  /// The text, cut to a window around the place where the line is long.
  let text: String
  /// The columns before the place.
  let indentation: Int
  /// The columns that are marked, at least one.
  let width: Int

  /// The most columns that are shown of a line.
  private static let limit = 100
  /// The columns that a long line keeps before the place, where there are enough after it.
  private static let lead = 40

  /// - Parameters:
  ///   - range: The place; of one that goes on to further lines the part on its first is marked.
  ///   - line: The range of the line where it starts.
  init(of range: TextRange, inLine line: TextRange, of file: SourceFile) {
    let start = min(max(range.start, line.start), line.end)
    let end = min(max(range.end, start), line.end)
    let marked = TextRange(start, end)
    self =
      Snippet(of: marked, inWholeLine: line, of: file)
      ?? Snippet(of: marked, inWindowOf: line, of: file)
  }

  /// Shows the whole line; nil where it is too long.
  private init?(of range: TextRange, inWholeLine line: TextRange, of file: SourceFile) {
    guard line.count <= Self.limit * 4 else { return nil }
    func shown(_ start: TextOffset, _ end: TextOffset) -> (text: String, width: Int) {
      let text = file.slice(TextRange(start, end)).string.shown
      return (text, text.displayWidth)
    }
    let before = shown(line.start, range.start)
    let marked = shown(range.start, range.end)
    let after = shown(range.end, line.end)
    guard before.width + marked.width + after.width <= Self.limit else { return nil }
    text = before.text + marked.text + after.text
    indentation = before.width
    width = max(marked.width, 1)
  }

  /// Shows as much of the line as fits.
  private init(of range: TextRange, inWindowOf line: TextRange, of file: SourceFile) {
    let before = Self.columns(of: file, from: line.start, to: range.start, fromEnd: true)
    let after = Self.columns(of: file, from: range.start, to: line.end, fromEnd: false)
    let left = min(before.width, max(Self.lead, Self.limit - after.width))
    let right = min(after.width, Self.limit - left)

    let head = before.last(left)
    let tail = after.first(right)
    text = head + tail
    indentation = head.displayWidth
    let marked = Self.columns(of: file, from: range.start, to: range.end, fromEnd: false)
    width = max(min(marked.width, tail.displayWidth), 1)
  }

  /// The characters of a stretch as they are shown: as many as a window could hold.
  private static func columns(
    of file: SourceFile, from start: TextOffset, to end: TextOffset, fromEnd: Bool
  ) -> Columns {
    // Four bytes a character at most, and room for combining marks.
    let reach = limit * 8
    let isCut = end.utf8 - start.utf8 > reach
    let stretch =
      switch (isCut, fromEnd) {
      case (false, _): TextRange(start, end)
      case (true, true): TextRange(end + -reach, end)
      case (true, false): TextRange(start, start + reach)
      }
    var scalars = Array(file.slice(stretch).string.unicodeScalars)
    // The cut may have gone through a character.
    if isCut, scalars.count > 8 {
      if fromEnd { scalars.removeFirst(4) } else { scalars.removeLast(4) }
    }
    return Columns(scalars: scalars, isCut: isCut)
  }
}

/// Characters as they are shown, with the columns that they take.
private struct Columns {
  let scalars: [Unicode.Scalar]
  /// Whether there is more than the characters.
  let isCut: Bool
  let width: Int

  init(scalars: [Unicode.Scalar], isCut: Bool) {
    self.scalars = scalars
    self.isCut = isCut
    width = scalars.reduce(0) { $0 + $1.shownWidth } + (isCut ? 1 : 0)
  }

  /// As many characters from the start as fit, and a sign for the rest.
  func first(_ limit: Int) -> String {
    let taken = scalars.prefix(fitting(scalars, limit))
    return shown(taken) + (isWhole(taken) ? "" : "…")
  }

  /// As many characters from the end as fit, after a sign for the rest.
  func last(_ limit: Int) -> String {
    let taken = scalars.suffix(fitting(scalars.reversed(), limit))
    return (isWhole(taken) ? "" : "…") + shown(taken)
  }

  private func isWhole(_ taken: ArraySlice<Unicode.Scalar>) -> Bool {
    !isCut && taken.count == scalars.count
  }

  private func shown(_ taken: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: taken)
    return String(text).shown
  }

  /// How many of some characters fit.
  private func fitting(_ scalars: some Sequence<Unicode.Scalar>, _ limit: Int) -> Int {
    var room = isCut || width > limit ? limit - 1 : limit
    var count = 0
    for scalar in scalars {
      room -= scalar.shownWidth
      if room < 0 { break }
      count += 1
    }
    return count
  }
}
