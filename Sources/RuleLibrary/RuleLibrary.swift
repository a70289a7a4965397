public import Diagnostics
public import SourceText

/// The rules, profiles and languages that reports are checked and printed by.
///
/// A file is decoded each time that it is asked for: a run pays for nothing that it does not use,
/// and keeps what it uses often.
public struct RuleLibrary: Sendable {
  /// The rules, profiles and languages that are compiled in.
  public static var builtIn: RuleLibrary { RuleLibrary() }

  /// What a house has laid over the built-in files.
  private var profiles: [String: Profile] = [:]
  private var languages: [String: Language] = [:]

  /// The identifiers of all rules, in alphabetical order.
  public var ruleIDs: [RuleID] { [] }

  /// The names of all profiles, in alphabetical order.
  public var profileNames: [String] {
    let builtIn = embeddedFiles.compactMap { file in
      if case .profile(let name)? = file.item { name } else { nil }
    }
    return Set(builtIn).union(profiles.keys).sorted()
  }

  /// The codes of all languages, in alphabetical order.
  public var languageCodes: [String] {
    let builtIn = embeddedFiles.compactMap { file in
      if case .language(let code)? = file.item { code } else { nil }
    }
    return Set(builtIn).union(languages.keys).sorted()
  }

  /// The rule with an identifier.
  public func rule(_ id: RuleID) -> Rule? { nil }

  /// The profile with a name.
  public func profile(_ name: String) -> Profile? {
    if let profile = profiles[name] { return profile }
    return EmbeddedFile.at("profiles/\(name).yaml").flatMap {
      Profile.read($0.source, id: FileID(0), name: name).value
    }
  }

  /// The language with a code.
  public func language(_ code: String) -> Language? {
    if let language = languages[code] { return language }
    return EmbeddedFile.at("languages/\(code).yaml").flatMap {
      Language.read($0.source, id: FileID(0), code: code).value
    }
  }

  /// The library with a house's own files laid over it; a file of the same name replaces.
  ///
  /// - Parameter files: Files named by their path in the folder of rules: `text/our-rule.yaml`,
  ///   `profiles/our-report.yaml`, `languages/fr.yaml`.
  /// - Returns: The library, and what is wrong in the files, each with a place in its file (the
  ///   file's position in the list is its `FileID`).
  public func extended(by files: [SourceFile]) -> Checked<RuleLibrary> {
    var library = self
    var findings: [Finding] = []
    for (index, file) in files.enumerated() {
      findings += library.add(file, id: FileID(index))
    }
    return Checked(library, findings)
  }

  private mutating func add(_ file: SourceFile, id: FileID) -> [Finding] {
    switch LibraryItem(path: file.name) {
    case .profile(let name):
      let profile = Profile.read(file, id: id, name: name)
      profiles[name] = profile.value ?? profiles[name]
      return profile.findings
    case .language(let code):
      let language = Language.read(file, id: id, code: code)
      languages[code] = language.value ?? languages[code]
      return language.findings
    case .rule, .frame, nil:
      return []
    }
  }
}
