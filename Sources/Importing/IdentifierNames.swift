/// Names for footnotes and blocks, made of their first words.
public struct IdentifierNames {
  private var taken: Set<String> = []
  /// How many names were made of the same words.
  private var counts: [String: Int] = [:]
  /// Words that say nothing, as too many of the texts have them.
  private var common: Set<String> = []

  /// - Parameter texts: All the texts that are to have names.
  public init(for texts: [String] = []) {
    var counts: [String: Int] = [:]
    for text in texts {
      for word in Set(Self.words(of: text)) { counts[word, default: 0] += 1 }
    }
    common = Set(counts.filter { $0.value > 2 && 2 * $0.value > texts.count }.keys)
  }

  /// A name in kebab case that was not given yet.
  /// - Parameters:
  ///   - text: The words that it is made of.
  ///   - word: What to call it where the text has no word to go by.
  public mutating func name(for text: String, otherwise word: String = "note") -> String {
    let base = Self.words(of: text).filter { !common.contains($0) }.prefix(3).joined(
      separator: "-")
    let stem = base.isEmpty ? word : base
    // Many texts begin with the same words: from the last number on, not from the first.
    var count = counts[stem] ?? 1
    var name = count == 1 ? stem : "\(stem)-\(count)"
    while !taken.insert(name).inserted {
      count += 1
      name = "\(stem)-\(count)"
    }
    counts[stem] = count
    return name
  }

  /// The words at the beginning of a text that have more than three letters.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in Array(text.utf8.prefix(200)) + [.space] {
      if byte.isLetter || byte.isDigit {
        word.append(byte.lowered)
      } else if byte < 0x80 || !word.isEmpty {
        if word.count > 3, word[0].isLetter { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
    }
    return words
  }
}
