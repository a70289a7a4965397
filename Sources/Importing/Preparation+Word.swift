internal import ProseSyntax
internal import ReportModel
internal import SourceText
internal import WordProcessing

/// What Word knows of a paragraph and hands on beside its text.
extension Preparation {
  /// A block without the marks of what Word knows of it, which is kept apart. A label is put in the
  /// form that reports have, where it is certain what it counts.
  mutating func unmarked(_ block: MarkdownBlock) -> MarkdownBlock {
    guard block.lines.contains(where: { $0.text.firstOffset(of: 0xEF) != nil }) else {
      return block
    }
    var lines = block.lines
    var text = lines[0].text
    switch TypedMark(readingFrom: &text) {
    case .indentation?: indent(block.line)
    case .label(let label)?:
      count(label, on: block.line)
      let typed = form(of: label, in: block)
      text = text.labelled(typed)
    case nil: break
    }
    lines[0] = lines[0].saying(text)
    lines = lines.map { $0.saying(TypedMark.removed(from: $0.text)) }
    return block.saying(lines)
  }

  private mutating func form(of label: CountedLabel, in block: MarkdownBlock) -> String {
    if Label(label.text)?.suffix != nil { return label.text + "." }
    guard let form = LabelForm(label) else { return label.text }
    if let recommendation = form.recommendation(language) { return recommendation }
    if case .heading = block.kind {
      guard let section = form.section(language) else { return label.text }
      return noting(label.text, section, "section", on: block.line)
    }
    if let number = form.bracketedNumber {
      guard number == lastNumber + 1, !introducesList else { return label.text }
      return noting(label.text, "\(number).", "paragraph", on: block.line)
    }
    if let number = form.paragraphNumber(language) {
      return noting(label.text, number, "paragraph", on: block.line)
    }
    return form.point ?? label.text
  }

  /// A label in the form that reports have, noted where a form of the house comes first.
  private mutating func noting(
    _ label: String, _ form: String, _ kind: String, on line: Int
  ) -> String {
    guard label != form, label + "." != form || kind == "paragraph" else { return form }
    let pattern = String(label.filter { !$0.isLetter && !$0.isNumber }) + kind
    if noteForm(pattern) {
      remark(line, "the number “\(label)” is that of a \(kind), and is printed “\(form)”")
    }
    return form
  }
}

extension TextSlice {
  /// The text with a label before it, within the marks that put the whole of it in bold or italics.
  fileprivate func labelled(_ label: String) -> TextSlice {
    if isEmpty { return TextSlice(label) }
    guard let content = emphasized else { return TextSlice("\(label) \(self)") }
    let mark = self[0..<(count - content.count) / 2]
    return TextSlice("\(mark)\(label) \(content)\(mark)")
  }
}
