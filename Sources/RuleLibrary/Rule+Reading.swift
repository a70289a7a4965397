internal import Diagnostics
internal import SourceText
internal import YAMLSyntax

extension Rule {
  enum Key: String, FieldKey {
    case summary, explanation, authority, kind, scope, severity, passes, fails
    // Of the kind `pattern`.
    case pattern, triggers, message, replacement, safe, unicode
    case ignoreCase = "ignore-case"
    case silentIn = "silent-in"
    // Of the kind `terms`.
    case terms, families, before, except, parts
    case matchCase = "match-case"
    case spareNames = "spare-names"
    case spareAfter = "spare-after"
    case within
    // Of the kind `spelling`.
    case spareBeside = "spare-beside"
    case institutions, prefixes
    case chemicalParts = "chemical-parts"
    // Of other kinds that look at words.
    case addressees, articles, avoided, consonants, counted, endings, followers, forms, halves,
      hours, item, items, joiners, known
    case labels, leads, limits, names, owners, stopped, twelves, units, verbs, vowels, words
    case firstFigure = "first-figure"
  }

  /// Reads a rule file.
  /// - Parameters:
  ///   - rule: The name of the file.
  ///   - group: The folder that the file is in.
  ///   - library: Has the frames that examples name.
  ///   - withExamples: Whether to read the examples too.
  static func read(
    _ file: LibraryFile, rule: RuleID, group: String, library: RuleLibrary,
    withExamples: Bool = true
  ) -> Checked<Rule?> {
    var reader = LibraryFileReader(file, fault: "rule-malformed")
    guard let fields = reader.read(as: "a rule", by: Key.self) else {
      return Checked(nil, reader.findings)
    }
    if !reader.isProven {
      for key in [Key.summary, .explanation, .authority] { _ = reader.slice(key, in: fields) }
    }
    let kind = Self.kind(of: rule, fields, &reader)
    let parameters = kind?.parameters(fields, &reader)
    let severity = reader.required(.severity, in: fields).flatMap { Self.severity($0, &reader) }
    let examples = ExampleReader(library: library, severity: severity)
    let passes = withExamples ? examples.read(.passes, in: fields, &reader) : []
    let fails = withExamples ? examples.read(.fails, in: fields, &reader) : []
    guard let kind, let parameters, let severity else { return Checked(nil, reader.findings) }
    return Checked(
      Rule(
        id: rule, group: group, kind: kind, parameters: parameters, severity: severity,
        passes: passes, fails: fails, fields: fields),
      reader.findings)
  }

  private static func kind(
    of rule: RuleID, _ fields: Fields<Key>, _ reader: inout LibraryFileReader
  ) -> CheckKind? {
    guard let value = reader.required(.kind, in: fields),
      let kind = reader.choice(value, of: "kind", as: CheckKind.self)
    else { return nil }
    if reader.isProven || kind.faults.contains(rule) { return kind }
    let right = CheckKind.allCases.first { $0.faults.contains(rule) }
    if kind.hasAnyName, right == nil { return kind }
    let hint = right.map { "that of the kind `\($0.rawValue)` does" } ?? "no kind of check does"
    reader.report(
      "a check of the kind `\(kind.rawValue)` never reports `\(rule)`; \(hint)",
      at: value.range)
    return nil
  }
}

// MARK: - Severity

extension Mode: FieldKey {}

extension Rule {
  private enum SeverityWord: String, CaseIterable {
    case note, warning, error, silent

    var severity: Severity? {
      switch self {
      case .note: .note
      case .warning: .warning
      case .error: .error
      case .silent: nil
      }
    }
  }

  /// One word for all modes, or one for each.
  private static func severity(_ value: YAMLCursor, _ reader: inout LibraryFileReader)
    -> SeverityByMode?
  {
    guard value.kind == .mapping else {
      guard let word = reader.choice(value, of: "severity", as: SeverityWord.self) else {
        return nil
      }
      let severity = word.severity
      return SeverityByMode(drafting: severity, circulation: severity, adoption: severity)
    }
    guard let modes = reader.fields(value, of: "severity", by: Mode.self) else { return nil }
    func word(_ mode: Mode, _ reader: inout LibraryFileReader) -> SeverityWord? {
      guard let value = reader.required(mode, in: modes) else { return nil }
      return reader.choice(value, of: mode.rawValue, as: SeverityWord.self)
    }
    let drafting = word(.drafting, &reader)
    let circulation = word(.circulation, &reader)
    let adoption = word(.adoption, &reader)
    guard let drafting, let circulation, let adoption else { return nil }
    return SeverityByMode(
      drafting: drafting.severity, circulation: circulation.severity, adoption: adoption.severity)
  }
}
