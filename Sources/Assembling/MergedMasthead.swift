internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// The head of a merged report: what the series says of it, and for the rest what the first part
/// says; the agenda items and footnotes of all parts.
struct MergedMasthead {
  private(set) var conflicts: [Finding] = []
  private let series: Series
  private let roots: [MappingSource]
  private let final: MappingSource?
  private let footnotes: MergedFootnotes
  private var agenda: [EntrySource] = []
  /// The agenda items that are there already, by the first of the same number.
  private var repeatedItems: [Place: [EntrySource]] = [:]
  /// Whether the agenda of the first who has one lacks nothing.
  private var isAgendaWhole = true

  /// - Parameters:
  ///   - roots: The parts as mappings, in order.
  ///   - final: The value of `final` in the series.
  init(
    of series: Series, roots: [MappingSource], final: MappingSource?, footnotes: MergedFootnotes
  ) {
    self.series = series
    self.roots = roots
    self.final = final
    self.footnotes = footnotes
    uniteAgendas()
  }

  // MARK: The agenda

  private mutating func uniteAgendas() {
    var known: [TextSlice: EntrySource] = [:]
    let agendas = ([final].compactMap { $0 } + roots).compactMap { $0["agenda"] }
    for (index, agenda) in agendas.enumerated() {
      for item in MappingSource(valueOf: agenda).entries {
        guard let first = known[item.entry.key.text] else {
          known[item.entry.key.text] = item
          self.agenda.append(item)
          if index > 0 { isAgendaWhole = false }
          continue
        }
        repeatedItems[first.place, default: []].append(item)
        if !item.comments.isEmpty { isAgendaWhole = false }
        // What the series itself says decides.
        if first.file != final?.file { compare(item, with: first) }
      }
    }
    let numbers = self.agenda.map { Int($0.entry.key.text.string) ?? .max }
    let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    self.agenda = order.map { self.agenda[$0] }
  }

  private mutating func compare(_ item: EntrySource, with first: EntrySource) {
    let (title, earlier) = (item.entry.value, first.entry.value)
    guard
      OutlineSection.comparable(title.text.string)
        != OutlineSection.comparable(earlier.text.string)
    else { return }
    let name = earlier.tree.file.name
    conflicts.append(
      Finding(
        "title-mismatch", at: Place(item.file, title.range),
        "agenda item \(item.entry.key.text) is “\(earlier.text)” in \(name), not “\(title.text)”",
        related: [RelatedPlace(Place(first.file, earlier.range), "the item there")]))
  }

  // MARK: Writing

  func write(to composer: inout Composer) {
    // What stands above everything is about the file, whichever key comes first.
    if let first = roots.first?.entries.first {
      composer.writeLead(of: first, at: 0)
    }
    for field in MastheadField.allCases where field != .series && field != .starts {
      field == .agenda ? writeAgenda(&composer) : write(field, &composer)
    }
    writeFootnotes(&composer)
  }

  private func write(_ field: MastheadField, _ composer: inout Composer) {
    func entry(of mapping: MappingSource?) -> EntrySource? {
      mapping?.entries.first { $0.entry.key.text.string == field.rawValue }
    }
    // A key of the series without a value says that the merged report has no such field.
    guard let entry = entry(of: final) ?? entry(of: roots.first), !entry.entry.value.isEmpty else {
      return
    }
    composer.write(entry, at: 0)
  }

  private func writeAgenda(_ composer: inout Composer) {
    let agendas = ([final].compactMap { $0 } + roots).compactMap { $0["agenda"] }
    let filled = agendas.filter { !$0.entry.value.isEmpty }
    guard let first = filled.first else { return }
    guard !isAgendaWhole else { return composer.write(first, at: 0) }
    composer.write("agenda", agenda, of: filled, equals: repeatedItems)
  }

  private func writeFootnotes(_ composer: inout Composer) {
    let lists = roots.compactMap { $0["footnotes"] }.filter { !$0.entry.value.isEmpty }
    guard let first = lists.first else { return }
    var notes: [EntrySource] = []
    var isWhole = true
    for (part, root) in roots.enumerated() {
      guard let list = root["footnotes"] else { continue }
      for (position, note) in MappingSource(valueOf: list).entries.enumerated()
      where footnotes.kept[part].contains(position) {
        notes.append(note)
        if list.file != first.file { isWhole = false }
      }
    }
    isWhole
      ? composer.write(first, at: 0)
      : composer.write("footnotes", notes, of: lists, equals: [:])
  }
}
