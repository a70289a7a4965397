import ProseSyntax
import RunningText
import Seeding
import SourceText
import Testing

@Suite struct RandomWordingTests {
  private static let pieces = [
    "word", "État", "UNODC", "’s", "'s", " ", " ", " ", "\u{A0}", "12", "1,000", ".", ",", "-", "–",
    "(", ")", "[", "]", "“", "”", "\"", "‘", "’", "*", "**", "_", "{id}", "[^a]", "<https://a.b>",
    "A/RES/5", "&amp;", "\\*", "\n\n", "🕊", "決議", "₂", "\u{301}",
  ]

  @Test func `tokens are in order, within the text, and leave out no letter or digit`() {
    var random = SeededGenerator(for: "tokens")
    var wording = Wording(stoppedWords: ["No"])
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...25, using: &random)).map { _ in
        random.one(of: Self.pieces)
      }.joined()
      wording.read(Prose(TextSlice(text)))
      let complaint = complaint(about: wording)
      #expect(complaint == nil, "\(text)")
      let tokens = wording.tokens
      wording.read(Prose(TextSlice(text)))
      #expect(wording.tokens.elementsEqual(tokens) { $0.range == $1.range && $0.zones == $1.zones })
    }
  }

  private func complaint(about wording: Wording) -> String? {
    var end = 0
    let text = wording.text
    for token in wording.tokens {
      guard token.range.lowerBound >= end, !token.range.isEmpty,
        token.range.upperBound <= text.count
      else { return "the token at \(token.range) is out of place" }
      guard token.isJoined || token.range.lowerBound > end || end == 0 else {
        return "the token at \(token.range) is not known to be joined"
      }
      if let left = leftOut(text[end..<token.range.lowerBound]) { return left }
      end = token.range.upperBound
    }
    return leftOut(text[end..<text.count])
  }

  /// Between tokens there are spaces and the marks of emphasis.
  private func leftOut(_ gap: TextSlice) -> String? {
    let text = gap.string
    let isRight = text.unicodeScalars.allSatisfy { " \u{A0}*_".unicodeScalars.contains($0) }
    return isRight ? nil : "“\(text)” is left out"
  }
}
