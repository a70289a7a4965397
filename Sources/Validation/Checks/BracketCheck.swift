internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds pending text in square brackets, and brackets without their other half.
struct BracketCheck: TextCheck {
  /// The block, points included, whose brackets are being paired.
  private var owner: BlockIndex?
  /// Opening brackets of the block that no text has closed so far.
  private var open: [Place] = []

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    pair(passage, prose, context, &findings)
    guard passage.role != .quote, passage.role != .masthead else { return }
    var end = 0
    var zones = ZoneMap(prose)
    for element in prose.elements {
      guard case .brackets = element.kind, element.range.lowerBound >= end else { continue }
      end = element.range.upperBound
      let text = passage.text.text[element.range].string
      let words = String(text.dropFirst().dropLast().drop { $0 == "*" }.prefix { $0 != "*" })
      guard !context.language.bracketedWords.contains(words),
        !zones.isQuoted(at: element.range.lowerBound),
        !Self.isInChemicalName(element.range, passage.text.text),
        !Self.isYearOfReports(element.range, passage.text.text)
      else { continue }
      findings.append(
        Finding(
          "bracket-pending", at: context.place(passage.text, element.range),
          "“\(Self.shortened(text))” is pending text; take the brackets out once it is agreed"))
    }
  }

  /// What the other has seen begins with another block.
  mutating func join(_ next: BracketCheck, _ findings: inout [Finding]) {
    reportOpen(&findings)
    self = next
  }

  mutating func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    reportOpen(&findings)
  }

  /// Pairs brackets over a whole block: one may open in the chapeau and close in a point.
  private mutating func pair(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    let passageOwner =
      passage.role == .text ? passage.block.map { Self.owner(of: $0, context) } : nil
    if passageOwner == nil || passageOwner != owner { reportOpen(&findings) }
    owner = passageOwner
    for element in prose.elements {
      switch element.kind {
      case .unclosedBracket:
        open.append(context.place(passage.text, element.range))
      case .unopenedBracket:
        guard open.popLast() == nil else { continue }
        findings.append(
          Finding(
            "bracket-unbalanced", at: context.place(passage.text, element.range),
            "`]` closes nothing; its opening half is missing"))
      default: break
      }
    }
  }

  private mutating func reportOpen(_ findings: inout [Finding]) {
    for place in open {
      findings.append(
        Finding(
          "bracket-unbalanced", at: place,
          "`[` is not closed; its other half is missing"))
    }
    open = []
  }

  /// The block that a point belongs to; other blocks are their own.
  private static func owner(of index: BlockIndex, _ context: CheckContext) -> BlockIndex {
    guard context.report.blocks[index].kind == .point else { return index }
    return context.report.ancestor(of: index) { $0.kind != .point } ?? index
  }

  /// Whether brackets have the year of a volume of law reports: "[2000] 1 AC 147", "[2019] UKSC 20".
  private static func isYearOfReports(_ range: Range<Int>, _ text: TextSlice) -> Bool {
    guard range.count == 6,
      (range.lowerBound + 1..<range.upperBound - 1).allSatisfy({ 0x30...0x39 ~= text[$0] }),
      range.upperBound + 1 < text.count, text.isBlank(at: range.upperBound)
    else { return false }
    let next = text[range.upperBound + 1..<min(range.upperBound + 24, text.count)].string.split(
      separator: " "
    ).prefix(2)
    guard let first = next.first, let second = next.last, next.count == 2 else { return false }
    // "AC", "A.C."
    func isSeries(_ word: Substring) -> Bool {
      word.utf8.count > 1 && word.utf8.prefix(2).allSatisfy { 0x41...0x5A ~= $0 || $0 == 0x2E }
    }
    func isNumber(_ word: Substring) -> Bool { word.utf8.first.map { 0x30...0x39 ~= $0 } ?? false }
    return isNumber(first) && isSeries(second) || isSeries(first) && isNumber(second)
  }

  /// Whether brackets are those of a name such as "2-[2-(4-butoxybenzyl)-5-nitro]-1-amine",
  /// "benzo[a]pyrene" or "bis[pentabromobenzene]".
  private static func isInChemicalName(_ range: Range<Int>, _ text: TextSlice) -> Bool {
    let hyphen = UInt8(ascii: "-")
    let isWithinWord =
      range.lowerBound > 0 && text.isLetter(at: range.lowerBound - 1)
      && range.upperBound < text.count && text.isLetter(at: range.upperBound)
    // A few letters and figures say where rings are joined.
    let isPosition = (range.lowerBound + 1..<range.upperBound - 1).allSatisfy { offset in
      0x61...0x6B ~= text[offset] || 0x30...0x39 ~= text[offset] || text[offset] == hyphen
        || text[offset] == UInt8(ascii: ",")
    }
    if isWithinWord, isPosition, range.count != 4 { return true }
    if ["bis", "tris", "tetrakis"].contains(
      where: text[max(range.lowerBound - 8, 0)..<range.lowerBound].string.hasSuffix)
    {
      return true
    }
    let isJoined =
      range.lowerBound > 0 && text[range.lowerBound - 1] == hyphen
      || range.upperBound < text.count && text[range.upperBound] == hyphen
    return isJoined && (0x30...0x39).contains(text[range.lowerBound + 1])
      && text.firstOffset(of: hyphen, from: range.lowerBound).map { $0 < range.upperBound } ?? false
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(38) + "…]"
  }
}
