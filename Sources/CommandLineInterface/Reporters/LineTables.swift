internal import SourceText

/// The lines of the files of a run, counted when they are first asked for.
final class LineTables {
  let files: [SourceFile]
  private var tables: [FileID: LineTable] = [:]
  /// The place in each file that was asked for last: findings come in order, and the next on a long
  /// line is counted on from it.
  private var latest: [FileID: LineTable.Landmark] = [:]

  init(_ files: [SourceFile]) {
    self.files = files
  }

  func table(of file: FileID) -> LineTable {
    if let table = tables[file] { return table }
    let table = LineTable(files[file.index])
    tables[file] = table
    return table
  }

  func location(of place: Place) -> Location {
    let table = table(of: place.file)
    let start = table.landmark(at: place.range.start, after: latest[place.file])
    latest[place.file] = start
    return Location(
      file: files[place.file.index].name, from: start.position,
      to: table.landmark(at: place.range.end, after: start).position)
  }
}

/// A stretch of a file, as an editor shows it.
struct Location {
  let file: String
  let from: LinePosition
  /// The position just after the last character.
  let to: LinePosition

  /// Where the stretch starts, as `file:line:column`.
  var start: String { "\(file):\(from.line):\(from.column)" }
}
