internal import Diagnostics
public import RunningText
internal import SourceText
internal import YAMLSyntax

/// Words that are right in a language, whether or not its dictionary has them:
/// `words/<code>.yaml`.
public struct WordList: Sendable {
  /// The name of the dictionary in which other words are looked up, such as `en_GB`.
  public let dictionary: String?
  public let known: KnownWords

  /// The list with the words of a house added.
  public func adding(_ other: WordList) -> WordList {
    WordList(
      dictionary: other.dictionary ?? dictionary, known: other.known.union(known))
  }
}

extension WordList {
  private enum Key: String, FieldKey {
    case dictionary, words
  }

  /// Reads a file of words.
  static func read(_ file: LibraryFile) -> Checked<WordList?> {
    var reader = LibraryFileReader(file, fault: "words-malformed")
    guard let fields = reader.read(as: "a file of words", by: Key.self) else {
      return Checked(nil, reader.findings)
    }
    let dictionary = fields[.dictionary].flatMap { reader.text($0, of: "dictionary") }
    let known =
      file.table.isEmpty
      ? KnownWords(reader.required(.words, in: fields).map { texts($0, &reader) } ?? [])
      : KnownWords(stored: file.table)
    return Checked(WordList(dictionary: dictionary, known: known), reader.findings)
  }

  /// Words as one text, or as texts with headings over them.
  private static func texts(_ value: YAMLCursor, _ reader: inout LibraryFileReader) -> [TextSlice] {
    switch value.kind {
    case .scalar: [value.text]
    case .sequence: reader.slices(value, of: "words")
    case .mapping: reader.pairs(value, of: "words").map(\.value)
    }
  }
}
