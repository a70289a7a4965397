internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds meetings that are dated outside the session: "At its 2nd meeting, on 28 April 2014".
///
/// Only a date that follows the words for a meeting is looked at; other dates are the text's own.
struct MeetingDateCheck: WordCheck {
  private let leads: [[UInt8]]
  private let months: [String]
  private let period: ClosedRange<CalendarDate>?
  /// How bodies are called, and whether the name is that of the body whose report it is.
  private let bodies: [(name: [UInt8], isOwn: Bool)]

  init(_ context: CheckContext) {
    leads = context.language.meetingLeads.map { Array($0.utf8) }
    months = context.language.months
    let masthead = context.report.masthead
    let own = (masthead[.body] ?? masthead[.organ])?.text
    bodies = context.language.bodyNames.map { name in
      (Array(name.utf8), own.map { $0.firstRange(of: TextSlice(name)) != nil } ?? true)
    }
    if let meeting = context.report.masthead.meeting, let from = meeting.from,
      let to = meeting.to, from <= to
    {
      period = from...to
    } else {
      period = nil
    }
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard let period, passage.role == .text, wording.traits.contains(.hasDigits) else { return }
    let text = wording.text
    // Numbers are few, so they are looked for, and not the words.
    for token in wording.tokens where token.kind == .number && follows(token, in: text) {
      for (date, range) in dates(in: text, from: token.range.lowerBound)
      where !period.contains(date) && !token.zones.contains(.quotation)
        && !isOfAnotherBody(range, in: text)
      {
        findings.append(
          Finding(
            "date-outside-meeting", at: context.place(passage.text, range),
            "a meeting on \(text[range].string) is outside the session, which is from "
              + "\(Self.text(period.lowerBound, months)) to \(Self.text(period.upperBound, months))"
          ))
      }
    }
  }

  /// Whether a token comes directly after the words for a meeting, apart from spaces and marks.
  private func follows(_ token: Token, in text: TextSlice) -> Bool {
    text.withBytes { bytes in
      let before = bytes[..<token.range.lowerBound]
      guard let last = before.lastIndex(where: Words.isInWord) else { return false }
      return leads.contains { before[...last].suffix($0.count).elementsEqual($0) }
    }
  }

  /// Whether the sentence says that the meeting was one of another body: "At its 2nd plenary meeting, on
  /// 13 September 2024, the General Assembly decided"; "the Council, at its 9th meeting, on 3 June".
  private func isOfAnotherBody(_ date: Range<Int>, in text: TextSlice) -> Bool {
    text.withBytes { bytes in
      let after = bytes[date.upperBound...].drop { !Words.isInWord($0) }
      let subject = after.starts(with: "the ".utf8) ? after.dropFirst(4) : after
      if let body = bodies.first(where: { subject.starts(with: $0.name) }) { return !body.isOwn }
      var start = date.lowerBound
      while start > 0, bytes[start] != UInt8(ascii: "."), bytes[start] != UInt8(ascii: "\n") {
        start -= 1
        if let body = bodies.first(where: { bytes[start..<date.lowerBound].starts(with: $0.name) })
        {
          return !body.isOwn
        }
      }
      return false
    }
  }

  /// The dates at a place: "11 May 2023", or "10 and 11 May 2023".
  private func dates(in text: TextSlice, from start: Int) -> [(CalendarDate, Range<Int>)] {
    var words = Words(text, from: start)
    var days: [(Int, Range<Int>)] = []
    while let (word, range) = words.next() {
      if let day = Int(word), (1...31).contains(day) {
        days.append((day, range))
      } else if let month = months.firstIndex(of: word), let (yearWord, yearRange) = words.next(),
        let year = Int(yearWord)
      {
        return days.compactMap { day, range in
          guard let date = CalendarDate(year: year, month: month + 1, day: day) else { return nil }
          let end = days.count == 1 ? yearRange.upperBound : range.upperBound
          return (date, range.lowerBound..<end)
        }
      } else if days.isEmpty || days.count > 4 || word.utf8.count > 4 {
        return []
      }
    }
    return []
  }

  private static func text(_ date: CalendarDate, _ months: [String]) -> String {
    "\(date.day) \(months.indices.contains(date.month - 1) ? months[date.month - 1] : "") "
      + "\(date.year)"
  }
}

/// The words of a text from a place on: letters and digits, without the marks between them.
private struct Words: IteratorProtocol {
  private let text: TextSlice
  private var offset: Int

  init(_ text: TextSlice, from start: Int) {
    self.text = text
    offset = start
  }

  mutating func next() -> (String, Range<Int>)? {
    while offset < text.count, !Self.isInWord(text[offset]) { offset += 1 }
    let start = offset
    while offset < text.count, Self.isInWord(text[offset]) { offset += 1 }
    return start == offset ? nil : (text[start..<offset].string, start..<offset)
  }

  static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
