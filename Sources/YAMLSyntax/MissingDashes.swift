internal import Diagnostics
internal import SourceText

/// Finds blocks of a list that have run into the block before them because their dash is missing.
///
/// What tells them apart is that a key comes again: `recommendation`, `text`, `recommendation`,
/// `text`.
struct MissingDashes {
  private let tree: YAMLTree
  private let keys: KeyNames
  private(set) var faults: [SyntaxFault] = []

  /// - Parameter mappings: The nodes of those in which a key stands twice.
  init(among mappings: [Int], of tree: YAMLTree, keys: KeyNames) {
    self.tree = tree
    self.keys = keys
    guard !keys.blocks.isEmpty else { return }
    for mapping in mappings where !tree.nodes[mapping].isFlow { search(mapping) }
  }

  private mutating func search(_ mapping: Int) {
    var nodes: [Int] = []
    tree.collectKeys(of: mapping, in: &nodes)
    let entries = nodes.map { YAMLCursor(tree: tree, index: $0) }
    let names = entries.map(\.text.string)
    guard let first = entries.first, let dash = dashColumn(before: first) else { return }
    var seen: Set<String> = []
    var start = 0
    for (place, name) in names.enumerated() {
      // A key that comes again at once is typed twice, and no block ends between the two.
      if keys.blocks.contains(name), place > start + 1 {
        let others = names[(place + 1)...].prefix { !keys.blocks.contains($0) }
        let isRepeated = others.contains { seen.contains($0) }
        if isRepeated || seen.contains(name) {
          append(entries[place], name, dash, isCertain: isRepeated)
          seen = []
          start = place
        }
      }
      seen.insert(name)
    }
  }

  /// The column of the dash on the line that a mapping begins on.
  private func dashColumn(before key: YAMLCursor) -> Int? {
    withExtendedLifetime(tree.file.text) {
      let offset = key.range.start.utf8
      let line = SourceLine(at: offset, in: YAMLBytes(tree.file.text.bytes))
      return line.content == offset ? line.dash.map { $0 - line.start } : nil
    }
  }

  private mutating func append(
    _ key: YAMLCursor, _ name: String, _ column: Int, isCertain: Bool
  ) {
    let offset = key.range.start.utf8
    let dash = tree.file.startOfLine(at: key.range.start).utf8 + column
    guard dash < offset, tree.file.text.bytes[dash] == .space else { return }
    faults.append(
      SyntaxFault(
        rule: "yaml-duplicate-key", range: offset..<key.range.end.utf8,
        message: "a dash is missing before `\(name)`",
        fixes: [
          .init(
            "Put a dash before `\(name)`", isCertain ? .safe : .needsReview,
            TextEdit(TextRange(dash, dash + 1), "-"))
        ], masks: [.dash(dash)]))
  }
}
