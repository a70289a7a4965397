internal import Diagnostics
internal import SourceText

/// A list that stands beneath a text, without the key that lists of that text have.
extension SyntaxDiagnosis {
  /// A list where the next key was expected.
  var listAfterText: SyntaxFault? {
    let line = SourceLine(at: at, in: source)
    let value = failure.lastValue
    guard line.text == at, line.dash != nil, value.end.utf8 <= at,
      let holder = holder(of: value.start.utf8), holder.key != nil
    else { return nil }
    return listWithoutKey(line, below: holder)
  }

  /// A list in the lines that run on from a text.
  func listInText(heldBy holder: SourceLine) -> SyntaxFault? {
    guard let column = holder.holderColumn else { return nil }
    var line = holder
    while let next = source.line(after: line), next.isBlank || next.indentation > column {
      if next.dash != nil { return listWithoutKey(next, below: holder) }
      line = next
    }
    return nil
  }

  /// - Parameters:
  ///   - first: The line of the first dash.
  ///   - holder: The line with the key of the text.
  private func listWithoutKey(_ first: SourceLine, below holder: SourceLine) -> SyntaxFault? {
    guard let key = holder.key, let list = keys.lists[source.string(key)], !isBlock(first),
      let column = holder.holderColumn, first.indentation >= column, holder.value < holder.end
    else { return nil }
    var last = first
    var dashes = 1
    while let next = source.line(after: last), next.isBlank || next.indentation >= column {
      if !next.isBlank, next.indentation <= first.indentation {
        guard next.indentation == first.indentation, next.dash != nil else { break }
        dashes += 1
      }
      last = next
    }
    if let next = source.line(after: last), next.indentation > column { return nil }
    var text = holder.value..<first.start
    while source.isGap(before: text.upperBound) { text = text.dropLast() }
    let line = String(repeating: " ", count: column) + list + ":"
    var edits = [
      TextEdit(TextRange(first.start, first.start), line + source.lineBreak(near: first.start))
    ]
    var masks = [MaskedSource.Mask.comment(first.text..<last.end)]
    if at < first.start {
      let range = TextRange(text.lowerBound, text.upperBound)
      guard let folded = foldedBlock(for: range, in: file) else { return nil }
      edits.append(folded)
      masks.append(.text(text))
    }
    let isCertain =
      dashes > 1 && announcesList(text)
      && !file.mayHaveComment(in: TextRange(text.lowerBound, text.upperBound))
    return SyntaxFault(
      range: mark(at: first.text), message: "`\(list):` is missing before this list",
      fixes: [.init("Put in `\(list):`", isCertain ? .safe : .needsReview, all: edits)],
      masks: masks)
  }

  /// Whether a text ends with a colon, in quotation marks or without.
  private func announcesList(_ text: Range<Int>) -> Bool {
    let last = text.last { source[$0] != .quote && source[$0] != .apostrophe }
    return last.map { source[$0] == .colon } ?? false
  }
}
