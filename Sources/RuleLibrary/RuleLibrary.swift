public import Diagnostics
public import SourceText

/// The rules, profiles and languages that reports are checked and printed by.
///
/// A file is decoded when it is asked for: a run pays for nothing that it does not use.
public struct RuleLibrary: Sendable {
  /// The rules, profiles and languages that are compiled in.
  public static var builtIn: RuleLibrary { RuleLibrary() }

  /// The identifiers of all rules, in alphabetical order.
  public var ruleIDs: [RuleID] { [] }
  public var profileNames: [String] { [] }
  public var languageCodes: [String] { [] }

  /// The rule with an identifier.
  public func rule(_ id: RuleID) -> Rule? { nil }
  public func profile(_ name: String) -> Profile? { nil }
  public func language(_ code: String) -> Language? { nil }

  /// The library with a house's own files laid over it; a file of the same name replaces.
  ///
  /// - Parameter files: Files named by their path in the folder of rules: `text/our-rule.yaml`,
  ///   `profiles/our-report.yaml`, `languages/fr.yaml`.
  /// - Returns: The library, and what is wrong in the files, each with a place in its file (the
  ///   file's position in the list is its `FileID`).
  public func extended(by files: [SourceFile]) -> Checked<RuleLibrary> { Checked(self) }
}
