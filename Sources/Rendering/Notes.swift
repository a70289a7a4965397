internal import ReportModel

/// The footnotes of a document, an annex or a table, in the order in which they are first cited.
struct Notes {
  enum Indicators {
    /// `[^1]`, with the notes at the end of the document.
    case numbers
    /// `<sup>a</sup>`, with the notes beneath what cites them.
    case letters
  }

  struct Note {
    /// The position of the footnote in the report.
    let footnote: Int
    /// The block that cites it first; nil in the masthead.
    let citation: BlockIndex?
  }

  let indicators: Indicators
  private(set) var cited: [Note] = []
  private var numbers: [Int: Int] = [:]

  init(_ indicators: Indicators) {
    self.indicators = indicators
  }

  /// The number, from 1, of a footnote that is cited, the same at each citation.
  mutating func cite(_ footnote: Int, in block: BlockIndex?) -> Int {
    if let number = numbers[footnote] { return number }
    cited.append(Note(footnote: footnote, citation: block))
    numbers[footnote] = cited.count
    return cited.count
  }

  /// What stands at a citation, as Markdown.
  func indicator(_ number: Int) -> String {
    switch indicators {
    case .numbers: "[^\(number)]"
    case .letters: "<sup>\(NumberingStyle(.lowerLetter).format(number))</sup>"
    }
  }
}
