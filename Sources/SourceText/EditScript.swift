/// The replacement of a stretch of a file by other text.
public struct TextEdit: Hashable, Sendable {
  public let range: TextRange
  public let replacement: String

  public init(_ range: TextRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// Edits of one file, sorted and disjoint by construction.
///
/// Every change that the program makes to an author's file is one of these: bytes outside its edits
/// never change.
public struct EditScript: Hashable, Sendable {
  /// The edits, by position. No two overlap, and no two insert at the same place.
  public private(set) var edits: [TextEdit] = []

  public init() {}

  /// A script of edits in any order; those that overlap one before them are left out.
  public init(of edits: some Sequence<TextEdit>) {
    for edit in edits.sorted(by: { $0.range.start < $1.range.start }) { insert(edit) }
  }

  public var isEmpty: Bool { edits.isEmpty }

  /// Adds an edit, unless it overlaps one that is there.
  /// - Returns: Whether it was added. An edit that is already there counts as added.
  @discardableResult
  public mutating func insert(_ edit: TextEdit) -> Bool {
    let index = index(after: edit.range.start)
    if index > 0 {
      let before = edits[index - 1]
      if before == edit { return true }
      if before.range.end > edit.range.start || before.range.start == edit.range.start {
        return false
      }
    }
    if index < edits.endIndex, edits[index].range.start < edit.range.end { return false }
    edits.insert(edit, at: index)
    return true
  }

  /// Adds all of the edits, or none where one of them overlaps what is there.
  /// - Returns: Whether they were added.
  @discardableResult
  public mutating func insert(all added: some Sequence<TextEdit>) -> Bool {
    var made: [TextEdit] = []
    for edit in added {
      let count = edits.count
      guard insert(edit) else {
        for edit in made { edits.remove(at: index(after: edit.range.start) - 1) }
        return false
      }
      if edits.count > count { made.append(edit) }
    }
    return true
  }

  /// Where among the edits one stands that starts behind all that start at a position.
  private func index(after start: TextOffset) -> Int {
    // Most edits come in their order.
    if edits.last.map({ $0.range.start <= start }) ?? true { return edits.endIndex }
    return edits.partitioningIndex { $0.range.start > start }
  }

  /// The text with the edits made.
  public func applied(to text: TextStorage) -> TextStorage {
    let growth = edits.reduce(0) { $0 + max($1.replacement.utf8.count - $1.range.count, 0) }
    return TextStorage(capacity: text.count + growth) { buffer in
      var written = 0
      var read = 0
      func copy(upTo end: Int) {
        guard end > read else { return }
        written += buffer[written...].initialize(fromContentsOf: text.bytes[read..<end]) - written
      }
      for edit in edits {
        copy(upTo: edit.range.start.utf8)
        for byte in edit.replacement.utf8 {
          buffer[written] = byte
          written += 1
        }
        read = edit.range.end.utf8
      }
      copy(upTo: text.count)
      return written
    }
  }
}
