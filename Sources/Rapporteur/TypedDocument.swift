public import SourceText
internal import WordProcessing

/// A Word document in which the numbers are typed that Word only counts, and nothing is hidden.
public struct TypedDocument: Sendable {
  /// The document; the bytes that were read where there is nothing to type.
  public let file: TextStorage
  /// What is told of it.
  public let notes: [Note]
  private let document: WordDocument

  /// Something that the text of the document does not say, or says in another form.
  public struct Note: Hashable, Sendable {
    /// The first words of the paragraph where it is; nil where it is of the whole document.
    public let place: String?
    public let message: String
    /// Whether it has no place in the report.
    public let isUnplaced: Bool

    fileprivate init(_ note: WordNote) {
      place = note.place
      message = note.message
      isUnplaced = note.isUnplaced
    }
  }

  /// Why a file cannot be read.
  public struct Fault: Error, Sendable {
    /// What is wrong, after the name of the file: "is not a Word document".
    public let predicate: String
  }

  /// Types the numbers of a document.
  /// - Parameter file: A .docx file.
  public init(_ file: TextStorage) throws(Fault) {
    do throws(WordDocumentFault) {
      document = try WordDocument(file)
      self.file = document.file
      notes = document.notes.map(Note.init)
    } catch {
      throw Fault(predicate: error.predicate)
    }
  }

  /// What was lost on the way to Markdown.
  public func lost(in markdown: TextStorage) -> [Note] {
    document.lost(in: markdown.all).map(Note.init)
  }
}
