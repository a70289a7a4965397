internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds names of States in running text, and by themselves in cells of tables, that were no longer
/// right on the day of the report, and names in common use that never were.
///
/// A sentence that speaks of the past keeps the name of its time, and so do names of other things.
struct FormerNameCheck: PhraseCheck {
  private let date: CalendarDate?
  private var searches: [Search] = []
  /// The names of States. Only a name that may be a wrong one asks for them.
  private lazy var states = context.stateNames
  private let context: CheckContext

  /// What one rule looks for.
  private struct Search {
    let rule: RuleID
    /// The list of its names among the phrases that are looked for.
    let names: Int
    var reminders = WordTrie()
    var owners = WordTrie()
  }

  /// Nil where nothing is looked for.
  init?(_ context: CheckContext) {
    date = context.report.masthead.date
    self.context = context
    for rule in context.library.rules(of: .formerName) {
      guard let parameters = rule.parameters.formerName else { continue }
      var search = Search(rule: rule.id, names: context.phrases.list(of: rule.id))
      for word in parameters.reminders { search.reminders.insert(word) }
      for word in parameters.owners { search.owners.insert(word) }
      searches.append(search)
    }
    if searches.isEmpty { return nil }
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ phrases: PhraseRegister, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let isTable = passage.role == .table
    guard isTable || passage.role == .text else { return }
    for index in searches.indices {
      let matches = phrases.matches(of: searches[index].names)
      guard !matches.isEmpty else { continue }
      let search = searches[index]
      for match in matches {
        let isState =
          isTable
          ? Self.isCell(match.tokens, wording) : isState(match.tokens, wording, search)
        guard isState, let (message, present) = fault(of: match.tokens, isTable, wording, search)
        else { continue }
        let range = wording.range(of: match.tokens)
        findings.append(
          Finding(
            search.rule, at: context.place(passage.text, range), message, caption: present,
            fixes: context.rewriting(passage.text, range, as: present, isSafe: false)))
      }
    }
  }

  /// What is wrong with a name, and the name that is right; nil where nothing is.
  private mutating func fault(
    of tokens: Range<Int>, _ isTable: Bool, _ wording: Wording, _ search: Search
  ) -> (message: String, present: String)? {
    let typed = wording.string(of: tokens)
    guard let states, let entry = states.position(of: typed).map({ states.entries[$0] }) else {
      return nil
    }
    if let former = entry.former.first(where: { $0.name == typed }) {
      guard let date, former.until < date,
        !Self.speaksOfThePast(tokens, upTo: former.until, wording, search)
      else { return nil }
      let present = entry.name(on: date)
      let day = context.language.words(for: former.until)
      return ("the name has been “\(present)” since \(day)", present)
    }
    guard entry.common.contains(typed), !Self.isPartOfLongerName(tokens, wording) else {
      return nil
    }
    let present =
      isTable
      ? Self.curly(entry.name(on: date)) : Self.name(of: entry, after: tokens.lowerBound, wording)
    return ("write “\(present)”, not “\(typed)”", present)
  }

  /// The name of a State as running text has it: "the Islamic Republic of Iran" where lists have
  /// "Iran (Islamic Republic of)".
  private static func name(of entry: StateNames.Entry, after index: Int, _ wording: Wording)
    -> String
  {
    let name = curly(entry.name.hasSuffix(")") ? entry.formal ?? entry.name : entry.name)
    guard let article = entry.article else { return name }
    let starts = wording.tokens[index].traits.contains(.startsSentence)
    return (starts ? article.prefix(1).uppercased() + article.dropFirst() : article) + " " + name
  }

  private static func curly(_ name: String) -> String {
    String(name.map { $0 == "'" ? "’" : $0 })
  }

  /// Whether a name is all that a cell of a table has.
  private static func isCell(_ tokens: Range<Int>, _ wording: Wording) -> Bool {
    wording.isMark("|", at: tokens.lowerBound - 1) && wording.isMark("|", at: tokens.upperBound)
  }

  /// Whether a name goes on: "Korea (Republic of)".
  private static func isPartOfLongerName(_ tokens: Range<Int>, _ wording: Wording) -> Bool {
    wording.isMark("(", at: tokens.upperBound)
  }

  /// Whether a name goes on with a token: "Turkey Red", "Turkey–Greece".
  private static func goesOn(with token: Token) -> Bool {
    token.isWord && token.isNameLike || token.kind == .mark && token.isJoined && token.count > 1
  }

  /// Whether some words are the name of a State, and not a part of a title or another name.
  private mutating func isState(_ tokens: Range<Int>, _ wording: Wording, _ search: Search) -> Bool
  {
    let first = tokens.lowerBound
    guard wording.tokens[first].traits.contains(.capitalized) || tokens.count > 1,
      wording.tokens[first].zones.isDisjoint(with: [.quotation, .italics]), wording.isWhole(tokens),
      !(wording.token(at: tokens.upperBound).map(Self.goesOn) ?? false)
    else { return false }
    if wording.tokens[first].traits.contains(.startsSentence) {
      return Self.opensList(tokens, wording) || isCommonName(tokens, wording)
    }
    guard let before = wording.token(at: first - 1) else { return false }
    // "v. Turkey"
    if wording.isMark(".", at: first - 1) { return false }
    if before.isWord, before.isNameLike { return false }
    // "the University of Swaziland", but "the Government of Swaziland"
    guard before.isWord, let owner = wording.token(at: first - 2), owner.isWord, owner.isNameLike,
      before.count <= 3
    else { return true }
    // "Algeria and Swaziland"
    return search.owners.longestMatch(at: first - 2, in: wording) != nil
      || states?.position(of: wording.string(at: first - 2)) != nil
  }

  /// Whether a name in common use, which means nothing else, is followed by a word of the sentence.
  private mutating func isCommonName(_ tokens: Range<Int>, _ wording: Wording) -> Bool {
    guard let next = wording.token(at: tokens.upperBound), next.isWord, next.traits.isEmpty,
      let states
    else { return false }
    let typed = wording.string(of: tokens)
    return states.position(of: typed).map { states.entries[$0].common.contains(typed) } ?? false
  }

  /// Whether a name at the start of a sentence is that of a State: of two words, or the first of a
  /// list of names. Alone "Turkey" may be a bird.
  private static func opensList(_ tokens: Range<Int>, _ wording: Wording) -> Bool {
    guard tokens.count == 1 else { return true }
    let next = tokens.upperBound
    let isListed =
      wording.isMark(",", at: next)
      || wording.token(at: next).map { $0.isWord && $0.traits.isEmpty && $0.count == 3 } == true
    return isListed && wording.token(at: next + 1)?.isNameLike == true
      && wording.token(at: next + 1)?.isWord == true
  }

  /// Whether the sentence has a year in which the name was right, or a word such as "then".
  private static func speaksOfThePast(
    _ name: Range<Int>, upTo day: CalendarDate, _ wording: Wording, _ search: Search
  ) -> Bool {
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
      return search.reminders.longestMatch(at: index, in: wording) != nil
    }
  }
}
