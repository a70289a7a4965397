internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// What a file is written from: stretches of other files, and what stands between them.
struct Manuscript {
  private enum Piece {
    case literal(String)
    case source(Place, LineShift.Indentation)
    /// The end of a line, where the piece before has none.
    case lineEnd
  }

  private var pieces: [Piece] = []
  private let files: [FileID: SourceFile]
  /// How lines end, as they do in the first of the files.
  private let lineBreak: String

  init(files: [FileID: SourceFile], lineBreak: String) {
    self.files = files
    self.lineBreak = lineBreak
  }

  // MARK: Adding

  mutating func add(_ text: String) { pieces.append(.literal(text)) }

  mutating func addMargin(_ column: Int) { add(String(repeating: " ", count: column)) }

  mutating func addLine(_ text: String = "", at column: Int = 0) {
    if !text.isEmpty { addMargin(column) }
    add(text + lineBreak)
  }

  /// Adds a stretch of a file whose first line goes on where the text so far ends.
  mutating func add(_ place: Place, _ indentation: LineShift.Indentation) {
    pieces.append(.source(place, indentation))
  }

  /// Ends the line, if it has not ended.
  mutating func endLine() { pieces.append(.lineEnd) }

  // MARK: Writing

  /// The file, with edits made in the stretches that it is written from.
  func text(with edits: [FileID: EditScript]) -> TextStorage {
    var output: [UInt8] = []
    output.reserveCapacity(files.values.reduce(0) { $0 + $1.text.count })
    write(with: edits, to: &output) { _ in }
    return TextStorage(copying: output)
  }

  /// A stretch of a source that was copied without an edit in it.
  private struct Copy {
    let source: Place
    let indentation: LineShift.Indentation
    /// Where it begins in what was written.
    let start: Int
  }

  private func write(
    with edits: [FileID: EditScript], to output: inout [UInt8], _ report: (Copy) -> Void
  ) {
    for piece in pieces {
      switch piece {
      case .literal(let text): output.append(contentsOf: text.utf8)
      case .lineEnd:
        if let last = output.last, last != 0x0A, last != 0x0D {
          output.append(contentsOf: lineBreak.utf8)
        }
      case .source(let place, let indentation):
        guard let file = files[place.file] else { continue }
        var shift = LineShift(
          indentation, lineBreak: file.lineBreak == lineBreak ? nil : lineBreak)
        var offset = place.range.start
        func copy(upTo end: TextOffset) {
          let range = TextRange(offset, end)
          report(
            Copy(source: Place(place.file, range), indentation: indentation, start: output.count))
          shift.copy(range, of: file, to: &output)
        }
        for edit in edits[place.file]?.edits(in: place.range) ?? [] {
          copy(upTo: edit.range.start)
          output.append(contentsOf: edit.replacement.utf8)
          offset = edit.range.end
        }
        copy(upTo: place.range.end)
      }
    }
  }

  // MARK: The way back

  /// Where the beginnings of some stretches of the written file come from.
  ///
  /// What was written by an edit comes from what the edit replaced, and what stands in no file from
  /// the stretch before it.
  func sources(of ranges: [TextRange], with edits: [FileID: EditScript]) -> [Place] {
    var copies: [Copy] = []
    var output: [UInt8] = []
    write(with: edits, to: &output) { copies.append($0) }
    return ranges.map { range in
      let after = copies.partitioningIndex { $0.start > range.start.utf8 }
      let copy = copies[max(after - 1, 0)]
      return source(of: range, in: copy, output)
    }
  }

  private func source(of range: TextRange, in copy: Copy, _ output: [UInt8]) -> Place {
    let source = copy.source
    guard let file = files[source.file] else { return source }
    var line = source.range.start
    var start = copy.start
    // Lines have other lengths than in the source, but their number is the same.
    for offset in copy.start..<max(range.start.utf8, copy.start) where output[offset] == 0x0A {
      line = file.wholeLine(at: line).end
      start = offset + 1
    }
    var column = range.start.utf8 - start
    if start > copy.start, case .by(let columns) = copy.indentation { column -= columns }
    let place = min(line + max(column, 0), source.range.end)
    let end = min(place + range.count, max(source.range.end, place))
    return Place(source.file, TextRange(place, end))
  }
}

extension EditScript {
  /// The edits that lie in a stretch, without those that insert something at its end.
  fileprivate func edits(in range: TextRange) -> ArraySlice<TextEdit> {
    let start = edits.partitioningIndex { $0.range.start >= range.start }
    let end = edits.partitioningIndex { $0.range.start >= range.end }
    return edits[start..<max(start, end)]
  }
}
