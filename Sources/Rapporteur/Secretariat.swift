public import BuiltInRules
public import Diagnostics
public import RuleLibrary
internal import Sharing
public import SourceText
internal import Spelling
internal import Validation

/// What a secretariat does with a report: check it, renumber it, print it.
///
/// Everything goes in and comes out as plain values; reading and writing files is the caller's.
public struct Secretariat: Sendable {
  public let library: RuleLibrary
  /// Where words are looked up; nil where none are.
  let shelf: DictionaryShelf?
  /// The checks that have been made ready, where many reports are to be checked.
  let checks: PreparedChecks?
  /// The sizes up to which reports are read.
  public var limits: Limits

  public init(library: RuleLibrary = .builtIn) {
    self.init(library: library, shelf: nil, limits: Limits())
  }

  private init(
    library: RuleLibrary, shelf: DictionaryShelf?, limits: Limits, checks: PreparedChecks? = nil
  ) {
    self.library = library
    self.shelf = shelf
    self.limits = limits
    self.checks = checks
  }

  /// The secretariat with all made of its rules that can be made once, for many checks.
  public func preparedForMany() -> Secretariat {
    let library = library.preparedForMany
    return Secretariat(
      library: library, shelf: shelf, limits: limits, checks: PreparedChecks(library))
  }

  /// The secretariat with the dictionaries of a user, in which it looks up words that it does not
  /// know. It reads them from the disk itself, and keeps what they said in the user's cache.
  /// - Parameter environment: The variables of the environment that ``dictionaryVariables`` names.
  public func withDictionaries(environment: [String: String]) -> Secretariat {
    Secretariat(
      library: library, shelf: DictionaryShelf(environment: environment), limits: limits,
      checks: checks)
  }

  /// The variables of the environment that say where dictionaries are.
  public static var dictionaryVariables: [String] { DictionaryShelf.variables }

  /// The secretariat with all decoded that the checks of many reports may ask for.
  var decoded: Secretariat {
    Secretariat(library: library.preparedForMany, shelf: shelf, limits: limits, checks: checks)
  }

  /// The secretariat with all decoded that the check of any report asks for, and what a piece of work
  /// gives that is done at the same time.
  func prepared<Outcome>(by crew: Crew, during work: @escaping @Sendable () -> Outcome)
    -> (Secretariat, Outcome)
  {
    let (library, outcome) = crew.both({ [library] in library.preparedForOne }, work)
    return (Secretariat(library: library, shelf: shelf, limits: limits, checks: checks), outcome)
  }

  /// The program's version.
  public static let version = "0.1.0"

  /// A secretariat that works by a house's own rule files too.
  ///
  /// - Parameter files: Files named by their path in the folder of rules.
  /// - Returns: The secretariat, with what is wrong in the files; a file's position in the list is
  ///   its `FileID`.
  public func adopting(_ files: [SourceFile]) -> Checked<Secretariat> {
    let extended = library.extended(by: files)
    let secretariat = Secretariat(library: extended.value, shelf: shelf, limits: limits)
    return Checked(secretariat, extended.findings)
  }

}
