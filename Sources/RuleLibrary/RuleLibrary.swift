public import Diagnostics
internal import RunningText
public import SourceText

/// The rules, profiles and languages that reports are checked and printed by.
///
/// A file is decoded each time that it is asked for: a run pays for nothing that it does not use,
/// and keeps what it uses often.
public struct RuleLibrary: Sendable {
  /// What is compiled in.
  private let embedded: EmbeddedRules
  /// What a house has laid over the built-in files.
  private var rules: [RuleID: Rule] = [:]
  private var profiles: [String: Profile] = [:]
  private var languages: [String: Language] = [:]
  /// The rules of the kinds that have data, where they have been decoded.
  private var preparedRules: [CheckKind: [Rule]] = [:]
  private var preparedTerms: TermTable?
  private var states: [String: StateNames] = [:]
  private var words: [String: WordList] = [:]
  private var frames: [String: Frame] = [:]

  /// - Parameter embedded: What is compiled in.
  package init(_ embedded: EmbeddedRules) {
    self.embedded = embedded
  }

  /// The identifiers of all rules, in alphabetical order.
  public var ruleIDs: [RuleID] {
    names(in: rules) { if case .rule(let id, _) = $0 { id } else { nil } }
  }

  /// The names of all profiles, in alphabetical order.
  public var profileNames: [String] {
    names(in: profiles) { if case .profile(let name) = $0 { name } else { nil } }
  }

  /// The codes of all languages, in alphabetical order.
  public var languageCodes: [String] {
    names(in: languages) { if case .language(let code) = $0 { code } else { nil } }
  }

  private func names<Name: Hashable & Comparable, Value>(
    in house: [Name: Value], ofBuiltIn name: (LibraryItem) -> Name?
  ) -> [Name] {
    let builtIn = embedded.files.map(\.item).compactMap(name)
    return Set(builtIn).union(house.keys).sorted()
  }

  /// The rule with an identifier.
  public func rule(_ id: RuleID) -> Rule? {
    rules[id] ?? embedded.file(of: id).flatMap { read($0) }
  }

  /// The rule with an identifier, without its examples: all that a verdict takes.
  public func ruleWithoutExamples(_ id: RuleID) -> Rule? {
    rules[id] ?? embedded.file(of: id).flatMap { read($0, withExamples: false) }
  }

  private func read(_ file: EmbeddedFile, withExamples: Bool = true) -> Rule? {
    guard case .rule(let id, let group) = file.item else { return nil }
    return Rule.read(
      LibraryFile(file, isWhole: withExamples), rule: id, group: group, library: self,
      withExamples: withExamples
    ).value
  }

  /// The library with all decoded that the check of any report asks for.
  public var preparedForOne: RuleLibrary {
    guard preparedRules.isEmpty else { return self }
    var library = self
    for kind in CheckKind.allCases where kind.hasData {
      library.preparedRules[kind] = decodedRules(of: kind)
    }
    library.preparedTerms = library.terms
    for file in embedded.files where !file.isRule {
      switch file.item {
      case .language(let code): library.languages[code] = language(code)
      case .words(let code): library.words[code] = wordList(code)
      case .profile, .states, .rule, .frame: break
      }
    }
    return library
  }

  /// The library with all decoded that the checks of many reports may ask for.
  public var preparedForMany: RuleLibrary {
    var library = preparedForOne
    for file in embedded.files where !file.isRule {
      switch file.item {
      case .profile(let name): library.profiles[name] = profile(name)
      case .states(let code): library.states[code] = stateNames(code)
      case .language, .words, .rule, .frame: break
      }
    }
    return library
  }

  /// The rules of a kind, in the order of their identifiers, without their examples.
  public func rules(of kind: CheckKind) -> [Rule] {
    preparedRules[kind] ?? decodedRules(of: kind)
  }

  private func decodedRules(of kind: CheckKind) -> [Rule] {
    var found = rules.values.filter { $0.kind == kind }
    for file in embedded.files(of: kind) {
      guard let rule = read(file, withExamples: false), rules[rule.id] == nil else { continue }
      found.append(rule)
    }
    return found.count < 2 ? found : found.sorted { $0.id < $1.id }
  }

  /// The words and phrases that the rules of the kind `terms` name.
  public var terms: TermTable {
    if let preparedTerms { return preparedTerms }
    let isBuiltIn =
      !TextSlice(embedded.terms).isEmpty
      && !rules.values.contains {
        $0.kind == .terms || embedded.file(of: $0.id)?.says(.terms) == true
      }
    let stored =
      isBuiltIn
      ? WordTrie(
        stored: StoredNumbers(embedded.terms), letters: TextSlice(embedded.termLetters)) : nil
    return TermTable(rules(of: .terms), trie: stored)
  }

  /// The profile with a name.
  public func profile(_ name: String) -> Profile? {
    if let profile = profiles[name] { return profile }
    return embedded.file("profiles", name).flatMap {
      Profile.read(LibraryFile($0), name: name).value
    }
  }

  /// The language with a code.
  public func language(_ code: String) -> Language? {
    if let language = languages[code] { return language }
    return embedded.file("languages", code).flatMap {
      Language.read(LibraryFile($0), code: code).value
    }
  }

  /// The names of States in a language; nil where they are not known.
  public func stateNames(_ code: String) -> StateNames? {
    if let names = states[code] { return names }
    return embedded.file("states", code).flatMap {
      StateNames.read(LibraryFile($0)).value
    }
  }

  /// The words that are right in a language; nil where none are listed.
  public func wordList(_ code: String) -> WordList? {
    if let words = words[code] { return words }
    return embedded.file("words", code).flatMap {
      WordList.read(LibraryFile($0)).value
    }
  }

  /// What the words or names of a file are found by, as it is to be kept in the program; empty for
  /// another file.
  package func storedTable(of path: String) -> String {
    switch LibraryItem(path: path) {
    case .states(let code): stateNames(code)?.storedTable ?? ""
    case .words(let code): wordList(code)?.known.storedTable ?? ""
    default: ""
    }
  }

  /// The names of the mastheads that short examples may have.
  var frameNames: [String] {
    names(in: frames) { if case .frame(let name) = $0 { name } else { nil } }
  }

  /// The masthead with a name.
  func frame(_ name: String) -> Frame? {
    frames[name] ?? embedded.file("frames", name).map { Frame("\($0.text)") }
  }
}

// MARK: - A house's own files

extension RuleLibrary {
  /// The library with a house's own files laid over it; a file of the same name replaces, but one
  /// of words adds.
  ///
  /// - Parameter files: Files named by their path in the folder of rules: `text/our-rule.yaml`,
  ///   `profiles/our-report.yaml`, `languages/fr.yaml`, `states/fr.yaml`, `frames/our-report.yaml`.
  ///   Names of States are added to those that are there.
  /// - Returns: The library, and what is wrong in the files, each with a place in its file (the
  ///   file's position in the list is its `FileID`).
  public func extended(by files: [SourceFile]) -> Checked<RuleLibrary> {
    var library = self
    library.preparedRules = [:]
    library.preparedTerms = nil
    let items = files.map { LibraryItem(path: $0.name) }
    // First, because the examples of rules stand in them.
    for (file, item) in zip(files, items) {
      guard case .frame(let name) = item else { continue }
      let text = TextRange(file.byteOrderMarkCount, file.text.count)
      library.frames[name] = Frame(file.slice(text).string)
    }
    var findings: [Finding] = []
    for (index, file) in files.enumerated() {
      findings += library.add(file, as: items[index], id: FileID(index))
    }
    return Checked(library, findings)
  }

  private mutating func add(_ source: SourceFile, as item: LibraryItem?, id: FileID) -> [Finding] {
    lazy var file = LibraryFile(source, id: id)
    switch item {
    case .rule(let rule, let group):
      let read = Rule.read(file, rule: rule, group: group, library: self)
      rules[rule] = read.value ?? rules[rule]
      return read.findings
    case .profile(let name):
      let read = Profile.read(file, name: name)
      profiles[name] = read.value ?? profiles[name]
      return read.findings
    case .language(let code):
      let read = Language.read(file, code: code)
      languages[code] = read.value ?? languages[code]
      return read.findings
    case .states(let code):
      let read = StateNames.read(file)
      if let names = read.value { states[code] = stateNames(code)?.extended(by: names) ?? names }
      return read.findings
    case .words(let code):
      let read = WordList.read(file)
      if let list = read.value { words[code] = wordList(code)?.adding(list) ?? list }
      return read.findings
    case .frame:
      return []
    case nil:
      let message =
        "`\(source.name)` is not the path of a rule; expected a group and a name, as in "
        + "`text/our-rule.yaml`"
      return [Finding("rule-malformed", at: Place(id, TextRange(0, 0)), message)]
    }
  }
}
