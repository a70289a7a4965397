/// Why a file cannot be read as a Word document.
public enum WordDocumentFault: Error, Equatable, Sendable {
  /// It is no archive, or holds no text of Word.
  case notWord
  /// It is of the form that Word documents had before, which those with a password still have.
  case compoundFile
  /// It breaks off, or what it holds is not what was stored.
  case damaged
  /// Unpacked it is larger, or nested deeper, than any document that a person wrote.
  case excessive

  /// What is wrong with the file, after its name: "is not a Word document".
  public var predicate: String {
    switch self {
    case .notWord: "is not a Word document"
    case .compoundFile:
      "has a password, or the form of older versions of Word; save it as .docx without a password"
    case .damaged: "is damaged; open it in Word, which may mend it, and save it again"
    case .excessive:
      "is larger, once unpacked, than a document may be (64 MiB for a part of it, 256 MiB for all)"
    }
  }
}
