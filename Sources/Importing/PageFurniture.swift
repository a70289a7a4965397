internal import ProseSyntax
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// What stands around the text of a page: its number, its running heads, the number of the job.
struct PageFurniture {
  private let language: Language
  /// The lines that recur in the document, in small letters.
  private let runningHeads: Set<String>
  /// Those of them that have occurred.
  private var seen: Set<String> = []

  init(_ blocks: [MarkdownBlock], language: Language) {
    self.language = language
    var counts: [String: Int] = [:]
    for block in blocks where block.kind == .paragraph || block.kind == .code {
      for line in block.lines where line.text.count <= 80 {
        guard Self.canRecur(line.text) else { continue }
        counts[Self.comparable(line.text), default: 0] += 1
      }
    }
    runningHeads = Set(counts.filter { $0.value >= 2 }.keys)
  }

  /// What a line is that belongs to the page and not to the text; nil for a line of text.
  mutating func name(of line: TextSlice) -> String? {
    if let name = nameOfWhole(line) { return name }
    let columns = line.columns(partedBy: 2)
    guard columns.count > 1 else { return nil }
    return columns.allSatisfy { nameOfWhole($0) != nil } ? "foot of a page" : nil
  }

  private mutating func nameOfWhole(_ line: TextSlice) -> String? {
    if isJobNumber(line) { return "job number" }
    if isPageNumber(line) { return "page number" }
    if line.withoutEmphasis.isOne(of: language.manuscripts[.runningHeads]) { return "running head" }
    guard Self.canRecur(line) else { return nil }
    let head = Self.comparable(line)
    guard runningHeads.contains(head) else { return nil }
    // The first is the symbol in the masthead.
    return seen.insert(head).inserted ? nil : "running head"
  }

  /// A running head is a symbol, alone or with a page number beside it.
  private static func canRecur(_ line: TextSlice) -> Bool {
    guard line.count <= 120 else { return false }
    let words = line.withoutEmphasis.words
    guard (1...2).contains(words.count) else { return false }
    let symbols = words.filter { DocumentSymbol($0.string).hasShape && $0.count > 4 }
    let numbers = words.filter { word in word.withBytes { $0.allSatisfy(\.isDigit) } }
    return symbols.count == 1 && symbols.count + numbers.count == words.count
  }

  /// The line without numbers and blanks at its ends, which change from page to page.
  private static func comparable(_ line: TextSlice) -> String {
    let words = line.withoutEmphasis.words.filter { word in
      !word.withBytes { $0.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "|") } }
    }
    return words.map(\.string).joined(separator: " ").lowercased()
  }

  /// Whether the line is what is left of `- 3 -` where it was taken for an item of a list.
  func endsPageNumber(_ line: TextSlice) -> Bool {
    line.hasSuffix(" -") && isPageNumber(line)
  }

  /// `3`, `- 3 -`, `3/14`, `Page 3 of 14`.
  private func isPageNumber(_ line: TextSlice) -> Bool {
    guard line.count <= 24, !line.isEmpty else { return false }
    var rest = line.withoutEmphasis
    for word in language.manuscripts[.pages] {
      if let after = rest.dropping(prefix: word) {
        rest = after.trimmed
        break
      }
    }
    var digits = 0
    var others = 0
    for word in rest.words {
      let joiners = language.manuscripts[.pageJoiners] + ["-", "–", "|"]
      if joiners.contains(word.string) { continue }
      for index in 0..<word.count {
        if word[index].isDigit {
          digits += 1
        } else if word[index] != UInt8(ascii: "/") {
          others += 1
        }
      }
    }
    return (1...8).contains(digits) && others == 0
  }

  /// `V.19-09415 (E)`, `*1909415*`
  private func isJobNumber(_ line: TextSlice) -> Bool {
    let words = line.words
    guard (1...2).contains(words.count), (7...20).contains(words[0].count) else { return false }
    if words.count == 2, words[1].between("(", ")")?.count != 1 { return false }
    return words[0].withBytes { bytes in
      let digits = bytes.count { $0.isDigit }
      let isStarred = bytes.first == UInt8(ascii: "*") && bytes.last == UInt8(ascii: "*")
      if isStarred { return digits >= 6 && digits + 2 == bytes.count }
      return digits >= 6 && bytes[0].isCapital && bytes[1...].contains(.fullStop)
        && bytes.allSatisfy { $0.isDigit || $0.isCapital || ".-".utf8.contains($0) }
    }
  }
}
