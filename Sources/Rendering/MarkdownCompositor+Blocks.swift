internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Where the paragraphs of a block begin.
struct Margin {
  /// Spaces, which make a paragraph belong to a list item.
  let indentation: Int
  /// Of a point, its level from 0.
  let level: Int

  init(indentation: Int, level: Int = 0) {
    self.indentation = indentation
    self.level = level
  }

  /// Two U+2003 a level: spaces would make the paragraph a part of something else.
  var emSpaces: String { String(repeating: "\u{2003}\u{2003}", count: level) }
}

extension MarkdownCompositor {
  mutating func setNumberedParagraph(_ index: BlockIndex) {
    let block = report.blocks[index]
    galley.startBlock()
    let margin = setNumber(of: block)
    if block.isWithdrawn {
      galley.append(" " + language.phrase(.withdrawn))
    } else if block.kind == .statements {
      galley.append(" " + formula(of: block))
    } else {
      let hasChapeau = setChapeau(of: block, in: margin)
      setPoints(of: index, in: margin, goesOn: !hasChapeau)
    }
  }

  /// Sets the text of a numbered paragraph after its number, and the lists of names that end it.
  /// - Returns: Whether there is a text.
  private mutating func setChapeau(of block: Block, in margin: Margin) -> Bool {
    let paragraphs = block.text?.text.paragraphs ?? []
    let isItem = margin.indentation > 0
    if let first = paragraphs.first {
      galley.append(" ")
      if isItem, first.beginsWithCheckbox { galley.append("\\") }
    }
    set(paragraphs, at: isItem ? .paragraphStart : .inline, in: margin)
    setNames(of: block)
    return !paragraphs.isEmpty
  }

  mutating func setRecommendation(_ index: BlockIndex) {
    if profile.recommendationForm == .inLine { return setNumberedParagraph(index) }
    let block = report.blocks[index]
    startBlockAtEdge()
    galley.append(recommendationMark)
    galley.append(language.phrase(.recommendationHeading, ["label": markdownLabel(of: block)]))
    if block.isWithdrawn {
      galley.startBlock()
      galley.append(language.phrase(.withdrawn))
    } else {
      setText(of: index)
    }
  }

  /// Sets the text and the points of a block that needs no number before them.
  mutating func setText(of index: BlockIndex) {
    let margin = Margin(indentation: 0)
    if let paragraphs = report.blocks[index].text?.text.paragraphs, !paragraphs.isEmpty {
      startBlockAtEdge()
      set(paragraphs, at: .paragraphStart, in: margin)
    }
    setPoints(of: index, in: margin, goesOn: false)
  }

  mutating func setQuote(_ block: Block) {
    let paragraphs = block.text?.text.paragraphs ?? []
    let source = markdown(of: block.particulars?.source)
    for (index, paragraph) in paragraphs.enumerated() {
      startQuoted(isFirst: index == 0)
      set(paragraph, at: .paragraphStart)
    }
    guard !source.isEmpty else { return }
    startQuoted(isFirst: paragraphs.isEmpty)
    galley.append("— " + source)
  }

  private mutating func startQuoted(isFirst: Bool) {
    if isFirst { startBlockAtEdge() } else { galley.append("\n>\n") }
    galley.append("> ")
  }

  /// Sets paragraphs, the first where the galley stands and the others beneath.
  private mutating func set(
    _ paragraphs: [TextSlice], at position: MarkdownPosition, in margin: Margin
  ) {
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { startBlock(in: margin) }
      let isFirst = index == 0
      set(paragraph, at: isFirst ? position : margin.level > 0 ? .inline : .paragraphStart)
    }
  }

  private mutating func startBlock(in margin: Margin) {
    if margin.indentation == 0 { list.close() }
    galley.startBlock(indentation: margin.indentation)
    galley.append(margin.emSpaces)
  }

  /// Sets the points of a block, and theirs.
  /// - Parameter goesOn: Whether the first stands on the line of the label before it, as there is
  ///   no text between.
  private mutating func setPoints(of parent: BlockIndex, in margin: Margin, goesOn: Bool) {
    for (place, index) in report.children(of: parent).enumerated() {
      let point = report.blocks[index]
      let own = Margin(indentation: margin.indentation, level: point.depth)
      standpoint.block = index
      if goesOn && place == 0 { galley.append(" ") } else { startBlock(in: own) }
      galley.append(NumberingStyle.pointLabel(place + 1, level: point.depth))
      let paragraphs = point.text?.text.paragraphs ?? []
      if !paragraphs.isEmpty { galley.append(" ") }
      set(paragraphs, at: .inline, in: own)
      setPoints(of: index, in: own, goesOn: paragraphs.isEmpty)
    }
  }
}

extension TextSlice {
  /// Whether a list item that begins so would be a task with a box to tick.
  fileprivate var beginsWithCheckbox: Bool {
    guard count > 3, self[0] == UInt8(ascii: "["), self[2] == .closingBracket, self[3].isBlank
    else { return false }
    return self[1] == .space || self[1] | 0x20 == UInt8(ascii: "x")
  }
}
