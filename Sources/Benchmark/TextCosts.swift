internal import ProseSyntax
internal import RunningText
internal import SourceText

/// What it takes to read a text word by word, and to look for phrases in it, as bytes a second.
struct TextCosts {
  private let prose: Prose
  private let runs: Int

  init(runs: Int) {
    self.runs = runs
    var text = ""
    for index in 0..<20_000 {
      text += Wording.recommendation(index, asides: ["bearing in mind *principles* (2019)"]) + ".\n"
    }
    prose = Prose(TextSlice(text))
  }

  /// The speed of reading, and of looking for so many phrases in what was read.
  var rows: [[String]] {
    var wording = RunningText.Wording()
    var rows = [["read", speed { wording.read(prose) }]]
    for count in [10, 100, 1_000, 10_000] {
      var trie = WordTrie()
      for index in 0..<count { trie.insert("\(Self.word(index)) \(Self.word(index / 7))") }
      var found = 0
      rows.append([
        "\(count) phrases", speed { trie.forEachMatch(in: wording) { _ in found += 1 } },
      ])
    }
    return rows
  }

  private func speed(_ work: () -> Void) -> String {
    let time = (0..<runs).map { _ in Measurement.seconds(work) }.min() ?? 1
    return "\((Double(prose.text.count) / time / 1e6).rounded(to: 0)) MB/s"
  }

  /// A word that no text has, as long as most.
  private static func word(_ index: Int) -> String {
    var word = ""
    var rest = index &* 2_654_435_761 & 0xFFFF_FFFF
    for _ in 0..<7 {
      word.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26)))
      rest /= 26
    }
    return word
  }
}
