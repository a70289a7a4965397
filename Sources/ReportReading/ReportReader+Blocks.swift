internal import Diagnostics
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// The blocks of a report's contents and annexes.
extension ReportReader {
  /// Reads a list of blocks.
  /// - Parameters:
  ///   - depth: The number of sections and headings around the blocks.
  ///   - key: The key that the list stands under.
  mutating func readBlocks(
    _ list: YAMLCursor, in parent: BlockIndex?, depth: Int, key: FormatKey
  ) {
    guard list.kind == .sequence else {
      if !list.isEmpty {
        report(
          "value-malformed", at: list.range,
          "`\(key.rawValue)` is a list of blocks, each with a dash: `- paragraph: 1`")
      }
      return
    }
    for item in list.items { readBlock(item, in: parent, depth: depth) }
  }

  mutating func readAnnexes(_ list: YAMLCursor) {
    guard list.kind == .sequence else {
      readBlocks(list, in: nil, depth: 0, key: .annexes)
      return
    }
    for item in list.items {
      guard item.kind == .mapping,
        let key = item.entries.first(where: { FormatKey($0.key.text) == .annex })
      else {
        report(
          "value-malformed", at: item.kind == .scalar ? item.range : firstKey(of: item),
          "each entry of `annexes` has the key `annex`, with its number or nothing for the only one"
        )
        continue
      }
      readBlock(item, kind: .annex, made: key, in: nil, depth: 0)
    }
  }

  private mutating func readBlock(_ item: YAMLCursor, in parent: BlockIndex?, depth: Int) {
    guard item.kind == .mapping else {
      if item.kind == .scalar, !item.isEmpty {
        readBareText(item, in: parent)
      } else {
        report(
          "value-malformed", at: item.range,
          "a block is a key with its values, such as `- paragraph: 1`; this is "
            + (item.kind == .scalar ? "empty" : "a list"))
      }
      return
    }
    guard let (kind, key) = kindOfBlock(item) else { return }
    if kind == .annex {
      report(
        "value-malformed", at: key.key.range,
        "an annex stands under `annexes`, after the contents of the report")
      return
    }
    readBlock(item, kind: kind, made: key, in: parent, depth: depth)
  }

  /// The kind of a block, with the entry that makes it so. A misspelt kind is taken as meant.
  private mutating func kindOfBlock(_ item: YAMLCursor) -> (BlockKind, YAMLEntry)? {
    var found: (kind: BlockKind, entry: YAMLEntry)?
    var text: YAMLEntry?
    for entry in item.entries {
      guard let key = FormatKey(entry.key.text) else { continue }
      if key == .text { text = entry }
      guard let kind = BlockKind(key) else { continue }
      if let first = found {
        report(
          "value-malformed", at: entry.key.range,
          "a block is of one kind: this one is \(first.kind.withArticle) already")
      } else {
        found = (kind, entry)
      }
    }
    if let found { return found }
    if let misspelt = misspeltKind(item) { return misspelt }
    if let text { return (.text, text) }
    let kinds = BlockKind.allCases.compactMap(\.key).filter { $0 != .annex }
    report(
      "value-malformed", at: firstKey(of: item),
      "nothing says what this block is; its kind is one of "
        + kinds.map { "`\($0.rawValue)`" }.joined(separator: ", "))
    return nil
  }

  private mutating func misspeltKind(_ item: YAMLCursor) -> (BlockKind, YAMLEntry)? {
    let kinds = BlockKind.allCases.compactMap(\.key)
    for entry in item.entries where FormatKey(entry.key.text) == nil {
      guard let meant = nearest(to: entry.key.text.string, among: kinds.map(\.rawValue)),
        let kind = BlockKind(rawValue: meant), kind != .text
      else { continue }
      return (kind, entry)
    }
    return nil
  }

  /// A text that stands among the blocks without a key is read as an unnumbered paragraph.
  private mutating func readBareText(_ item: YAMLCursor, in parent: BlockIndex?) {
    report(
      "value-malformed", at: item.range,
      "a text among the blocks has the key `text`: `- text: …`")
    let index = report.open(.text, in: parent, depth: 0, range: item.range, keyRange: item.range)
    report.update(index) { $0.text = item.sourced }
  }

  /// Reads a block of a known kind.
  /// - Parameter made: The entry that makes the block what it is; nil for a point.
  mutating func readBlock(
    _ item: YAMLCursor, kind: BlockKind, made: YAMLEntry?, in parent: BlockIndex?, depth: Int
  ) {
    let keyRange = made?.key.range ?? item.range
    let findingsBefore = findings.count
    let index = report.open(
      kind, in: parent, depth: depth, range: item.range, keyRange: keyRange)
    if let made {
      readKindValue(made, kind, index)
      if report.blocks[index].hasWordsForLabel { reportWordsForLabel(made, kind, of: item) }
    }
    var contents: YAMLEntry?
    var points: YAMLEntry?
    for entry in item.entries {
      if let made, entry.key.range == made.key.range {
        if FormatKey(entry.key.text) == nil {
          reportUnknownKey(entry.key, of: "a block", known: kind.key.map { [$0.rawValue] } ?? [])
        }
        continue
      }
      guard let key = FormatKey(entry.key.text), kind.otherKeys.contains(key) else {
        reportMisplacedKey(entry.key, in: kind)
        continue
      }
      switch key {
      case .contents: contents = entry
      case .points: points = entry
      default: readField(key, entry, of: index)
      }
    }
    if let points { readPoints(points, in: index, level: kind == .point ? depth + 1 : 0) }
    if let contents {
      report.update(index) { $0.contentsKeyRange = contents.key.range }
      let isInAnnex = kind == .annex
      readBlocks(contents.value, in: index, depth: isInAnnex ? 0 : depth + 1, key: .contents)
    }
    report.close(index)
    if findings.count == findingsBefore { reportMissingText(of: index) }
  }

  private mutating func readKindValue(
    _ entry: YAMLEntry, _ kind: BlockKind, _ index: BlockIndex
  ) {
    switch kind {
    case .section, .annex, .paragraph, .recommendation, .statements:
      readLabel(entry, of: index)
    case .heading:
      let title = title(entry)
      report.update(index) { $0.title = title }
    case .quote, .table, .text:
      let text = prose(entry, isOpen: kind == .text)
      report.update(index) { $0.text = text }
    case .point:
      break
    }
  }

  /// Reads a label. One that is not there is empty: the block is not numbered yet.
  private mutating func readLabel(_ entry: YAMLEntry, of index: BlockIndex) {
    var node = entry.value
    if node.kind != .scalar {
      _ = scalar(entry)
      // In `[13]` the number can be told, so that those after it follow.
      var items = node.items
      guard let only = items.next(), only.kind == .scalar, items.next() == nil else { return }
      node = only
    }
    let value = node.sourced
    let label = value.text[0..<Self.endOfLabel(in: value.text)]
    report.update(index) { $0.label = SourcedText(text: label, origin: value.origin) }
  }

  private mutating func readField(_ key: FormatKey, _ entry: YAMLEntry, of index: BlockIndex) {
    switch key {
    case .id:
      let identifier = scalar(entry)
      report.update(index) { $0.identifier = identifier }
    case .title:
      let title = title(entry)
      report.update(index) { $0.title = title }
    case .text:
      let text = prose(entry, isOpen: true)
      report.update(index) { $0.text = text }
    case .continued:
      let flag = flag(entry)
      report.update(index) { $0.continued = flag }
    case .withdrawn:
      let flag = flag(entry)
      report.update(index) { $0.withdrawn = flag }
    default:
      readParticular(key, entry, of: index)
    }
  }

  private mutating func readParticular(
    _ key: FormatKey, _ entry: YAMLEntry, of index: BlockIndex
  ) {
    var particulars = report.blocks[index].particulars ?? Block.Particulars()
    switch key {
    case .item: particulars.item = scalar(entry)
    case .items: particulars.items = list(entry)?.entries ?? []
    case .by: particulars.by = prose(entry)
    case .states: particulars.states = list(entry)
    case .organizations: particulars.organizations = list(entry)
    case .source: particulars.source = prose(entry)
    default: return
    }
    report.update(index) { $0.particulars = particulars }
  }

  private mutating func reportMisplacedKey(_ key: YAMLCursor, in kind: BlockKind) {
    let known = ([kind.key].compactMap { $0 } + kind.otherKeys)
    if let named = FormatKey(key.text) {
      if BlockKind(named) != nil, kind != .point { return }  // reported as a second kind
      let list = known.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      report(
        "key-unknown", at: key.range,
        "`\(named.rawValue)` is not a key of \(kind.withArticle); its keys are \(list)")
    } else {
      reportUnknownKey(key, of: kind.withArticle, known: known.map(\.rawValue))
    }
  }

  /// Reports a block that says nothing.
  private mutating func reportMissingText(of index: BlockIndex) {
    let block = report.blocks[index]
    if block.kind == .statements, block.particulars?.states?.entries.isEmpty ?? true,
      block.particulars?.organizations?.entries.isEmpty ?? true
    {
      report(
        "value-malformed", at: block.keyRange,
        "nobody is named who made these statements; list `states` or `organizations`",
        ceiling: .warning)
    }
    if block.kind == .table, let text = block.text, !Self.isTable(text.string) {
      report(
        "value-malformed", at: text.range,
        "this is not a table: a table has a line of headings with `|` between them, below it a line "
          + "of dashes such as `| --- | --- |`, and then its rows")
    }
    guard block.kind == .paragraph || block.kind == .recommendation, !block.isWithdrawn,
      block.text?.isEmpty ?? true, block.end == index + 1, block.particulars == nil
    else { return }
    report("text-missing", at: block.keyRange, "this \(block.kind.rawValue) has no text")
  }

  /// Whether a text is a table of GitHub Flavored Markdown.
  private static func isTable(_ text: String) -> Bool {
    let lines = text.split(separator: "\n")
    guard lines.count >= 2, lines[0].contains("|") else { return false }
    let delimiter = lines[1].utf8
    return delimiter.contains(UInt8(ascii: "-"))
      && delimiter.allSatisfy { "|-: \t".utf8.contains($0) }
  }

  /// Where the first key of a mapping stands; the mapping itself where it has none.
  func firstKey(of item: YAMLCursor) -> TextRange {
    item.entries.first { _ in true }?.key.range ?? item.range
  }
}
