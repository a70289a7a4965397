internal import Collation
internal import ReportModel
internal import SourceText

extension Comparison {
  /// Notes what is different at the heads of some parts.
  mutating func compareHeads(of group: PartGroup) {
    compareMastheads(group.old[0], group.new[0])
    compareAgendas(of: group)
  }

  private mutating func compareMastheads(_ before: Int, _ after: Int) {
    let (oldHead, newHead) = (
      old.series.parts[before].masthead, new.series.parts[after].masthead
    )
    func add(_ key: MastheadField, _ old: TextSlice?, _ new: TextSlice?) {
      compare(old, new, key.rawValue, .masthead(key: key.rawValue, old: before, new: after))
    }
    for field in MastheadField.allCases where field.isPrinted {
      add(field, oldHead[field]?.text, newHead[field]?.text)
    }
    add(.meeting, oldHead.meeting.map(\.words), newHead.meeting.map(\.words))
  }

  /// Notes what is different in the agendas of some parts.
  private mutating func compareAgendas(of group: PartGroup) {
    let olds = old.agenda(of: group.old)
    let news = new.agenda(of: group.new)
    for (number, item) in news.items {
      compare(
        olds[number]?.title, item.title, "title",
        .agendaItem(number: number.string, old: olds[number]?.part ?? group.old[0], new: item.part))
    }
    for (number, item) in olds.items where news[number] == nil {
      compare(
        item.title, nil, "title",
        .agendaItem(number: number.string, old: item.part, new: group.new[0]))
    }
  }

  /// Notes what is different in the footnotes of some parts.
  ///
  /// In a merged report a note may have another key than in the parts, and several may be one.
  mutating func compareFootnotes(of group: PartGroup) {
    let olds = old.footnotes(of: group.old)
    let news = new.footnotes(of: group.new)
    let oldTexts = Set(olds.map(\.text))
    let newTexts = Set(news.map(\.text))
    let gone = olds.filter { !newTexts.contains($0.text) }
    let added = news.filter { !oldTexts.contains($0.text) }
    let reworded = Dictionary(gone.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for note in added {
      let origin = reworded[note.key]
      compare(
        origin?.text, note.text, "text",
        .footnote(key: note.key.string, old: origin?.part, new: note.part))
    }
    let keys = Set(added.map(\.key))
    for note in gone where !keys.contains(note.key) || reworded[note.key]?.part != note.part {
      compare(note.text, nil, "text", .footnote(key: note.key.string, old: note.part, new: nil))
    }
  }

  /// The keys of footnotes in a part of the new version that are others in a part of the old one,
  /// though the notes are the same.
  func renamedNotes(_ before: Int, _ after: Int) -> [TextSlice: TextSlice] {
    let olds = old.series.parts[before].footnotes.uniqueByKey
    let texts = Dictionary(uniqueKeysWithValues: olds.map { ($0.key.text, $0.text.text) })
    let keys = Dictionary(
      olds.map { ($0.text.text, $0.key.text) }, uniquingKeysWith: { first, _ in first })
    var renamed: [TextSlice: TextSlice] = [:]
    for note in new.series.parts[after].footnotes.uniqueByKey
    where texts[note.key.text] != note.text.text {
      renamed[note.key.text] = keys[note.text.text]
    }
    return renamed
  }

  /// Notes the difference between two texts that are no part of a block; nil where there is none.
  private mutating func compare(
    _ old: TextSlice?, _ new: TextSlice?, _ key: String, _ subject: Change.Subject
  ) {
    let redline = Redline(
      old.map { WordedText($0) } ?? .nothing, new.map { WordedText($0) } ?? .nothing)
    guard !redline.isUnchanged else { return }
    let deed: Change.Deed = old == nil ? .added : new == nil ? .withdrawn : .reworded
    add(subject, deed, [Change.Passage(old: nil, new: nil, key: key, redline: redline)])
  }
}

/// A footnote of one of several parts.
private struct PartNote {
  let part: Int
  let key: TextSlice
  let text: TextSlice
}

/// The items of the agendas of several parts, each once.
private struct UnitedAgenda {
  private(set) var items: [(number: TextSlice, item: Item)] = []
  private var byNumber: [TextSlice: Item] = [:]

  struct Item {
    let part: Int
    let title: TextSlice
  }

  subscript(number: TextSlice) -> Item? { byNumber[number] }

  mutating func add(_ agenda: [AgendaItem], of part: Int) {
    for entry in agenda where byNumber[entry.number.text] == nil {
      let item = Item(part: part, title: entry.title.text)
      byNumber[entry.number.text] = item
      items.append((entry.number.text, item))
    }
  }
}

extension Version {
  fileprivate func agenda(of parts: [Int]) -> UnitedAgenda {
    parts.reduce(into: UnitedAgenda()) { $0.add(series.parts[$1].masthead.agenda, of: $1) }
  }

  fileprivate func footnotes(of parts: [Int]) -> [PartNote] {
    parts.flatMap { part in
      series.parts[part].footnotes.uniqueByKey.map {
        PartNote(part: part, key: $0.key.text, text: $0.text.text)
      }
    }
  }
}

extension [Footnote] {
  /// The notes without those that have a key which another has before them.
  fileprivate var uniqueByKey: [Footnote] {
    var keys: Set<TextSlice> = []
    return filter { keys.insert($0.key.text).inserted }
  }
}

extension MastheadField {
  /// Whether the field is a text at the head of the printed report.
  fileprivate var isPrinted: Bool {
    switch self {
    case .report, .series, .starts, .agenda, .meeting: false
    default: true
    }
  }
}

extension Meeting {
  /// The place and the days, as they are typed.
  fileprivate var words: TextSlice {
    let days = [from, to].compactMap { $0?.typed }
    return TextSlice(([place?.string].compactMap { $0 } + days).joined(separator: ", "))
  }
}

extension CalendarDate {
  /// The date as it is typed: `2019-09-09`.
  fileprivate var typed: String {
    let parts = [(year, 4), (month, 2), (day, 2)].map { number, width in
      String(repeating: "0", count: max(width - String(number).count, 0)) + String(number)
    }
    return parts.joined(separator: "-")
  }
}
