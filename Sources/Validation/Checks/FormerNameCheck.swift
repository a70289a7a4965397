internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds names of States in running text that were no longer right on the day of the report.
///
/// A sentence that speaks of the past keeps the name of its time, and so do names of other things.
struct FormerNameCheck: WordCheck {
  private let rule: RuleID
  private let date: CalendarDate
  private var names = WordTrie()
  private var reminders = WordTrie()
  private var owners = WordTrie()
  /// The names of States. Only a name that may be a former one asks for them.
  private lazy var states = context.library.stateNames(context.language.code)
  private let context: CheckContext

  /// Nil where nobody knows which names are right.
  init?(_ context: CheckContext) {
    guard let rule = context.library.rules(of: .formerName).first,
      let parameters = rule.parameters.formerName, let date = context.report.masthead.date
    else { return nil }
    self.rule = rule.id
    self.date = date
    self.context = context
    for name in parameters.names { names.insert(name) }
    for word in parameters.reminders { reminders.insert(word) }
    for word in parameters.owners { owners.insert(word) }
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.role == .text else { return }
    var matches: [WordTrie.Match] = []
    names.forEachMatch(in: wording) { matches.append($0) }
    for match in matches where isState(match.tokens, wording) {
      let typed = wording.string(of: match.tokens)
      guard let (until, present) = change(of: typed),
        !speaksOfThePast(match.tokens, upTo: until, wording)
      else { continue }
      let range = wording.range(of: match.tokens)
      findings.append(
        Finding(
          rule, at: context.place(passage.text, range),
          "the name has been “\(present)” since \(context.language.words(for: until))",
          caption: present,
          fixes: context.rewriting(passage.text, range, as: present, isSafe: false)))
    }
  }

  /// The day up to which a name was right, and the name that is right now; nil where it still is.
  private mutating func change(of name: String) -> (until: CalendarDate, present: String)? {
    guard let states, let entry = states.position(of: name).map({ states.entries[$0] }),
      let former = entry.former.first(where: { $0.name == name }), former.until < date
    else { return nil }
    return (former.until, entry.name(on: date))
  }

  /// Whether a name goes on with a token: "Turkey Red", "Turkey–Greece".
  private static func goesOn(with token: Token) -> Bool {
    token.isWord && token.isNameLike || token.kind == .mark && token.isJoined && token.count > 1
  }

  /// Whether some words are the name of a State, and not a part of a title or another name.
  private func isState(_ tokens: Range<Int>, _ wording: Wording) -> Bool {
    let first = tokens.lowerBound
    guard wording.tokens[first].traits.contains(.capitalized) || tokens.count > 1,
      wording.tokens[first].zones.isDisjoint(with: [.quotation, .italics]), wording.isWhole(tokens),
      !(wording.token(at: tokens.upperBound).map(Self.goesOn) ?? false),
      let before = wording.token(at: first - 1)
    else { return false }
    // "v. Turkey"
    if wording.isMark(".", at: first - 1) {
      return wording.tokens[first].traits.contains(.startsSentence)
    }
    if before.isWord, before.isNameLike { return false }
    // "the University of Swaziland", but "the Government of Swaziland"
    guard before.isWord, let owner = wording.token(at: first - 2), owner.isWord, owner.isNameLike,
      before.count <= 3
    else { return true }
    return owners.longestMatch(at: first - 2, in: wording) != nil
  }

  /// Whether the sentence has a year in which the name was right, or a word such as "then".
  private func speaksOfThePast(_ name: Range<Int>, upTo day: CalendarDate, _ wording: Wording)
    -> Bool
  {
    var start = name.lowerBound
    while start > 0, !wording.tokens[start].traits.contains(.startsSentence) { start -= 1 }
    var end = name.upperBound
    while end < wording.tokens.count, !wording.tokens[end].traits.contains(.startsSentence) {
      end += 1
    }
    return (start..<end).contains { index in
      guard !name.contains(index) else { return false }
      if wording.tokens[index].kind == .number {
        return Int(wording.string(at: index)).map { 1900...day.year ~= $0 } ?? false
      }
      return reminders.longestMatch(at: index, in: wording) != nil
    }
  }
}
