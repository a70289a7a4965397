internal import SourceText
internal import YAMLSyntax

/// A key that a mapping of a library file may have.
protocol FieldKey: Hashable, CaseIterable, RawRepresentable<String> {}

/// The values of a mapping of a library file, by key.
struct Fields<Key: FieldKey> {
  /// The first key, at which a missing one is reported.
  let start: TextRange
  // They are few: to look through them takes less than to hash them.
  private var keys: [Key] = []
  private var values: [YAMLCursor] = []

  init(start: TextRange) {
    self.start = start
  }

  mutating func add(_ key: Key, _ value: YAMLCursor) {
    keys.append(key)
    values.append(value)
  }

  /// The value of a key, or nil where the key is absent.
  subscript(key: Key) -> YAMLCursor? { keys.lastIndex(of: key).map { values[$0] } }

  /// The keys that are there, with their values.
  var all: some Sequence<(Key, YAMLCursor)> { zip(keys, values) }
}
