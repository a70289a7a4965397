internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// Finds abbreviations that are used before they are introduced, and those in headings.
///
/// An abbreviation is introduced by its full name with the abbreviation in parentheses after it, here
/// or in an earlier part of the series.
struct AbbreviationCheck: WordCheck {
  private var reader: AbbreviationReader
  /// The full names of abbreviations, by rules.
  private let names: [TextPairs]
  private var introduced: Set<TextSlice> = []
  /// Those that were used without having been introduced, with the place of the first use.
  private var uses: [TextSlice: Use] = [:]

  private struct Use {
    let passage: Passage
    /// UTF-8 offsets in the decoded text.
    let range: Range<Int>
  }

  init?(_ context: CheckContext) {
    reader = AbbreviationReader(stoppedWords: context.language.stoppedWords)
    let rules = context.library.rules(of: .abbreviations)
    guard !rules.isEmpty else { return nil }
    let lists = rules.compactMap(\.parameters.abbreviations)
    names = lists.map(\.names)
    for parameters in lists {
      for known in parameters.known { reader.know(known) }
      for joiner in parameters.joiners { reader.take(asJoiner: joiner) }
    }
  }

  mutating func check(
    _ passage: Passage, _ wording: Wording, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.mayIntroduce(in: context.report) else { return }
    let isHeading = passage.role == .title || passage.role == .masthead
    for index in wording.tokens.indices where wording.tokens[index].isInCapitals {
      guard reader.isAbbreviation(at: index, in: wording) else { continue }
      let token = wording.tokens[index]
      let name = reader.name(at: index, in: wording)
      if isHeading {
        // "SUMMARY" is a word, and a heading of one word is hardly an abbreviation that looks like one.
        guard wording.tokens.count > 1 || !isWord(token, context) else { continue }
        findings.append(inHeading(token.range, passage, wording, context))
      } else if reader.introduces(at: index, in: wording) {
        introduced.insert(name)
      } else if !token.isQuoted, !introduced.contains(name), uses[name] == nil {
        uses[name] = Use(passage: passage, range: token.range)
      }
    }
  }

  mutating func join(_ next: AbbreviationCheck, _ findings: inout [Finding]) {
    for (name, use) in next.uses where !introduced.contains(name) && uses[name] == nil {
      uses[name] = use
    }
    introduced.formUnion(next.introduced)
  }

  mutating func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    guard !uses.isEmpty else { return }
    let earlier = introducedEarlier(context)
    for (name, use) in uses where !earlier.contains(name) {
      let typed = use.passage.text.text[use.range]
      let advice =
        introduced.contains(name)
        ? "is introduced only after this; the full name comes first, with the abbreviation after it"
        : "is not introduced; the full name comes first, with the abbreviation in parentheses"
      let written = fullName(of: typed).map { "\($0) (\(typed))" }
      findings.append(
        Finding(
          "abbreviation-not-introduced", at: context.place(use.passage.text, use.range),
          "“\(typed)” \(advice)", caption: written,
          fixes: written.map {
            context.rewriting(use.passage.text, use.range, as: $0, isSafe: false)
          } ?? []))
    }
  }

  private func fullName(of abbreviation: TextSlice) -> TextSlice? {
    names.lazy.compactMap { $0[abbreviation] }.last
  }

  private func isWord(_ token: Token, _ context: CheckContext) -> Bool {
    context.library.wordList(context.language.code)?.known.have(token) ?? false
  }

  /// The abbreviations that earlier parts of the series introduce.
  private func introducedEarlier(_ context: CheckContext) -> Set<TextSlice> {
    var introduced: Set<TextSlice> = []
    var wording = context.emptyWording
    for report in context.series.parts[..<context.part] {
      report.forEachPassage { passage in
        guard passage.role == .text else { return }
        wording.read(Prose(passage.text.text))
        for index in wording.tokens.indices where wording.tokens[index].isInCapitals {
          guard reader.introduces(at: index, in: wording) else { continue }
          introduced.insert(reader.name(at: index, in: wording))
        }
      }
    }
    return introduced
  }

  private func inHeading(
    _ range: Range<Int>, _ passage: Passage, _ wording: Wording, _ context: CheckContext
  ) -> Finding {
    let typed = wording.text[range]
    let full = fullName(of: typed)?.string
    return Finding(
      "abbreviation-in-heading", at: context.place(passage.text, range),
      "“\(typed)” is an abbreviation; a heading has the full name", caption: full,
      fixes: full.map { context.rewriting(passage.text, range, as: $0, isSafe: false) } ?? [])
  }
}

extension Passage {
  /// Whether abbreviations in the text are the report's own, and not those of a source or table.
  fileprivate func mayIntroduce(in report: Report) -> Bool {
    switch role {
    case .quote, .table, .footnote: false
    case .title: block.map { report.blocks[$0].kind != .table } ?? true
    case .masthead, .text, .formula: true
    }
  }
}

extension Token {
  fileprivate var isQuoted: Bool { !zones.isDisjoint(with: [.quotation, .italics]) }
}
