internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// Checks lists of States: the names, their order, and that each stands once.
struct StatesCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    var names: StateNames?
    for index in context.report.blocks.indices {
      guard let list = context.report.blocks[index].particulars?.states else { continue }
      if names == nil { names = context.library.stateNames(context.language.code) }
      guard let names else { return }
      let entries = list.entries.filter { !$0.isEmpty }.map { ListedState($0, names, context) }
      for entry in entries { reportName(entry, names, context, &findings) }
      reportRepetitions(entries, context, &findings)
      reportOrder(entries, context, &findings)
    }
  }

  private func reportName(
    _ entry: ListedState, _ names: StateNames, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard entry.position != nil else {
      let meant = nearest(
        to: entry.typed, among: names.entries.map { $0.name(on: context.report.masthead.date) })
      return findings.append(
        Finding(
          "state-unknown", at: context.place(entry.source.range),
          "“\(entry.typed)” is not the name of a State"
            + (meant.map { "; did you mean “\($0)”?" } ?? ""),
          caption: meant.map { "did you mean \($0)?" },
          fixes: meant.map {
            context.rewriting(entry.source, 0..<entry.nameCount, as: $0, isSafe: false)
          } ?? []))
    }
    guard let right = entry.right, !entry.isRightForm else { return }
    findings.append(
      Finding(
        "state-name-form", at: context.place(entry.source.range),
        "lists have the short form “\(right)”, not “\(entry.typed)”", caption: right,
        fixes: context.rewriting(entry.source, 0..<entry.nameCount, as: right, isSafe: true)))
  }

  private func reportRepetitions(
    _ entries: [ListedState], _ context: CheckContext, _ findings: inout [Finding]
  ) {
    var seen: [Int: ListedState] = [:]
    for entry in entries {
      guard let position = entry.position else { continue }
      guard let first = seen[position] else {
        seen[position] = entry
        continue
      }
      findings.append(
        Finding(
          "state-repeated", at: context.place(entry.source.range),
          "\(entry.right ?? entry.typed) is listed already, in line "
            + "\(context.line(of: first.source.range.start))",
          related: [RelatedPlace(context.place(first.source.range), "the first")]))
    }
  }

  // MARK: Order

  /// Lists of States are alphabetical in the language of the version, articles ignored.
  private func reportOrder(
    _ entries: [ListedState], _ context: CheckContext, _ findings: inout [Finding]
  ) {
    let known = entries.filter { $0.position != nil }
    guard
      let misplaced = zip(known, known.dropFirst()).first(where: { $1.collation < $0.collation })
    else { return }
    let script = sorting(entries, context)
    findings.append(
      Finding(
        "states-out-of-order", at: context.place(misplaced.1.source.range),
        "\(misplaced.1.right ?? misplaced.1.typed) comes before "
          + "\(misplaced.0.right ?? misplaced.0.typed) in alphabetical order",
        fixes: script.isEmpty
          ? []
          : [
            Fix(
              "Sort the list", safety: .safe,
              edits: script.map { FileEdit(context.report.id, $0) })
          ]))
  }

  /// The edits that put the entries in order, each as the same bytes with the comment behind it.
  ///
  /// There are none where an entry is unknown, and so has no place, and none where a comment
  /// stands on a line of its own, since nobody can tell which entry it belongs to.
  private func sorting(_ entries: [ListedState], _ context: CheckContext) -> [TextEdit] {
    let file = context.report.file
    guard entries.allSatisfy({ $0.position != nil }), let first = entries.first,
      let last = entries.last
    else { return [] }
    let stretches = entries.map { stretch(of: $0, in: file) }
    let whole = TextRange(first.source.range.start, last.source.range.end)
    let isAlone = zip(stretches, stretches.dropFirst()).allSatisfy { before, after in
      before.end <= after.start
        && !file.slice(TextRange(before.end, after.start)).string.contains("#")
    }
    guard isAlone, whole.count > 0 else { return [] }
    let order = entries.indices.sorted {
      (entries[$0].collation, $0) < (entries[$1].collation, $1)
    }
    return zip(stretches, order).compactMap { place, source in
      let text = file.slice(stretches[source]).string
      return file.slice(place).string == text ? nil : TextEdit(place, text)
    }
  }

  /// An entry with the comment behind it, where it has a line of its own.
  private func stretch(of entry: ListedState, in file: SourceFile) -> TextRange {
    let range = entry.source.range
    let end = file.endOfLine(at: range.end)
    let rest = file.slice(TextRange(range.end, end)).string
    let isComment = rest.first { $0 != " " && $0 != "\t" } == "#"
    return isComment && rest.first != "#" ? TextRange(range.start, end) : range
  }
}

/// An entry of a list of States, with the State that it names.
private struct ListedState {
  let source: SourcedText
  let typed: String
  /// The number of bytes of the name; an addition in parentheses may follow.
  let nameCount: Int
  let position: Int?
  /// The short form that was right on the date of the report.
  let right: String?
  let isRightForm: Bool
  let collation: String

  init(_ source: SourcedText, _ names: StateNames, _ context: CheckContext) {
    self.source = source
    var name = source.string
    var position = names.position(of: name)
    // "Algeria (on behalf of the Group of African States)"
    if position == nil, let open = source.text.firstRange(of: TextSlice(" (")) {
      let shorter = source.text[0..<open.lowerBound].string
      position = names.position(of: shorter)
      if position != nil { name = shorter }
    }
    typed = name
    nameCount = name.utf8.count
    self.position = position
    let entry = position.map { names.entries[$0] }
    let right = entry?.name(on: context.report.masthead.date)
    self.right = right
    let key = StateNames.key(name)
    let isNamedSo = entry.map { entry in
      // The name of today is no fault in a report that is older than it.
      ([right ?? "", entry.name] + entry.accepted).contains { StateNames.key($0) == key }
    }
    let hasArticle = name.lowercased().hasPrefix("the ")
    isRightForm = (isNamedSo ?? false) && (!hasArticle || entry?.hasArticle ?? false)
    collation = StateNames.collationKey(right ?? name)
  }
}
