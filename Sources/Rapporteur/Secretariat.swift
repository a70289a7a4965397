public import Diagnostics
public import RuleLibrary
public import SourceText

/// What a secretariat does with a report: check it, renumber it, print it.
///
/// Everything goes in and comes out as plain values; reading and writing files is the caller's.
public struct Secretariat: Sendable {
  public let library: RuleLibrary

  public init(library: RuleLibrary = .builtIn) {
    self.library = library
  }

  /// The program's version.
  public static let version = "0.1.0"

  /// A secretariat that works by a house's own rule files too.
  ///
  /// - Parameter files: Files named by their path in the folder of rules.
  /// - Returns: The secretariat, with what is wrong in the files; a file's position in the list is
  ///   its `FileID`.
  public func adopting(_ files: [SourceFile]) -> Checked<Secretariat> { Checked(self) }

  /// Reads a settings file.
  public func settings(from file: SourceFile) -> Checked<Settings> { Checked(Settings()) }

  /// The paths that a file names (a report its series, a series its parts), as they are written.
  public func companions(of file: SourceFile) -> [String] { [] }

  /// Checks the requested files.
  public func check(_ documents: Documents, _ options: CheckOptions = CheckOptions())
    -> CheckOutcome
  {
    CheckOutcome(diagnostics: [])
  }

  /// Makes the safe fixes in the requested files until there are no more to make.
  public func fix(_ documents: Documents, _ options: CheckOptions = CheckOptions())
    -> [FixedFile]
  {
    []
  }

  /// Plans the renumbering of the requested files.
  public func renumber(_ documents: Documents) -> RenumberOutcome {
    RenumberOutcome(edits: [:], changes: [], uncertain: [], obstacles: [])
  }

  /// Prints the first requested file as Markdown in the official style.
  public func render(_ documents: Documents, _ options: CheckOptions = CheckOptions(), force: Bool)
    -> RenderOutcome
  {
    RenderOutcome(document: nil, obstacles: [])
  }

  /// The names of the profiles that `new` can begin.
  public var profileNames: [String] { library.profileNames }

  /// A report of a profile to begin with, as YAML; nil where there is no such profile.
  public func newReport(profile: String) -> String? { nil }

  /// All rules, by group and then by identifier.
  public var rules: [RuleDescription] { [] }

  /// A rule.
  public func rule(_ id: RuleID) -> RuleDescription? { nil }

  /// Runs the examples of every rule, also with a byte order mark, CRLF line ends and a multi-byte
  /// prefix.
  /// - Returns: The number of examples run, and a sentence for each that does not do as it says.
  public func testRules() -> (examples: Int, failures: [String]) { (0, []) }
}
