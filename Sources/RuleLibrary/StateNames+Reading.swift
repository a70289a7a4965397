internal import Diagnostics
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

extension StateNames {
  private enum Key: String, FieldKey {
    case states, entities
  }

  private enum EntryKey: String, FieldKey {
    case name, article, formal, former, common, accepted
  }

  private enum FormerKey: String, FieldKey {
    case name, until
  }

  /// Reads a file of the names of States.
  static func read(_ file: LibraryFile) -> Checked<StateNames?> {
    var reader = LibraryFileReader(file, fault: "states-malformed")
    guard let fields = reader.read(as: "a list of States", by: Key.self) else {
      return Checked(nil, reader.findings)
    }
    var entries: [Entry] = []
    for key in Key.allCases {
      guard let list = reader.required(key, in: fields) else { continue }
      for item in reader.items(list, of: key.rawValue) {
        if let entry = entry(item, isState: key == .states, &reader) { entries.append(entry) }
      }
    }
    return Checked(StateNames(entries: entries), reader.findings)
  }

  private static func entry(
    _ item: YAMLCursor, isState: Bool, _ reader: inout LibraryFileReader
  ) -> Entry? {
    guard let fields = reader.fields(item, of: "a State", by: EntryKey.self),
      let name = reader.text(.name, in: fields)
    else { return nil }
    func names(_ key: EntryKey, _ reader: inout LibraryFileReader) -> [String] {
      fields[key].map { reader.texts($0, of: key.rawValue) } ?? []
    }
    return Entry(
      name: name, hasArticle: reader.flag(.article, in: fields),
      formal: fields[.formal].flatMap { reader.text($0, of: "formal") },
      former: fields[.former].map { former($0, &reader) } ?? [], common: names(.common, &reader),
      accepted: names(.accepted, &reader), isState: isState)
  }

  private static func former(_ list: YAMLCursor, _ reader: inout LibraryFileReader)
    -> [FormerName]
  {
    reader.items(list, of: "former").compactMap { item in
      guard let fields = reader.fields(item, of: "a former name", by: FormerKey.self),
        let name = reader.text(.name, in: fields), let day = reader.text(.until, in: fields)
      else { return nil }
      guard let until = CalendarDate(day) else {
        reader.report("`until` is a date, such as 2022-06-01", at: item.range)
        return nil
      }
      return FormerName(name: name, until: until)
    }
  }
}
