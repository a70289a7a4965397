internal import SourceText
internal import YAMLSyntax

/// A key that a mapping of a library file may have.
protocol FieldKey: Hashable, CaseIterable, RawRepresentable<String> {}

/// The values of a mapping of a library file, by key.
struct Fields<Key: FieldKey> {
  /// The first key, at which a missing one is reported.
  let start: TextRange
  private let values: [Key: YAMLCursor]

  init(start: TextRange, values: [Key: YAMLCursor]) {
    self.start = start
    self.values = values
  }

  /// The value of a key, or nil where the key is absent.
  subscript(key: Key) -> YAMLCursor? { values[key] }
}
