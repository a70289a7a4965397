internal import SourceText

/// The lines of the files of a run, counted when they are first asked for.
final class LineTables {
  let files: [SourceFile]
  private var tables: [FileID: LineTable] = [:]

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
    return Location(
      file: files[place.file.index].name, from: table.position(of: place.range.start),
      to: table.position(of: place.range.end))
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
