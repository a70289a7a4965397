import ProseSyntax
import RunningText
import SourceText

extension Wording {
  /// Reads a text by itself.
  init(of text: String) {
    self.init(stoppedWords: ["Ms", "No", "vol", "e.g"])
    read(Prose(TextSlice(text)))
  }

  /// The tokens as they were typed, between strokes; a joined one has no space before its stroke.
  var shown: String {
    tokens.indices.map { (tokens[$0].isJoined ? "|" : " |") + string(at: $0) }.joined()
      .drop { $0 == " " }.dropFirst().description
  }

  /// The words and numbers for which something holds.
  func words(where matches: (Token) -> Bool) -> [String] {
    tokens.indices.filter { tokens[$0].kind != .mark && matches(tokens[$0]) }.map(string)
  }
}
