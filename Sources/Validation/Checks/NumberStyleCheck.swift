internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds small numbers in figures, large ones in words, and sentences that begin with a figure.
///
/// Only the plainest cases are looked at: a number between two small words, alone in its sentence.
struct NumberStyleCheck: PhraseCheck, Sendable {
  private let rule: RuleID
  private let parameters: NumberStyleParameters
  /// The list of the words for numbers among the phrases that are looked for.
  private let words: Int
  private var labels = WordTrie()
  private var followers = WordTrie()
  private var counted = WordTrie()
  private var numbers: [Number] = []

  private struct Number {
    /// The positions of the first and the last of its tokens.
    let index: Int
    let last: Int
    let value: Int
    let isFigure: Bool

    init(_ tokens: ClosedRange<Int>, value: Int, isFigure: Bool = false) {
      index = tokens.lowerBound
      last = tokens.upperBound
      self.value = value
      self.isFigure = isFigure
    }

    /// Whether the number is that of a year, which counts nothing.
    var isYear: Bool { isFigure && 1900..<2100 ~= value }
  }

  init?(_ library: RuleLibrary, _ phrases: PhraseRegister) {
    guard let rule = library.rules(of: .numberStyle).first,
      let parameters = rule.parameters.numberStyle
    else { return nil }
    self.rule = rule.id
    self.parameters = parameters
    words = phrases.list(of: rule.id)
    for label in parameters.labels { labels.insert(label) }
    for follower in parameters.followers { followers.insert(follower) }
    for word in parameters.counted { counted.insert(word) }
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ phrases: PhraseRegister, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard passage.role == .text else { return }
    findNumbers(in: wording, words: phrases.matches(of: words))
    for position in numbers.indices {
      let number = numbers[position]
      guard isPlain(number, wording),
        let (written, reason) = fault(of: position, in: wording, passage, context)
      else { continue }
      let range = wording.range(of: number.index..<number.last + 1)
      findings.append(
        Finding(
          rule, at: context.place(passage.text, range),
          "“\(wording.text[range])”: \(reason)", caption: written,
          fixes: written.map { context.rewriting(passage.text, range, as: $0, isSafe: false) }
            ?? []))
    }
  }

  /// Finds the numbers of a text, in figures and as words.
  private mutating func findNumbers(in wording: Wording, words: [WordTrie.Match]) {
    numbers.removeAll(keepingCapacity: true)
    for match in words {
      let value = parameters.words[match.phrase].figure
      let index = match.tokens.lowerBound
      // "Twenty-two"
      if let tens = numbers.last, tens.last == index - 2, tens.value >= 20, value < 10,
        wording.isHyphen(at: index - 1), wording.tokens[index].isJoined
      {
        numbers[numbers.count - 1] = Number(tens.index...index, value: tens.value + value)
      } else {
        numbers.append(Number(index...index, value: value))
      }
    }
    let wordCount = numbers.count
    for index in wording.tokens.indices where wording.tokens[index].kind == .number {
      let value = Int(wording.string(at: index)) ?? Int.max
      numbers.append(Number(index...index, value: value, isFigure: true))
    }
    if wordCount > 0, wordCount < numbers.count { numbers.sort { $0.index < $1.index } }
  }

  /// What is written instead of a number, if anything is known, and why; nil where it is right.
  private func fault(
    of position: Int, in wording: Wording, _ passage: Passage, _ context: CheckContext
  ) -> (written: String?, reason: String)? {
    let number = numbers[position]
    let first = parameters.firstFigure
    if wording.tokens[number.index].traits.contains(.startsSentence) {
      // An item of a list may be no sentence.
      guard number.isFigure, number.index > 0 || !isPoint(passage, context) else { return nil }
      let written = word(for: number.value).map { $0.prefix(1).uppercased() + $0.dropFirst() }
      return (written, "no sentence begins with a figure")
    }
    let others = companions(of: position, wording)
    if number.value < first {
      let areWords = others.allSatisfy { numbers[$0].value < first && isWord(numbers[$0], wording) }
      guard number.isFigure, number.value > 0, areWords else { return nil }
      return (word(for: number.value), "numbers under \(first) are written as words")
    }
    guard !number.isFigure, others.isEmpty || others.contains(where: { numbers[$0].isFigure })
    else { return nil }
    return (String(number.value), "numbers from \(first) on are written as figures")
  }

  private func word(for number: Int) -> String? {
    parameters.words.first { $0.figure == number }?.word.string
  }

  /// Whether a number stands by itself, in running text, and counts what the next word says.
  private func isPlain(_ number: Number, _ wording: Wording) -> Bool {
    let index = number.index
    let token = wording.tokens[index]
    let end = number.last + 1
    guard token.zones.isEmpty, let next = wording.token(at: end), next.isWord,
      !next.isJoined, !wording.isHyphen(at: end + 1),
      followers.longestMatch(at: end, in: wording) == nil
    else { return false }
    if token.traits.contains(.startsSentence) {
      // "15 States" begins a sentence; "9 September 2019" is a date, and "2030 Agenda" a name.
      let isInName = number.isYear && next.traits.contains(.capitalized)
      return !isInName && next.traits.isSubset(of: .capitalized)
        && wording.token(at: end + 1)?.isWord == true
    }
    guard next.traits.isEmpty || counted.longestMatch(at: end, in: wording) != nil,
      let previous = wording.token(at: index - 1)
    else { return false }
    // "In 2023 3 States replied."
    let isAfterYear = numbers.contains { $0.index == index - 1 && $0.isYear }
    return !token.isJoined && (previous.isWord || isAfterYear)
      && previous.traits.contains(.capitalized) == previous.traits.contains(.startsSentence)
      && labels.longestMatch(at: index - 1, in: wording) == nil
  }

  /// The other numbers of the sentence: those that are compared are all in figures.
  private func companions(of position: Int, _ wording: Wording) -> [Int] {
    func isApart(_ earlier: Int, _ later: Int) -> Bool {
      wording.tokens[numbers[earlier].index + 1...numbers[later].index].contains {
        $0.traits.contains(.startsSentence) || $0.kind == .paragraphBreak
      }
    }
    var first = position
    while first > 0, !isApart(first - 1, first) { first -= 1 }
    var last = position
    while last + 1 < numbers.count, !isApart(last, last + 1) { last += 1 }
    return (first...last).filter { $0 != position && !numbers[$0].isYear }
  }

  /// Whether a number is a word that counts: "one" is often none, nor is the "Two" of a name.
  private func isWord(_ number: Number, _ wording: Wording) -> Bool {
    !number.isFigure && number.value > 1 && !wording.tokens[number.index].isNameLike
      && wording.isWhole(number.index..<number.last + 1)
  }

  private func isPoint(_ passage: Passage, _ context: CheckContext) -> Bool {
    passage.block.map { context.report.blocks[$0].kind == .point } ?? false
  }
}
