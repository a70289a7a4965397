internal import Diagnostics

/// Why a command could not be carried out, as a plain sentence for each reason.
struct Failure: Error, Equatable {
  let sentences: [String]

  init(_ sentences: String...) {
    self.sentences = sentences
  }

  init(sentences: [String]) {
    self.sentences = sentences
  }

  /// The sentences as the program says them.
  var complaints: [String] { sentences.map { "rapporteur: \($0)" } }

  /// A failure over a word that is not known.
  /// - Parameters:
  ///   - sentence: What is wrong.
  ///   - word: The word as it was typed.
  ///   - known: What it could have been.
  ///   - advice: What to say where nothing known resembles the word.
  init(
    _ sentence: String, suggesting word: String, among known: [String], otherwise advice: String
  ) {
    let guess = nearest(to: word, among: known)
    self.init("\(sentence); \(guess.map { "did you mean \($0)?" } ?? advice)")
  }
}
