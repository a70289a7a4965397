/// Looks words up in a dictionary, which it loads only for what neither it nor a run before it has
/// looked up yet.
public final class Proofreader {
  private let files: DictionaryFiles?
  private var record: SpellingRecord?
  private var dictionary: SpellingDictionary?
  private var entries: [String: SpellingRecord.Entry] = [:]

  /// - Parameter name: The name of the dictionary, such as `en_GB`.
  public init(dictionary name: String, on shelf: DictionaryShelf) {
    files = shelf.files(of: name)
    record = files.flatMap { files in
      shelf.records.map { SpellingRecord(of: name, edition: files.edition, in: $0) }
    }
  }

  /// Whether the dictionary is on the shelf. Without it every word is right.
  public var hasDictionary: Bool { files != nil }

  /// Whether the dictionary had to be loaded.
  public private(set) var isDictionaryLoaded = false

  /// The words that the dictionary does not have, as they are written.
  /// - Parameter words: Words in ASCII.
  public func unknownWords(among words: [String]) -> Set<String> {
    guard hasDictionary else { return [] }
    let unseen = Set(words.filter { entries[$0] == nil })
    if let record { entries.merge(record.entries(of: unseen)) { $1 } }
    for word in words where entries[word] == nil {
      loadDictionary()
      let isKnown = dictionary?.has(word) ?? true
      note(isKnown ? .known : .unknown(suggestions: nil), of: word)
    }
    return Set(words.filter { entries[$0] != .known })
  }

  /// What may be meant by a word that the dictionary does not have, the nearest first.
  public func suggestions(for word: String) -> [String] {
    if case .unknown(let suggestions?)? = entries[word] { return suggestions }
    loadDictionary()
    let suggestions = dictionary?.suggestions(for: word) ?? []
    note(.unknown(suggestions: suggestions), of: word)
    return suggestions
  }

  /// Keeps what the dictionary has said for the runs to come.
  public func keepRecord() { record?.keep() }

  private func note(_ entry: SpellingRecord.Entry, of word: String) {
    entries[word] = entry
    record?.note(entry, of: word)
  }

  private func loadDictionary() {
    guard !isDictionaryLoaded, let files else { return }
    dictionary = SpellingDictionary(files)
    isDictionaryLoaded = true
  }
}
