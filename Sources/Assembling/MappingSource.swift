internal import SourceText
internal import YAMLSyntax

/// An entry of a mapping, with the lines that it stands on.
struct EntrySource {
  let entry: YAMLEntry
  let file: FileID
  /// Its lines; nil in a mapping that is written in braces.
  let lines: YAMLLines?

  /// Where its key stands.
  var place: Place { Place(file, entry.key.range) }

  /// The blank lines and comments that go with it; nil stands for a blank line.
  var leadLines: [TextSlice?] {
    lines.map { entry.key.tree.commentLines(in: $0.lead) } ?? []
  }

  /// The comment beside the key, or beside the value where that ends on a line with it.
  var besideComment: TextSlice? {
    let source = entry.key.tree.file
    if let comment = entry.value.commentAfter { return source.slice(comment.range) }
    guard lines != nil, entry.value.isBlock else { return nil }
    let line = source.slice(
      TextRange(entry.key.range.end, source.endOfLine(at: entry.key.range.end)))
    return line.firstRange(of: TextSlice("#")).map { line[$0.lowerBound..<line.count] }
  }

  /// All comments that stand with it.
  var comments: [TextSlice] {
    leadLines.compactMap { $0 } + [besideComment].compactMap { $0 }
  }

  /// The lines of the first item of a list that is written with dashes.
  var firstItem: YAMLLines? {
    lines == nil ? nil : entry.value.itemLines(after: entry.key.range.start).first
  }
}

/// A mapping whose entries go to different places.
struct MappingSource {
  let cursor: YAMLCursor
  let file: FileID
  let entries: [EntrySource]

  /// - Parameter opening: Where the key or dash stands that the mapping belongs to; nil for the whole
  ///   document.
  init(_ cursor: YAMLCursor, in file: FileID, opening: TextOffset?) {
    self.cursor = cursor
    self.file = file
    let lines = cursor.entryLines(after: opening)
    entries = cursor.entries.enumerated().map { index, entry in
      EntrySource(entry: entry, file: file, lines: lines.isEmpty ? nil : lines[index])
    }
  }

  /// The mapping that is the value of an entry.
  init(valueOf entry: EntrySource) {
    self.init(entry.entry.value, in: entry.file, opening: entry.entry.key.range.start)
  }

  subscript(key: StaticString) -> EntrySource? { entries.first { $0.entry.key.text == key } }
}

extension YAMLCursor {
  /// Whether the node begins on a line after its key, or only with a sign on that line.
  fileprivate var isBlock: Bool {
    node.kind == .scalar
      ? node.style == .literal || node.style == .folded : !node.isFlow
  }
}
