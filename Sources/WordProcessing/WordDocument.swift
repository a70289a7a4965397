public import SourceText

/// A Word document whose generated numbers are made part of its text.
///
/// Word counts by itself what its styles and lists number: the numbers stand nowhere in the file.
/// Here they are counted as Word does (ISO/IEC 29500-1, 17.9) and typed, so that any reader of the
/// file has them.
public struct WordDocument: Sendable {
  /// The document with its numbers typed; the one that was read where it has none to type.
  public let file: TextStorage
  /// The texts of boxes beside the text.
  public let boxes: [String]

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
    boxes = body.boxes
    // Bytes can be put into text that has ASCII in it, and not into UTF-16.
    guard !body.edits.isEmpty, bytes.bytes.first == UInt8(ascii: "<") || bytes.hasByteOrderMark
    else {
      self.file = file
      return
    }
    self.file = package.archive.replacing([
      package.document.name: EditScript(of: body.edits).applied(to: bytes)
    ])
  }
}

extension TextStorage {
  /// Whether the text begins with the byte order mark of UTF-8.
  fileprivate var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}
