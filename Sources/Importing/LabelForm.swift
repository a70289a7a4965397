internal import ReportModel
internal import RuleLibrary
internal import WordProcessing

/// The forms that houses give to the labels which Word counts: "1:", "§ 1", "Chapter II".
struct LabelForm {
  /// What comes before the number.
  private let lead: String
  /// The number or letter itself.
  private let core: String
  private let tail: String
  private let numerals: Numerals

  /// - Returns: Nil where the label has no number of its level's numerals at its end.
  init?(_ label: CountedLabel) {
    let scalars = Array(label.text.unicodeScalars)
    guard let last = scalars.lastIndex(where: \.isOfNumber) else { return nil }
    var first = last
    while first > 0,
      scalars[first - 1].isOfNumber
        || scalars[first - 1] == "." && first > 1
          && scalars[first - 2].isOfNumber
    {
      first -= 1
    }
    lead = Self.string(scalars[..<first]).trimmingSpaces
    core = Self.string(scalars[first...last])
    tail = Self.string(scalars[(last + 1)...]).trimmingSpaces
    numerals = label.numerals
    guard NumberingStyle(numerals).parse(core) != nil || Label(core)?.prefix != nil else {
      return nil
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether there are marks around the number, of which it is known what they mean.
  private var isEnclosed: Bool { lead == "(" && tail.hasPrefix(")") }

  private var hasPlainTail: Bool { ["", ".", ":", "-", "–", "—", ".-", ".–"].contains(tail) }

  /// The heading of a recommendation, so that it is read as one.
  func recommendation(_ language: Language) -> String? {
    guard numerals == .decimal, hasPlainTail, Self.has(lead, language.manuscripts[.recommendations])
    else { return nil }
    return "\(lead) \(core)."
  }

  /// The number of a paragraph as reports have it; nil where the label is none of a paragraph.
  func paragraphNumber(_ language: Language) -> String? {
    guard numerals == .decimal, hasPlainTail,
      lead.isEmpty || Self.has(lead, language.manuscripts[.paragraphs])
    else { return nil }
    return core + "."
  }

  /// `1)`: of a paragraph, or of a point.
  var bracketedNumber: Int? {
    numerals == .decimal && lead.isEmpty && tail == ")" ? Int(core) : nil
  }

  /// The label of a point as reports have it.
  var point: String? {
    guard numerals == .lowerLetter || numerals == .lowerRoman, lead.isEmpty || lead == "(",
      hasPlainTail || tail == ")" || tail == ")."
    else { return nil }
    return "(\(core))"
  }

  /// The label of a section as reports have it.
  func section(_ language: Language) -> String? {
    if isEnclosed { return "(\(core))" }
    guard hasPlainTail || tail == ")", !core.contains("."),
      lead.isEmpty || Self.has(lead, language.manuscripts[.chapters])
    else { return nil }
    return numerals == .lowerLetter || numerals == .lowerRoman ? "(\(core))" : core + "."
  }

  private static func has(_ lead: String, _ words: [String]) -> Bool {
    words.contains { $0.lowercased() == lead.lowercased() }
  }
}

extension Unicode.Scalar {
  fileprivate var isOfNumber: Bool { isASCII && properties.isAlphabetic || ("0"..."9") ~= self }
}

extension String {
  fileprivate var trimmingSpaces: String {
    split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
  }
}
