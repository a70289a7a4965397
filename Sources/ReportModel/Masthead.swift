public import SourceText

/// The fields that stand at the head of a report, by the keys of the format.
public enum MastheadField: String, CaseIterable, Sendable {
  case report
  case series
  case symbol
  case distribution
  case date
  case original
  case language
  case organ
  case body
  case session
  case meeting
  case item
  case title
  case subtitle
  case agenda
  case starts
}

/// The head of a report. Every scalar is the text that was typed, with its place.
public struct Masthead: Sendable {
  /// A key with the text that was typed for it.
  public struct Entry: Sendable {
    public let keyRange: TextRange
    public let value: SourcedText

    public init(keyRange: TextRange, value: SourcedText) {
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// The fields that have a value, be it malformed.
  public var given: Set<MastheadField> = []
  /// The fields whose keys stand there without a value.
  public var empty: Set<MastheadField> = []
  /// The scalar fields that have a well-formed value.
  public var entries: [MastheadField: Entry] = [:]
  /// The date of the document, where it is one.
  public var date: CalendarDate?
  public var meeting: Meeting?
  public var agenda: [AgendaItem] = []
  /// The numbers that the kinds start from.
  public var starts: [StartNumber] = []
  /// The first key of the file, where a missing field is reported.
  public var firstKeyRange = TextRange(0, 0)

  public init() {}

  /// What a document's distribution can be.
  public static let distributions = ["General", "Limited", "Restricted"]

  /// The text of a field, or nil where it is absent or empty.
  public subscript(field: MastheadField) -> SourcedText? { entries[field]?.value }
}

/// Where and when a body met.
public struct Meeting: Sendable {
  public var keyRange: TextRange
  public var place: SourcedText?
  public var from: CalendarDate?
  public var to: CalendarDate?
  /// The keys of these that have a value, be it malformed.
  public var given: Set<String> = []

  public init(keyRange: TextRange) {
    self.keyRange = keyRange
  }
}

/// An item of the agenda that the text may name.
public struct AgendaItem: Sendable {
  public let number: SourcedText
  public let title: SourcedText

  public init(number: SourcedText, title: SourcedText) {
    self.number = number
    self.title = title
  }
}

/// The first number of a kind of block: `starts: {recommendation: 12}`.
public struct StartNumber: Sendable {
  public let kind: BlockKind
  public let value: SourcedText
  public let number: Int

  public init(kind: BlockKind, value: SourcedText, number: Int) {
    self.kind = kind
    self.value = value
    self.number = number
  }
}

/// A date of the calendar, written `2019-09-09` in the source.
public struct CalendarDate: Hashable, Comparable, Sendable {
  public let year: Int
  /// From 1.
  public let month: Int
  /// From 1.
  public let day: Int

  /// A date of the Gregorian calendar, or nil where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day of the week, from 0 for Monday.
  public var weekday: Int {
    // January and February are counted as the last months of the year before.
    let years = month < 3 ? year - 1 : year
    let days = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] + day
    return (years + years / 4 - years / 100 + years / 400 + days + 6) % 7
  }

  /// Reads `YYYY-MM-DD`; nil for anything else, and for days that do not exist.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// Reads a date as reports in English print it, `9 September 2019`; nil for anything else.
  public init?(asPrinted text: String) {
    let words = text.split(separator: " ")
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    guard words.count == 3, let day = Int(words[0]), words[2].utf8.count == 4,
      let year = Int(words[2]), let month = months.firstIndex(of: String(words[1]))
    else { return nil }
    self.init(year: year, month: month + 1, day: day)
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as it is written in the source.
  public var description: String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(count - text.utf8.count, 0)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }
}
