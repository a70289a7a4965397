internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Lines of a masthead that say by their words what they are.
extension ManuscriptReader {
  /// "Vienna, 9–11 September 2019"
  func placeAndDates(_ text: TextSlice) -> (TextSlice, Period)? {
    guard text.count <= 160 else { return nil }
    var comma = text.firstOffset(of: UInt8(ascii: ","))
    while let place = comma {
      let rest = text[place + 1..<text.count].trimmed
      if place > 0, let period = Period(withoutLead(rest), language) {
        return (text[0..<place].trimmed, period)
      }
      comma = text.firstOffset(of: UInt8(ascii: ","), from: place + 1)
    }
    return nil
  }

  /// The days without the word before them: "from 9 to 11 September".
  private func withoutLead(_ days: TextSlice) -> TextSlice {
    guard !isOfficial else { return days }
    return language.manuscripts[.dateLeads].lazy
      .compactMap { days.dropping(prefix: $0 + " ")?.trimmed }.first ?? days
  }

  func distribution(_ text: TextSlice) -> String? {
    guard let value = value(of: .distribution, "distribution", in: text, .distributions) else {
      return nil
    }
    return Self.distribution(named: value)
  }

  private static func distribution(named word: TextSlice) -> String? {
    let word = word.string.lowercased()
    return Masthead.distributions.first { $0.lowercased() == word }
  }

  mutating func agendaItem(_ text: TextSlice, _ line: Int) -> TextSlice? {
    guard let value = value(of: .agendaItem, "item", in: text, .items) else { return nil }
    for tail in language.manuscripts[.agendas] {
      guard let item = value.dropping(suffix: tail) else { continue }
      remark(line, "“\(tail)” was dropped: the item is one of the agenda")
      return item.trimmed
    }
    return value.count <= 20 ? value : nil
  }

  /// What a line has where a phrase has its placeholder; in a free reading also after one of the
  /// words that documents have there.
  func value(
    of phrase: Phrase, _ name: String, in text: TextSlice, _ role: Language.Manuscripts.Role
  ) -> TextSlice? {
    if let value = PhraseReading.values(language.pieces(of: phrase), in: text)?[name] {
      return value
    }
    if isOfficial { return nil }
    return language.manuscripts[role].lazy.compactMap { text.dropping(prefix: $0)?.trimmed }
      .first { !$0.isEmpty }
  }

  /// The word alone before the distribution, and the language in which the document is.
  mutating func saysNoField(_ text: TextSlice, _ line: Int, before next: TextSlice?) -> Bool {
    if let value = next.flatMap(Self.distribution(named:)),
      text.isOne(of: language.manuscripts[.distributions])
    {
      return set(.distribution, value)
    }
    if Self.distribution(named: text) != nil,
      draft.fields[.distribution]?.lowercased() == text.string.lowercased()
    {
      return true
    }
    guard text.isOne(of: language.manuscripts[.versions]) else { return false }
    remark(line, "“\(text)” was dropped: it is the language of this version")
    return true
  }
}
