public import SourceText
internal import WordProcessing

/// The first words of the lines of a document that a program has made of one in another form, where
/// nobody can look lines up.
public struct LinePlaces {
  private let text: TextSlice
  private let starts: [Int]

  public init(in text: TextSlice) {
    self.text = text
    starts = [0] + text.offsets(of: UInt8(ascii: "\n"), in: 0..<text.count).map { $0 + 1 }
  }

  /// The first words of a line, without marks of Markdown; those of the next that has some where it
  /// has none, as the head of a table may.
  /// - Parameter line: From 1.
  public func words(ofLine line: Int) -> String? {
    (line..<line + 4).lazy.compactMap(words(onLine:)).first
  }

  private func words(onLine line: Int) -> String? {
    guard starts.indices.contains(line - 1) else { return nil }
    let end = line < starts.count ? starts[line] - 1 : text.count
    var cleaning = MarkupCleaning()
    let text = cleaning.clean(TypedMark.removed(from: text[starts[line - 1]..<end]))
    let words = text.string.filter { !"*\\|".contains($0) }.drop { "#>- ".contains($0) }
    return words.isEmpty ? nil : String(words).opening
  }
}
