internal import YAMLSyntax

/// The sizes up to which files are read and findings listed.
public struct Limits: Equatable, Sendable {
  /// What a limit may be set to.
  public struct Span: Sendable {
    /// Where nothing is set.
    public let usual: Int
    /// The most that it may be set to, so that memory and time stay bounded.
    public let largest: Int
  }

  /// The most bytes that a file may have.
  public var fileBytes = Self.fileBytes.usual
  /// The most lists and mappings that may stand within one another.
  public var nesting = Self.nesting.usual
  /// The most bytes that one text may have.
  public var textBytes = Self.textBytes.usual
  /// The most findings that are listed for a file; the others are counted.
  public var findings = Self.findings.usual

  public static let fileBytes = Span(usual: 64 << 20, largest: 256 << 20)
  public static let nesting = Span(usual: 64, largest: 256)
  public static let textBytes = Span(usual: 4 << 20, largest: 256 << 20)
  public static let findings = Span(usual: 10_000, largest: 1_000_000)

  public init() {}

  var yaml: YAMLLimits {
    var limits = YAMLLimits()
    limits.fileBytes = fileBytes
    limits.nesting = nesting
    limits.scalarBytes = textBytes
    return limits
  }

  /// The limits that no file can reach without a setting, for what is read before the settings are
  /// known.
  static var largest: Limits {
    var limits = Limits()
    limits.fileBytes = .max
    limits.nesting = Self.nesting.largest
    limits.textBytes = .max
    return limits
  }
}
