public import ReportModel
public import SourceText

extension StateNames {
  /// A name within an entry of a list.
  public struct Mention: Sendable {
    public let state: Entry
    /// UTF-8 offsets in the entry: the name without an article that it may have.
    public let range: Range<Int>
    /// The name as it was typed.
    public let typed: String

    /// Whether the name ends here: "Cuba (" does not, in "Cuba (on behalf of the Group of 77)".
    fileprivate var endsInLetters: Bool {
      guard let last = typed.unicodeScalars.last else { return false }
      return last.properties.isAlphabetic || last == ")" || last == "）"
    }
  }

  /// More bytes than any name has: a longer text is not looked at.
  private static let mostBytes = 256

  /// The name that an entry of a list begins with: "Algeria (on behalf of the Group of African
  /// States)", "[Chile]" where the entry is pending.
  public func mention(in entry: TextSlice) -> Mention? {
    var end = entry.count
    while end > 0, entry[end - 1] == 0x0A { end -= 1 }
    let isPending = end > 0 && entry[0] == UInt8(ascii: "[")
    if isPending, entry[end - 1] == UInt8(ascii: "]") { end -= 1 }
    let whole = min(isPending ? 1 : 0, end)..<end
    if let mention = mention(in: entry, whole) { return mention }
    for cut in cuts(in: entry, whole) {
      guard let mention = mention(in: entry, whole.lowerBound..<cut), mention.endsInLetters else {
        continue
      }
      return isAnother(after: cut, in: entry, whole) ? nil : mention
    }
    return nil
  }

  private func mention(in entry: TextSlice, _ range: Range<Int>) -> Mention? {
    var range = range
    while !range.isEmpty, entry[range.upperBound - 1] == 0x20 { range.removeLast() }
    guard !range.isEmpty, range.count <= Self.mostBytes else { return nil }
    let typed = entry[range].string
    if let position = position(of: typed) {
      return Mention(state: entries[position], range: range, typed: typed)
    }
    let inner = range.dropFirst(articles.count(before: typed))
    guard inner.count < range.count, let position = position(of: entry[inner].string) else {
      return nil
    }
    let state = entries[position]
    let name = state.article == nil ? range : inner
    return Mention(state: state, range: name, typed: entry[name].string)
  }

  /// Whether the mark after a name stands between it and another, and nothing else: "Peru, Spain".
  private func isAnother(after cut: Int, in entry: TextSlice, _ whole: Range<Int>) -> Bool {
    let rest = entry[cut..<whole.upperBound]
    let comma = [",", "，", "،"].first {
      rest.firstRange(of: TextSlice($0), from: 0)?.lowerBound == 0
    }
    guard var start = comma.map({ cut + $0.utf8.count }) else { return false }
    while start < whole.upperBound, entry[start] == 0x20 { start += 1 }
    return mention(in: entry, start..<whole.upperBound) != nil
  }

  /// Where a name may end, the last place first.
  private func cuts(in entry: TextSlice, _ range: Range<Int>) -> [Int] {
    let near = entry[range.lowerBound..<min(range.upperBound, range.lowerBound + Self.mostBytes)]
    var cuts: Set<Int> = []
    for mark in ["(", "（", ",", "，", "،", "["] + followers {
      var start = 0
      while let found = near.firstRange(of: TextSlice(mark), from: start) {
        cuts.insert(range.lowerBound + found.lowerBound)
        start = found.upperBound
      }
    }
    return cuts.sorted(by: >)
  }

  /// Whether a list may have a State by the name that was typed, on a day.
  public func isRight(_ mention: Mention, on date: CalendarDate?) -> Bool {
    mention.state.names(on: date).contains { isTyped($0, in: mention) }
  }

  /// The former name that was typed, with the day up to which it was right.
  public func formerName(_ mention: Mention) -> FormerName? {
    mention.state.former.first { isTyped($0.name, in: mention) }
  }

  /// Whether a name was typed to the letter, but for marks that are typed in several ways and an
  /// article that is part of it.
  private func isTyped(_ name: String, in mention: Mention) -> Bool {
    let articleCount = articles.count(before: name)
    let typedCount = articleCount > 0 ? articles.count(before: mention.typed) : 0
    return Self.form(mention.typed.utf8.dropFirst(typedCount))
      == Self.form(name.utf8.dropFirst(articleCount))
  }

  private static func form(_ name: Substring.UTF8View) -> String {
    String(
      String.UnicodeScalarView(
        Substring(name).unicodeScalars.map {
          switch $0 {
          case "’": "'"
          case "–", "—", "\u{2011}": "-"
          case "\u{A0}": " "
          case "（": "("
          case "）": ")"
          case "ё": "е"
          case "Ё": "Е"
          default: $0
          }
        }))
  }
}
