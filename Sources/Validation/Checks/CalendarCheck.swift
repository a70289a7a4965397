internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds days that no calendar has, and days of the week on which a date does not fall.
struct CalendarCheck: WordCheck {
  private let months: [String]
  private let weekdays: [String]
  private let session: ClosedRange<CalendarDate>?

  init(_ context: CheckContext) {
    months = context.language.months
    weekdays = context.language.weekdays
    if let meeting = context.report.masthead.meeting, let from = meeting.from, let to = meeting.to,
      from <= to
    {
      session = from...to
    } else {
      session = nil
    }
  }

  /// The first year for which days of the week are counted: before it, calendars differ.
  private static let firstYear = 1900

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard wording.traits.contains(.hasDigits) else { return }
    for index in wording.tokens.indices where wording.tokens[index].kind == .number {
      guard let date = date(at: index, in: wording) else { continue }
      if let fault = fault(of: date) {
        let range = wording.range(of: index..<date.end)
        findings.append(Finding("date-impossible", at: context.place(passage.text, range), fault))
      } else {
        checkWeekday(of: date, at: index, passage, wording, context, &findings)
      }
    }
  }

  /// A day as it was typed.
  private struct TypedDate {
    let day: Int
    /// From 1.
    let month: Int
    let year: Int?
    /// The token after the date.
    let end: Int
  }

  /// The date whose day is a token: "31 May 2024", "31 May".
  private func date(at index: Int, in wording: Wording) -> TypedDate? {
    let token = wording.tokens[index]
    guard token.count <= 2, token.zones.isDisjoint(with: [.quotation, .italics]),
      let day = Int(wording.string(at: index)), let next = wording.token(at: index + 1),
      next.isWord,
      !next.isJoined, next.traits.contains(.capitalized),
      let month = months.firstIndex(of: wording.string(at: index + 1))
    else { return nil }
    let hasYear = wording.token(at: index + 2).map { $0.kind == .number && $0.count == 4 } ?? false
    let year = hasYear ? Int(wording.string(at: index + 2)) : nil
    return TypedDate(day: day, month: month + 1, year: year, end: index + (year == nil ? 2 : 3))
  }

  /// Why there is no such day; nil where there is one, or where the number may be no day.
  private func fault(of date: TypedDate) -> String? {
    // Without a year "29 February" may be right.
    let year = date.year ?? 2000
    guard CalendarDate(year: year, month: date.month, day: date.day) == nil,
      date.year != nil || 1...31 ~= date.day
    else { return nil }
    let days = (28...31).last { CalendarDate(year: year, month: date.month, day: $0) != nil } ?? 31
    let month = months[date.month - 1]
    if date.month == 2, date.day == 29 { return "\(month) \(year) has 28 days" }
    return "\(month) has \(days) days"
  }

  private func checkWeekday(
    of date: TypedDate, at index: Int, _ passage: Passage, _ wording: Wording,
    _ context: CheckContext, _ findings: inout [Finding]
  ) {
    let position = wording.isMark(",", at: index - 1) ? index - 2 : index - 1
    guard let token = wording.token(at: position), token.isWord,
      let typed = weekdays.firstIndex(of: wording.string(at: position)),
      let day = day(of: date), day.weekday != typed
    else { return }
    let right = weekdays[day.weekday]
    findings.append(
      Finding(
        "date-impossible",
        at: context.place(passage.text, wording.range(of: position..<date.end)),
        "\(day.day) \(months[day.month - 1]) \(day.year) is a \(right)", caption: right,
        fixes: context.rewriting(passage.text, token.range, as: right, isSafe: false)))
  }

  /// The day that is meant: without a year one of the session.
  private func day(of date: TypedDate) -> CalendarDate? {
    if let year = date.year {
      guard year >= Self.firstYear else { return nil }
      return CalendarDate(year: year, month: date.month, day: date.day)
    }
    guard let session else { return nil }
    return [session.lowerBound.year, session.upperBound.year].lazy
      .compactMap { CalendarDate(year: $0, month: date.month, day: date.day) }
      .first(where: session.contains)
  }
}
