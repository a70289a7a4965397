internal import Diagnostics
internal import ReportModel
internal import SourceText
internal import YAMLSyntax

/// The fields at the head of a report.
extension ReportReader {
  /// Reads a field. Returns false for a key that is none.
  mutating func readMasthead(_ key: FormatKey, _ entry: YAMLEntry) -> Bool {
    guard let field = MastheadField(rawValue: key.rawValue) else { return false }
    if entry.value.isEmpty {
      report.masthead.empty.insert(field)
    } else {
      report.masthead.given.insert(field)
    }
    switch field {
    case .meeting: readMeeting(entry)
    case .agenda: readAgenda(entry)
    case .starts: readStarts(entry)
    case .date:
      report.masthead.date = date(entry)
      if report.masthead.date != nil { store(field, entry) }
    case .title, .subtitle, .organ, .body, .session:
      if let text = title(entry), !text.isEmpty { store(field, entry) }
    case .distribution:
      guard let value = scalar(entry), isDistribution(value) else { break }
      store(field, entry)
    default:
      if scalar(entry) != nil { store(field, entry) }
    }
    return true
  }

  private mutating func store(_ field: MastheadField, _ entry: YAMLEntry) {
    report.masthead.entries[field] = Masthead.Entry(
      keyRange: entry.key.range, value: entry.value.sourced)
  }

  private mutating func isDistribution(_ value: SourcedText) -> Bool {
    if Masthead.distributions.contains(value.string) { return true }
    let meant = nearest(to: value.string, among: Masthead.distributions)
    report(
      "value-malformed", at: value.range,
      "`distribution` is General, Limited or Restricted, not `\(value.string)`",
      caption: meant.map { "did you mean \($0)?" },
      fixes: meant.map {
        [Fix("Write \($0)", safety: .needsReview, edits: [FileEdit(Place(id, value.range), $0)])]
      } ?? [])
    return false
  }

  private mutating func readMeeting(_ entry: YAMLEntry) {
    let example = "{place: Vienna, from: 2019-09-09, to: 2019-09-11}"
    guard let fields = mapping(entry, such: example) else { return }
    var meeting = Meeting(keyRange: entry.key.range)
    for field in fields {
      if !field.value.isEmpty { meeting.given.insert(field.key.text.string) }
      switch FormatKey(field.key.text) {
      case .place: meeting.place = title(field).flatMap { $0.isEmpty ? nil : $0 }
      case .from: meeting.from = date(field)
      case .to: meeting.to = date(field)
      default:
        reportUnknownKey(field.key, of: "a meeting", known: ["place", "from", "to"])
        // What is misspelt is not missing as well.
        meeting.given.formUnion(["place", "from", "to"])
      }
    }
    if let from = meeting.from, let to = meeting.to, to < from {
      report(
        "value-malformed", at: entry.value["to"]?.range ?? entry.value.range,
        "the meeting ends before it begins; `to` is its last day")
    }
    report.masthead.meeting = meeting
  }

  private mutating func readAgenda(_ entry: YAMLEntry) {
    guard let items = mapping(entry, such: "`2: Recommendations of the Working Group`") else {
      return
    }
    for item in items where item.key.kind == .scalar {
      guard let title = title(item) else { continue }
      report.masthead.agenda.append(AgendaItem(number: item.key.sourced, title: title))
    }
  }

  private mutating func readStarts(_ entry: YAMLEntry) {
    guard let kinds = mapping(entry, such: "{recommendation: 12}") else { return }
    for start in kinds {
      let kind: BlockKind
      switch FormatKey(start.key.text) {
      case .recommendation: kind = .recommendation
      case .paragraph: kind = .paragraph
      default:
        reportUnknownKey(start.key, of: "`starts`", known: ["recommendation", "paragraph"])
        continue
      }
      guard let value = scalar(start) else { continue }
      guard let label = Label(value.text), label.isPlain else {
        report(
          "value-malformed", at: value.range,
          "`starts` gives a whole number from 1, not `\(value.string)`")
        continue
      }
      report.masthead.starts.append(
        StartNumber(kind: kind, value: value, number: label.number))
    }
  }
}
