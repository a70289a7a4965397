public import SourceText
internal import YAMLSyntax

/// The texts of a list in a library file, each taken out of the file when it is asked for.
public struct TextList: Sequence, IteratorProtocol, Sendable {
  private var items: YAMLItems?

  /// - Parameter list: A sequence; what is no text in it is passed over. Nil for no texts.
  init(_ list: YAMLCursor?) {
    items = list?.items
  }

  public mutating func next() -> TextSlice? { items?.nextText() }

  public var first: TextSlice? { first { _ in true } }

  public var isEmpty: Bool { first == nil }

  /// Whether one of the texts is a string.
  public func contains(_ text: String) -> Bool { contains { $0.reads(text) } }
}

/// The pairs of a mapping of texts to texts in a library file, each taken out of the file when it is
/// asked for.
public struct TextPairs: Sequence, IteratorProtocol, Sendable {
  private var entries: YAMLEntries?

  /// - Parameter mapping: A mapping; a key without a text is passed over. Nil for no pairs.
  init(_ mapping: YAMLCursor?) {
    entries = mapping?.entries
  }

  public mutating func next() -> (key: TextSlice, value: TextSlice)? { entries?.nextTexts() }

  /// What stands for a key; nil where nothing does.
  public subscript(key: TextSlice) -> TextSlice? { first { $0.key == key }?.value }
}
