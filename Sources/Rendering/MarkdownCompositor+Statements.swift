internal import ReportModel
internal import RuleLibrary
internal import SourceText

extension MarkdownCompositor {
  /// The formula of a block of statements, in the words of the language.
  mutating func formula(of block: Block) -> String {
    let particulars = block.particulars ?? Block.Particulars()
    let formula = StatementsFormula(
      items: particulars.items.map { markdown(of: $0, isVerbatim: true) },
      by: particulars.by.flatMap { $0.isEmpty ? nil : markdown(of: $0) },
      states: names(in: particulars.states), organizations: names(in: particulars.organizations))
    return language.words(for: formula, lastJoiner: profile.lastJoiner.phrase)
  }

  /// Sets the lists of names that end the chapeau of a paragraph.
  mutating func setNames(of block: Block) {
    guard let particulars = block.particulars else { return }
    let lists = [particulars.states, particulars.organizations].map { joined(names(in: $0)) }
      .filter { !$0.isEmpty }
    guard !lists.isEmpty else { return }
    galley.append(" " + lists.joined(separator: language.phrase(.listSeparator)) + ".")
  }

  private mutating func names(in list: ListField?) -> [String] {
    (list?.entries ?? []).map { markdown(of: $0, isVerbatim: true) }
  }

  private func joined(_ names: [String]) -> String {
    language.list(names, lastJoiner: profile.lastJoiner.phrase)
  }
}
