internal import ReportModel
internal import YAMLSyntax

/// Writes a draft as a report file in the style of the house: keys in order, prose folded, nothing
/// quoted that need not be.
public struct ReportWriter {
  private(set) var text = ""
  private let draft: ReportDraft

  private init(_ draft: ReportDraft) {
    self.draft = draft
  }

  /// The file of a draft.
  public static func file(of draft: ReportDraft) -> String {
    var writer = ReportWriter(draft)
    writer.writeMasthead()
    let annexes = draft.blocks.firstIndex { $0.kind == .annex } ?? draft.blocks.count
    writer.text += writer.text.isEmpty ? "" : "\n"
    writer.writeBlocks(draft.blocks[..<annexes], under: "contents")
    if annexes < draft.blocks.count {
      writer.text += "\n"
      writer.writeBlocks(draft.blocks[annexes...], under: "annexes")
    }
    return writer.text
  }

  // MARK: The masthead

  private mutating func writeMasthead() {
    for field in MastheadField.allCases {
      switch field {
      case .meeting: writeMeeting()
      case .agenda:
        write(pairs: draft.agenda.map { ($0.number, $0.title) }, under: "agenda", folds: false)
      case .starts: writeStarts()
      default: if let value = draft.fields[field] { write(field.rawValue, value, at: 0) }
      }
    }
    write(pairs: draft.footnotes.map { ($0.key, $0.text) }, under: "footnotes", folds: true)
  }

  private mutating func writeMeeting() {
    let values = [
      draft.place.map { "place: \(ScalarWriting.flowScalar($0))" },
      draft.from.map { "from: \($0)" }, draft.to.map { "to: \($0)" },
    ].compactMap(\.self)
    if !values.isEmpty { text += "meeting: {\(values.joined(separator: ", "))}\n" }
  }

  private mutating func writeStarts() {
    guard !draft.starts.isEmpty else { return }
    let values = draft.starts.map { "\($0.kind.rawValue): \($0.number)" }
    text += "starts: {\(values.joined(separator: ", "))}\n"
  }

  private mutating func write(pairs: [(String, String)], under key: String, folds: Bool) {
    guard !pairs.isEmpty else { return }
    text += "\(key):\n"
    for (name, value) in pairs {
      let name = ScalarWriting.flowScalar(name)
      text += "  \(name): "
      text +=
        folds
        ? ScalarWriting.folded(value, indentation: 4)
        : ScalarWriting.scalar(value, at: name.utf8.count + 4, indentation: 4)
      text += "\n"
    }
  }

  // MARK: Blocks

  private mutating func writeBlocks(_ blocks: ArraySlice<DraftBlock>, under key: String) {
    guard let first = blocks.first else { return text += "\(key): []\n" }
    text += "\(key):\n"
    var last = first
    for (index, block) in zip(blocks.indices, blocks) {
      if block.level > last.level { text += "\(margin(of: last))contents:\n" }
      if index > blocks.startIndex, block.level == 0, block.isDivision, block.kind != .annex {
        text += "\n"
      }
      let next = index + 1 < blocks.endIndex ? blocks[index + 1] : nil
      let isEmpty = block.isDivision && (next?.level ?? 0) <= block.level
      write(block)
      if isEmpty { text += "\(margin(of: block))contents: []\n" }
      last = block
    }
  }

  /// The indentation of the keys of a block.
  private func margin(of block: DraftBlock) -> String {
    ScalarWriting.margin(indentation(of: block))
  }

  private func indentation(of block: DraftBlock) -> Int { 4 + 4 * block.level }

  private mutating func write(_ block: DraftBlock) {
    let column = indentation(of: block)
    text += ScalarWriting.margin(column - 2) + "- "
    writeKind(of: block, at: column)
    if let identifier = block.identifier { write("id", identifier, at: column, isIndented: true) }
    switch block.kind {
    case .section, .annex, .table:
      if !block.title.isEmpty { write("title", block.title, at: column, isIndented: true) }
    case .statements: writeStatements(block, at: column)
    case .paragraph, .recommendation:
      if !block.paragraphs.isEmpty {
        line("text: " + folded(block.paragraphs, at: column), at: column)
      }
    default: break
    }
    if block.isContinued { line("continued: true", at: column) }
    if block.isWithdrawn { line("withdrawn: true", at: column) }
    if let item = block.item { write("item", item, at: column, isIndented: true) }
    if let source = block.source { write("source", source, at: column, isIndented: true) }
    writePoints(block.points, at: column)
  }

  private mutating func writeKind(of block: DraftBlock, at column: Int) {
    let name = block.kind.rawValue
    switch block.kind {
    case .heading: write(name, block.title, at: column)
    case .quote, .text: text += "\(name): \(folded(block.paragraphs, at: column))\n"
    case .table:
      text += "\(name): \(ScalarWriting.literal(block.paragraphs, indentation: column + 2))\n"
    default:
      let label = block.label ?? ""
      text += label.isEmpty ? "\(name):\n" : "\(name): \(ScalarWriting.flowScalar(label))\n"
    }
  }

  private func folded(_ paragraphs: [String], at column: Int) -> String {
    ScalarWriting.folded(paragraphs.joined(separator: "\n"), indentation: column + 2)
  }

  private mutating func writeStatements(_ block: DraftBlock, at column: Int) {
    if !block.items.isEmpty {
      let items = block.items.map(ScalarWriting.flowScalar)
      line("items: [\(items.joined(separator: ", "))]", at: column)
    }
    if let by = block.by { write("by", by, at: column, isIndented: true) }
    writeNames(block.states, under: "states", at: column)
    writeNames(block.organizations, under: "organizations", at: column)
  }

  private mutating func writeNames(_ names: [String], under key: String, at column: Int) {
    guard !names.isEmpty else { return }
    if names.count == 1 {
      let name = "\(key): [\(ScalarWriting.flowScalar(names[0]))]"
      if column + name.unicodeScalars.count <= ScalarWriting.width {
        return line(name, at: column)
      }
    }
    line("\(key):", at: column)
    for name in names {
      line(
        "- " + ScalarWriting.scalar(name, at: column + 4, indentation: column + 4), at: column + 2)
    }
  }

  private mutating func writePoints(_ points: [DraftPoint], at column: Int) {
    var last = -1
    for (index, point) in points.enumerated() {
      let margin = column + 4 * point.level
      if point.level > last { line("points:", at: margin) }
      last = point.level
      let hasPoints = index + 1 < points.count && points[index + 1].level > point.level
      let value = point.paragraphs.joined(separator: "\n")
      if hasPoints || point.identifier != nil || value.isEmpty {
        write(point, value, hasPoints: hasPoints, at: margin + 4)
      } else {
        line(
          "- " + ScalarWriting.scalar(value, at: margin + 4, indentation: margin + 4),
          at: margin + 2)
      }
    }
  }

  private mutating func write(
    _ point: DraftPoint, _ value: String, hasPoints: Bool, at column: Int
  ) {
    text += ScalarWriting.margin(column - 2) + "- "
    // A point without a text of its own still has to be a mapping.
    write("text", value, at: column)
    if let identifier = point.identifier { write("id", identifier, at: column, isIndented: true) }
  }

  // MARK: Lines

  private mutating func write(
    _ key: String, _ value: String, at column: Int, isIndented: Bool = false
  ) {
    if isIndented { text += ScalarWriting.margin(column) }
    if value.isEmpty { return text += "\(key):\n" }
    let scalar = ScalarWriting.scalar(
      value, at: column + key.utf8.count + 2, indentation: column + 2)
    text += "\(key): \(scalar)\n"
  }

  private mutating func line(_ line: String, at column: Int) {
    text += ScalarWriting.margin(column) + line + "\n"
  }
}
