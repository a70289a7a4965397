public import ProseSyntax
public import ReportModel
public import RuleLibrary
public import SourceText

/// Puts references into the words that are printed: "recommendations 12–14 and paragraph 3".
public struct ReferencePrinter: Sendable {
  private let identifiers: IdentifierIndex
  private let language: Language
  private let registers: [DesignationRegister]
  private let symbols: [String?]

  /// - Parameters:
  ///   - series: The parts that references may name blocks of.
  ///   - identifiers: The blocks of all parts by identifier.
  public init(series: Series, identifiers: IdentifierIndex, language: Language) {
    self.identifiers = identifiers
    self.language = language
    let unnumbered = language.phrase(.unnumbered)
    registers = series.parts.enumerated().map { part, report in
      DesignationRegister(report, part: part, unnumbered: unnumbered)
    }
    symbols = series.parts.map { $0.masthead[.symbol]?.string.escapedForMarkdown }
  }

  /// The words of a reference, as Markdown.
  ///
  /// An identifier that names no block, or one without a printed number, is named as unresolved.
  /// - Parameters:
  ///   - text: The text that the reference stands in.
  ///   - standpoint: Where the words are printed.
  public func words(for reference: Reference, in text: TextSlice, at standpoint: Standpoint)
    -> String
  {
    var mention = Mention(
      isShort: reference.isInParentheses || standpoint.isInFootnote,
      isNumberOnly: reference.style == .numberOnly)
    for range in reference.identifiers {
      let identifier = reference.identifier(range, in: text)
      if let location = identifiers[identifier],
        let designation = registers[location.part].designation(of: location.block)
      {
        mention.add(designation)
      } else {
        mention.addUnresolved(identifier.string)
      }
    }
    var words = language.list(mention.entries.map { self.words(for: $0, in: mention, standpoint) })
    if reference.style == .see, !mention.blocks.isEmpty {
      words = language.phrase(direction(to: mention.blocks, from: standpoint), ["reference": words])
    }
    return reference.isCapitalized ? words.beginningWithCapital : words
  }

  private func words(for entry: Mention.Entry, in mention: Mention, _ standpoint: Standpoint)
    -> String
  {
    switch entry {
    case .unresolved(let identifier):
      language.phrase(.unresolved, ["id": identifier.escapedForMarkdown])
    case .group(let group): words(for: group, in: mention, standpoint)
    }
  }

  private func words(for group: Mention.Group, in mention: Mention, _ standpoint: Standpoint)
    -> String
  {
    let numbers = language.list(folded(group.sorted))
    if mention.isNumberOnly { return numbers }
    let noun = noun(for: group, isShort: mention.isShort)
    var words = [noun, numbers].filter { !$0.isEmpty }.joined(separator: " ")
    if let annex = group.key.annex, group.key.kind != .annex,
      let designation = registers[group.key.part].designation(of: annex)
    {
      let holder = Mention.Group(designation)
      words = language.phrase(
        .referenceInAnnex,
        [
          "annex": self.words(for: holder, in: mention, Standpoint(part: group.key.part)),
          "reference": words,
        ])
    }
    guard group.key.part != standpoint.part, let symbol = symbols[group.key.part] else {
      return words
    }
    return language.phrase(
      mention.isShort ? .referenceInPartShort : .referenceInPart,
      ["reference": words, "symbol": symbol])
  }

  private func noun(for group: Mention.Group, isShort: Bool) -> String {
    guard let noun = language.nouns[group.key.kind] else { return "" }
    return switch (group.designations.count == 1, isShort) {
    case (true, false): noun.one
    case (false, false): noun.many
    case (true, true): noun.shortOne
    case (false, true): noun.shortMany
    }
  }

  /// The numbers of a sorted group, three or more that follow one another as a range.
  private func folded(_ designations: [Designation]) -> [String] {
    var numbers: [String] = []
    var rest = designations[...]
    while let first = rest.first {
      var run = 1
      while run < rest.count, rest[rest.startIndex + run].follows(rest[rest.startIndex + run - 1]) {
        run += 1
      }
      if run >= 3 {
        let last = rest[rest.startIndex + run - 1]
        numbers.append(
          language.phrase(.range, ["first": first.number, "last": last.number]))
      } else {
        numbers += rest.prefix(run).map(\.number)
      }
      rest = rest.dropFirst(run)
    }
    return numbers.filter { !$0.isEmpty }
  }

  /// Whether blocks stand above or below; neither where they stand on both sides, in another part,
  /// or around the standpoint itself.
  private func direction(to blocks: [BlockLocation], from standpoint: Standpoint) -> Phrase {
    guard blocks.allSatisfy({ $0.part == standpoint.part }) else { return .see }
    let place = standpoint.block ?? -1
    if blocks.allSatisfy({ $0.block > place }) { return .seeBelow }
    let register = registers[standpoint.part]
    return blocks.allSatisfy { register.end(of: $0.block) <= place } ? .seeAbove : .see
  }
}

/// Where in a series words are printed.
public struct Standpoint: Sendable {
  /// The position of the part in the series, from 0.
  public var part: Int
  /// The block that the words belong to; nil in the masthead.
  public var block: BlockIndex?
  public var isInFootnote: Bool

  public init(part: Int, block: BlockIndex? = nil, isInFootnote: Bool = false) {
    self.part = part
    self.block = block
    self.isInFootnote = isInFootnote
  }
}
