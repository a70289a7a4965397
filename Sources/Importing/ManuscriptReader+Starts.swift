internal import ReportModel
internal import RuleLibrary
internal import SourceText

extension ManuscriptReader {
  /// Declares the first numbers that are not 1, unless an addendum goes on from another document.
  mutating func declareStarts() {
    guard !isAddendum else { return }
    for kind in [BlockKind.paragraph, .recommendation] {
      let annexes = draft.blocks.firstIndex { $0.kind == .annex } ?? draft.blocks.count
      let first = draft.blocks[..<annexes].lazy.filter { $0.kind.sequence == kind }
        .first { $0.label.flatMap { Label($0) } != nil }
      guard let block = first, let first = block.label.flatMap({ Label($0) }), first.number != 1,
        first.isPlain
      else { continue }
      draft.starts.append((kind, first.number))
      remark(
        block.line, "`starts` says that the first \(kind.rawValue) has the number \(first.number)")
    }
  }

  /// Whether the masthead says that the report is not yet adopted.
  var isProvisional: Bool {
    let isDraft = draft.fields[.title].map { title in
      TextSlice(title).words.contains { word in
        language.manuscripts[.drafts].contains { word.dropping(prefix: $0)?.isEmpty ?? false }
      }
    }
    return isDraft ?? false || isAddendum
      || draft.fields[.symbol].map { DocumentSymbol($0).has("L") } ?? false
  }

  private var isAddendum: Bool {
    if draft.fields[.symbol]?.split(separator: "/").contains(where: { $0.hasPrefix("Add.") })
      ?? false
    {
      return true
    }
    let word = language.phrase(.addendum).lowercased()
    return draft.fields[.subtitle].map { $0.lowercased().hasPrefix(word) } ?? false
  }
}
