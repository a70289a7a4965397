public import RuleLibrary
public import SourceText

extension RuleLibrary {
  /// The rules, profiles and languages that are compiled in.
  public static var builtIn: RuleLibrary { RuleLibrary(embeddedRules) }

  /// The files that are compiled in, named by their path in the folder of rules.
  public static var builtInFiles: [SourceFile] { embeddedRules.files.map(\.source) }
}
