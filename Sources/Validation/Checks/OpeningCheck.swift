internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds recommendations that do not begin with those who are to act, and what they are asked for:
/// "Member States should".
struct OpeningCheck: WordCheck {
  private let rule: RuleID
  private let parameters: OpeningParameters
  private var addressees = WordTrie()
  private var verbs = WordTrie()
  /// The names of States. Only a word that nothing else says to be an addressee asks for them.
  private lazy var states = Self.stateNames(context)
  private let context: CheckContext

  init?(_ context: CheckContext) {
    guard !context.profile.hasFreeOpenings,
      let rule = context.library.rules(of: .opening).first, let parameters = rule.parameters.opening
    else { return nil }
    self.rule = rule.id
    self.context = context
    self.parameters = parameters
    for addressee in parameters.addressees { addressees.insert(addressee) }
    for verb in parameters.verbs { verbs.insert(verb) }
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.role == .text, let index = passage.block,
      context.report.blocks[index].kind == .recommendation,
      !context.report.blocks[index].isWithdrawn, !wording.isBracketed,
      let first = wording.tokens.firstIndex(where: \.isWord)
    else { return }
    switch opening(of: wording, from: first) {
    case .right: break
    case .withoutAddressee(let tokens):
      let example = parameters.addressees.first.map { ", such as “\($0)”" } ?? ""
      findings.append(
        Finding(
          rule, at: context.place(passage, wording, tokens),
          "“\(wording.string(of: tokens))” does not name those who are to act; a recommendation begins "
            + "with those who are addressed\(example)"))
    case .withoutVerb:
      let examples = parameters.verbs.prefix(2).map { "“\($0)”" }.joined(separator: " or ")
      findings.append(
        Finding(
          rule, at: context.place(passage, wording, first..<first + 1),
          "a recommendation begins with those who are to act and a verb such as \(examples)"))
    }
  }

  private enum Opening {
    case right
    /// The words before the verb.
    case withoutAddressee(Range<Int>)
    case withoutVerb
  }

  /// What the first sentence says first. It may have more verbs that can be meant: "where the law so
  /// permits, States should".
  private mutating func opening(of wording: Wording, from first: Int) -> Opening {
    var isAddressed = false
    var verb: Range<Int>?
    for index in first..<wording.tokens.count {
      if index > first, wording.tokens[index].traits.contains(.startsSentence) { break }
      if !isAddressed { isAddressed = isAddressee(index, wording) }
      guard let match = verbs.longestMatch(at: index, in: wording) else { continue }
      if isAddressed { return .right }
      verb = verb ?? match.tokens
    }
    // What is to be done may be said in points.
    let isLead = wording.isMark(":", at: wording.tokens.count - 1)
    guard let verb else { return isLead ? .right : .withoutVerb }
    if states.longestMatch(at: first, in: wording) != nil { return .right }
    return .withoutAddressee(first..<max(verb.lowerBound, first + 1))
  }

  /// Whether a word is one for those who are addressed, or part of a name.
  private func isAddressee(_ index: Int, _ wording: Wording) -> Bool {
    let token = wording.tokens[index]
    return token.kind == .reference
      || token.isWord && (token.isNameLike || token.traits.contains(.allCapitals))
      || addressees.longestMatch(at: index, in: wording) != nil
  }

  private static func stateNames(_ context: CheckContext) -> WordTrie {
    var names = WordTrie()
    for name in context.stateNames?.allNames ?? [] {
      names.insert(name)
    }
    return names
  }
}

extension Wording {
  /// Whether all of the text is pending, or still to be written.
  fileprivate var isBracketed: Bool { isMark("[", at: 0) && isMark("]", at: tokens.count - 1) }
}
