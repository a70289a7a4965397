internal import SourceText

/// A number that may be a time: an hour, and minutes if there are any.
struct ClockFace {
  enum Mark: Equatable {
    case none, stop, colon, letter
  }

  let hour: Int
  let minute: Int
  /// What stands between the hour and the minutes.
  let mark: Mark
  /// Whether there are four figures without a mark.
  let isOfFour: Bool
  /// Whether it begins with a nought.
  let isPadded: Bool
  let range: Range<Int>

  /// Nil where no time is written so, or where it is certain at once that the number is none.
  init?(at start: Int, in text: TextSlice) {
    func digits(from offset: Int) -> Int {
      var end = offset
      while text.isDigit(at: end) { end += 1 }
      return end
    }
    func value(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 * 10 + (text.digit(at: $1) ?? 0) }
    }
    let end = digits(from: start)
    if text.goesOn(at: start - 1) || start > 0 && text[start - 1] == UInt8(ascii: ".") {
      return nil
    }
    isPadded = end > start + 1 && text.digit(at: start) == 0
    if end == start + 4 {
      (hour, minute) = (value(start..<start + 2), value(start + 2..<end))
      (mark, isOfFour, range) = (.none, true, start..<end)
      guard isPadded || minute % 15 == 0, text.blank(at: end) > 0 else { return nil }
    } else {
      guard start < end, end <= start + 2 else { return nil }
      hour = value(start..<end)
      isOfFour = false
      let mark = Mark(text, at: end)
      if mark != .none, digits(from: end + 1) == end + 3 {
        self.mark = mark
        minute = value(end + 1..<end + 3)
        range = start..<end + 3
      } else {
        // "3.5", "3:1"
        guard mark == .none || !text.isDigit(at: end + 1) else { return nil }
        (self.mark, minute, range) = (.none, 0, start..<end)
      }
    }
    guard hour < 24, minute < 60, mayEnd(in: text) else { return nil }
  }

  /// Whether what follows may belong to a time: "am", "p.m.", of twelve o’clock and of four figures
  /// any word.
  private func mayEnd(in text: TextSlice) -> Bool {
    if mark == .colon || mark == .letter { return true }
    let letter = range.upperBound + text.blank(at: range.upperBound)
    guard text.isLetter(at: letter), letter + 1 < text.count else { return false }
    let isHalf =
      text[letter + 1] == UInt8(ascii: ".") || text[letter + 1] | 0x20 == UInt8(ascii: "m")
    return isHalf || isOfFour || hour == 12 && minute == 0
  }
}

extension ClockFace.Mark {
  init(_ text: TextSlice, at offset: Int) {
    guard offset < text.count else {
      self = .none
      return
    }
    self =
      switch text[offset] {
      case UInt8(ascii: "."): .stop
      case UInt8(ascii: ":"): .colon
      case UInt8(ascii: "h"): .letter
      default: .none
      }
  }
}

/// What is asked of the characters around a time.
extension TextSlice {
  /// The value of a digit.
  func digit(at offset: Int) -> Int? {
    isDigit(at: offset) ? Int(self[offset] - 0x30) : nil
  }

  /// The bytes of the space at an offset, be it one at which no line is broken; 0 where none is.
  func blank(at offset: Int) -> Int {
    if offset < count, self[offset] == 0x20 { return 1 }
    if offset + 1 < count, self[offset] == 0xC2, self[offset + 1] == 0xA0 { return 2 }
    let isNarrow =
      offset + 2 < count && self[offset] == 0xE2 && self[offset + 1] == 0x80
      && self[offset + 2] == 0xAF
    return isNarrow ? 3 : 0
  }

  /// Whether a byte belongs to what is longer than a time: "12:30:15", "A/10", "2-10".
  func goesOn(at offset: Int) -> Bool {
    guard 0..<count ~= offset, self[offset] < 0x80 else { return false }
    return isDigit(at: offset) || isLetter(at: offset) || "_:/-".utf8.contains(self[offset])
  }

  /// Whether a text goes on with a word at an offset, and no letter after it.
  func reads(_ word: String, at start: Int) -> Bool {
    let end = start + word.utf8.count
    return end <= count && self[start..<end].reads(word) && !isLetter(at: end)
  }

  /// The end of "a.m." or the like, with full stops or without, in small letters or capitals.
  func end(of half: TextSlice, at start: Int) -> Int? {
    let stop = UInt8(ascii: ".")
    var offset = start
    var areCapitals: Bool?
    for letter in (0..<half.count).map({ half[$0] }) where letter != stop {
      guard offset < count, self[offset] | 0x20 == letter else { return nil }
      let isCapital = self[offset] != letter
      // "2 Am"
      if let areCapitals, areCapitals != isCapital { return nil }
      areCapitals = isCapital
      offset += 1
      if offset < count, self[offset] == stop, half.hasStop(after: letter) { offset += 1 }
    }
    // "10 a.m., 5 pm." but not "10 amendments"; the full stop of "5 pm." ends the sentence.
    if isLetter(at: offset) || isDigit(at: offset) { return nil }
    let hasStops =
      self[start..<offset].firstOffset(of: stop).map { $0 < offset - start - 1 } ?? false
    return hasStops || self[offset - 1] != stop ? offset : offset - 1
  }

  private func hasStop(after letter: UInt8) -> Bool {
    firstOffset(of: letter).map { $0 + 1 < count && self[$0 + 1] == UInt8(ascii: ".") } ?? false
  }

  /// Whether a sentence ends at an offset: the text does, or a capital follows.
  func endsSentence(at offset: Int) -> Bool {
    let next = offset + blank(at: offset)
    return next >= count || self[next] == 0x0A || next > offset && 0x41...0x5A ~= self[next]
  }
}
