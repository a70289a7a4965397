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
  /// Whether the tree is what the author wrote.
  ///
  /// It is not where an error of syntax was passed over to find the errors after it. Texts are then
  /// still what was typed, but the tree may lack what is ``leftOut``.
  public let isFaithful: Bool
  /// What the tree does not hold because its place in the document cannot be told.
  public let leftOut: [TextRange]
  /// Whether blocks were told from one another although the dash between them is missing.
  public let assumesDashes: Bool
  /// What is wrong with the file as YAML, by place.
  public let findings: [Finding]

  init(
    tree: YAMLTree?, isFaithful: Bool = false, leftOut: [TextRange] = [],
    assumesDashes: Bool = false, findings: [Finding]
  ) {
    self.tree = tree
    self.isFaithful = isFaithful
    self.leftOut = leftOut
    self.assumesDashes = assumesDashes
    self.findings = findings.sorted { $0.place.range.start < $1.place.range.start }
  }
}
