internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds spaces before marks, missing after them and doubled, and marks that are typed twice.
struct SpacingCheck: WordCheck {
  /// What is set as others have set it.
  private static let silentZones: Token.Zones = [.quotation, .italics]
  private var suspects: [Int] = []
  /// What stands beside numbers. Only a number without a space asks for it.
  private lazy var numberWords = NumberWords(context)
  private let context: CheckContext

  init(_ context: CheckContext) {
    self.context = context
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.role != .table, passage.role != .quote else { return }
    if wording.traits.contains(.hasDigits) {
      checkNumbers(passage, wording, context, &findings)
    }
    noteSuspects(in: wording)
    for index in suspects {
      let zones = wording.tokens[index - 1].zones.union(wording.tokens[index].zones)
      guard zones.isDisjoint(with: Self.silentZones), let fault = Spacing(index, wording).fault
      else { continue }
      findings.append(
        Finding(
          fault.rule, at: context.place(passage.text, fault.range), fault.message,
          fixes: context.rewriting(
            passage.text, fault.edit.range, as: fault.edit.written, isSafe: fault.isSafe,
            title: fault.title)))
    }
  }

  /// Looks at the words that have figures, and at figures after a full stop: few texts have them.
  private mutating func checkNumbers(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    for index in wording.tokens.indices {
      guard UnspacedNumber.isSuspect(index, wording),
        wording.tokens[index].zones.isDisjoint(with: Self.silentZones), let numberWords,
        let number = UnspacedNumber(index, wording, numberWords)
      else { continue }
      findings.append(
        Finding(
          "space-misplaced", at: context.place(passage.text, number.range),
          "a space parts a number from a word", caption: number.written,
          fixes: context.rewriting(
            passage.text, number.gap..<number.gap, as: " ", isSafe: true,
            title: "Write “\(number.written)”")))
    }
  }

  private static let endMarks = Array(",.;:?!)%".utf8)
  /// The marks after which a missing space is looked for.
  private static let spacedMarks = Array(",;.)".utf8)

  /// Notes the tokens before which the spacing is worth a closer look: few are.
  private mutating func noteSuspects(in wording: Wording) {
    suspects.removeAll(keepingCapacity: true)
    wording.text.withBytes { bytes in
      wording.tokens.withUnsafeBufferPointer { tokens in
        for index in tokens.indices.dropFirst()
        where Self.isSuspect(tokens[index - 1], tokens[index], bytes) {
          suspects.append(index)
        }
      }
    }
  }

  @inline(__always)
  private static func isSuspect(
    _ first: Token, _ second: Token, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let gap = second.range.lowerBound - first.range.upperBound
    // Most are words with a space between them.
    guard first.kind == .mark else {
      guard second.kind == .mark else { return gap > 1 }
      // "States (", "States –": no letters, and not what stands at the end of words.
      let byte = bytes[second.range.lowerBound]
      return gap > 1 || (gap > 0 ? endMarks.contains(byte) : byte == UInt8(ascii: "("))
    }
    switch second.kind {
    case .mark: return gap > 0 || first.hash == second.hash
    case .word where gap != 1: return gap > 1 || spacedMarks.contains(bytes[first.range.lowerBound])
    default: return gap > 0 && bytes[first.range.lowerBound] == UInt8(ascii: "(")
    }
  }
}

/// What stands between two neighbours of a text.
private struct Spacing {
  struct Fault {
    let rule: RuleID
    let range: Range<Int>
    let message: String
    let title: String
    let edit: (range: Range<Int>, written: String)
    var isSafe = true
  }

  private let wording: Wording
  /// The position of the later of the two.
  private let index: Int
  private let first: Token
  private let second: Token
  private let gap: Range<Int>

  init(_ index: Int, _ wording: Wording) {
    self.wording = wording
    self.index = index
    first = wording.tokens[index - 1]
    second = wording.tokens[index]
    gap = first.range.upperBound..<max(second.range.lowerBound, first.range.upperBound)
  }

  var fault: Fault? { repeated ?? beforeMark ?? afterBracket ?? doubled ?? missing ?? besideAside }

  /// Whether there are spaces between the two, and nothing else.
  private var isSpaced: Bool { !gap.isEmpty && gap.allSatisfy { wording.text[$0] == 0x20 } }

  private func isMark(_ marks: String, at index: Int) -> Bool {
    marks.unicodeScalars.contains { wording.isMark($0, at: index) }
  }

  private func isJoined(_ index: Int) -> Bool { wording.token(at: index)?.isJoined ?? false }

  /// ",," and ".."; but not "..." or "../".
  private var repeated: Fault? {
    guard gap.isEmpty || isSpaced, isMark(",;.", at: index), second.hash == first.hash,
      first.kind == .mark, !isMark(".", at: index - 2), !isMark(".", at: index + 1),
      !isJoined(index + 1), !(isMark(".", at: index) && isSpaced)
    else { return nil }
    let range = first.range.lowerBound..<second.range.upperBound
    return Fault(
      rule: "mark-repeated", range: range, message: "“\(wording.string(at: index))” is typed twice",
      title: "Take out the second", edit: (first.range.upperBound..<second.range.upperBound, ""))
  }

  /// "agreed , after": but not ". . .", ".5" or "3 : 1".
  private var beforeMark: Fault? {
    guard isSpaced, isMark(",.;:?!)%", at: index),
      first.endsWord || isMark(")]\"", at: index - 1) || isClosingQuotationMark,
      !(isJoined(index + 1) && !isMark(",;)%", at: index)) || isStopBeforeSentence,
      !isMark(".", at: index - 1),
      !(isMark(".", at: index) && isMark(".", at: index + 1)),
      !(isMark(":", at: index) && first.kind == .number),
      !isMark("%", at: index) || first.kind == .number
    else { return nil }
    return Fault(
      rule: "space-misplaced", range: gap.lowerBound..<second.range.upperBound,
      message: "no space stands before “\(wording.string(at: index))”",
      title: isStopBeforeSentence ? "Write the space after it" : "Take out the space",
      edit: isStopBeforeSentence
        ? (gap.lowerBound..<second.range.upperBound, ". ") : (gap, ""),
      isSafe: !isStopBeforeSentence)
  }

  /// "adopted .The"
  private var isStopBeforeSentence: Bool {
    guard isMark(".", at: index), let next = wording.token(at: index + 1), next.isJoined else {
      return false
    }
    return next.isWord && next.count > 1
      && next.traits.subtracting(.startsSentence) == [.capitalized, .joined]
  }

  private var isClosingQuotationMark: Bool {
    first.kind == .mark && wording.string(at: index - 1) == "”"
  }

  /// "( Chile"
  private var afterBracket: Fault? {
    guard isSpaced, isMark("(", at: index - 1), second.kind != .mark else { return nil }
    return Fault(
      rule: "space-misplaced", range: first.range.lowerBound..<gap.upperBound,
      message: "no space stands after “(”", title: "Take out the space", edit: (gap, ""))
  }

  /// Two spaces within a sentence; after its end some type two.
  private var doubled: Fault? {
    guard gap.count > 1, isSpaced, first.endsWord || isMark(",;)", at: index - 1),
      second.kind != .mark || isMark("(", at: index)
    else { return nil }
    return Fault(
      rule: "space-misplaced", range: gap, message: "one space stands between words",
      // Of spaces at the end of a line the line end is the one that stays.
      title: "Take out what is more than one space", edit: (gap.dropLast(), ""))
  }

  /// "adopted.The", "spoke,and", "2019,the"
  private var missing: Fault? {
    guard gap.isEmpty, second.kind == .word, second.count > 1, first.isJoined,
      let before = wording.token(at: index - 2), before.isWord || before.kind == .number,
      !second.traits.contains(.hasDigits)
    else { return nil }
    // Shorter numbers are those of atoms: "2,tert-butyl".
    let isPlain =
      before.isWord ? before.traits.isPlain : before.count > 2 && second.traits.isPlain
    // "Vienna,Austria", but not what is made of letters: "N,Ag-doped".
    let areNames = before.isLongName && second.isLongName
    let isComma = isMark(",;", at: index - 1) && before.count > 1 && (isPlain || areNames)
    let isStop =
      isPlain && isMark(".", at: index - 1) && before.isWord && before.count > 3
      && second.traits.contains(.capitalized)
      && !second.traits.contains(.allCapitals)
    guard isComma || isStop else { return nil }
    let mark = wording.string(at: index - 1)
    return Fault(
      rule: "space-misplaced", range: before.range.lowerBound..<second.range.upperBound,
      message: "a space stands after “\(mark)”", title: "Write a space after “\(mark)”",
      edit: (first.range, mark + " "), isSafe: isComma && isPlain)
  }
}

// MARK: - Asides

extension Spacing {
  /// "report(see annex)", "Office(UNODC)", "(see annex)was"; but "(sub)regional", "State(s)".
  private var besideAside: Fault? {
    guard gap.isEmpty else { return nil }
    let isOpening = first.isWord && isMark("(", at: index)
    guard isOpening || second.isWord && isMark(")", at: index - 1) else { return nil }
    let word = isOpening ? first : second
    let aside = isOpening ? asideAfter(index) : asideBefore(index - 1)
    guard let aside, word.count >= (isOpening ? 5 : 3), word.traits.isDisjoint(with: Self.unlikely),
      aside.count > 1 ? hasSpace(aside) : isOpening && isAbbreviation(aside.lowerBound)
    else { return nil }
    return Fault(
      rule: "space-misplaced", range: first.range.lowerBound..<second.range.upperBound,
      message: "a space stands \(isOpening ? "before “(”" : "after “)”")",
      title: "Write the space", edit: (gap, " "), isSafe: false)
  }

  /// What the words beside an aside are not. Shorter ones are parts of names: "poly(vinyl chloride)".
  private static let unlikely: Token.Traits = [.hasDigits, .allCapitals, .pluralCapitals]
  /// How many tokens of an aside are looked through.
  private static let longestAside = 40

  /// What stands between a bracket that opens and the next that closes, before a space or a mark.
  private func asideAfter(_ bracket: Int) -> Range<Int>? {
    let end = (bracket + 1..<bracket + Self.longestAside).first { isMark("()", at: $0) }
    guard let end, isMark(")", at: end),
      wording.token(at: end + 1).map({ !$0.isJoined || $0.kind == .mark }) ?? true
    else { return nil }
    return bracket + 1..<end
  }

  /// What stands between a bracket that closes and the one before that opens, after a space.
  private func asideBefore(_ bracket: Int) -> Range<Int>? {
    let start = (1..<Self.longestAside).first { isMark("()", at: bracket - $0) }
      .map { bracket - $0 }
    guard let start, isMark("(", at: start), !wording.tokens[start].isJoined else { return nil }
    return start + 1..<bracket
  }

  private func hasSpace(_ aside: Range<Int>) -> Bool {
    aside.dropFirst().contains { !isJoined($0) } && wording.tokens[aside].allSatisfy(\.isReadable)
  }

  private func isAbbreviation(_ index: Int) -> Bool {
    let token = wording.tokens[index]
    return token.traits.contains(.allCapitals) && token.count > 2
      && NumberingStyle.upperRoman.parse(wording.string(at: index)) == nil
  }
}

extension Token {
  fileprivate var isReadable: Bool { kind != .paragraphBreak && kind != .element }

  /// Whether the token is a name of some letters, and no abbreviation.
  fileprivate var isLongName: Bool {
    traits.contains(.capitalized)
      && traits.isDisjoint(with: [.allCapitals, .hasDigits, .pluralCapitals]) && count > 3
  }

  /// Whether a mark may follow directly.
  fileprivate var endsWord: Bool {
    switch kind {
    case .word, .possessive, .number, .symbol, .reference, .footnote: true
    default: false
    }
  }
}

extension Token.Traits {
  /// Whether a word has small letters alone.
  fileprivate var isPlain: Bool {
    isDisjoint(with: [.capitalized, .hasDigits, .allCapitals, .pluralCapitals])
  }
}
