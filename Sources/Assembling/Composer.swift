internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// Writes the blocks of a merged report out of the parts that have them.
///
/// Bytes are copied; what changes is how far lines are indented, where a part is indented otherwise
/// than the first. A comment goes where the block goes that it stands with.
struct Composer {
  private(set) var manuscript: Manuscript
  private let series: Series
  private let sources: BlockSources
  /// Comments above sections that became one with another: they go above what follows.
  private var orphans: [BlockLocation: [TextSlice]] = [:]
  /// Comments below the last item of a list that go to the end of what holds the list.
  private var closing: [ClosingComment] = []
  /// The blank lines and comments of entries that are written.
  private var writtenLeads: Set<Place> = []
  /// Whether what was written last ends with a text to which the blank lines after it belong.
  private var isOpenEnded = false

  private struct ClosingComment {
    let file: FileID
    let column: Int
    let text: TextSlice
    /// Whether a blank line stands before it.
    let isSeparate: Bool
  }

  init(_ manuscript: Manuscript, _ series: Series, _ sources: BlockSources) {
    self.manuscript = manuscript
    self.series = series
    self.sources = sources
  }

  // MARK: Lists

  /// Writes a key with a list of blocks.
  /// - Parameters:
  ///   - owners: The mappings that may have the key, in the order of the parts.
  ///   - column: The column of the key.
  mutating func write(
    _ key: StaticString, _ blocks: [MergedBlock], of owners: [MappingSource], at column: Int
  ) {
    guard !blocks.isEmpty else { return }
    let lists = owners.compactMap { $0[key] }
    var itemColumn = column + 2
    if let list = lists.first(where: { $0.firstItem != nil }), let lines = list.lines,
      let first = list.firstItem
    {
      itemColumn = column + max(first.column - lines.column, 0)
      writeLead(of: list, at: column)
      manuscript.addMargin(column)
      manuscript.add(
        Place(list.file, TextRange(lines.body.start, first.lead.start)), .by(0))
      manuscript.endLine()
    } else {
      manuscript.addLine("\(key):", at: column)
    }
    let isSpaced = blocks.contains { block in
      let item = sources[firstOrigin(of: block)]
      return !item.isFirst && lead(of: item).first == .some(nil)
    }
    isOpenEnded = false
    for (index, block) in blocks.enumerated() {
      write(block, at: itemColumn, isFirst: index == 0, isSpaced: isSpaced)
      writeClosing(of: block, at: itemColumn)
    }
  }

  private func firstOrigin(of block: MergedBlock) -> BlockLocation {
    switch block {
    case .whole(let location): location
    case .joined(let origins, _): origins[0]
    }
  }

  private func lead(of item: BlockSources.Item) -> [TextSlice?] {
    guard let lines = item.lines, !lines.lead.isEmpty else { return [] }
    return item.cursor.tree.commentLines(in: lines.lead)
  }

  // MARK: Blocks

  private mutating func write(
    _ block: MergedBlock, at column: Int, isFirst: Bool, isSpaced: Bool
  ) {
    let origin = firstOrigin(of: block)
    let item = sources[origin]
    let isSeparate = isSpaced && item.isFirst && !isFirst
    writeLead(lead(of: item), of: origin, at: column, isFirst: isFirst, isSeparate: isSeparate)
    manuscript.addMargin(column)
    let width = item.lines.map { max($0.bodyColumn - $0.column, 2) } ?? 2
    manuscript.add("-" + String(repeating: " ", count: width - 1))
    switch block {
    case .whole:
      writeBody(item, at: column + width)
    case .joined(let origins, let contents):
      let comments = writeHeader(of: origins, at: column + width)
      adoptComments(of: origins, beside: comments)
      write(
        "contents", contents, of: origins.map { sources[$0].mapping }, at: column + width)
    }
  }

  private mutating func writeLead(
    _ lines: [TextSlice?], of origin: BlockLocation, at column: Int, isFirst: Bool,
    isSeparate: Bool
  ) {
    var blanks = lines.prefix { $0 == nil }.count
    let comments = lines.dropFirst(blanks)
    if isSeparate { blanks = 1 }
    // A blank line would be read as part of the text above it.
    if isFirst || isOpenEnded { blanks = 0 }
    for _ in 0..<blanks { manuscript.addLine() }
    for comment in orphans[origin] ?? [] { manuscript.addLine(comment.string, at: column) }
    for line in comments { manuscript.addLine(line?.string ?? "", at: column) }
  }

  private mutating func writeBody(_ item: BlockSources.Item, at column: Int) {
    if let lines = item.lines {
      manuscript.add(Place(item.file, lines.body), .by(column - lines.bodyColumn))
      keepTail(of: lines, in: item)
    } else {
      manuscript.add(Place(item.file, item.cursor.range), .to(column + 2))
    }
    manuscript.endLine()
    isOpenEnded = item.lines?.keepsBlankLines ?? false
  }

  // MARK: Comments at the end

  private mutating func keepTail(of lines: YAMLLines, in item: BlockSources.Item) {
    var isSeparate = false
    for line in item.cursor.tree.commentLines(in: lines.tail) {
      if let line {
        let start = item.cursor.tree.file.startOfLine(at: TextOffset(line.start))
        closing.append(
          ClosingComment(
            file: item.file, column: line.start - start.utf8, text: line, isSeparate: isSeparate))
      }
      isSeparate = line == nil
    }
  }

  /// Writes the comments that stand at the end of a section in the parts that have it.
  private mutating func writeClosing(of block: MergedBlock, at column: Int) {
    guard !closing.isEmpty else { return }
    let origins: [BlockLocation]
    switch block {
    case .whole(let location): origins = [location]
    case .joined(let locations, _): origins = locations
    }
    var columns: [FileID: Int] = [:]
    for item in origins.map({ sources[$0] }) { columns[item.file] = item.lines?.column }
    let written = closing
    closing = []
    for comment in written {
      if let start = columns[comment.file], comment.column >= start {
        write(comment, at: column + comment.column - start)
      } else {
        closing.append(comment)
      }
    }
  }

  private mutating func write(_ comment: ClosingComment, at column: Int) {
    if comment.isSeparate, !isOpenEnded { manuscript.addLine() }
    manuscript.addLine(comment.text.string, at: column)
    isOpenEnded = false
  }

  /// Writes the comments that stand at the end of the parts.
  mutating func writeClosing() {
    for comment in closing { write(comment, at: 0) }
    closing = []
  }

  // MARK: Sections that parts have between them

  /// Writes the keys of a section but its contents: those of the part that opened it, and what only
  /// a later part says.
  /// - Returns: The comments that stand with what later parts say and is not written.
  private mutating func writeHeader(of origins: [BlockLocation], at column: Int)
    -> [BlockLocation: [TextSlice]]
  {
    var written: Set<TextSlice> = []
    var left: [BlockLocation: [TextSlice]] = [:]
    // Its comments are written with the contents.
    let lister = origins.first { sources[$0].mapping["contents"]?.firstItem != nil }
    for origin in origins {
      for entry in sources[origin].mapping.entries where !(entry.entry.key.text == "continued") {
        let key = entry.entry.key.text
        if !(key == "contents"), written.insert(key).inserted {
          write(entry, at: column, isOnLine: written.count == 1)
        } else if origin != (key == "contents" ? lister : origins[0]) {
          left[origin, default: []] += entry.comments
        }
      }
    }
    return left
  }

  /// Writes a key with entries that come from several mappings.
  /// - Parameters:
  ///   - keys: The key in each of the mappings, whose comments go with it.
  ///   - equals: The entries that say what a written one says, by that one.
  mutating func write(
    _ key: StaticString, _ entries: [EntrySource], of keys: [EntrySource],
    equals: [Place: [EntrySource]]
  ) {
    for key in keys { writeLead(of: key, at: 0) }
    manuscript.addLine("\(key):" + (keys[0].besideComment.map { " \($0)" } ?? ""))
    for entry in entries {
      for comment in equals[entry.place, default: []].flatMap(\.comments) {
        manuscript.addLine(comment.string, at: 2)
      }
      write(entry, at: 2)
    }
  }

  /// Writes an entry of a mapping.
  /// - Parameter isOnLine: Whether it stands on a line that has begun.
  mutating func write(_ entry: EntrySource, at column: Int, isOnLine: Bool = false) {
    if !isOnLine {
      writeLead(of: entry, at: column)
      manuscript.addMargin(column)
    }
    if let lines = entry.lines {
      manuscript.add(Place(entry.file, lines.body), .by(column - lines.column))
    } else {
      manuscript.add(Place(entry.file, entry.entry.key.range), .to(column + 2))
      manuscript.add(":")
      if !entry.entry.value.range.isEmpty {
        manuscript.add(" ")
        manuscript.add(Place(entry.file, entry.entry.value.range), .to(column + 2))
      }
    }
    manuscript.endLine()
  }

  /// Writes the blank lines and comments that go with an entry, once.
  mutating func writeLead(of entry: EntrySource, at column: Int) {
    guard let lead = entry.lines?.lead, !lead.isEmpty,
      writtenLeads.insert(Place(entry.file, lead)).inserted
    else { return }
    for line in entry.leadLines { manuscript.addLine(line?.string ?? "", at: column) }
  }

  /// Gives the comments of a continued section to the first block that it adds; what one of them
  /// allows for the whole section, to each.
  /// - Parameter others: The comments within the section that stand with no block of it.
  private mutating func adoptComments(
    of origins: [BlockLocation], beside others: [BlockLocation: [TextSlice]]
  ) {
    for origin in origins.dropFirst() {
      let item = sources[origin]
      let above = lead(of: item).compactMap { $0 } + (orphans[origin] ?? [])
      let children = series.parts[origin.part].children(of: origin.block)
        .map { BlockLocation(part: origin.part, block: $0) }
      guard let first = children.first else { continue }
      let comments = above + others[origin, default: []]
      orphans[first, default: []] += comments
      let allowances = comments.filter(\.isForRapporteur)
      for child in children.dropFirst() { orphans[child, default: []] += allowances }
    }
  }
}

extension TextSlice {
  /// Whether a comment speaks to the program.
  fileprivate var isForRapporteur: Bool {
    string.drop { $0 == "#" || $0 == " " }.lowercased().hasPrefix("rapporteur:")
  }
}
