internal import ReportModel
internal import RuleLibrary

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
}
