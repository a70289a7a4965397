internal import Diagnostics
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

extension StateNames {
  private enum Key: String, FieldKey {
    case states, entities, order, complete
    case followers = "followed-by"
  }

  private enum Order: String, CaseIterable {
    case alphabetical
    case none
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
    let followers = fields[.followers].map { reader.texts($0, of: Key.followers.rawValue) } ?? []
    let order = fields[.order].flatMap { reader.choice($0, of: "order", as: Order.self) }
    let isComplete = reader.flag(.complete, in: fields)
    guard file.table.isEmpty else {
      let items = [fields[.states], fields[.entities]].flatMap { $0.map { Array($0.items) } ?? [] }
      return Checked(
        StateNames(
          entries: Entries(items, of: file), followers: followers, isOrdered: order != Order.none,
          isComplete: isComplete, index: NameIndex(file.table)),
        reader.findings)
    }
    if fields[.states] == nil, fields[.entities] == nil { _ = reader.required(.states, in: fields) }
    var entries: [Entry] = []
    var ranges: [TextRange] = []
    for key in [Key.states, .entities] {
      guard let list = fields[key] else { continue }
      for item in reader.items(list, of: key.rawValue) {
        guard let entry = entry(item, &reader) else { continue }
        entries.append(entry)
        ranges.append(item.range)
      }
    }
    let names = StateNames(
      entries: entries, followers: followers, isOrdered: order != Order.none,
      isComplete: isComplete)
    for clash in names.clashes {
      reader.report("`\(clash.name)` is a name of two States", at: ranges[clash.position])
    }
    return Checked(names, reader.findings)
  }

  static func entry(_ item: YAMLCursor, _ reader: inout LibraryFileReader) -> Entry? {
    guard let fields = reader.fields(item, of: "a State", by: EntryKey.self),
      let name = reader.text(.name, in: fields)
    else { return nil }
    func names(_ key: EntryKey, _ reader: inout LibraryFileReader) -> [String] {
      fields[key].map { reader.texts($0, of: key.rawValue) } ?? []
    }
    return Entry(
      name: name, article: fields[.article].flatMap { reader.text($0, of: "article") },
      formal: fields[.formal].flatMap { reader.text($0, of: "formal") },
      former: fields[.former].map { former($0, &reader) } ?? [], common: names(.common, &reader),
      accepted: names(.accepted, &reader))
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

extension StateNames {
  /// The States in the order of their file. Those that are compiled in are read when they are asked
  /// for: most never are.
  public struct Entries: RandomAccessCollection, Sendable {
    private let read: [Entry]
    private let unread: [YAMLCursor]
    private let file: LibraryFile?

    init(_ entries: [Entry]) {
      read = entries
      unread = []
      file = nil
    }

    init(_ items: [YAMLCursor], of file: LibraryFile) {
      read = []
      unread = items
      self.file = file
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { file == nil ? read.count : unread.count }

    public subscript(position: Int) -> Entry {
      guard let file else { return read[position] }
      var reader = LibraryFileReader(file, fault: "states-malformed")
      guard let entry = StateNames.entry(unread[position], &reader) else {
        preconditionFailure(
          "a file of States has a fault that was not found when it was compiled in")
      }
      return entry
    }
  }
}
