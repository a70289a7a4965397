internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// The formula of statements, read backwards.
extension ManuscriptReader {
  /// Who made the statements that a paragraph lists; nil where it has not the words of the formula.
  mutating func statements(in text: TextSlice, line: Int) -> StatementsFormula? {
    let reading = StatementsReading(language: language, profile: profile, states: states)
    guard var formula = reading.formula(text) else { return nil }
    guard (formula.states + formula.organizations).allSatisfy(reading.isOneName) else {
      remark(line, "the list of who made statements was left as text, its names being uncertain")
      return nil
    }
    formula.items = formula.items.map { Transcription.name(TextSlice($0), at: .inline) }
    formula.by = formula.by.map { transcribed(TextSlice($0), at: .inline, line: line) }
    formula.states = formula.states.map { Transcription.name(TextSlice($0), at: .inline) }
    formula.organizations = formula.organizations.map {
      Transcription.name(TextSlice($0), at: .inline)
    }
    return formula
  }
}

/// Takes the names out of the formula of statements.
struct StatementsReading {
  let language: Language
  let profile: Profile
  let states: StateNames?

  /// The formula that has just these words; nil where there is none.
  func formula(_ text: TextSlice) -> StatementsFormula? {
    guard text.count < 1 << 16 else { return nil }
    if let formula = formula(items: [], statement: text.withSmallLetter, printing: text) {
      return formula
    }
    for phrase in [Phrase.underItems, .underItem] {
      let pieces = language.pieces(of: phrase)
      guard pieces.count == 4, case .words(let lead) = pieces[0],
        case .words(let joint) = pieces[2], let rest = text.dropping(prefix: lead)
      else { continue }
      var from = 0
      for _ in 0..<24 {
        guard let place = rest.firstRange(of: TextSlice(joint), from: from) else { break }
        from = place.upperBound
        let items = rest[0..<place.lowerBound].string
        let statement = rest[place.upperBound..<rest.count]
        let list = phrase == .underItem ? [items] : things(in: items)
        guard list.allSatisfy({ $0.utf8.count <= 12 }) else { break }
        if let formula = formula(items: list, statement: statement, printing: text) {
          return formula
        }
      }
    }
    return nil
  }

  private func formula(items: [String], statement: TextSlice, printing text: TextSlice)
    -> StatementsFormula?
  {
    let (first, organizations) = parted(statement)
    guard var formula = sentence(first) else { return nil }
    if let organizations {
      guard formula.organizations.isEmpty else { return nil }
      formula.organizations = organizations
    }
    formula.items = items
    let words = language.words(for: formula, lastJoiner: profile.lastJoiner.phrase)
    return TextSlice(words) == text ? formula : nil
  }

  /// The sentence of the States, and the organizations of the sentence that follows it.
  private func parted(_ statement: TextSlice) -> (TextSlice, [String]?) {
    for (phrase, isOne) in [(Phrase.organizationsToo, false), (.organizationToo, true)] {
      let pieces = language.pieces(of: phrase)
      guard case .words(let lead)? = pieces.first,
        let place = statement.firstRange(of: TextSlice(" " + lead)),
        let value = PhraseReading.values(
          pieces, in: statement[place.lowerBound + 1..<statement.count])?.values.first
      else { continue }
      return (
        statement[0..<place.lowerBound], isOne ? [value.string] : names(in: value.string)
      )
    }
    return (statement, nil)
  }

  private func sentence(_ text: TextSlice) -> StatementsFormula? {
    let phrases: [Phrase] = [
      .statementsBy, .statementBy, .organizations, .organization, .statements, .statement,
    ]
    for phrase in phrases {
      guard let values = PhraseReading.values(language.pieces(of: phrase), in: text) else {
        continue
      }
      let names =
        values["names"].map { self.names(in: $0.string) } ?? values["name"].map { [$0.string] }
        ?? []
      let isOfOrganizations = phrase == .organizations || phrase == .organization
      return StatementsFormula(
        items: [], by: values["by"]?.string, states: isOfOrganizations ? [] : names,
        organizations: isOfOrganizations ? names : [])
    }
    return nil
  }

  /// Whether what stands between two joiners can be one name: neither is more said of it, nor are
  /// two names joined in it.
  func isOneName(_ name: String) -> Bool {
    if states?.position(of: name) != nil { return true }
    let joint = language.phrase(.lastJoinerAnd)
    if name.utf8.contains(0x3A) || name.hasPrefix(joint.drop { $0 == " " }) { return false }
    let parts = name.split(by: joint)
    return parts.count == 1 || !parts.contains { states?.position(of: $0) != nil }
  }

  /// The names of a list, its last joiner being that of the profile.
  private func names(in text: String) -> [String] {
    profile.lastJoiner == .and ? things(in: text) : text.split(by: language.phrase(.joiner))
  }

  /// The things of a list: "A, B and C". An "and" within a known name joins nothing.
  private func things(in text: String) -> [String] {
    var things = text.split(by: language.phrase(.joiner))
    let parts = (things.popLast() ?? "").split(by: language.phrase(.lastJoinerAnd))
    guard parts.count > 1 else { return things + parts }
    let joint = language.phrase(.lastJoinerAnd)
    let cuts = 1..<parts.count
    func halves(_ cut: Int) -> [String] {
      [parts[..<cut].joined(separator: joint), parts[cut...].joined(separator: joint)]
    }
    let cut = cuts.first { halves($0).allSatisfy { states?.position(of: $0) != nil } }
    return things + halves(cut ?? parts.count - 1)
  }
}

extension TextSlice {
  /// The text with its first letter a small one.
  fileprivate var withSmallLetter: TextSlice {
    guard !isEmpty, self[0].isCapital else { return self }
    return withBytes {
      TextSlice(String(decoding: [$0[0].lowered] + $0.dropFirst(), as: UTF8.self))
    }
  }
}

extension String {
  fileprivate func split(by separator: String) -> [String] {
    let text = TextSlice(self)
    let sought = TextSlice(separator)
    var parts: [String] = []
    var start = 0
    while let place = text.firstRange(of: sought, from: start) {
      parts.append(text[start..<place.lowerBound].string)
      start = place.upperBound
    }
    return parts + [text[start..<text.count].string]
  }
}
