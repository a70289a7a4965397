internal import Diagnostics
internal import SourceText

/// Finds the marks that version control leaves where two versions of some lines could not be joined.
///
/// They are looked for in the bytes, because below a text that is indented they are read as text.
struct MergeConflicts {
  private let file: SourceFile
  private let source: YAMLBytes
  private let id: FileID

  /// The most conflicts of a file that are reported.
  private static let handful = 5
  private static let markWidth = 7

  init(in file: SourceFile, id: FileID) {
    self.file = file
    source = YAMLBytes(file.text.bytes)
    self.id = id
  }

  /// A finding for each conflict, at its first mark.
  var findings: [Finding] {
    let bounds = marks("<") + marks(">")
    guard !bounds.isEmpty else { return [] }
    let marks = (bounds + marks("|") + marks("=")).sorted { $0.lowerBound < $1.lowerBound }
    var conflicts: [[Range<Int>]] = []
    for mark in marks {
      if conflicts.isEmpty || source[mark.lowerBound] == UInt8(ascii: "<") { conflicts.append([]) }
      conflicts[conflicts.count - 1].append(mark)
    }
    let table = LineTable(file)
    return conflicts.prefix(Self.handful).map { finding(of: $0, table) }
  }

  /// The lines that begin with a mark seven times and have nothing behind it, or a space.
  private func marks(_ mark: Unicode.Scalar) -> [Range<Int>] {
    let byte = UInt8(ascii: mark)
    var marks: [Range<Int>] = []
    var offset = 0
    while let start = source.firstIndex(of: byte, from: offset) {
      var end = start
      while source[end] == byte { end += 1 }
      if end - start == Self.markWidth, source.isGap(at: end), source.startsLine(start) {
        marks.append(start..<end)
      }
      offset = end
    }
    return marks
  }

  private func finding(of marks: [Range<Int>], _ table: LineTable) -> Finding {
    let lines = marks.map { String(table.position(of: TextOffset($0.lowerBound)).line) }
    let list =
      lines.count == 1
      ? "line \(lines[0])"
      : "lines \(lines.dropLast().joined(separator: ", ")) and \(lines.last ?? "")"
    return Finding(
      "merge-conflict", at: Place(id, TextRange(marks[0].lowerBound, marks[0].upperBound)),
      "a merge conflict was left here, with its marks in \(list); keep one of the versions and "
        + "delete the marks")
  }
}
