internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import YAMLSyntax

/// Checks lists of States: the names, their order, and that each stands once.
struct StatesCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    var review: ListReview?
    for block in context.report.blocks {
      guard let list = block.particulars?.states else { continue }
      if review == nil { review = ListReview(context) }
      review?.check(list)
    }
    findings += review?.findings ?? []
  }
}

/// The review of the lists of a report, one after the other.
private struct ListReview {
  private let context: CheckContext
  private let names: StateNames
  private let date: CalendarDate?
  private var suggestions = Suggestions()
  private(set) var findings: [Finding] = []

  /// - Returns: Nil where the names are not known in the language of the report.
  init?(_ context: CheckContext) {
    let code = context.report.masthead[.language]?.string ?? context.language.code
    guard let names = context.library.stateNames(code) else { return nil }
    self.context = context
    self.names = names
    date = context.report.masthead.date
  }

  mutating func check(_ list: ListField) {
    let sources = list.entries.filter { !$0.isEmpty }
    let entries = sources.map { ListedState($0, names, on: date) }
    for entry in entries {
      if entry.right == nil { reportUnknown(entry) }
      if let right = entry.right, !entry.isRightForm { reportForm(entry, right) }
    }
    reportRepetitions(entries)
    if names.isOrdered { reportOrder(entries) }
  }

  private func layout(of entries: [ListedState]) -> ListLayout {
    ListLayout(entries.map(\.source), in: context.report.file)
  }

  // MARK: Names

  private mutating func reportUnknown(_ entry: ListedState) {
    let meant = suggestions.nearest(to: entry.typed, among: names.allNames)
      .flatMap { names.position(of: $0) }.map { names.entries[$0].name(on: date) }
    findings.append(
      Finding(
        "state-unknown", at: context.place(entry.source.range),
        "“\(entry.typed)” is not the name of a State"
          + (meant.map { "; did you mean “\(entry.inTypedForm($0))”?" } ?? ""),
        caption: meant.map { "did you mean \(entry.inTypedForm($0))?" },
        fixes: meant.map { writing($0, for: entry, .needsReview) } ?? []))
  }

  private mutating func reportForm(_ entry: ListedState, _ right: String) {
    let right = entry.inTypedForm(right)
    var message = "lists have the short form “\(right)”, not “\(entry.typed)”"
    if let change = entry.change {
      message =
        change.name == entry.right
        ? "the name was “\(right)” until \(context.language.words(for: change.until)), and the report "
          + "is older"
        : "the name has been “\(right)” since \(context.language.words(for: change.until))"
    }
    // Without a date nobody knows whether a former name was right on the day.
    let isCertain = date != nil || entry.change == nil
    findings.append(
      Finding(
        "state-name-form", at: context.place(entry.source, entry.range), message, caption: right,
        fixes: writing(right, for: entry, isCertain ? .safe : .needsReview)))
  }

  private func writing(_ name: String, for entry: ListedState, _ safety: Fix.Safety) -> [Fix] {
    context.rewriting(
      entry.source, entry.range, as: entry.inTypedForm(name), isSafe: safety == .safe)
  }

  // MARK: Repetitions

  /// What is the same in two entries of one State, under whatever name.
  private struct Identity: Hashable {
    let key: NameKey
    let addition: String
  }

  private mutating func reportRepetitions(_ entries: [ListedState]) {
    var seen: [Identity: Int] = [:]
    var layout: ListLayout?
    for (index, entry) in entries.enumerated() {
      let identity = Identity(key: entry.key, addition: entry.addition)
      guard let position = seen[identity] else {
        seen[identity] = index
        continue
      }
      let known = layout ?? self.layout(of: entries)
      layout = known
      let first = entries[position]
      let otherName = first.typed == entry.typed ? "" : " as “\(first.typed)”"
      findings.append(
        Finding(
          "state-repeated", at: context.place(entry.source.range),
          "\(entry.right ?? entry.typed) is listed already, in line "
            + "\(context.line(of: first.source.range.start))" + otherName,
          related: [RelatedPlace(context.place(first.source.range), "the first")],
          fixes: fixes("Take the entry out", .needsReview, known.removal(of: index))))
    }
  }

  // MARK: Order

  /// Reports the first entry that should come before its neighbour, by the names that are right.
  private mutating func reportOrder(_ entries: [ListedState]) {
    let known = entries.filter { $0.right != nil }
    guard
      let (before, misplaced) = zip(known, known.dropFirst())
        .first(where: { $1.key.isCertainlyBefore($0.key) })
    else { return }
    let order = entries.indices.sorted { (entries[$0].key, $0) < (entries[$1].key, $1) }
    let layout = layout(of: entries)
    // An unknown name may be that of a State whose place is another.
    let isCertain = known.count == entries.count && layout.isCertain
    findings.append(
      Finding(
        "states-out-of-order", at: context.place(misplaced.source.range),
        "\(misplaced.right ?? "") comes before \(before.right ?? "") in alphabetical order",
        fixes: fixes(
          "Sort the list", isCertain ? .safe : .needsReview, layout.reordering(order))))
  }

  private func fixes(_ title: String, _ safety: Fix.Safety, _ edits: [TextEdit]?) -> [Fix] {
    guard let edits, !edits.isEmpty else { return [] }
    return [Fix(title, safety: safety, edits: edits.map { FileEdit(context.report.id, $0) })]
  }
}
