public import ReportModel

extension Language {
  /// A date in words: "9 September 2019".
  public func words(for date: CalendarDate) -> String {
    phrase(
      .date, ["day": "\(date.day)", "month": month(of: date), "year": "\(date.year)"])
  }

  /// The days from one to another: "9–11 September 2019", "28 April–2 May 2014".
  public func words(from first: CalendarDate, to last: CalendarDate) -> String {
    if first == last { return words(for: first) }
    let period: Phrase =
      if first.year != last.year {
        .datesOverYears
      } else if first.month != last.month {
        .datesInYear
      } else {
        .datesInMonth
      }
    return phrase(
      period,
      [
        "day": "\(first.day)", "month": month(of: first), "year": "\(first.year)",
        "last-day": "\(last.day)", "last-month": month(of: last), "last-year": "\(last.year)",
      ])
  }

  private func month(of date: CalendarDate) -> String {
    months.indices.contains(date.month - 1) ? months[date.month - 1] : ""
  }
}
