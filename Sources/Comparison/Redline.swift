internal import Collation
internal import ProseSyntax
internal import SourceText

/// A text with what was deleted from it and what was added, word by word.
///
/// A word is what stands between spaces, with its marks; a reference, an address or an escape is
/// never cut, and the end of a paragraph is a word of its own.
public struct Redline: Sendable {
  public enum Fate: String, Sendable {
    case same
    case deleted
    case added
  }

  /// Words that follow one another and have one fate.
  public struct Run: Sendable {
    public let fate: Fate
    /// The words, of the old text where they were deleted.
    let words: Range<Int>
  }

  let old: WordedText
  let new: WordedText
  public let runs: [Run]

  /// The words that must be different before a text counts as written anew, beyond what it has in
  /// common at its beginning and end.
  private static let mostDifferences = 600

  /// - Parameter renamed: The keys of footnotes that are others in the old text.
  init(_ old: WordedText, _ new: WordedText, renamed: [TextSlice: TextSlice] = [:]) {
    self.old = old
    self.new = new
    var numbers: [TextSlice: Int] = [:]
    func number(_ word: TextSlice) -> Int {
      if let number = numbers[word] { return number }
      numbers[word] = numbers.count
      return numbers.count - 1
    }
    let alignment = Alignment(
      of: old.words.map { $0.isBreak ? -1 : number($0.text) },
      with: new.words.map { $0.isBreak ? -1 : number($0.text.renamingNotes(renamed)) },
      limit: Self.mostDifferences)
    var runs: [Run] = []
    func add(_ fate: Fate, _ words: Range<Int>) {
      guard !words.isEmpty else { return }
      if let last = runs.last, last.fate == fate, last.words.upperBound == words.lowerBound {
        runs[runs.count - 1] = Run(fate: fate, words: last.words.lowerBound..<words.upperBound)
      } else {
        runs.append(Run(fate: fate, words: words))
      }
    }
    var (before, after) = (0, 0)
    for pair in alignment.pairs + [(old.words.count, new.words.count)] {
      add(.deleted, before..<pair.old)
      add(.added, after..<pair.new)
      if pair.new < new.words.count { add(.same, pair.new..<pair.new + 1) }
      (before, after) = (pair.old + 1, pair.new + 1)
    }
    self.runs = runs
  }

  /// Whether nothing was deleted or added.
  public var isUnchanged: Bool { runs.allSatisfy { $0.fate == .same } }

  func source(of run: Run) -> WordedText { run.fate == .deleted ? old : new }

  /// The words of a run as they were typed; a line feed between paragraphs.
  public func text(of run: Run) -> String {
    let source = source(of: run)
    var text = ""
    for word in source.words[run.words] {
      if word.isBreak {
        text += "\n"
      } else {
        if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += source.joiner }
        text += word.text.string
      }
    }
    return text
  }
}

/// A text as words.
struct WordedText: Sendable {
  struct Word: Sendable {
    let text: TextSlice
    /// Whether a paragraph ends here.
    var isBreak = false
  }

  private(set) var words: [Word] = []
  /// The text with its elements; nil for names, in which nothing is more than characters.
  let prose: Prose?
  /// What stands between two words.
  let joiner: String

  static let nothing = WordedText(names: [])

  /// A text as it is printed.
  init(_ text: TextSlice) {
    let prose = Prose(text)
    self.prose = prose
    joiner = " "
    var start = 0
    var offset = 0
    func add(upTo end: Int) {
      if end > start { words.append(Word(text: text[start..<end])) }
      start = end
    }
    func split(upTo end: Int) {
      while offset < end {
        if text[offset] == 0x20 || text[offset] == 0x09 {
          add(upTo: offset)
          start = offset + 1
        }
        offset += 1
      }
    }
    for element in prose.elements {
      split(upTo: element.range.lowerBound)
      if case .paragraphBreak = element.kind {
        add(upTo: element.range.lowerBound)
        if !words.isEmpty { words.append(Word(text: text[element.range], isBreak: true)) }
        start = element.range.upperBound
        offset = max(offset, start)
      } else if element.isOpaque {
        offset = max(offset, element.range.upperBound)
      }
    }
    split(upTo: text.count)
    add(upTo: text.count)
    if words.last?.isBreak == true { words.removeLast() }
  }

  /// Names in a row, each of which is a word.
  init(names: [TextSlice]) {
    words = names.filter { !$0.isEmpty }.map { Word(text: $0) }
    prose = nil
    joiner = ", "
  }
}

extension TextSlice {
  /// A word with other keys of footnotes in it.
  fileprivate func renamingNotes(_ keys: [TextSlice: TextSlice]) -> TextSlice {
    let mark = TextSlice("[^")
    guard !keys.isEmpty, let first = firstRange(of: mark) else { return self }
    var word = self[0..<first.lowerBound].string
    var next: Range<Int>? = first
    while let opening = next {
      var end = opening.upperBound
      while end < count, self[end] != UInt8(ascii: "]") { end += 1 }
      let key = self[opening.upperBound..<end]
      next = firstRange(of: mark, from: end)
      word += "[^" + (keys[key] ?? key).string + self[end..<(next?.lowerBound ?? count)].string
    }
    return TextSlice(word)
  }
}
