internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds agenda items that the text names but the agenda does not have, where an agenda is given.
///
/// An item that another body's agenda may have is left alone.
struct NamedAgendaItemCheck: PhraseCheck {
  private let known: Set<TextSlice>
  /// The list of the words for items among the phrases that are looked for.
  private let labels: Int
  /// The number of phrases of this list that one number follows; more may follow the others.
  private let singularCount: Int
  private var owners = WordTrie()

  init?(_ context: CheckContext) {
    let agenda = context.report.masthead.agenda
    guard !agenda.isEmpty,
      let rule = context.library.rules(of: .agenda).first, let parameters = rule.parameters.agenda
    else { return nil }
    // Of "3 (a)" the text may name 3 alone.
    known = Set(agenda.map { $0.number.text }.map { $0[0..<Self.figureCount(of: $0)] })
    singularCount = parameters.item.count
    labels = context.phrases.list(of: rule.id)
    for owner in parameters.owners { owners.insert(owner) }
  }

  private static func figureCount(of number: TextSlice) -> Int {
    (0..<number.count).first { !(0x30...0x39).contains(number[$0]) } ?? number.count
  }

  func check(
    _ passage: Passage, _ wording: Wording, _ phrases: PhraseRegister, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard passage.role == .text || passage.role == .title else { return }
    for label in phrases.matches(of: labels) {
      let (numbers, end) = numbers(after: label, in: wording)
      guard wording.tokens[label.tokens.lowerBound].zones.isDisjoint(with: [.quotation, .italics]),
        !numbers.isEmpty, !isOwned(label.tokens.lowerBound..<end, wording)
      else { continue }
      for number in numbers {
        let figure = wording.text[wording.tokens[number].range]
        guard !known.contains(figure) else { continue }
        let tokens = numbers.count == 1 ? label.tokens.lowerBound..<number + 1 : number..<number + 1
        let list = context.report.masthead.agenda.map(\.number.string).joined(separator: ", ")
        findings.append(
          Finding(
            "agenda-item-unknown", at: context.place(passage, wording, tokens),
            "agenda item \(figure) is not on the agenda, which has \(list)"))
      }
    }
  }

  /// The numbers after the words for items, and the end of what names them: "2, 3 (a) and 5".
  private func numbers(after label: WordTrie.Match, in wording: Wording) -> ([Int], end: Int) {
    var numbers: [Int] = []
    var end = label.tokens.upperBound
    while wording.token(at: end)?.kind == .number {
      numbers.append(end)
      end += 1
      while wording.isMark("(", at: end), wording.isMark(")", at: end + 2) { end += 3 }
      guard label.phrase >= singularCount, let joiner = wording.token(at: end),
        joiner.kind == .mark || joiner.isWord && joiner.count <= 3,
        wording.token(at: end + 1)?.kind == .number
      else { break }
      end += 1
    }
    return (numbers, end)
  }

  /// Whether the words around say that the items are on another agenda.
  private func isOwned(_ tokens: Range<Int>, _ wording: Wording) -> Bool {
    if owners.longestMatch(at: tokens.upperBound, in: wording) != nil { return true }
    guard let before = wording.token(at: tokens.lowerBound - 1) else { return false }
    return before.kind == .possessive || before.isWord && before.isNameLike
      || owners.longestMatch(at: tokens.lowerBound - 1, in: wording) != nil
  }
}
