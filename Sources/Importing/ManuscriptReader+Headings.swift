internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Headings of sections, annexes and recommendations.
extension ManuscriptReader {
  mutating func readHeading(_ block: MarkdownBlock, level: Int) {
    let text = isOfficial ? block.text : block.text.withoutEmphasis
    nextInList = nil
    if !isOfficial || level == min(profile.recommendationHeadingLevel, 6),
      let found = recommendation(text)
    {
      return openRecommendation(found, line: block.line)
    }
    if !isOfficial || level == 2, position - 1 >= firstAnnex, let heading = annexHeading(text) {
      return openAnnex(heading, line: block.line)
    }
    if !isOfficial, takesTitle(text, block) { return }
    openSection(text, markup: level, line: block.line)
  }

  // MARK: Recommendations

  /// The heading of a recommendation, and the text that runs in after it.
  struct RecommendationHeading {
    let label: String
    let rest: TextSlice
  }

  /// The label of a recommendation whose heading a text is.
  func recommendation(_ text: TextSlice) -> RecommendationHeading? {
    let pieces = language.pieces(of: .recommendationHeading)
    if let label = PhraseReading.values(pieces, in: text)?["label"],
      Label(label.string) != nil || isOfficial
    {
      let isUnnumbered = label.string == language.phrase(.unnumbered)
      return RecommendationHeading(
        label: isUnnumbered ? "" : Transcription.name(label, at: .inline), rest: TextSlice(""))
    }
    return isOfficial ? nil : freeRecommendation(text)
  }

  private func freeRecommendation(_ text: TextSlice) -> RecommendationHeading? {
    let plain = text.withoutEmphasis
    for word in language.manuscripts[.recommendations] {
      guard let rest = plain.dropping(prefix: word)?.trimmed, !rest.isEmpty, rest[0].isDigit else {
        continue
      }
      let typed = TypedLabel.number(rest).flatMap { $0.rest.isEmpty ? $0.text : nil }
      guard let label = typed ?? Label(rest.string).map({ _ in rest.string }) else { continue }
      let heading = RecommendationHeading(label: label, rest: TextSlice(""))
      if word.utf8.count > 1 || isNextRecommendation(heading) { return heading }
    }
    return nil
  }

  mutating func openRecommendation(_ heading: RecommendationHeading, line: Int) {
    nextInList = nil
    add(
      DraftBlock(.recommendation, level: level, line: line, label: heading.label), takesText: true)
  }

  // MARK: Annexes

  struct AnnexHeading {
    let label: String
    let title: TextSlice
  }

  func annexHeading(_ text: TextSlice) -> AnnexHeading? {
    if !isOfficial, let heading = freeAnnexHeading(text) { return heading }
    let alone = language.phrase(.annexAlone)
    if text.string == alone { return AnnexHeading(label: "", title: TextSlice("")) }
    if let title = text.dropping(prefix: alone + ". ") {
      return AnnexHeading(label: "", title: title.trimmed)
    }
    let pieces = language.pieces(of: .annexHeading)
    guard case .words(let lead)? = pieces.first, let rest = text.dropping(prefix: lead) else {
      return nil
    }
    if let label = TypedLabel.section(rest) {
      return AnnexHeading(label: label.text, title: label.rest)
    }
    return TypedLabel.section(TextSlice(rest.string + ".")).map {
      AnnexHeading(label: $0.text, title: TextSlice(""))
    }
  }

  /// "Annex I", "ANNEX 2: Title", "Appendix".
  private func freeAnnexHeading(_ text: TextSlice) -> AnnexHeading? {
    for word in language.manuscripts[.annexes] {
      guard let rest = text.dropping(prefix: word) else { continue }
      if rest.isEmpty { return AnnexHeading(label: "", title: rest) }
      guard rest[0].isBlank || ".:".utf8.contains(rest[0]) else { continue }
      let words = rest.withoutLeadingStop
      guard let first = words.words.first else { return AnnexHeading(label: "", title: words) }
      let core = first.withoutFinalStop
      let title = words[first.count..<words.count].withoutLeadingStop
      let isLabel = TypedLabel.section(TextSlice(core.string + ".")) != nil
      let isTitle = rest[0] == .fullStop || rest[0] == UInt8(ascii: ":")
      if isLabel, !isTitle { return AnnexHeading(label: core.string, title: title) }
      if isTitle { return AnnexHeading(label: "", title: words) }
    }
    return nil
  }

  mutating func openAnnex(_ heading: AnnexHeading, line: Int) {
    leaveAnnex()
    sections = []
    annex = AnnexState(outerScope: notes.enterScope())
    var block = DraftBlock(.annex, level: 0, line: line, label: heading.label)
    block.title = transcribed(heading.title, at: .heading, line: line)
    add(block, takesText: false)
  }

  mutating func leaveAnnex() {
    if let annex { notes.leaveScope(to: annex.outerScope) }
    annex = nil
  }

  // MARK: Sections

  mutating func openSection(_ text: TextSlice, markup: Int, line: Int) {
    let continued = continuedTitle(text)
    var title = continued?.title ?? text
    if !isOfficial, let chapter = withoutChapterWord(title) {
      remark(line, "“\(title)” is printed “\(chapter)”")
      title = chapter
    }
    let label = TypedLabel.section(title).flatMap { found in
      found.rest.isEmpty && continued != nil ? nil : found
    }
    if isOfficial {
      let depth = max(min(markup - 2 - (annex == nil ? 0 : 1), sections.count), 0)
      sections.removeLast(sections.count - depth)
      sections.append(OpenSection(style: nil, number: nil, markup: markup))
    } else if let label {
      placeSection(labelled: label.text, markup: markup)
    } else {
      placeHeading(markup: markup)
    }
    var block = DraftBlock(
      label == nil ? .heading : .section, level: level - 1, line: line, label: label?.text)
    block.isContinued = continued != nil
    block.title = transcribed(label?.rest ?? title, at: .heading, line: line)
    add(block, takesText: false)
  }

  /// A title with the label that a report prints instead of a word and the label: "Chapter I",
  /// "Part II: Findings".
  func withoutChapterWord(_ title: TextSlice) -> TextSlice? {
    for word in language.manuscripts[.chapters] {
      guard let rest = title.dropping(prefix: word + " "), let first = rest.words.first else {
        continue
      }
      let label = first.withoutFinalStop
      let after = rest[first.count..<rest.count].withoutLeadingStop
      guard TypedLabel.section(TextSlice("\(label).")) != nil,
        after.isEmpty || !after[0].isSmallLetter
      else { continue }
      return TextSlice("\(label). \(after)").trimmed
    }
    return nil
  }

  /// The title of a section that an earlier part opened.
  func continuedTitle(_ text: TextSlice) -> (title: TextSlice, isExact: Bool)? {
    if let title = PhraseReading.values(language.pieces(of: .continued), in: text)?["title"],
      !isOfficial || Transcription.printed(title, at: .heading) == title
    {
      return (title, true)
    }
    guard !isOfficial else { return nil }
    let plain = text.withoutEmphasisAtEnd
    for form in language.manuscripts[.continuations] {
      guard let title = plain.dropping(suffix: form)?.trimmed, !title.isEmpty else { continue }
      return (title.withoutOpenEmphasis, false)
    }
    return nil
  }

  /// Opens a section where its label says, next to its siblings or in the innermost section.
  private mutating func placeSection(labelled label: String, markup: Int) {
    let styles = [
      NumberingStyle.upperRoman, NumberingStyle(.upperLetter), .decimal,
      NumberingStyle(.lowerLetter, .parentheses), NumberingStyle(.lowerRoman, .parentheses),
    ]
    let core = label.split(separator: " ").first.map(String.init) ?? label
    let readings = styles.compactMap { style in style.parse(core).map { (style, $0) } }
    let isSuffixed = core != label
    for depth in sections.indices.reversed() {
      let sibling = sections[depth]
      for (style, number) in readings where style == sibling.style {
        guard let last = sibling.number, number == last + (isSuffixed ? 0 : 1) else { continue }
        return open(style, number, markup, at: depth)
      }
    }
    // A single capital is a letter, unless it is the first of the Roman numbers.
    let preferred =
      readings.first { $0.1 == 1 } ?? readings.first { core.utf8.count > 1 || !$0.0.isRoman(core) }
      ?? readings.first
    guard let (style, number) = preferred else { return placeHeading(markup: markup) }
    let sibling = sections.lastIndex { $0.style == style }
    open(style, number, markup, at: sibling ?? depthOfChild(markup))
  }

  private mutating func open(_ style: NumberingStyle, _ number: Int, _ markup: Int, at depth: Int) {
    sections.removeLast(sections.count - depth)
    sections.append(OpenSection(style: style, number: number, markup: markup))
  }

  /// Beneath the innermost numbered section; an unnumbered heading holds no numbered section that is
  /// marked up as it is.
  private func depthOfChild(_ markup: Int) -> Int {
    var depth = sections.count
    while depth > 0, sections[depth - 1].style == nil, sections[depth - 1].markup >= markup {
      depth -= 1
    }
    return depth
  }

  /// Beneath the innermost section whose heading is marked up as a higher one is; a line in bold or
  /// italics also beneath one that has a label, however that is set.
  private mutating func placeHeading(markup: Int) {
    while let last = sections.last, last.markup >= markup, last.style == nil || markup < 7 {
      sections.removeLast()
    }
    sections.append(OpenSection(style: nil, number: nil, markup: markup))
  }
}

extension NumberingStyle {
  /// Whether the style is of Roman numbers and a letter would be read otherwise too.
  fileprivate func isRoman(_ core: String) -> Bool {
    numerals == .upperRoman && !["I", "V", "X"].contains(core)
  }
}

extension TextSlice {
  /// The text without the marks of emphasis at its end.
  fileprivate var withoutEmphasisAtEnd: TextSlice {
    var end = count
    while end > 0, self[end - 1] == UInt8(ascii: "*") || self[end - 1] == UInt8(ascii: "_") {
      end -= 1
    }
    return self[0..<end].trimmed
  }

  fileprivate var withoutFinalStop: TextSlice {
    count > 1 && ".:".utf8.contains(self[count - 1]) ? self[0..<count - 1] : self
  }

  /// The text without a mark of emphasis that has lost its other half, after a blank at its end.
  fileprivate var withoutOpenEmphasis: TextSlice { withoutEmphasisAtEnd }
}
