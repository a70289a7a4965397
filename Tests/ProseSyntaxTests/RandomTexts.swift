import Seeding

/// Random texts in which whatever means something to a reader stands close together.
struct RandomTexts {
  private var generator: SeededGenerator

  init(for purpose: String) {
    generator = SeededGenerator(for: purpose)
  }

  private static let words = ["a", "bc", "Word", "é", "“", "”", "’", "😀", "\u{a0}", "—", "12", "x"]
  private static let delimiters = ["*", "**", "***", "_", "__", "*", "_"]
  private static let prose = [
    "{a}", "{B-c, d}", "{see e}", "{#f}", "{", "}", "{{", "[", "]", "[^n]", "[^", "](", "![",
    "<https://a.b/_c*d>", "<e_f@g.h>", "\\", "\\*", "\\[", "&amp;", "&#42;", "&nosuch;", "&",
    "<", ">", "<b>", "</b>", "<!--", "-->", "<?", "?>", "`", "``", "```", "(", ")", ":", ";",
    "\"", "'", "~", "~~", "|", "!", "#", "##", "-", "+", "=", ".", ",", "1.", "1)", "=\"", "/",
  ]
  private static let space = [" ", " ", " ", "  ", "\t", "    "]
  private static let breaks = ["\n", "\n\n", " \n", "\n  "]

  /// - Parameter paragraphs: Whether there may be more than one.
  mutating func next(paragraphs: Bool) -> String {
    // A text of few kinds of pieces has more of each, so that they meet.
    let breaks = paragraphs ? Self.breaks : []
    let kinds = [Self.words, Self.delimiters, Self.space, Self.prose, breaks]
    var pieces: [String] = []
    for kind in kinds where !kind.isEmpty && !generator.once(in: 5) {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        pieces.append(generator.one(of: kind))
      }
    }
    guard !pieces.isEmpty else { return "" }
    let count = Int.random(in: 1...16, using: &generator)
    return (0..<count).map { _ in generator.one(of: pieces) }.joined()
  }
}
