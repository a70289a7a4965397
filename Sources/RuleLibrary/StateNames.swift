public import ReportModel
internal import SourceText

/// The names of States in a language, and of what is listed among them: `Rules/states/<code>.yaml`.
public struct StateNames: Sendable {
  /// A State, or an entity that is listed in its alphabetical place.
  public struct Entry: Sendable {
    /// The short form, as lists have it.
    public let name: String
    /// Whether running text has an article before the name.
    public let hasArticle: Bool
    public let formal: String?
    public let former: [FormerName]
    /// Names in common use that lists do not have.
    public let common: [String]
    /// Other names that lists may have.
    public let accepted: [String]
    public let isState: Bool

    /// The short form that was right on a day.
    public func name(on date: CalendarDate?) -> String {
      guard let date else { return name }
      return former.filter { date < $0.until }.min { $0.until < $1.until }?.name ?? name
    }
  }

  /// A name that was right up to a day.
  public struct FormerName: Sendable {
    public let name: String
    /// The first day on which the name was no longer right.
    public let until: CalendarDate
  }

  public let entries: [Entry]
  private let positions: [String: Int]

  init(entries: [Entry]) {
    self.entries = entries
    var positions: [String: Int] = [:]
    // A short form is its own entry's, whatever else it is a former or common name of.
    positions.reserveCapacity(entries.count * 3)
    for (index, entry) in entries.enumerated() { positions[Self.key(entry.name)] = index }
    for (index, entry) in entries.enumerated() {
      let others =
        [entry.formal].compactMap { $0 } + entry.former.map(\.name)
        + entry.common + entry.accepted
      for name in others {
        let key = Self.key(name)
        if positions[key] == nil { positions[key] = index }
      }
    }
    self.positions = positions
  }

  /// The position of the entry that has a name, in whatever form.
  public func position(of name: String) -> Int? { positions[Self.key(name)] }

  /// A name as names are compared: without its article, small letters, one kind of apostrophe.
  public static func key(_ name: String) -> String {
    var key = name.lowercased()[...]
    if key.hasPrefix("the ") { key = key.dropFirst("the ".count) }
    guard key.utf8.contains(0xE2) else { return String(key) }
    return String(String.UnicodeScalarView(key.unicodeScalars.map { $0 == "’" ? "'" : $0 }))
  }

  /// A name as lists are ordered by it: letters without their accents, words without marks.
  public static func collationKey(_ name: String) -> String {
    var key = ""
    for scalar in Self.key(name).unicodeScalars {
      switch scalar {
      case "à", "á", "â", "ã", "ä", "å": key += "a"
      case "ç": key += "c"
      case "è", "é", "ê", "ë": key += "e"
      case "ì", "í", "î", "ï": key += "i"
      case "ñ": key += "n"
      case "ò", "ó", "ô", "õ", "ö": key += "o"
      case "ù", "ú", "û", "ü": key += "u"
      case "'", "(", ")", ",", ".": continue
      case "-": key += " "
      default: key.unicodeScalars.append(scalar)
      }
    }
    return key
  }
}
