internal import Collation
internal import ReportModel
internal import SourceText

extension Comparison {
  /// Notes what is different at the head of a part.
  mutating func compareMastheads(_ before: Int, _ after: Int) {
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
    compareAgendas(oldHead.agenda, newHead.agenda, before, after)
  }

  private mutating func compareAgendas(
    _ olds: [AgendaItem], _ news: [AgendaItem], _ before: Int, _ after: Int
  ) {
    func add(_ number: TextSlice, _ old: TextSlice?, _ new: TextSlice?) {
      compare(
        old, new, "title", .agendaItem(number: number.string, old: before, new: after))
    }
    for item in news {
      let origin = olds.first { $0.number.text == item.number.text }
      add(item.number.text, origin?.title.text, item.title.text)
    }
    for item in olds where !news.contains(where: { $0.number.text == item.number.text }) {
      add(item.number.text, item.title.text, nil)
    }
  }

  /// Notes what is different in the footnotes of a part.
  mutating func compareFootnotes(_ before: Int?, _ after: Int) {
    let olds = before.map { old.series.parts[$0].footnotes } ?? []
    let news = new.series.parts[after].footnotes
    let oldTexts = Dictionary(
      olds.map { ($0.key.text, $0.text.text) }, uniquingKeysWith: { first, _ in first })
    func add(_ key: TextSlice, _ old: TextSlice?, _ new: TextSlice?) {
      compare(old, new, "text", .footnote(key: key.string, old: before, new: after))
    }
    var seen: Set<TextSlice> = []
    for note in news where seen.insert(note.key.text).inserted {
      add(note.key.text, oldTexts[note.key.text], note.text.text)
    }
    for note in olds where seen.insert(note.key.text).inserted {
      add(note.key.text, note.text.text, nil)
    }
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
    let days = [from, to].compactMap { $0 }.map { "\($0.year)-\($0.month)-\($0.day)" }
    return TextSlice(([place?.string].compactMap { $0 } + days).joined(separator: ", "))
  }
}
