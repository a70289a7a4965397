internal import ReportModel
internal import SourceText
public import YAMLSyntax

/// The keys of the report format.
enum FormatKey: String, CaseIterable {
  // Of the masthead.
  case report, series, symbol, distribution, date, original, language, organ, body, session
  case meeting, agenda, starts, footnotes, annexes, subtitle
  // Of blocks that are kinds of them.
  case section, heading, paragraph, recommendation, statements, quote, table, annex
  // Of several.
  case text, title, item, contents, id, continued, withdrawn, points, states, organizations
  case items, by, source
  // Of a meeting.
  case place, from, to

  /// The key that a text is, or nil.
  init?(_ text: TextSlice) {
    guard text.count < Self.byLength.count,
      let key = Self.byLength[text.count].first(where: { text == $0.name })
    else { return nil }
    self = key.key
  }

  private static let byLength: [[(name: TextSlice, key: FormatKey)]] = {
    let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0
    return (0...longest).map { length in
      allCases.filter { $0.rawValue.utf8.count == length }.map { (TextSlice($0.rawValue), $0) }
    }
  }()
}

extension ReportReader {
  /// The keys of reports and series, by which a key in a wrong place is told from prose.
  public static let keys = KeyNames(
    Set(FormatKey.allCases.map(\.rawValue)).union(["parts", "final"]),
    blocks: Set(FormatKey.allCases.filter { BlockKind($0) != nil }.map(\.rawValue)),
    lists: [FormatKey.text.rawValue: FormatKey.points.rawValue])
}

extension BlockKind {
  /// The kind of block that a key makes; `text` does so where no other key does.
  init?(_ key: FormatKey) {
    switch key {
    case .section: self = .section
    case .heading: self = .heading
    case .paragraph: self = .paragraph
    case .recommendation: self = .recommendation
    case .statements: self = .statements
    case .quote: self = .quote
    case .table: self = .table
    case .annex: self = .annex
    default: return nil
    }
  }

  /// The key that makes a block of this kind; a point has none.
  var key: FormatKey? { self == .point ? nil : FormatKey(rawValue: rawValue) }

  /// The keys that a block of this kind may have beside the one that makes it.
  var otherKeys: [FormatKey] {
    switch self {
    case .section: [.id, .title, .continued, .item, .contents]
    case .heading: [.id, .continued, .item, .contents]
    case .paragraph: [.id, .text, .points, .states, .organizations]
    case .recommendation: [.id, .text, .points, .withdrawn]
    case .statements: [.id, .items, .by, .states, .organizations]
    case .quote: [.id, .source]
    case .table: [.id, .title]
    case .text: [.id, .points]
    case .annex: [.id, .title, .contents]
    case .point: [.id, .text, .points]
    }
  }

  /// The kind as a message names it: "a recommendation".
  var withArticle: String {
    switch self {
    case .annex: "an annex"
    case .statements: "a paragraph of statements"
    case .text: "an unnumbered paragraph"
    default: "a \(rawValue)"
    }
  }
}
