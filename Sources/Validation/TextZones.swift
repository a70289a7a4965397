internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

extension TextZones {
  /// Whether all of a text that plays a role is in one of the zones.
  func contains(_ role: Passage.Role) -> Bool {
    switch role {
    case .title, .masthead: contains(.headings)
    case .quote: contains(.quotations)
    case .footnote: contains(.footnotes)
    case .table: contains(.tables)
    case .text, .formula: false
    }
  }

  /// Whether a stretch of a text is in one of the zones, or is no running text at all.
  func cover(_ range: Range<Int>, of prose: Prose) -> Bool {
    prose.elements.contains { $0.isOpaque && $0.range.overlaps(range) }
      || (contains(.quotations) && prose.isQuoted(at: range.lowerBound))
      || (contains(.italics) && prose.isEmphasized(range))
      || (contains(.symbols)
        && DocumentSymbolCheck.symbols(in: prose.text).contains { $0.overlaps(range) })
  }
}

extension Prose {
  /// Whether a stretch stands in italics.
  func isEmphasized(_ range: Range<Int>) -> Bool {
    elements.contains { element in
      guard case .emphasis(let content) = element.kind else { return false }
      return content.lowerBound <= range.lowerBound && range.upperBound <= content.upperBound
    }
  }
}
