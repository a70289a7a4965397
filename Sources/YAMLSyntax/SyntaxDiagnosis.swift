internal import Diagnostics
internal import SourceText

/// Finds out which mistake an editor made where libyaml stopped.
///
/// libyaml says what it did not expect and where; what was meant is read from the lines around that
/// place. What cannot be told is said in general words, and reading ends there.
struct SyntaxDiagnosis {
  let failure: ParserFailure
  /// The bytes that were parsed, masks included.
  let source: YAMLBytes
  /// The file as it is, for edits.
  let file: SourceFile
  let keys: KeyNames

  /// Where libyaml stopped.
  var at: Int { min(failure.offset, source.count) }
  /// Where what libyaml was reading began.
  var begin: Int { min(failure.contextOffset ?? failure.offset, source.count) }

  /// The mistake, if it is one that is known.
  var fault: SyntaxFault? {
    switch failure.problem {
    case "mapping values are not allowed in this context": colon
    case "could not find expected ':'": keyWithoutColon
    case "did not find expected key", "did not find expected '-' indicator": afterValue
    case "did not find expected node content": missingContent
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": brackets
    case "found unexpected ':'": colonInBrackets
    case "found character that cannot start any token": source[at] == .tab ? tab : forbiddenStart
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      tab
    case "found unexpected end of stream", "found unexpected document indicator":
      unclosedQuotation(from: begin)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      escape
    case "block sequence entries are not allowed in this context": listOnKeyLine
    case "mapping keys are not allowed in this context": forbiddenStart
    case "did not find expected comment or line break", "found an indentation indicator equal to 0":
      source[begin] == UInt8(ascii: "%") ? directive : textAfterHeader
    case "did not find expected <document start>": afterDocument
    default: byContext
    }
  }

  private var byContext: SyntaxFault? {
    switch failure.context {
    case "while scanning an alias", "while scanning an anchor", "while scanning a tag",
      "while parsing a tag":
      markAtStart(begin)
    case "while parsing a node": markAtStart(at)
    case "while scanning a directive", "while scanning a %YAML directive",
      "while parsing a %TAG directive", "while scanning a tag directive",
      "while parsing a tag directive":
      directive
    default: nil
    }
  }

  /// What is said of a mistake that is not known.
  var generalFault: SyntaxFault {
    SyntaxFault(
      range: mark(at: at),
      message:
        "this cannot be read: a mark such as : - [ { \" or an indentation does not fit here; "
        + "put a text under `>-`")
  }

  // MARK: What the diagnoses have in common

  /// One character, or nothing at the end of a line.
  func mark(at offset: Int) -> Range<Int> {
    guard !source.isLineEnd(at: offset) else { return offset..<offset }
    var end = offset + 1
    while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  /// The line whose key or dash holds the text at an offset: its own, or one further up.
  func holder(of offset: Int) -> SourceLine? {
    let line = SourceLine(at: offset, in: source)
    if line.holderColumn != nil, line.value <= offset { return line }
    var indentation = line.indentation
    if line.dash != nil { indentation = line.content - line.start }
    var above = source.lineWithContent(before: line)
    while let candidate = above {
      if let column = candidate.holderColumn, column < indentation { return candidate }
      above = source.lineWithContent(before: candidate)
    }
    return nil
  }

  /// A value with the lines that run on from it: those that are indented more than a column.
  func region(from value: Int, deeperThan column: Int) -> Range<Int> {
    var line = SourceLine(at: value, in: source)
    var end = line.end
    while let next = source.line(after: line), next.isBlank || next.indentation > column {
      if !next.isBlank { end = next.end }
      line = next
    }
    while end > value, source.isBlank(at: end - 1) { end -= 1 }
    return value..<end
  }

  /// The fault of a text that YAML takes for something else, mended by putting it under `>-`.
  /// - Parameters:
  ///   - range: The place to report.
  ///   - value: Where the text begins.
  ///   - holder: The line whose key or dash holds it.
  ///   - dropsMarks: Whether the marks that the text begins and ends with are YAML's.
  func textFault(
    at range: Range<Int>, _ message: String, value: Int, heldBy holder: SourceLine,
    needsReview: Bool = false, dropsMarks: Bool = false
  ) -> SyntaxFault {
    let text = region(from: value, deeperThan: holder.holderColumn ?? 0)
    var fault = SyntaxFault(range: range, message: message, masks: [.text(text)])
    if dropsMarks {
      let (open, close) = (text.lowerBound, text.upperBound - 1)
      fault.masks = [.byte(open, .space), .byte(close, .space), .text(open + 1..<close)]
    }
    if let edit = foldedBlock(
      for: TextRange(text.lowerBound, text.upperBound), in: file, droppingMarks: dropsMarks)
    {
      let isSafe =
        !needsReview && !hasStructure(below: value, in: text)
        && !file.mayHaveComment(in: TextRange(text.lowerBound, text.upperBound))
      fault.fixes.append(.init("Put the text under `>-`", isSafe ? .safe : .needsReview, edit))
    }
    return fault
  }

  /// Whether a line after the first looks like a list or a key rather than like text.
  private func hasStructure(below value: Int, in text: Range<Int>) -> Bool {
    var line = SourceLine(at: value, in: source)
    while let next = source.line(after: line), next.start < text.upperBound {
      if next.dash != nil || isKey(next) || source[next.text] == .hash { return true }
      line = next
    }
    return false
  }

  /// Whether a line begins with a key of the format.
  func isKey(_ line: SourceLine) -> Bool { line.key.map { isKeyName(source.string($0)) } ?? false }

  /// Whether a line begins with a key that makes a block.
  func isBlock(_ line: SourceLine) -> Bool {
    line.key.map { keys.blocks.contains(source.string($0)) } ?? false
  }

  func isKeyName(_ name: String) -> Bool { keys.mayBeKey(name) }
}
