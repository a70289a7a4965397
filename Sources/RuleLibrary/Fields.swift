internal import SourceText
internal import YAMLSyntax

/// A key that a mapping of a library file may have.
protocol FieldKey: Hashable, CaseIterable, RawRepresentable<String> {}

/// The values of a mapping of a library file, by key. Each is looked for when it is asked for: they are
/// few, and most runs need few of them.
struct Fields<Key: FieldKey>: Sendable {
  private let mapping: YAMLCursor

  init(_ mapping: YAMLCursor) {
    self.mapping = mapping
  }

  /// The first key, at which a missing one is reported.
  var start: TextRange { mapping.entries.first { _ in true }?.key.range ?? mapping.range }

  /// The value of a key, or nil where the key is absent.
  subscript(key: Key) -> YAMLCursor? { mapping.value(of: key.rawValue) }

  /// The keys that are there, with their values.
  var all: [(Key, YAMLCursor)] {
    mapping.entries.compactMap { entry in
      Key(rawValue: entry.key.text.string).map { ($0, entry.value) }
    }
  }
}
