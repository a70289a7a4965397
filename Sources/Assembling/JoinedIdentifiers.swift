internal import ReportModel
internal import SourceText

/// The identifiers of sections that became one with another, with the identifier that one has.
struct JoinedIdentifiers {
  private(set) var replacements: [TextSlice: String] = [:]

  init(_ consolidation: Consolidation, of series: Series) {
    for block in consolidation.contents { visit(block, series) }
  }

  private mutating func visit(_ block: MergedBlock, _ series: Series) {
    guard case .joined(let origins, let contents) = block else { return }
    let identifiers = origins.compactMap { series.parts[$0.part].blocks[$0.block].identifier }
    for identifier in identifiers.dropFirst() {
      replacements[identifier.text] = identifiers[0].string
    }
    for inner in contents { visit(inner, series) }
  }
}
