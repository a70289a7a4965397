internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds labels, bullets and dashes that are typed at the start of a text or of one of its
/// paragraphs.
///
/// Where the block itself has the label, what is typed is taken out. What is typed within a text was
/// to be a list of points, which a person must make.
struct TypedLabelCheck: TextCheck {
  /// The last point of each list that was looked at, with its place in the list, from 1.
  private var places: [BlockIndex: (point: BlockIndex, place: Int)] = [:]

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard passage.role == .text, let block = passage.block else { return }
    let text = passage.text.text
    // Nearly every text begins with a capital, and most have one paragraph.
    guard text.mayBeginWithLabel(at: 0) || text.firstOffset(of: 0x0A) != nil else { return }
    for paragraph in prose.paragraphs {
      guard text.mayBeginWithLabel(at: paragraph.lowerBound),
        let typed = TypedLabel(text, in: paragraph), !isQuoted(typed, prose)
      else { continue }
      findings.append(finding(on: typed, of: block, passage, context))
    }
  }

  private func isQuoted(_ label: TypedLabel, _ prose: Prose) -> Bool {
    var zones = ZoneMap(prose)
    return zones.isIn(.quotations, label.range)
  }

  private mutating func finding(
    on label: TypedLabel, of index: BlockIndex, _ passage: Passage, _ context: CheckContext
  ) -> Finding {
    let place = context.place(passage.text, label.range)
    let typed = passage.text.text[label.range].string
    let printed = label.range.lowerBound == 0 ? printed(for: label, index, context.report) : nil
    guard let printed else {
      return Finding(
        "label-typed", at: place,
        "“\(typed)” is not typed; points stand under `points:`, and the program prints their labels"
      )
    }
    let isSame = label.form == .bullet || printed.labelLetters == typed.labelLetters
    // "(b) of rule 5" speaks of a label, and a dash before a figure may be a minus sign.
    let text = passage.text.text
    let isCertain =
      label.form == .bullet ? !text.isDigit(at: label.end) : 0x41...0x5A ~= text[label.end]
    return Finding(
      "label-typed", at: place, "“\(typed)” is not typed; the program prints labels",
      fixes: context.rewriting(
        passage.text, label.range.lowerBound..<label.end, as: "", isSafe: isSame && isCertain,
        title: isSame ? "Take out “\(typed)”, which is printed anyway" : "Take out “\(typed)”"))
  }

  /// The label that a block is printed with in place of one that is typed; empty where it is not
  /// numbered yet, nil where it has none of that form.
  private mutating func printed(for label: TypedLabel, _ index: BlockIndex, _ report: Report)
    -> String?
  {
    let block = report.blocks[index]
    switch block.kind {
    // "(a)" may be the first of several.
    case .paragraph, .recommendation:
      return label.form == .number ? block.label?.text.string ?? "" : nil
    case .point:
      guard let parent = block.parent else { return nil }
      return NumberingStyle.pointLabel(place(of: index, in: parent, report), level: block.depth)
    default: return nil
    }
  }

  /// The place of a point among those of its list, from 1.
  private mutating func place(of index: BlockIndex, in parent: BlockIndex, _ report: Report) -> Int
  {
    var (point, place) = places[parent] ?? (parent + 1, 1)
    while point < index {
      point = report.blocks[point].end
      place += 1
    }
    places[parent] = (point, place)
    return place
  }
}

/// A label or bullet at the start of a paragraph.
private struct TypedLabel {
  enum Form {
    /// "1.", "12 bis."
    case number
    /// "(a)", "(iv)", "(2)", "a)"
    case point
    case bullet
  }

  let form: Form
  let range: Range<Int>
  /// The end of the blanks after it.
  let end: Int

  /// Nil where a paragraph begins with words.
  init?(_ text: TextSlice, in paragraph: Range<Int>) {
    let start = paragraph.lowerBound
    guard let (form, labelEnd) = text.label(at: start, before: paragraph.upperBound) else {
      return nil
    }
    let end = text.blanksEnd(from: labelEnd, before: paragraph.upperBound)
    guard end > labelEnd, end < paragraph.upperBound, text.dash(at: end) == nil,
      form == .bullet || !text.joinsLabels(at: end, before: paragraph.upperBound)
    else { return nil }
    self.form = form
    range = start..<labelEnd
    self.end = end
  }
}

extension String {
  /// The letters and digits of a label, by which "a)" and "(a)" are the same.
  fileprivate var labelLetters: [Unicode.Scalar] {
    unicodeScalars.filter { $0.properties.isAlphabetic || "0"..."9" ~= $0 }
  }
}

extension TextSlice {
  /// Whether a label may begin at an offset: most texts begin with a capital, a brace or the like.
  fileprivate func mayBeginWithLabel(at offset: Int) -> Bool {
    guard offset < count else { return false }
    switch self[offset] {
    case UInt8(ascii: "("), UInt8(ascii: "-"), 0xC2, 0xE2: return true
    default: return isDigit(at: offset) || pointLabelEnd(from: offset) != nil
    }
  }

  /// The label that begins at an offset, with where it ends.
  fileprivate func label(at start: Int, before limit: Int) -> (TypedLabel.Form, end: Int)? {
    let slice = self[0..<limit]
    if let end = slice.pointLabelEnd(from: start) { return (.point, end) }
    if let end = slice.numberEnd(from: start) { return (.number, end) }
    return (slice.bullet(at: start) ?? slice.dash(at: start)).map { (.bullet, $0) }
  }

  /// The end of "(a)", "(iv)", "(2)", "a)", "iv)" or "2)".
  private func pointLabelEnd(from start: Int) -> Int? {
    let isOpened = byte(start) == UInt8(ascii: "(")
    let first = isOpened ? start + 1 : start
    var end = first
    while isSmallLetter(end) || isDigit(at: end) { end += 1 }
    guard end > first, byte(end) == UInt8(ascii: ")") else { return nil }
    let core = self[first..<end]
    let isLettered = (first..<end).allSatisfy(isSmallLetter)
    let isRoman = core.count <= 5 && (0..<core.count).allSatisfy { "ivxl".utf8.contains(core[$0]) }
    let isFigure = core.count <= 2 && (first..<end).allSatisfy(isDigit(at:))
    let isLabel =
      isRoman || isFigure || isLettered && core.count <= (isOpened ? 2 : 1)
    return isLabel ? end + 1 : nil
  }

  /// The end of "1." or "12 bis."
  private func numberEnd(from start: Int) -> Int? {
    var end = start
    while isDigit(at: end) { end += 1 }
    guard start < end, end <= start + 3 else { return nil }
    if byte(end) == 0x20 {
      let word = end + 1
      end = word
      while isSmallLetter(end) { end += 1 }
      guard LatinSuffix(word: self[word..<end].string) != nil else { return nil }
    }
    return byte(end) == UInt8(ascii: ".") ? end + 1 : nil
  }

  /// The end of a dash or hyphen.
  fileprivate func dash(at offset: Int) -> Int? {
    if byte(offset) == UInt8(ascii: "-") { return offset + 1 }
    return ["–", "—"].first { reads($0, from: offset) }.map { offset + $0.utf8.count }
  }

  private func bullet(at offset: Int) -> Int? {
    ["•", "·", "▪", "●", "◦", "‣"].first { reads($0, from: offset) }
      .map { offset + $0.utf8.count }
  }

  /// Whether a short word and another label follow, so that both are spoken of: "(a) and (b)".
  fileprivate func joinsLabels(at start: Int, before limit: Int) -> Bool {
    var end = start
    while isSmallLetter(end) { end += 1 }
    let next = blanksEnd(from: end, before: limit)
    return start < end && end <= start + 3 && next > end && label(at: next, before: limit) != nil
  }

  /// The end of spaces, tabs and no-break spaces.
  fileprivate func blanksEnd(from start: Int, before limit: Int) -> Int {
    var end = start
    while end < limit {
      if self[end] == 0x20 || self[end] == 0x09 {
        end += 1
      } else if self[end] == 0xC2, byte(end + 1) == 0xA0 {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func reads(_ string: String, from offset: Int) -> Bool {
    let end = offset + string.utf8.count
    return end <= count && self[offset..<end].reads(string)
  }

  private func byte(_ offset: Int) -> UInt8? { offset < count ? self[offset] : nil }

  private func isSmallLetter(_ offset: Int) -> Bool {
    byte(offset).map { 0x61...0x7A ~= $0 } ?? false
  }
}
