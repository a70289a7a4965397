public import BuiltInRules
public import Diagnostics
public import RuleLibrary
public import Sharing
public import SourceText
internal import Spelling
internal import Validation

/// What a secretariat does with a report: check it, renumber it, print it.
///
/// Everything goes in and comes out as plain values; reading and writing files is the caller's.
public struct Secretariat: Sendable {
  public private(set) var library: RuleLibrary
  /// Where words are looked up; nil where none are.
  private(set) var shelf: DictionaryShelf?
  /// The checks that have been made ready, where many reports are to be checked.
  private(set) var checks: PreparedChecks?
  /// The sizes up to which reports are read.
  public var limits = Limits()
  /// Does the shares of the work on a long report.
  public private(set) var crew = Crew.ofOne

  public init(library: RuleLibrary = .builtIn) {
    self.library = library
  }

  /// The secretariat with all made of its rules that can be made once, for many checks.
  public func preparedForMany() -> Secretariat {
    var prepared = decoded
    prepared.checks = PreparedChecks(prepared.library)
    return prepared
  }

  /// The secretariat with the dictionaries of a user, in which it looks up words that it does not
  /// know. It reads them from the disk itself, and keeps what they said in the user's cache.
  /// - Parameter environment: The variables of the environment that ``dictionaryVariables`` names.
  public func withDictionaries(environment: [String: String]) -> Secretariat {
    var secretariat = self
    secretariat.shelf = DictionaryShelf(environment: environment)
    return secretariat
  }

  /// The secretariat with a crew for what can be done at the same time.
  public func working(by crew: Crew) -> Secretariat {
    var secretariat = self
    secretariat.crew = crew
    return secretariat
  }

  /// The variables of the environment that say where dictionaries are.
  public static var dictionaryVariables: [String] { DictionaryShelf.variables }

  /// The secretariat with all decoded that the checks of many reports may ask for.
  var decoded: Secretariat {
    var decoded = self
    decoded.library = library.preparedForMany
    return decoded
  }

  /// The secretariat with all decoded that the check of any report asks for, and what a piece of work
  /// gives that is done at the same time.
  func prepared<Outcome>(by crew: Crew, during work: @escaping @Sendable () -> Outcome)
    -> (Secretariat, Outcome)
  {
    var prepared = self
    let (library, outcome) = crew.both({ [library] in library.preparedForOne }, work)
    prepared.library = library
    return (prepared, outcome)
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
    var secretariat = self
    secretariat.library = extended.value
    secretariat.checks = nil
    return Checked(secretariat, extended.findings)
  }
}
