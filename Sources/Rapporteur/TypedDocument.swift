public import SourceText
internal import WordProcessing

/// A Word document in which the numbers are typed that Word only counts, and nothing is hidden.
public struct TypedDocument: Sendable {
  /// The document; the bytes that were read where there is nothing to type.
  public let file: TextStorage
  /// The texts of boxes, which stand beside the text and are no part of it.
  public let boxes: [String]
  /// The texts that Word hides, which were cut.
  public let hiddenTexts: [String]

  /// Why a file cannot be read.
  public struct Fault: Error, Sendable {
    /// What is wrong, after the name of the file: "is not a Word document".
    public let predicate: String
  }

  /// Types the numbers of a document.
  /// - Parameter file: A .docx file.
  public init(_ file: TextStorage) throws(Fault) {
    do throws(WordDocumentFault) {
      let document = try WordDocument(file)
      self.file = document.file
      boxes = document.boxes
      hiddenTexts = document.hiddenTexts
    } catch {
      throw Fault(predicate: error.predicate)
    }
  }
}
