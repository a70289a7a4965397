public import Spelling
internal import RuleLibrary
internal import RunningText
internal import SourceText

/// The dictionaries of a run, each looked for when the first word is to be looked up in it.
public final class Proofreading {
  private let shelf: DictionaryShelf
  /// Words that are right in this house.
  private let houseWords: KnownWords
  private var proofreaders: [String: Proofreader] = [:]
  /// The dictionaries that were wanted and are on no shelf.
  public private(set) var missingDictionaries: Set<String> = []

  /// - Parameter words: Words that are right in this house.
  public init(with shelf: DictionaryShelf, words: [String] = []) {
    self.shelf = shelf
    houseWords = KnownWords([TextSlice(words.joined(separator: " "))])
  }

  /// Keeps what the dictionaries have said for the runs to come.
  public func keepRecords() {
    for proofreader in proofreaders.values { proofreader.keepRecord() }
  }

  /// The words of a list and of this house: they are looked up in no dictionary.
  func knownWords(of list: WordList) -> KnownWords { list.known.union(houseWords) }

  /// The proofreader with a dictionary; nil where it is on no shelf.
  func proofreader(with dictionary: String) -> Proofreader? {
    let proofreader =
      proofreaders[dictionary] ?? Proofreader(dictionary: dictionary, on: shelf)
    proofreaders[dictionary] = proofreader
    if proofreader.hasDictionary { return proofreader }
    missingDictionaries.insert(dictionary)
    return nil
  }
}
