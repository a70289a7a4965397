internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// The days of a meeting or the date of a document, read from their words.
struct Period {
  let first: CalendarDate
  let last: CalendarDate

  private enum Token: Equatable {
    case number(Int)
    /// From 1.
    case month(Int)
    case joiner
  }

  /// Reads "9 September 2019", "9–11 September 2019", "28 April–2 May 2014"; nil for all else.
  init?(_ text: TextSlice, _ language: Language) {
    guard text.count <= 80, let tokens = Self.tokens(of: text, language) else { return nil }
    let dates: (CalendarDate?, CalendarDate?)
    switch tokens.count {
    case 3: dates = (Self.date(tokens[...]), Self.date(tokens[...]))
    case 5:
      guard tokens[1] == .joiner else { return nil }
      dates = (Self.date([tokens[0], tokens[3], tokens[4]]), Self.date(tokens[2...]))
    case 6:
      guard tokens[2] == .joiner else { return nil }
      dates = (Self.date([tokens[0], tokens[1], tokens[5]]), Self.date(tokens[3...]))
    case 7:
      guard tokens[3] == .joiner else { return nil }
      dates = (Self.date(tokens[..<3]), Self.date(tokens[4...]))
    default: return nil
    }
    guard let first = dates.0, let last = dates.1, first <= last else { return nil }
    self.first = first
    self.last = last
  }

  private static func date(_ tokens: ArraySlice<Token>) -> CalendarDate? {
    let tokens = Array(tokens)
    guard tokens.count == 3, case .number(let day) = tokens[0], case .month(let month) = tokens[1],
      case .number(let year) = tokens[2], year >= 1000
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func tokens(of text: TextSlice, _ language: Language) -> [Token]? {
    var tokens: [Token] = []
    var rest = text.trimmed
    let joiners = language.manuscripts[.dateJoiners]
    while !rest.isEmpty {
      if let (number, after) = rest.leadingNumber {
        tokens.append(.number(number))
        rest = after.trimmed
      } else if let (month, after) = rest.leadingMonth(language) {
        tokens.append(.month(month))
        rest = after.trimmed
      } else if let after = joiners.lazy.compactMap({ rest.dropping(prefix: $0) }).first {
        tokens.append(.joiner)
        rest = after.trimmed
      } else {
        return nil
      }
      guard tokens.count <= 7 else { return nil }
    }
    return tokens
  }
}

extension TextSlice {
  /// The number that the text begins with, up to four digits, and what follows.
  fileprivate var leadingNumber: (Int, TextSlice)? {
    var value = 0
    var end = 0
    while end < count, self[end].isDigit, end < 5 {
      value = value * 10 + Int(self[end] - 0x30)
      end += 1
    }
    return (1...4).contains(end) ? (value, self[end..<count]) : nil
  }

  fileprivate func leadingMonth(_ language: Language) -> (Int, TextSlice)? {
    for (index, month) in language.months.enumerated() {
      guard let rest = dropping(prefix: month), rest.isEmpty || !rest[0].isLetter else { continue }
      return (index + 1, rest)
    }
    return nil
  }
}
