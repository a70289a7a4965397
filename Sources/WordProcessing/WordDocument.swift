public import SourceText

/// A Word document whose generated numbers are made part of its text.
///
/// Word counts by itself what its styles and lists number: the numbers stand nowhere in the file.
/// Here they are counted as Word does (ISO/IEC 29500-1, 17.9) and typed, so that any reader of the
/// file has them. What Word hides is cut, so that no reader prints it, and what readers would lose
/// is made plain or told.
public struct WordDocument: Sendable {
  /// The document with its numbers typed; the one that was read where there is nothing to change.
  public let file: TextStorage
  /// What the document has that its text does not say, in its order.
  public let notes: [WordNote]
  /// The text and its footnotes, as they are in the file now.
  private let parts: [TextStorage]

  /// Reads a document.
  /// - Parameter file: A .docx file.
  public init(_ file: TextStorage) throws(WordDocumentFault) {
    var drafting = try WordDrafting(file)
    try drafting.readBody()
    for kind in ["footnotes", "endnotes"] { try drafting.readNotes(kind) }
    try drafting.readPages()
    notes = drafting.notes
    parts = drafting.parts
    self.file =
      drafting.replacements.isEmpty
      ? file : drafting.package.archive.replacing(drafting.replacements)
  }

  /// The texts that a reader of the document has lost on the way to Markdown.
  public func lost(in markdown: TextSlice) -> [WordNote] {
    let arrival = Arrival(of: markdown)
    let texts = ParagraphTexts()
    for part in parts { try? XMLReading.read(part, for: texts) }
    return arrival.missing(of: texts.paragraphs).map { text in
      let text = TypedMark.removed(from: TextSlice(text)).string
      return WordNote(
        place: text.opening, "this text was lost on the way to Markdown: “\(text)”",
        isUnplaced: true)
    }
  }
}

/// A document while it is changed.
private struct WordDrafting {
  let package: WordPackage
  private(set) var notes: [WordNote] = []
  private(set) var replacements: [TextSlice: TextStorage] = [:]
  private(set) var parts: [TextStorage] = []
  private let styles: ParagraphStyles
  private let numbering: Numbering
  private let comments: [String: WordComment]

  init(_ file: TextStorage) throws(WordDocumentFault) {
    package = try WordPackage(file)
    let styles = StylesReader()
    try package.read(package.part("styles"), for: styles)
    self.styles = styles.styles
    let numbering = NumberingReader()
    try package.read(package.part("numbering"), for: numbering)
    self.numbering = numbering.numbering
    let comments = SideTextReader()
    try package.read(package.part("comments"), for: comments)
    self.comments = comments.comments
    // Only expat reads UTF-16.
    for entry in package.relations + ["styles", "numbering"].compactMap(package.part) {
      let bytes = try package.archive.contents(of: entry)
      if let plain = bytes.transcoded { replacements[entry.name] = plain }
    }
  }

  mutating func readBody() throws(WordDocumentFault) {
    let bytes = try contents(of: package.document)
    let layout = LayoutReader(bytes)
    try XMLReading.read(bytes, for: layout)
    let body = BodyReader(bytes, numbering, styles, unfolded: layout.unfolded)
    try XMLReading.read(bytes, for: body)
    body.finish()
    let emphasis = EmphasisReader(bytes, styles)
    try XMLReading.read(bytes, for: emphasis)
    guard body.typedCount <= ZipArchive.partLimit else { throw .excessive }
    try replace(
      package.document, bytes, layout.edits + body.edits + emphasis.edits,
      notes: layout.notes + body.notes)
  }

  mutating func readNotes(_ kind: String) throws(WordDocumentFault) {
    guard let part = package.part(kind) else { return }
    let bytes = try contents(of: part)
    let layout = LayoutReader(bytes)
    try XMLReading.read(bytes, for: layout)
    try replace(part, bytes, layout.edits, notes: layout.notes)
  }

  /// Cuts what is no text from a part, beside other edits of it.
  private mutating func replace(
    _ part: ZipArchive.Entry, _ bytes: TextStorage, _ edits: [TextEdit], notes: [WordNote]
  ) throws(WordDocumentFault) {
    let hidden = HiddenTextReader(styles)
    try XMLReading.read(bytes, for: hidden)
    let omissions = OmissionReader(comments)
    try XMLReading.read(bytes, for: omissions)
    self.notes += (notes + hidden.notes + omissions.notes).sorted { $0.offset < $1.offset }
    let edits = hidden.edits + omissions.edits + edits
    let text = edits.isEmpty ? bytes : EditScript(merging: edits).applied(to: bytes)
    if !edits.isEmpty { replacements[part.name] = text }
    parts.append(text)
  }

  /// The bytes of a part in UTF-8.
  private mutating func contents(of part: ZipArchive.Entry) throws(WordDocumentFault)
    -> TextStorage
  {
    let bytes = try package.archive.contents(of: part)
    guard let plain = bytes.transcoded else { return bytes }
    replacements[part.name] = plain
    return plain
  }

  /// Tells what the headers and footers of the pages say.
  mutating func readPages() throws(WordDocumentFault) {
    for (kind, name) in [("header", "header"), ("footer", "footer")] {
      var told: Set<String> = []
      for part in package.parts(kind) {
        let reader = SideTextReader()
        try package.read(part, for: reader)
        guard let words = reader.words, told.insert(words).inserted else { continue }
        notes.append(WordNote("a page \(name) was dropped: “\(words)”"))
      }
    }
  }
}

extension TextStorage {
  /// The text in UTF-8 where it is in UTF-16, without the declaration that says so; nil where it is
  /// not.
  fileprivate var transcoded: TextStorage? {
    guard count >= 4 else { return nil }
    let isBigEndian = base[0] == 0xFE && base[1] == 0xFF || base[0] == 0 && base[1] != 0
    let isLittleEndian = base[0] == 0xFF && base[1] == 0xFE || base[0] != 0 && base[1] == 0
    guard isBigEndian || isLittleEndian else { return nil }
    let units = (0..<count / 2).lazy.map { index in
      let first = UInt16(self.base[2 * index])
      let second = UInt16(self.base[2 * index + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var text = String(decoding: units, as: UTF16.self)[...]
    if text.first == "\u{FEFF}" { text.removeFirst() }
    if text.hasPrefix("<?xml"), let end = text.firstIndex(of: ">") {
      text = text[text.index(after: end)...]
    }
    return TextStorage(copying: Array(text.utf8))
  }
}

extension EditScript {
  /// A script of edits that several readers have found: an insertion goes before what begins at its
  /// place, and what is cut as a whole needs no other edit.
  fileprivate init(merging edits: [TextEdit]) {
    let sorted = edits.sorted {
      ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end)
    }
    var merged: [TextEdit] = []
    for edit in sorted {
      guard let last = merged.last else {
        merged.append(edit)
        continue
      }
      if last == edit { continue }
      if last.range.start == edit.range.start {
        let isInsertion = last.range.isEmpty
        let replacement = isInsertion ? last.replacement + edit.replacement : edit.replacement
        merged[merged.count - 1] = TextEdit(edit.range, replacement)
      } else if edit.range.start >= last.range.end {
        merged.append(edit)
      }
    }
    self.init(of: merged)
  }
}
