/// Names for footnotes and blocks, made of their first words.
struct IdentifierNames {
  private var taken: Set<String> = []

  /// A name in kebab case that was not given yet.
  /// - Parameter text: The words that it is made of.
  mutating func name(for text: String) -> String {
    let base = Self.words(of: text).joined(separator: "-")
    let stem = base.isEmpty ? "note" : base
    var name = stem
    var count = 1
    while !taken.insert(name).inserted {
      count += 1
      name = "\(stem)-\(count)"
    }
    return name
  }

  /// The first words of a text that say something: up to three, of more than three letters.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8.prefix(200) {
      if byte.isLetter || byte.isDigit {
        word.append(byte.lowered)
      } else if !word.isEmpty {
        if word.count > 3, word[0].isLetter { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if words.count == 3 { break }
    }
    if words.count < 3, word.count > 3, word[0].isLetter {
      words.append(String(decoding: word, as: UTF8.self))
    }
    return words
  }
}
