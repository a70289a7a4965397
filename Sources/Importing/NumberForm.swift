internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// A form that a house gives to the numbers of its paragraphs, other than "1.": "1", "1:", "§ 1",
/// "(1)", "Para. 1".
struct NumberForm: Hashable {
  /// What comes before the number, in small letters.
  private let lead: String
  private let tail: String

  /// A number of some form at the beginning of a text.
  struct Typed {
    let form: NumberForm
    let number: Int
    /// The number with what belongs to it, as it is typed.
    let label: String
    let rest: TextSlice
  }

  /// Whether the form is one of points as well.
  var isBracketed: Bool { tail.hasPrefix(")") }

  private static let tails = ["", ":", ")", ".)", ").", ".", " -", " –", " —", ".-", ".–"]

  static func read(_ text: TextSlice, _ language: Language) -> Typed? {
    guard let (lead, start) = lead(of: text, language) else { return nil }
    var end = start
    while end < min(text.count, start + 4), text[end].isDigit { end += 1 }
    guard end > start, let number = Int(text[start..<end].string) else { return nil }
    var after = end
    while after < min(text.count, end + 2), ".:)".utf8.contains(text[after]) { after += 1 }
    var rest = text[after..<text.count]
    guard let next = rest.withBytes({ $0.first }), next.isBlank else { return nil }
    rest = rest.trimmed
    var tail = text[end..<after].string
    if tail.isEmpty, let dash = ["- ", "– ", "— "].first(where: rest.hasPrefix) {
      tail = " " + dash.dropLast()
      rest = rest[dash.utf8.count..<rest.count].trimmed
    }
    // "1." has a reader of its own, and "54 States took part" is no number of a paragraph.
    guard Self.tails.contains(tail), !rest.isEmpty, !rest[0].isSmallLetter, !rest[0].isDigit,
      !(lead.isEmpty && tail == "."), lead != "(" || tail.hasPrefix(")")
    else { return nil }
    return Typed(
      form: NumberForm(lead: lead, tail: tail), number: number,
      label: text[0..<after].string, rest: rest)
  }

  /// What stands before the number, and where that begins.
  private static func lead(of text: TextSlice, _ language: Language) -> (String, Int)? {
    guard !text.isEmpty else { return nil }
    if text[0].isDigit { return ("", 0) }
    if text[0] == .openingParenthesis { return ("(", 1) }
    for word in language.manuscripts[.paragraphs] {
      guard let rest = text.dropping(prefix: word) else { continue }
      let blanks = rest.withBytes { $0.prefix(while: \.isBlank).count }
      return (word.lowercased(), text.count - rest.count + blanks)
    }
    return nil
  }
}

/// The forms in which a document numbers its paragraphs, found by what is counted in each.
struct NumberForms {
  private var runs: [NumberForm: Run] = [:]
  /// Whether the document has numbers in the form "1." too, so that others do not begin anew.
  private var hasPlainNumbers = false

  private struct Run {
    var last = 0
    /// How many numbers followed on one another, at the most.
    var longest = 0
    var current = 0
  }

  /// How many must follow on one another.
  private static let enough = 3

  init(of blocks: [MarkdownBlock], _ language: Language) {
    var isIntroduced = false
    for block in blocks where block.quotation == nil && block.table == nil {
      if let text = block.numbered {
        if TypedLabel.number(text) != nil { hasPlainNumbers = true }
        if let typed = NumberForm.read(text, language) { count(typed, isIntroduced) }
      }
      isIntroduced = block.lines.last?.text.introducesList ?? false
    }
    runs = runs.filter {
      $0.value.longest >= Self.enough && !($0.key.isBracketed && hasPlainNumbers)
    }
  }

  /// - Parameter isIntroduced: Whether the number may be that of a point of the text before it.
  private mutating func count(_ typed: NumberForm.Typed, _ isIntroduced: Bool) {
    var run = runs[typed.form] ?? Run()
    if typed.number != run.last + 1 { run.current = 0 }
    if typed.form.isBracketed, isIntroduced || (run.current == 0 && typed.number != 1) {
      run.last = 0
      run.current = 0
    } else {
      run.last = typed.number
      run.current += 1
      run.longest = max(run.longest, run.current)
    }
    runs[typed.form] = run
  }

  /// The number of a paragraph at the beginning of a text, in one of the forms.
  func number(_ text: TextSlice, after last: Int, _ language: Language) -> NumberForm.Typed? {
    guard !runs.isEmpty, let typed = NumberForm.read(text, language), runs[typed.form] != nil,
      last == 0 || (typed.number == 1 && !hasPlainNumbers)
        || (last + 1...last + 2).contains(typed.number)
    else { return nil }
    return typed
  }
}

extension MarkdownBlock {
  /// The text of a paragraph that may have a number, with the mark of the list item that it begins.
  var numbered: TextSlice? {
    guard kind == .paragraph, let first = lines.first else { return nil }
    switch (markers.count, nesting) {
    case (0, 0): return first.text
    case (1, 1) where markers[0].hasSuffix(")"):
      return TextSlice("\(markers[0]) \(first.text)")
    case (1, 1) where TypedLabel.number(markers[0]) != nil: return markers[0]
    default: return nil
    }
  }
}
