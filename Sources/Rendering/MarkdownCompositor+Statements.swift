internal import ReportModel
internal import RuleLibrary
internal import SourceText

extension MarkdownCompositor {
  /// The formula of a block of statements, in the words of the language.
  mutating func formula(of block: Block) -> String {
    let particulars = block.particulars ?? Block.Particulars()
    let items = particulars.items.map { markdown(of: $0, isVerbatim: true) }
    let by = particulars.by.flatMap { $0.isEmpty ? nil : markdown(of: $0) }
    let states = names(in: particulars.states)
    let organizations = names(in: particulars.organizations)
    var formula =
      states.isEmpty && !organizations.isEmpty
      ? sentence(.organization, .organizations, organizations) : statements(of: states, by: by)
    switch items.count {
    case 0: break
    case 1: formula = language.phrase(.underItem, ["item": items[0], "statement": formula])
    default:
      formula = language.phrase(
        .underItems, ["items": language.list(items), "statement": formula])
    }
    if !states.isEmpty, !organizations.isEmpty {
      formula += " " + sentence(.organizationToo, .organizationsToo, organizations)
    }
    return formula.beginningWithCapital
  }

  /// Sets the lists of names that end the chapeau of a paragraph.
  mutating func setNames(of block: Block) {
    guard let particulars = block.particulars else { return }
    let lists = [particulars.states, particulars.organizations].map { joined(names(in: $0)) }
      .filter { !$0.isEmpty }
    guard !lists.isEmpty else { return }
    galley.append(" " + lists.joined(separator: language.phrase(.listSeparator)) + ".")
  }

  private func statements(of states: [String], by: String?) -> String {
    guard let by else { return sentence(.statement, .statements, states) }
    if states.count == 1 {
      return language.phrase(.statementBy, ["by": by, "name": states[0]])
    }
    return language.phrase(.statementsBy, ["by": by, "names": joined(states)])
  }

  private func sentence(_ one: Phrase, _ many: Phrase, _ names: [String]) -> String {
    names.count == 1
      ? language.phrase(one, ["name": names[0]])
      : language.phrase(many, ["names": joined(names)])
  }

  private mutating func names(in list: ListField?) -> [String] {
    (list?.entries ?? []).map { markdown(of: $0, isVerbatim: true) }
  }

  private func joined(_ names: [String]) -> String {
    language.list(names, lastJoiner: profile.lastJoiner == .and ? .lastJoinerAnd : .lastJoinerComma)
  }
}
