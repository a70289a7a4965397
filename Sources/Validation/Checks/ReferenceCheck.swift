internal import Diagnostics
internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Finds references that lead nowhere.
struct ReferenceCheck: TextCheck {
  /// References to identifiers that no block has.
  private var unknown: [Unknown] = []

  private struct Unknown {
    let identifier: String
    let isCapitalized: Bool
    let place: Place
  }

  mutating func check(
    _ passage: Passage, _ prose: Prose, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    for element in prose.elements {
      switch element.kind {
      case .reference(let reference):
        checkCapital(of: reference, element.range, passage, context, &findings)
        check(reference, element.range, passage, context, &findings)
      case .unclosedReference:
        let place = context.place(passage.text, element.range)
        findings.append(
          Finding(
            "reference-unresolved", at: place,
            "this brace opens a reference that no brace closes; a brace that is to be printed is "
              + "typed `{{`",
            fixes: closings(after: element.range.upperBound, passage, context)
              + [Fix("Write `{{`", safety: .needsReview, edits: [FileEdit(place, "{{")])]))
      default: break
      }
    }
  }

  /// Writes the brace where another bracket closes what may be identifiers: `{register]`.
  private func closings(after start: Int, _ passage: Passage, _ context: CheckContext) -> [Fix] {
    let text = passage.text.text
    let end =
      (start..<text.count).first { offset in
        !(text.isLetter(at: offset) || 0x30...0x39 ~= text[offset]
          || "-#, ".utf8.contains(text[offset]))
      } ?? start
    guard end > start, end < text.count, "])".utf8.contains(text[end]) else { return [] }
    return context.rewriting(
      passage.text, end..<end + 1, as: "}", isSafe: false,
      title: "Close the reference to `\(text[start..<end].string)`")
  }

  // MARK: Capitals

  /// What is printed at the start of a sentence has a capital, and what is printed within one none.
  private func checkCapital(
    of reference: Reference, _ whole: Range<Int>, _ passage: Passage, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let text = passage.text.text
    guard passage.role == .text, reference.style != .numberOnly,
      let index = passage.block, context.report.blocks[index].kind != .point,
      let first = reference.identifiers.first, !first.isEmpty,
      // What leads nowhere is to be written otherwise anyway.
      context.identifiers[reference.identifier(first, in: text)] != nil
    else { return }
    let start = reference.style == .see ? whole.lowerBound + 1 : first.lowerBound
    let letter = text[start..<start + 1].string
    let mistake: String
    if !reference.isCapitalized, begins(at: whole.lowerBound, in: text, context.language) {
      mistake = "a reference that begins a sentence has a capital"
    } else if reference.isCapitalized, goesOn(at: whole.lowerBound, in: text) {
      mistake = "a reference within a sentence has no capital"
    } else {
      return
    }
    let written = reference.isCapitalized ? letter.lowercased() : letter.uppercased()
    let typed = text[whole].string
    let corrected =
      text[whole.lowerBound..<start].string + written + text[start + 1..<whole.upperBound].string
    findings.append(
      Finding(
        "reference-capital", at: context.place(passage.text, whole),
        "\(mistake): `\(corrected)`, not `\(typed)`", caption: corrected,
        fixes: context.rewriting(
          passage.text, start..<start + 1, as: written, isSafe: true, title: "Write `\(corrected)`")
      ))
  }

  /// Whether a sentence certainly begins at an offset: a paragraph does, or a word of small letters
  /// that is no abbreviation ends the one before with a full stop.
  private func begins(at offset: Int, in text: TextSlice, _ language: Language) -> Bool {
    guard offset > 0 else { return true }
    guard text.isBlank(at: offset - 1) else { return false }
    if text[offset - 1] == UInt8(ascii: "\n") { return true }
    guard offset > 1, text[offset - 2] == UInt8(ascii: ".") else { return false }
    let word = text.smallWord(before: offset - 2)
    return word.count > 3 && !language.stoppedWords.contains(word.string)
  }

  /// Whether a sentence certainly goes on at an offset: a word of small letters stands before it.
  private func goesOn(at offset: Int, in text: TextSlice) -> Bool {
    offset > 1 && text[offset - 1] == UInt8(ascii: " ")
      && !text.smallWord(before: offset - 1).isEmpty
  }

  private mutating func check(
    _ reference: Reference, _ whole: Range<Int>, _ passage: Passage, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard !reference.identifiers.isEmpty, !reference.identifiers.contains(where: \.isEmpty) else {
      findings.append(
        Finding(
          "reference-unresolved", at: context.place(passage.text, whole),
          "this reference names nothing; between the braces stands an identifier"))
      return
    }
    for range in reference.identifiers {
      let identifier = reference.identifier(range, in: passage.text.text)
      guard let location = context.identifiers[identifier] else {
        unknown.append(
          Unknown(
            identifier: identifier.string, isCapitalized: identifier != passage.text.text[range],
            place: context.place(passage.text, range)))
        continue
      }
      let block = context.series.parts[location.part].blocks[location.block]
      guard let what = Self.unnumbered(block.kind) else { continue }
      findings.append(
        Finding(
          "reference-unresolved", at: context.place(passage.text, range),
          "`\(identifier.string)` is \(what), which has no number to refer to"))
    }
  }

  /// What a block is called of a kind that is printed without a number; nil for other kinds.
  private static func unnumbered(_ kind: BlockKind) -> String? {
    switch kind {
    case .text: "an unnumbered paragraph"
    case .heading, .quote, .table: "a \(kind.rawValue)"
    default: nil
    }
  }

  mutating func join(_ next: ReferenceCheck, _ findings: inout [Finding]) {
    unknown += next.unknown
  }

  func finish(_ context: CheckContext, _ findings: inout [Finding]) {
    var suggestions = Suggestions()
    for unknown in unknown {
      let near = suggestions.nearest(
        to: unknown.identifier, among: context.identifiers.identifiers)
      // An identifier with a capital cannot be referred to: it is that which is malformed.
      let meant = near?.lowercased() == near ? near : nil
      let typed = meant.map {
        unknown.isCapitalized ? $0.prefix(1).uppercased() + $0.dropFirst() : $0
      }
      findings.append(
        Finding(
          unknown: "reference-unresolved", at: unknown.place,
          "no block has the identifier `\(unknown.identifier)`", meant: meant, written: typed))
    }
  }
}

extension TextSlice {
  /// The small letters of ASCII that end before an offset.
  fileprivate func smallWord(before end: Int) -> TextSlice {
    var start = end
    while start > 0, 0x61...0x7A ~= self[start - 1] { start -= 1 }
    return self[start..<end]
  }
}
