internal import Diagnostics
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

extension Language {
  private enum Key: String, FieldKey {
    case name, months, weekdays, nouns, manuscripts, phrases
    case typedReferences = "typed-references"
    case meetingLeads = "meeting-leads"
    case bodyNames = "body-names"
    case bracketedWords = "bracketed-words"
    case stoppedWords = "stopped-words"
  }

  /// Reads a language file.
  /// - Parameter code: The name of the file.
  static func read(_ file: LibraryFile, code: String) -> Checked<Language?> {
    var reader = LibraryFileReader(file, fault: "language-malformed")
    guard let fields = reader.read(as: "a language", by: Key.self) else {
      return Checked(nil, reader.findings)
    }
    let language = Language(
      code: code,
      name: reader.text(.name, in: fields) ?? code,
      months: months(fields, &reader),
      weekdays: weekdays(fields, &reader),
      nouns: nouns(fields, &reader),
      typedReferences: typedReferences(fields, &reader),
      meetingLeads: words(.meetingLeads, fields, &reader),
      bodyNames: fields[.bodyNames].map { reader.texts($0, of: "body-names") } ?? [],
      bracketedWords: words(.bracketedWords, fields, &reader),
      stoppedWords: words(.stoppedWords, fields, &reader),
      manuscripts: manuscripts(fields, &reader),
      phrases: phrases(fields, &reader))
    return Checked(language, reader.findings)
  }

  private static func months(_ fields: Fields<Key>, _ reader: inout LibraryFileReader) -> [String] {
    guard let value = reader.required(.months, in: fields) else { return [] }
    let months = reader.texts(value, of: "months")
    if value.kind == .sequence, months.count != 12 {
      reader.report("`months` has \(months.count) names; expected 12", at: value.range)
    }
    return months
  }

  private static func weekdays(_ fields: Fields<Key>, _ reader: inout LibraryFileReader)
    -> [String]
  {
    guard let value = fields[.weekdays] else { return [] }
    let weekdays = reader.texts(value, of: "weekdays")
    if value.kind == .sequence, weekdays.count != 7 {
      reader.report("`weekdays` has \(weekdays.count) names; expected 7", at: value.range)
    }
    return weekdays
  }
}

extension Language {
  private static func words(
    _ key: Key, _ fields: Fields<Key>, _ reader: inout LibraryFileReader
  ) -> [String] {
    guard let value = reader.required(key, in: fields) else { return [] }
    return reader.texts(value, of: key.rawValue)
  }
}

// MARK: - Nouns

extension BlockKind: FieldKey {}

extension Language {
  private enum NounKey: String, FieldKey {
    case one, many
    case shortOne = "short-one"
    case shortMany = "short-many"
  }

  private static func nouns(_ fields: Fields<Key>, _ reader: inout LibraryFileReader)
    -> [BlockKind: Noun]
  {
    guard let value = reader.required(.nouns, in: fields),
      let nouns = reader.fields(value, of: "nouns", by: BlockKind.self)
    else { return [:] }
    var read: [BlockKind: Noun] = [:]
    for kind in BlockKind.allCases {
      read[kind] = reader.required(kind, in: nouns).flatMap { noun($0, of: kind, &reader) }
    }
    return read
  }

  private static func noun(
    _ value: YAMLCursor, of kind: BlockKind, _ reader: inout LibraryFileReader
  ) -> Noun? {
    guard let forms = reader.fields(value, of: "a noun", by: NounKey.self) else { return nil }
    func form(_ key: NounKey) -> String? { forms[key] == nil ? nil : reader.text(key, in: forms) }
    guard let one = reader.text(.one, in: forms), let many = reader.text(.many, in: forms) else {
      return nil
    }
    return Noun(
      one: one, many: many, shortOne: form(.shortOne) ?? one, shortMany: form(.shortMany) ?? many)
  }
}

// MARK: - Typed references

extension Language {
  private enum TypedReferenceKey: String, FieldKey {
    case conjunctions, ranges, ownership, selves, others, words
  }

  private static func typedReferences(_ fields: Fields<Key>, _ reader: inout LibraryFileReader)
    -> TypedReferenceWords
  {
    func words(_ key: TypedReferenceKey, in words: Fields<TypedReferenceKey>?) -> [String] {
      guard let words, let value = reader.required(key, in: words) else { return [] }
      return reader.texts(value, of: key.rawValue)
    }
    let value = reader.required(.typedReferences, in: fields)
    let lists = value.flatMap {
      reader.fields($0, of: "`typed-references`", by: TypedReferenceKey.self)
    }
    let kinds = (lists?[.words]).flatMap { reader.fields($0, of: "`words`", by: BlockKind.self) }
    var further: [BlockKind: [String]] = [:]
    for kind in BlockKind.allCases {
      if let value = kinds?[kind] { further[kind] = reader.texts(value, of: kind.rawValue) }
    }
    return TypedReferenceWords(
      conjunctions: words(.conjunctions, in: lists), ranges: words(.ranges, in: lists),
      ownership: words(.ownership, in: lists), selves: words(.selves, in: lists),
      others: words(.others, in: lists), words: further)
  }
}

// MARK: - Manuscripts

extension Language.Manuscripts.Role: FieldKey {}

extension Language {
  private static func manuscripts(_ fields: Fields<Key>, _ reader: inout LibraryFileReader)
    -> Manuscripts
  {
    guard let value = reader.required(.manuscripts, in: fields),
      let lists = reader.fields(value, of: "`manuscripts`", by: Manuscripts.Role.self)
    else { return Manuscripts() }
    var words: [Manuscripts.Role: [String]] = [:]
    for role in Manuscripts.Role.allCases {
      guard let list = reader.required(role, in: lists) else { continue }
      words[role] = reader.texts(list, of: role.rawValue).sorted { $0.utf8.count > $1.utf8.count }
    }
    return Manuscripts(words)
  }
}

// MARK: - Phrases

extension Phrase: FieldKey {}

extension Language {
  private static func phrases(_ fields: Fields<Key>, _ reader: inout LibraryFileReader)
    -> Fields<Phrase>?
  {
    guard let value = reader.required(.phrases, in: fields),
      let texts = reader.fields(value, of: "phrases", by: Phrase.self)
    else { return nil }
    if reader.isProven { return texts }
    for phrase in Phrase.allCases {
      guard let text = reader.slice(phrase, in: texts) else { continue }
      let range = texts[phrase]?.range ?? texts.start
      for complaint in complaints(about: PhraseTemplate(text), as: phrase) {
        reader.report(complaint, at: range)
      }
    }
    return texts
  }

  private static func complaints(about template: PhraseTemplate, as phrase: Phrase) -> [String] {
    guard template.isBalanced else {
      return ["`\(phrase.rawValue)` has a brace without its counterpart"]
    }
    let used = template.placeholders
    let known = phrase.placeholders
    let unknown = used.filter { !known.contains($0) }.map { name in
      let near = nearest(to: name, among: known).map { "; did you mean {\($0)}?" } ?? ""
      return "{\(name)} is never filled in `\(phrase.rawValue)`\(near)"
    }
    let unused = known.filter { !used.contains($0) }.map { name in
      "`\(phrase.rawValue)` leaves out {\(name)}"
    }
    return unknown + unused
  }
}
