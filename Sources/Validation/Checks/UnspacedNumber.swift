internal import Diagnostics
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// A number without the space that parts it from a word: "in2019", "para.5", "5km", "15May".
struct UnspacedNumber {
  /// The word and the number.
  let range: Range<Int>
  /// Where the space is missing.
  let gap: Int
  let written: String

  /// Whether a token may be such a number: a word with figures, or figures after a full stop.
  @inline(__always)
  static func isSuspect(_ index: Int, _ wording: Wording) -> Bool {
    let token = wording.tokens[index]
    guard token.traits.contains(.hasDigits) else { return false }
    switch token.kind {
    case .word: return !wording.isOrdinal(token)
    case .number: return token.isJoined && wording.isMark(".", at: index - 1)
    default: return false
    }
  }

  /// Nil where the letters and figures are one thing: "CO2", "2nd", "A.47".
  init?(_ index: Int, _ wording: Wording, _ words: NumberWords) {
    let token = wording.tokens[index]
    guard !wording.isInside(index) else { return nil }
    let text = wording.text
    if token.kind == .number {
      // "para.5"
      guard let word = wording.token(at: index - 2), word.isWord,
        !word.isJoined || wording.opens(index - 3), wording.tokens[index - 1].isJoined,
        words.isStopped(text[word.range])
      else { return nil }
      range = word.range.lowerBound..<token.range.upperBound
      gap = token.range.lowerBound
    } else {
      let typed = text[token.range]
      let isFigureFirst = typed.isDigit(at: 0)
      guard
        let change = (0..<typed.count).first(where: { typed.isDigit(at: $0) != isFigureFirst }),
        isFigureFirst || (change..<typed.count).allSatisfy(typed.isDigit(at:))
      else { return nil }
      let (first, second) = (typed[0..<change], typed[change..<typed.count])
      guard isFigureFirst ? words.follows(second, first) : words.precedes(first, second) else {
        return nil
      }
      // "2.5km"
      var start = token.range.lowerBound
      while isFigureFirst, start > 1, ".,".utf8.contains(text[start - 1]),
        text.isDigit(at: start - 2)
      {
        start -= 1
        while start > 0, text.isDigit(at: start - 1) { start -= 1 }
      }
      guard start == token.range.lowerBound ? !token.isJoined || wording.opens(index - 1) : true
      else { return nil }
      range = start..<token.range.upperBound
      gap = token.range.lowerBound + change
    }
    written = text[range.lowerBound..<gap].string + " " + text[gap..<range.upperBound].string
  }
}

/// The words that stand beside numbers, with a space between.
struct NumberWords {
  private let stopped: TextList
  private let labels: TextList
  private let leads: TextList
  private let units: TextList
  private let months: [String]

  init?(_ context: CheckContext) {
    guard
      let parameters = context.library.ruleWithoutExamples("space-misplaced")?.parameters.spacing
    else { return nil }
    stopped = parameters.stopped
    labels = parameters.labels
    leads = parameters.leads
    units = parameters.units
    months = context.language.months
  }

  /// Whether a word has a full stop, and a number after it: "para."
  func isStopped(_ word: TextSlice) -> Bool { Self.has(word, in: stopped) }

  /// Whether a number follows a word: "article", or before a year "in".
  func precedes(_ word: TextSlice, _ number: TextSlice) -> Bool {
    if number.isYear { return Self.has(word, in: leads) || months.contains(word.string) }
    return Self.has(word, in: labels)
  }

  /// Whether a word follows a number: a unit, or a month after a day.
  func follows(_ word: TextSlice, _ number: TextSlice) -> Bool {
    units.contains(word.string) || number.count <= 2 && months.contains(word.string)
  }

  /// Whether a list has a word, be it that the word has a capital.
  private static func has(_ word: TextSlice, in list: TextList) -> Bool {
    let typed = word.string
    return list.contains(typed) || list.contains(typed.prefix(1).lowercased() + typed.dropFirst())
  }
}

extension TextSlice {
  /// Whether the text is the number of a year of this century or the last.
  var isYear: Bool {
    count == 4 && (0..<4).allSatisfy(isDigit(at:)) && ["19", "20"].contains(self[0..<2].string)
  }
}

extension Wording {
  /// Whether a token is a figure with two letters such as "2nd": these are many, and units end
  /// otherwise.
  fileprivate func isOrdinal(_ token: Token) -> Bool {
    let typed = text[token.range]
    return typed.count > 2 && "tdh".utf8.contains(typed[typed.count - 1])
      && typed.isDigit(at: typed.count - 3)
  }

  /// Whether a token goes on after a mark: "in2019.pdf", "5km-long".
  fileprivate func isInside(_ index: Int) -> Bool {
    guard let next = token(at: index + 1), next.isJoined else { return false }
    return next.kind != .mark && next.kind != .footnote
      || token(at: index + 2).map { $0.isJoined && $0.kind != .mark && $0.kind != .footnote }
        ?? false
  }

  /// Whether a mark opens something: "(in2019".
  fileprivate func opens(_ index: Int) -> Bool {
    ["(", "[", "\""].contains { isMark($0, at: index) } || isDash(index)
  }

  private func isDash(_ index: Int) -> Bool {
    token(at: index)?.kind == .mark && ["–", "“"].contains(string(at: index))
  }
}
