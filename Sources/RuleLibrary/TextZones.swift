internal import YAMLSyntax

/// Parts of a report's text that a rule may leave alone.
public struct TextZones: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Between quotation marks, and in blocks that are quotes.
  public static var quotations: TextZones { TextZones(rawValue: 1) }
  /// In italics: titles, foreign words, names of cases.
  public static var italics: TextZones { TextZones(rawValue: 1 << 1) }
  /// The titles of sections, tables and annexes.
  public static var headings: TextZones { TextZones(rawValue: 1 << 2) }
  public static var footnotes: TextZones { TextZones(rawValue: 1 << 3) }
  public static var tables: TextZones { TextZones(rawValue: 1 << 4) }
  /// Document symbols.
  public static var symbols: TextZones { TextZones(rawValue: 1 << 5) }

  /// A zone as it is named in rule files.
  private enum Name: String, CaseIterable {
    case quotations, italics, headings, footnotes, tables, symbols

    var zone: TextZones {
      switch self {
      case .quotations: .quotations
      case .italics: .italics
      case .headings: .headings
      case .footnotes: .footnotes
      case .tables: .tables
      case .symbols: .symbols
      }
    }
  }

  /// The zones of the key `silent-in`.
  static func read(_ value: YAMLCursor?, _ reader: inout LibraryFileReader) -> TextZones {
    guard let value else { return [] }
    return reader.items(value, of: "silent-in").reduce(into: []) { zones, item in
      if let name = reader.choice(item, of: "silent-in", as: Name.self) {
        zones.insert(name.zone)
      }
    }
  }
}
