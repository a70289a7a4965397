internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds times of day that are written in another way than 8.30 p.m., 9 a.m. and noon.
struct ClockCheck: WordCheck {
  private let context: CheckContext
  /// How times are written here. Only a number that looks like a time asks for it.
  private lazy var convention = ClockConvention(context.library)

  init(_ context: CheckContext) {
    self.context = context
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard wording.traits.contains(.hasDigits) else { return }
    for index in wording.tokens.indices
    where wording.tokens[index].traits.contains(.hasDigits) {
      let start = wording.tokens[index].range.lowerBound
      guard let face = ClockFace(at: start, in: wording.text), let convention,
        !convention.silentIn.contains(passage.role),
        !convention.silentIn.cover(wording.tokens[index]),
        let fault = convention.fault(of: face, at: index, in: wording)
      else { continue }
      let typed = wording.text[fault.range].string
      findings.append(
        Finding(
          convention.rule, at: context.place(passage.text, fault.range),
          "“\(typed)” is a time of day; times are written as 8.30 p.m. and 9 a.m.",
          caption: fault.written,
          fixes: fault.written.map { written in
            context.rewriting(
              passage.text, fault.range.lowerBound..<fault.end, as: written + fault.rest,
              isSafe: fault.isSafe, title: "Write “\(written)”")
          } ?? []))
    }
  }
}

/// The way in which times of day are written.
private struct ClockConvention {
  let rule: RuleID
  let silentIn: TextZones
  private let halves: [TextSlice]
  private let twelves: [String]
  private var leads = WordTrie()
  private var joiners = WordTrie()
  private var hours = WordTrie()

  struct Fault {
    let range: Range<Int>
    /// What is to be written; nil where that is not certain.
    let written: String?
    let isSafe: Bool
    /// The full stop of the sentence, where that of the time was it.
    var rest = ""
    /// The end of what is replaced: a full stop ends the time and the sentence.
    var end: Int
  }

  init?(_ library: RuleLibrary) {
    guard let rule = library.rules(of: .clock).first, let parameters = rule.parameters.clock else {
      return nil
    }
    self.rule = rule.id
    silentIn = parameters.silentIn
    halves = parameters.halves.map { TextSlice($0) }
    twelves = parameters.twelves
    for word in parameters.leads { leads.insert(word) }
    for word in parameters.joiners { joiners.insert(word) }
    for word in parameters.hours { hours.insert(word) }
  }

  func fault(of face: ClockFace, at index: Int, in wording: Wording) -> Fault? {
    let text = wording.text
    let end = face.range.upperBound
    let start = end + text.blank(at: end)
    for half in halves.indices {
      if let end = text.end(of: halves[half], at: start) {
        return fault(of: face, half, until: end, in: text)
      }
    }
    if let twelve = twelves.first(where: { text.reads($0, at: start) }) {
      guard face.hour == 12, face.minute == 0, !face.isOfFour, start > end else { return nil }
      let range = face.range.lowerBound..<start + twelve.utf8.count
      return Fault(range: range, written: twelve, isSafe: true, end: range.upperBound)
    }
    guard isOfDay(face, at: index, in: wording) else { return nil }
    let hoursEnd = wording.endOfWord(among: hours, at: start, after: index)
    return mended(
      face, face.hour < 12 ? 0 : 1, face.range.lowerBound..<(hoursEnd ?? end),
      // Of a range the other half may be no time to this check.
      isSafe: face.mark == .none && face.isPadded, in: text)
  }

  /// A time with "pm" or the like after it.
  private func fault(of face: ClockFace, _ half: Int, until end: Int, in text: TextSlice) -> Fault?
  {
    guard !face.isOfFour else { return nil }
    let range = face.range.lowerBound..<end
    if face.hour > 12, half == 0 {
      return Fault(range: range, written: nil, isSafe: false, end: end)
    }
    let hour = face.hour == 12 && half == 0 ? 0 : face.hour < 12 ? face.hour + 12 * half : face.hour
    // "12 p.m." is read as noon by some and as midnight by others.
    let isTwelve = face.hour == 12 && face.minute == 0
    let written = isTwelve ? "\(face.hour) \(halves[half].string)" : time(hour, face.minute)
    let blank = text.blank(at: face.range.upperBound)
    let typed =
      text[face.range].string + (blank > 0 ? " " : "")
      + text[face.range.upperBound + blank..<end].string
    guard typed != written else { return nil }
    let isInRange = end < text.count && [UInt8(ascii: "-"), 0xE2].contains(text[end])
    return mended(face, half, range, isSafe: !isTwelve && !isInRange, in: text)
  }

  /// Whether a time without "a.m." or "p.m." is certainly one, by the words around it.
  private func isOfDay(_ face: ClockFace, at index: Int, in wording: Wording) -> Bool {
    let text = wording.text
    let end = face.range.upperBound
    let isLed = leads.longestMatch(at: index - 1, in: wording) != nil
    let isJoined = joiners.longestMatch(at: index - 1, in: wording) != nil
    switch face.mark {
    case .none:
      let isCounted = wording.endOfWord(among: hours, at: end + text.blank(at: end), after: index)
      // "At 1500 hours" may be how long a thing takes.
      return face.isOfFour && isCounted != nil && isLed && (face.isPadded || face.minute != 0)
    case .stop: return false
    case .letter: return (isLed || isJoined) && !text.isLetter(at: end)
    case .colon:
      // Proportions and verses have a colon too: "1:50,000", "2:30:1", "from 1:10 to 1:15".
      let isWhole = !text.goesOn(at: end) && !text.isDigit(at: end + 1)
      let isCertain = face.hour > 9 || face.isPadded
      let isQuarter = face.minute % 15 == 0
      return isWhole && (isLed && (isCertain || isQuarter) || isJoined && isCertain && isQuarter)
    }
  }

  private func mended(
    _ face: ClockFace, _ half: Int, _ range: Range<Int>, isSafe: Bool, in text: TextSlice
  ) -> Fault {
    let isTwelve = (face.hour == 12 || face.hour == 0) && face.minute == 0
    let isNoon = face.hour == 12 && half == 1
    let written =
      isTwelve
      ? twelves[isNoon ? 0 : 1]
      : time(half == 0 ? face.hour % 12 : face.hour % 12 + 12, face.minute)
    let hasStop = text[range.upperBound - 1] == UInt8(ascii: ".")
    let stop = UInt8(ascii: ".")
    var fault = Fault(range: range, written: written, isSafe: isSafe, end: range.upperBound)
    if written.hasSuffix("."), !hasStop, range.upperBound < text.count,
      text[range.upperBound] == stop
    {
      fault.end += 1
    } else if hasStop, !written.hasSuffix("."), text.endsSentence(at: range.upperBound) {
      fault.rest = "."
    }
    return fault
  }

  /// A time as it is written.
  /// - Parameter hour: From 0 to 23.
  private func time(_ hour: Int, _ minute: Int) -> String {
    let minutes = minute == 0 ? "" : minute < 10 ? ".0\(minute)" : ".\(minute)"
    return "\((hour + 11) % 12 + 1)\(minutes) \(halves[hour / 12].string)"
  }
}

extension Wording {
  /// The end of a word of a list that is the token after another, and begins at an offset.
  fileprivate func endOfWord(among words: WordTrie, at start: Int, after index: Int) -> Int? {
    guard let next = tokens[index...].firstIndex(where: { $0.range.lowerBound >= start }),
      tokens[next].range.lowerBound == start, words.longestMatch(at: next, in: self) != nil
    else { return nil }
    return tokens[next].range.upperBound
  }
}
