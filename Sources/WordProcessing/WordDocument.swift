public import SourceText

/// A Word document whose generated numbers are made part of its text.
///
/// Word counts by itself what its styles and lists number: the numbers stand nowhere in the file.
/// Here they are counted as Word does (ISO/IEC 29500-1, 17.9) and typed, so that any reader of the
/// file has them. What Word hides is cut, so that no reader prints it.
public struct WordDocument: Sendable {
  /// The document with its numbers typed; the one that was read where it has none to type.
  public let file: TextStorage
  /// The texts of boxes beside the text.
  public let boxes: [String]
  /// The texts that Word hides, which the document no longer has.
  public let hiddenTexts: [String]

  /// Reads a document.
  /// - Parameter file: A .docx file.
  public init(_ file: TextStorage) throws(WordDocumentFault) {
    let package = try WordPackage(file)
    let styles = StylesReader()
    try package.read(package.part("styles"), for: styles)
    let numbering = NumberingReader()
    try package.read(package.part("numbering"), for: numbering)
    let bytes = try package.archive.contents(of: package.document)
    let body = BodyReader(bytes, numbering.numbering, styles.styles)
    try XMLReading.read(bytes, for: body)
    guard body.typedCount <= ZipArchive.partLimit else { throw .excessive }
    boxes = body.boxes
    var replacements: [TextSlice: TextStorage] = [:]
    var hiddenTexts: [String] = []
    func cutHiddenText(
      of part: ZipArchive.Entry, _ bytes: TextStorage, besides edits: [TextEdit] = []
    ) throws(WordDocumentFault) {
      guard bytes.hasASCII else { return }
      let hidden = HiddenTextReader(styles.styles)
      try XMLReading.read(bytes, for: hidden)
      hiddenTexts += hidden.texts
      let edits = hidden.edits + edits
      if !edits.isEmpty { replacements[part.name] = EditScript(of: edits).applied(to: bytes) }
    }
    try cutHiddenText(of: package.document, bytes, besides: body.edits)
    for part in [package.part("footnotes"), package.part("endnotes")].compactMap(\.self) {
      try cutHiddenText(of: part, try package.archive.contents(of: part))
    }
    self.hiddenTexts = hiddenTexts
    self.file = replacements.isEmpty ? file : package.archive.replacing(replacements)
  }
}

extension TextStorage {
  /// Whether the text has ASCII in it, so that bytes can be put into it; UTF-16 has not.
  fileprivate var hasASCII: Bool { bytes.prefix(2).allSatisfy { $0 > 0 && $0 < 0xFE } }
}
