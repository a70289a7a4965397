public import Diagnostics
public import SourceText

/// The sizes up to which a file is read.
public struct YAMLLimits: Sendable {
  /// The most bytes that a file may have.
  public var fileBytes = 64 << 20
  /// The most collections that may be open at one place.
  public var nesting = 64
  /// The most bytes that a scalar may decode to.
  public var scalarBytes = 4 << 20

  public init() {}
}

/// A file as YAML: the tree where it could be read, and what is wrong with it.
public struct YAMLReading: Sendable {
  /// The tree, or nil where the file cannot be read as YAML at all.
  public let tree: YAMLTree?
  /// Whether the tree is what the author wrote. It is not where an error of syntax was passed over
  /// to find the errors after it.
  public let isFaithful: Bool
  public let findings: [Finding]
}

/// Reads a file as YAML, with every error of syntax in the editor's words.
public struct YAMLReader {
  private let file: SourceFile
  private let id: FileID
  private let limits: YAMLLimits

  public init(_ file: SourceFile, id: FileID, limits: YAMLLimits = YAMLLimits()) {
    self.file = file
    self.id = id
    self.limits = limits
  }

  public func read() -> YAMLReading {
    withExtendedLifetime(file.text) {
      let bytes = file.text.bytes
      var parser = YAMLParser(
        bytes, skipping: file.byteOrderMarkCount,
        isASCII: bytes.dropFirst(file.byteOrderMarkCount).allSatisfy { $0 < 0x80 },
        limits: limits)
      parser.parse()
      if let failure = parser.failure {
        let finding = Finding(
          "yaml-syntax", at: Place(id, TextRange(failure.offset, failure.offset)),
          failure.problem)
        return YAMLReading(tree: nil, isFaithful: false, findings: [finding])
      }
      let tree = YAMLTree(file: file, nodes: parser.nodes, text: parser.decoded.finished())
      return YAMLReading(tree: tree, isFaithful: true, findings: [])
    }
  }
}
