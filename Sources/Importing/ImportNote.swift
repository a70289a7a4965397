/// Something that an import dropped, joined or inferred, for the editor to look at.
public struct ImportNote: Hashable, Sendable {
  /// The line of the document, from 1.
  public let line: Int
  public let message: String
  /// Whether something of the document has no place in the report, or not the place that it had.
  public let isUnplaced: Bool

  public init(line: Int, _ message: String, isUnplaced: Bool = false) {
    self.line = line
    self.message = message
    self.isUnplaced = isUnplaced
  }
}
